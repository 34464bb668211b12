/** Work that a thread of its own does once, within a budget: it is ended when it takes too long or too much. */
import { MessageChannel, Worker } from 'node:worker_threads';

/** What the work may take. */
export interface Budget {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** The thread's answer, or what of the budget was used up; `broken` for a thread that ended by itself. */
export type Outcome = { readonly answer: unknown } | { readonly exceeded: 'time' | 'memory' | 'broken' };

/** Asks the thread of `workerFile` (see `serveThread`) one thing, and ends it. */
export function askOnce(workerFile: string, task: object, { milliseconds, megabytes }: Budget): Promise<Outcome> {
  const { port1: port, port2 } = new MessageChannel();
  const worker = new Worker(workerFile, {
    workerData: { port: port2, answered: new Int32Array(new SharedArrayBuffer(4)) },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  return new Promise<Outcome>((resolve) => {
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      port.close();
      void worker.terminate();
      resolve(outcome);
    };
    const timer = setTimeout(() => {
      end({ exceeded: 'time' });
    }, milliseconds);
    port.once('message', ({ content }: { readonly content: unknown }) => {
      end({ answer: content });
    });
    worker.once('error', (error: Error & { readonly code?: string }) => {
      end({ exceeded: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'broken' });
    });
    port.postMessage({ number: 1, content: task });
  });
}
