/** Departments that still save .xls or .et: the same workbook gives the same figures and the same problems. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile, write } from '@e965/xlsx';
import { longIt } from '../../long';
import { copyOfExample, removeFolders, run } from '../../workspace/run-command';

afterAll(removeFolders);

interface Answer {
  readonly problems: readonly { readonly code: string; readonly workbook: string; readonly reason: string }[];
}

function problemsOf(folder: string): readonly string[] {
  const { problems } = JSON.parse(run('check', folder, '--json').out) as Answer;
  return problems
    .map(({ code, workbook, reason }) => `${code} ${workbook} ${reason}`.replaceAll(/\.(?:xls|et)\b/gu, '.xlsx'))
    .sort();
}

longIt('an .xls, and the same under the name of .et, say what the .xlsx said', () => {
  const folder = copyOfExample('dazhanglou-2022');
  const before = problemsOf(folder);
  for (const [name, ending] of [
    ['司法所', 'xls'],
    ['综合行政执法办', 'et'],
  ] as const) {
    const file = join(folder, '填报', `${name}.xlsx`);
    const book = readFile(file, { cellNF: true, cellStyles: true });
    // The library writes no more than the sheet says it holds, which was true when it was made.
    for (const sheet of Object.values(book.Sheets)) sheet['!ref'] = 'A1:Z300';
    writeFileSync(
      join(folder, '填报', `${name}.${ending}`),
      write(book, { bookType: 'biff8', type: 'buffer' }) as Buffer,
    );
    rmSync(file);
  }
  // One that was only renamed is read as what it is.
  renameSync(join(folder, '填报', '卫健办.xlsx'), join(folder, '填报', '卫健办.xls'));
  expect(problemsOf(folder)).toEqual(before);
});
