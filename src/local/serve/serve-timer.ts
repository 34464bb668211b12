/** The timer of an open server: it fires as long as the window is open, and knows when next. */

/** What the timer needs. */
interface ServeTimerWork {
  /** Whether the reminders of the workspace go by themselves; asked before each run. */
  readonly isOn: () => boolean;
  /** One run; a failure is the run's own to keep, and what keeps it from starting is told where the timer is looked at. */
  readonly tick: () => Promise<unknown>;
  /** Milliseconds to the first run, and from each to the next. */
  readonly first: number;
  readonly every: number;
}

export interface ServeTimer {
  readonly next: () => Date;
  readonly stop: () => void;
}

/** A minute after the start, then every hour. */
export const servePace = { first: 60_000, every: 3_600_000 } as const;

/** Starts counting; it keeps no process alive. */
export function startServeTimer({ isOn, tick, first, every }: ServeTimerWork): ServeTimer {
  let next = new Date(Date.now() + first);
  let handle = setTimeout(fire, first).unref();
  function fire(): void {
    next = new Date(Date.now() + every);
    handle = setTimeout(fire, every).unref();
    void run();
  }
  async function run(): Promise<void> {
    try {
      if (isOn()) await tick();
    } catch {
      // An open window goes on serving; the next hour tries again.
    }
  }
  return {
    next: () => next,
    stop: () => {
      clearTimeout(handle);
    },
  };
}
