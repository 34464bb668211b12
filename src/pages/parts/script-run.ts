/** The way from a page to the script: the one function a page calls, with JSON going in and coming out. */
import type { JobAnswer } from '../../contract/answer';
import type { PageOrders } from '../../contract/orders';

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
export function callJob<J extends keyof PageOrders>(name: J, order: PageOrders[J], watch = ''): Promise<JobAnswer> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run as unknown as Runner;
    runner
      .withSuccessHandler((text) => {
        resolve(JSON.parse(text) as JobAnswer);
      })
      .withFailureHandler(reject)
      .runJob(name, JSON.stringify(order), watch);
  });
}
