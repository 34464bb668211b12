/** The process in which the local server runs one job: it has a lock of its own, and breaking off it harms nobody else. */
import { failureText } from '../base/failure-text';
import { expectShortRun } from '../base/memory';
import { demandNoRenamedHub } from '../base/workspace';
import { keptMailRoute } from '../schedule/mail-settings';
import { openWorkspace } from '../services/bundle-host';
import { placeDropped, placeLedgers, type PlacedOrder } from './dropped-file';
import type { CacheEntries } from '../services/cache-service';
import { outboxRoute } from '../services/mail-route';

const ofFew: readonly string[] = ['state', 'feedback', 'intake', 'intake-list'];

/** The folder, and what the page gave to `runJob`. */
export interface ServeTask {
  readonly folder: string;
  readonly args: readonly string[];
}

/** What the page that watches is to be told, and at the end the answer as JSON or what a person is told of what was thrown. */
export type ServeMessage = { readonly line: string } | { readonly value: string } | { readonly error: string };

expectShortRun();
process.once('message', (task: ServeTask) => {
  void perform(task).then((message) => {
    process.send?.(message, () => {
      if (process.connected) process.disconnect();
    });
  });
});

/** The order as the bundle takes it: the files it speaks of lie where the bundle can read them. */
function placedOrder(name: string, order: string): PlacedOrder {
  if (name === 'intake') return placeDropped(order);
  return name === 'set-up' ? placeLedgers(order) : { order, mounts: {}, undo: () => undefined };
}

function hasFiles({ mounts }: PlacedOrder): boolean {
  return Object.keys(mounts).length > 0;
}

async function perform({ folder, args }: ServeTask): Promise<ServeMessage> {
  const tell = (line: string): void => {
    // A server that ended meanwhile keeps nobody from ending what was begun.
    process.send?.({ line } satisfies ServeMessage, () => undefined);
  };
  // What the job keeps for the page that watches goes to the process of which the page asks it.
  const cache: CacheEntries = {
    get: () => undefined,
    set: (_, value) => {
      tell(value);
    },
  };
  let undo = (): void => undefined;
  try {
    const [name = '', order = 'null', watch = ''] = args;
    if (name === 'set-up') demandNoRenamedHub(folder);
    const placed = placedOrder(name, order);
    ({ undo } = placed);
    // These look at one workbook, or at none: the others are not read for it, however many there are.
    const mounts = ofFew.includes(name) || hasFiles(placed) ? { mounts: placed.mounts } : {};
    // Only the timer sends by the server that was set up; what a page confirms goes where the page says.
    const mail = name === 'tick' ? keptMailRoute() : outboxRoute;
    const host = await openWorkspace(folder, { progress: () => undefined, loading: tell, cache, mail, ...mounts });
    return { value: JSON.stringify(host.run('runJob', name, placed.order, watch)) };
  } catch (error) {
    return { error: failureText(error) };
  } finally {
    undo();
  }
}
