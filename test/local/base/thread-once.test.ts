/** Work within a budget: a thread that takes too long or too much is ended, and says what it took. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOnce } from '../../../src/local/base/thread-once';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-thread-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A thread that does this with each task. */
function thread(body: string): string {
  const path = join(folder, `${String(Math.abs(hash(body)))}.mjs`);
  writeFileSync(
    path,
    `import { workerData } from 'node:worker_threads';
    const { port } = workerData;
    port.on('message', ({ number, content }) => { ${body} });`,
  );
  return path;
}

function hash(text: string): number {
  return Array.from(text).reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) | 0, 7);
}

const answering = 'port.postMessage({ number, content: { got: content } });';
const roomy = { milliseconds: 60_000, megabytes: 200 };

it('gives the answer of a thread that keeps to its budget', async () => {
  expect(await askOnce(thread(answering), { name: '甲' }, roomy)).toEqual({ answer: { got: { name: '甲' } } });
});

it('ends one that never answers', async () => {
  expect(await askOnce(thread('for (;;);'), {}, { ...roomy, milliseconds: 300 })).toEqual({ exceeded: 'time' });
});

it('ends one that fills the memory, and the process lives on', async () => {
  const filling = 'const all = []; for (;;) all.push(new Array(100000).fill(all.length));';
  expect(await askOnce(thread(filling), {}, { ...roomy, megabytes: 32 })).toEqual({ exceeded: 'memory' });
});

it('tells of one that fails', async () => {
  expect(await askOnce(thread('throw new Error("x");'), {}, roomy)).toEqual({ exceeded: 'broken' });
});
