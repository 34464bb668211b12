/** `check` over an office whose workbooks show something else than they hold: what is shown counts, the rest is told. */
import { join } from 'node:path';
import { editPart } from './damage';
import { copyOfExample, removeFolders, run } from './run-command';

interface Answer {
  readonly problems: readonly Record<'code' | 'workbook' | 'cell' | 'reason', string | null>[];
  readonly summary: { readonly indicators: readonly { readonly code: string; readonly value: number | null }[] };
}

const check = (folder: string): Answer => JSON.parse(run('check', folder, '--json').out) as Answer;
const indicators = ({ summary }: Answer): unknown =>
  summary.indicators.filter(({ code }) => /^E[12]$/u.test(code)).map(({ value }) => value);

/** Gives the workbook one more cell style of that pattern; its number. */
function addStyle(path: string, pattern: string): number {
  let number = 0;
  editPart(path, 'xl/styles.xml', (xml) => {
    const [styles = ''] = /<cellXfs.*<\/cellXfs>/su.exec(xml) ?? [];
    number = styles.split('<xf ').length - 1;
    const code = pattern.replaceAll('"', '&quot;');
    return xml
      .replace('</cellXfs>', '<xf numFmtId="399" fontId="0" fillId="0" borderId="0"/></cellXfs>')
      .replace(/(<numFmts[^>]*>)/u, `$1<numFmt numFmtId="399" formatCode="${code}"/>`);
  });
  return number;
}

/** Writes a number into a cell; one that is not there yet comes last in a row of its own. */
function putNumber(path: string, sheet: number, cell: string, value: number, style?: number): void {
  const written = (look: string): string => `<c r="${cell}" s="${look}"><v>${String(value)}</v></c>`;
  const there = new RegExp(`<c r="${cell}"(?: s="(\\d+)")?[^>]*?(?:/>|>.*?</c>)`, 'su');
  const row = cell.replace(/^[A-Z]+/u, '');
  const open = new RegExp(`(<row r="${row}"[^>]*>.*?)(</row>)`, 'su');
  editPart(path, `xl/worksheets/sheet${String(sheet)}.xml`, (xml) => {
    const look = String(style ?? there.exec(xml)?.[1] ?? '0');
    if (there.test(xml)) return xml.replace(there, written(look));
    if (open.test(xml)) return xml.replace(open, `$1${written(look)}$2`);
    return xml.replace('</sheetData>', `<row r="${row}">${written(look)}</row></sheetData>`);
  });
}

const folder = copyOfExample('dazhanglou-2022');
const before = check(folder);
const health = join(folder, '填报/卫健办.xlsx');
for (const cell of ['E5', 'F5']) putNumber(health, 6, cell, 300);
editPart(health, 'xl/worksheets/sheet6.xml', (xml) =>
  xml.replace(/(<mergeCells[^>]*>)/u, '$1<mergeCell ref="E4:E5"/><mergeCell ref="F4:F5"/>'),
);
editPart(join(folder, '填报/综合行政执法办.xlsx'), 'xl/workbook.xml', (xml) =>
  xml.replace(
    '</workbook>',
    '<extLst><ext uri="x" xmlns:x15="urn:x15"><x15:workbookPr date1904="1"/></ext></extLst></workbook>',
  ),
);
const hub = join(folder, '总表.xlsx');
putNumber(hub, 3, 'I7', 44_896, addStyle(hub, 'yyyy"年"m"月"'));
const after = check(folder);
afterAll(removeFolders);

const told = (workbook: string): readonly string[] => {
  const key = (one: Answer['problems'][number]): string =>
    `${String(one.code)} ${String(one.cell)} ${String(one.reason)}`;
  const known = new Set(before.problems.map(key));
  return after.problems.filter((one) => one.workbook === workbook && !known.has(key(one))).map(key);
};

it('values under merged cells are in no figure, and are listed', () => {
  expect(indicators(after)).toEqual(indicators(before));
  expect(told('卫健办.xlsx')).toEqual(
    expect.arrayContaining([
      'merged-covered E5 E5“300”被合并的单元格盖住，看不到，没有计入',
      'merged-covered F5 F5“300”被合并的单元格盖住，看不到，没有计入',
    ]),
  );
});

it('an extension that speaks of 1904 moves no date', () => {
  expect(told('综合行政执法办.xlsx')).toEqual([]);
});

it('a deadline shown as a month ends with it', () => {
  expect(told('总表.xlsx')).toContain('deadline-month-end I7 完成时限“2022年12月”没有写明日期，按 2022-12-31 理解');
});
