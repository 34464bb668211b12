/** The report as a job: what is wrong with the document itself is told beside what is wrong with the sheets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { realStore } from '../faults/office-store';
import { makeSmallOffice } from '../faults/small-office';
import { listening } from '../local/recorded-calls';
import { openOffice } from '../local/shared-host';
import { longIt } from '../long';
import { clockOn } from '../on-day';
import { copyOfExample, freshFolder, removeFolders } from '../workspace/run-command';
import { leaveFew } from '../workspace/small-office';

afterAll(removeFolders);

/** An office of which most departments have sent nothing: figures are missing. */
function fewReported(): string {
  const folder = copyOfExample('dazhanglou-2022');
  leaveFew(folder);
  return folder;
}

interface Told {
  readonly exit: number;
  readonly text: string;
  readonly problems: readonly { readonly code: string; readonly reason: string }[];
}

it('a gap in the document is told beside the gaps in the sheets', async () => {
  const base = freshFolder();
  // A public version would tell the same gaps once more.
  await makeSmallOffice(base, '否');
  const store = realStore(base);
  const host = store.open({ progress: () => undefined, clock: clockOn('2022-12-22') });
  const { exit, text, problems } = host.run('runJob', 'report', 'null') as Told;
  store.remove();
  const files = text.split('\n').filter((line) => /^(?:报告|数据来源|汇总和核对)：/u.test(line));
  expect(files.map((line) => line.replace(/：.*\./u, ' '))).toEqual(['报告 docx', '数据来源 xlsx', '汇总和核对 xlsx']);
  const codes = problems.map(({ code }) => code);
  expect([exit, codes]).toEqual([1, expect.arrayContaining(['value-missing', 'figure-incomplete'])]);
});

longIt('a gap in the document is an error on the screen and in 结果', async () => {
  const folder = fewReported();
  const { exit, problems } = (await openOffice(folder)).run('runJob', 'report', 'null') as Told;
  const gap = problems.find(({ code }) => code === 'value-missing');
  expect([exit, gap?.reason]).toEqual([1, expect.stringContaining('报告里印成【待补：')]);
  const sheets = unzipSync(readFileSync(join(folder, '结果.xlsx')));
  expect(strFromU8(sheets['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain(gap?.reason);
});

longIt('a file beside the report that could not be written is listed, too', async () => {
  const folder = fewReported();
  const full = (_: string, args: readonly unknown[]): void => {
    if (JSON.stringify(args[0] ?? '').includes('数据来源')) throw new Error('The file is too large');
  };
  const { exit, problems } = (await openOffice(folder, { between: listening(full) })).run(
    'runJob',
    'report',
    'null',
  ) as Told;
  expect([exit, problems.map(({ code }) => code)]).toEqual([1, expect.arrayContaining(['trace-unwritten'])]);
});
