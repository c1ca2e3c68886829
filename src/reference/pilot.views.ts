import { FieldView } from './profile.views.js';

export class NoticeView {
  issuer: string;
  notice: string;
  documentNumber?: string;
}

export class FieldLabelView {
  /** The first day on which it was called so; null: from the beginning. */
  from: string | null;
  zh: string;
  en: string;
  /** Where the name comes from. */
  source: string;
}

export class FieldHistoryView extends FieldView {
  /** The earliest first. */
  labels: FieldLabelView[];
}

export class FieldList {
  /** The notice that speaks of them. */
  source: NoticeView;
  items: FieldHistoryView[];
}

export class PilotUnitView {
  regionCode: string;
  /** As the notice names it. */
  name: string;
}

export class PilotUnitList {
  source: NoticeView;
  items: PilotUnitView[];
}
