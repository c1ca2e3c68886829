/** A requirement of an event, whether it holds, and which items are in the way. */
export class RequirementView {
  id: string;
  satisfied: boolean;
  message: string;
  itemIds: string[];
}

export class ChecklistQuestionView {
  code: string;
  question: string;
}

/** An event that is possible from the present state, with why or why not. */
export class Offer {
  type: string;
  allowed: boolean;
  requirements: RequirementView[];
  /** The profile's hazard questions, where the event must answer them. */
  checklist?: ChecklistQuestionView[];
}

/** What became of an event. */
export class EventAnswer {
  state: string;
  seq: number;
  etag: string;
  itemId?: string;
  contentHash?: string;
  /** The new version, after `revise`. */
  id?: string;
  versionId?: string;
  number?: number;
}
