interface Ports {
  /** Goes one step on and waits until it is shown; `false` when there is none. */
  step(): Promise<boolean>;
  /** It stopped by itself: at the end, or because a step failed. */
  ended(): void;
}

/** Steps on by itself: never faster than what is shown can follow, so that no moment is passed unseen. */
export function player({ step, ended }: Ports) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let run = 0;
  let pause = 1000;

  function later(mine: number): void {
    timer = setTimeout(() => void on(mine), pause);
  }

  async function on(mine: number): Promise<void> {
    const went = await step().catch(() => false);
    if (mine !== run) return;
    if (went) later(mine);
    else {
      run += 1;
      ended();
    }
  }

  return {
    /** @param ms from one step to the next at least */
    start(ms: number): void {
      pause = ms;
      clearTimeout(timer);
      run += 1;
      void on(run);
    },
    pace(ms: number): void {
      pause = ms;
    },
    stop(): void {
      clearTimeout(timer);
      run += 1;
    },
  };
}
