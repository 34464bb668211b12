/** A thread that is waited for: an answer that comes too late is nobody else's. */
import { startThread } from '../../../src/local/base/thread-sync';
import { workerFile } from '../scratch';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('gives up in time, and never takes a late answer for that to another task', async () => {
  // The thread has to start first, which takes longer.
  const ask = startThread(workerFile, 5);
  const said = (name: string): unknown => ask({ name, read: new Uint8Array(0) });
  expect(said('甲.xlsx')).toBeNull();
  let latest: unknown = null;
  for (let tries = 0; latest === null && tries < 200; tries += 1) {
    await pause(25);
    latest = said(`乙${String(tries)}.xlsx`);
    if (latest !== null) {
      const message: unknown = expect.stringContaining(`乙${String(tries)}.xlsx`);
      expect(latest).toEqual({ error: { name: 'Refusal', message } });
    }
  }
  expect(latest).not.toBeNull();
});
