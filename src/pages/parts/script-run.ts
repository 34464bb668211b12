/** The way from a page to the script: the one function a page calls, with JSON going in and coming out. */
import type { Answer } from './answer';

/** What pages start, by name, each with its order; the tests compile them against the orders of the jobs. */
export interface Orders {
  readonly check: null;
  readonly report: null;
  readonly look: null;
  readonly 'self-check': null;
  readonly 'set-up': { readonly hubOnly: boolean; readonly year: number | null; readonly anew?: boolean };
  readonly template: { readonly do: 'state' | 'check' | 'restore' };
  readonly timer: { readonly do: 'on' | 'off' | 'take-over' | 'status' };
  readonly remind: { readonly dryRun: boolean; readonly asOf: string | null; readonly channel: '发件箱' | '邮件' };
  readonly ledger: {
    readonly settle: { readonly mail: string; readonly to: 'sent' | 'queued' } | null;
    readonly accept: boolean;
  };
  /** The key of the run that is watched. */
  readonly progress: string;
}

/** The server's function as `google.script.run` offers it: nothing comes back but through the handlers. */
interface Runner {
  readonly withSuccessHandler: (handler: (text: string) => void) => Runner;
  readonly withFailureHandler: (handler: (error: Error) => void) => Runner;
  readonly runJob: (name: string, order: string, watch: string) => void;
}

/**
 * Runs a job; the promise is rejected when the script could not be reached or broke off. With a key in `watch` the lines
 * of the run can be asked for while it goes on, by the job `progress`.
 */
export function runJob<J extends keyof Orders>(name: J, order: Orders[J], watch = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run as unknown as Runner;
    runner
      .withSuccessHandler((text) => {
        resolve(JSON.parse(text) as Answer);
      })
      .withFailureHandler(reject)
      .runJob(name, JSON.stringify(order), watch);
  });
}
