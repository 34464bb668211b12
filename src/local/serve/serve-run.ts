/** Runs the jobs that pages ask for: each in a process of its own, so that its progress can be asked for meanwhile. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PageOrders } from '../../contract/orders';
import { Refusal } from '../../core/base/refusal';
import { keptMailSettings } from '../schedule/mail-settings';
import { openWorkspace } from '../services/bundle-host';
import { isOrderOf } from './order-shapes';
import { jsonOf, unknownOrder } from './read-order';
import type { ServeMessage, ServeTask } from './serve-worker';

/** What the pages may start. `fill` and its like name files by their place, and belong to the command line. */
const pageJobs: readonly (keyof PageOrders)[] = [
  'set-up',
  'roles',
  'check',
  'report',
  'look',
  'template',
  'remind',
  'ledger',
  'feedback',
  'timer',
  'self-check',
  'state',
  'intake',
  'intake-list',
  'progress',
];

/** A person needs one or two at a time; each takes some hundred megabytes. */
const mostAtOnce = 4;

/** The only place where a job of a page is started. */
export interface PageJobs {
  /** What `runJob` of the bundle gives for these arguments: JSON text. Rejected with a text for the clerk. */
  readonly run: (args: readonly string[]) => Promise<string>;
}

/** Jobs over the folder; nothing is read before the first. */
export async function makePageJobs(folder: string): Promise<PageJobs> {
  const lines = new Map<string, string>();
  // Workbooks are not read here: this host answers only how far the others are.
  const host = await openWorkspace(folder, { progress: () => undefined, mounts: {}, cache: lines });
  let running = 0;
  return {
    run: async (args) => {
      const [name = '', order = 'null', watch = ''] = args;
      const job = pageJobs.find((one) => one === name);
      if (job === undefined) throw new Refusal(`页面不能启动“${name.slice(0, 40)}”`);
      if (!isOrderOf(job, jsonOf(order))) throw unknownOrder();
      if (name === 'progress') return JSON.stringify(host.run('runJob', ...args));
      if (running >= mostAtOnce) throw new Refusal('同时进行的事太多，请等其中一件做完再试');
      running += 1;
      try {
        return await runApart({ folder, args }, (line) => lines.set(watch, line));
      } finally {
        running -= 1;
        lines.delete(watch);
      }
    },
  };
}

/** What the timer of an open server does: one run of what is due, with mails by the way that was set up. */
export async function runTickApart(folder: string): Promise<string> {
  const channel = keptMailSettings() === null ? '发件箱' : '邮件';
  return runApart({ folder, args: ['tick', JSON.stringify({ channel }), ''] }, () => undefined);
}

function runApart(task: ServeTask, tell: (line: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./serve-worker.mjs', import.meta.url)), [], { serialization: 'json' });
    child.on('message', (message: ServeMessage) => {
      if ('line' in message) tell(message.line);
      else if ('value' in message) resolve(message.value);
      else reject(new Refusal(message.error));
    });
    child.on('error', reject);
    child.on('exit', () => {
      reject(new Refusal('运行中断，没有做完。已经写好的文件不受影响，请再试一次'));
    });
    child.send(task);
  });
}
