/** The local services answer as real Apps Script did, wherever that was recorded; and the README says how often it was. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace } from '../../src/local/services/bundle-host';
import { workerFile } from '../local/scratch';
import { removeFolders, root } from '../workspace/run-command';
import { smallOffice } from '../workspace/small-office';

afterAll(removeFolders);

interface Answer {
  readonly name: string;
  readonly answer: string;
  readonly isAsExpected: boolean;
}

const files = readdirSync(__dirname).filter((name) => name.endsWith('.json'));
const recorded = files.map((name) => JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as { answers: Answer[] });

async function localAnswers(): Promise<readonly Answer[]> {
  const folder = smallOffice();
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

/** Name, local and recorded answer of each question they answer differently. */
function differences(local: readonly Answer[], there: readonly Answer[]): (string | undefined)[][] {
  return there.flatMap((answer) => {
    const own = local.find(({ name }) => name === answer.name);
    return own && said(own) === said(answer) ? [] : [[answer.name, own && said(own), said(answer)]];
  });
}

it('the local services give the recorded answers, and those the program relies on', async () => {
  const local = await localAnswers();
  expect(local.length).toBeGreaterThan(15);
  expect(local.filter(({ isAsExpected }) => !isAsExpected)).toEqual([]);
  for (const { answers } of recorded) expect(differences(local, answers)).toEqual([]);
  const made = local.map((one) => (one.name === '脚本时区' ? { ...one, answer: 'Asia/Tokyo' } : one));
  expect(differences(local, [...made, { name: '新的一问', answer: '是', isAsExpected: true }])).toEqual([
    ['脚本时区', 'Asia/Shanghai', 'Asia/Tokyo'],
    ['新的一问', undefined, '是'],
  ]);
  // What the program most depends on comes first.
  expect(local.slice(0, 3).map(({ name }) => name)).toEqual([
    '下载 Word 文件（alt=media）',
    '转成谷歌文档再导出（alt=media）',
    '不发通知，共享给没有账号的地址',
  ]);
});

it('the README tells how many recordings there are', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(readme).toContain(`recorded on Google: ${String(files.length)}`);
});
