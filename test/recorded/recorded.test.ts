/** The local services answer as real Apps Script did, wherever that was recorded; and the README says how often it was. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace } from '../../src/local/bundle-host';
import { workerFile } from '../local/scratch';
import { copyOfExample, removeFolders, root } from '../workspace/run-command';

afterAll(removeFolders);

interface Answer {
  readonly name: string;
  readonly answer: string;
  readonly isAsExpected: boolean;
}

const files = readdirSync(__dirname).filter((name) => name.endsWith('.json'));
const recorded = files.map((name) => JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as { answers: Answer[] });

async function localAnswers(): Promise<readonly Answer[]> {
  const folder = copyOfExample('dazhanglou-2022');
  const bundleFile = join(root, 'build/out/google/Code.js');
  const host = await openWorkspace(folder, { progress: () => undefined, bundleFile, workerFile });
  const { details } = host.run('runJob', 'self-check') as { details: readonly Answer[] };
  const written = readdirSync(folder).find((name) => name.startsWith('自检 ') && !name.endsWith('.json'));
  const [file = ''] = readdirSync(join(folder, written ?? '')).filter((name) => name.endsWith('.json'));
  const kept = JSON.parse(readFileSync(join(folder, written ?? '', file), 'utf8')) as { answers: Answer[] };
  expect(kept.answers).toEqual(details);
  return details;
}

/** Error texts differ with the language of the account: that there was one is what counts. */
const said = ({ answer }: Answer): string => (answer.startsWith('出错') ? '出错' : answer);

it('the local services give the recorded answers', async () => {
  const local = await localAnswers();
  expect(local.length).toBeGreaterThan(12);
  for (const { answers } of recorded) {
    for (const answer of answers) {
      const own = local.find(({ name }) => name === answer.name);
      expect([answer.name, own && said(own)]).toEqual([answer.name, said(answer)]);
    }
  }
});

it('the README tells how many recordings there are', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(readme).toContain(`recorded on Google: ${String(files.length)}`);
});
