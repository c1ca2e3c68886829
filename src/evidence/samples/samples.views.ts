export class SampleCheckpointView {
  size: number;
  note: string;
}

export class DrawnView {
  rank: number;
  /** The hash by which it was put in its place. */
  key: string;
  id: string;
  versionId: string;
  title: string;
  version: number;
  itemId: string;
  /** Of a decision. */
  seq: number | null;
  type: string | null;
  at: string | null;
  actor: string | null;
  /** What the item is called; null where its text is sealed or gone. */
  path: string[] | null;
}

export class SampleView {
  of: 'items' | 'decisions';
  seed: string;
  size: number;
  from: string;
  to: string;
  region: string | null;
  checkpoint: SampleCheckpointView;
  /** How many there were to draw from, and the SHA-256 of their ids, sorted, a line each. */
  population: number;
  digest: string;
  drawn: DrawnView[];
}
