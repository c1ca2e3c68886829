/** One legal step of a lifecycle. */
export class TransitionView {
  /** Null where it brings the thing into being. */
  from: string | null;
  event: string;
  to: string;
  /** Who may take it; `system` among them where the system does. */
  roles: string[];
  /** Who else may in a small body. */
  smallBody: string[];
}

export class LifecycleView {
  machine: 'catalogueVersion' | 'itemReview' | 'compilationTask' | 'obligation' | 'rectification' | 'progressReport' | 'purge';
  version: string;
  states: string[];
  transitions: TransitionView[];
}
