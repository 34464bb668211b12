/** People have more rows than any form foresees: what they type below the last one counts, and rows may come and go. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { longIt } from '../long';
import { needs, pathOfTool } from '../tools';
import { copyOfExample, freshFolder, removeFolders, run } from './run-command';
import { changeSheet, columnStyles, lastRow, openStyles, serial, sheetXml, typeRows, type Typed } from './typed-rows';

afterAll(removeFolders);

const unit = '综合行政执法办';
const workbook = (folder: string, name = unit): string => join(folder, '填报', `${name}.xlsx`);

interface Checked {
  readonly summary: {
    readonly counts: { readonly total: number };
    readonly indicators: readonly {
      readonly code: string;
      readonly value: number | null;
      readonly partial: number | null;
    }[];
    readonly missingDepartments: readonly string[];
  };
  readonly problems: readonly { readonly workbook: string; readonly sheet: string | null; readonly reason: string }[];
}

function checked(folder: string): Checked {
  return JSON.parse(run('check', folder, '--json').out) as Checked;
}

/** The example with this unit’s workbook made anew by `init`. */
function withBlankForm(name = unit): string {
  const folder = copyOfExample('dazhanglou-2022');
  rmSync(workbook(folder, name));
  run('init', folder);
  return folder;
}

const cases = (count: number): readonly (readonly Typed[])[] =>
  Array.from({ length: count }, (_, index) => [
    ...['罚款', index % 2 === 0 ? '简易' : '普通', serial('2022-03-01') + index, 100, '本级', null, '是', '是'],
    ...[serial('2022-04-15') + index, '是'],
  ]);
const valueOf = ({ summary }: Checked, code: string): number | null | undefined =>
  summary.indicators.find((one) => one.code === code)?.value;

/** What the other departments give, as long as this one gives nothing. */
const partialOf = ({ summary }: Checked, code: string): number =>
  summary.indicators.find((one) => one.code === code)?.partial ?? 0;

describe('a form filled further than it was made', () => {
  longIt('counts the thirty-first case', () => {
    const folder = withBlankForm();
    const others = partialOf(checked(folder), 'C2');
    typeRows(workbook(folder), '案件明细', cases(31));
    const found = checked(folder);
    expect(valueOf(found, 'C2')).toBe(others + 31);
    expect(
      found.problems.filter(({ sheet, workbook: file }) => file === `${unit}.xlsx` && sheet === '案件明细'),
    ).toEqual([]);
  });

  longIt('counts three thousand trainings pasted from an own ledger', () => {
    const folder = withBlankForm('司法所');
    const before = valueOf(checked(folder), 'D8.1') ?? 0;
    const rows = Array.from({ length: 3000 }, (_, index) => [
      ...[serial('2022-01-01') + (index % 364), `第${String(index + 1)}场`, '司法所', 2, 10, 9],
    ]);
    typeRows(workbook(folder, '司法所'), '培训明细', rows);
    expect(valueOf(checked(folder), 'D8.1')).toBe(before + 3000);
  });

  longIt('takes sixty departments and two hundred tasks', () => {
    const folder = copyOfExample('dazhanglou-2022');
    const hub = join(folder, '总表.xlsx');
    const departments = 60 - (lastRow(sheetXml(hub, '单位')) - 3);
    const tasks = 200 - (lastRow(sheetXml(hub, '任务')) - 3);
    typeRows(
      hub,
      '单位',
      Array.from({ length: departments }, (_, index) => [`X${String(index)}`, `第${String(index)}村`, null, '村']),
    );
    typeRows(
      hub,
      '任务',
      Array.from({ length: tasks }, (_, index) => [
        ...[
          `X-${String(index)}`,
          null,
          '规范执法',
          `整治第${String(index)}处`,
          null,
          `第${String(index % departments)}村`,
        ],
        ...[null, null, '6月30日'],
      ]),
    );
    run('init', folder);
    expect(readdirSync(join(folder, '填报'))).toHaveLength(60);
    const { summary } = checked(folder);
    expect([summary.counts.total, summary.missingDepartments]).toEqual([200, []]);
    expect(lastRow(sheetXml(workbook(folder, '第0村'), '任务进展')) - 3).toBe(Math.ceil(tasks / departments));
  });
});

/** Tables people add rows to; where lines are prefilled and locked, none are put between them. */
const tables: readonly (readonly [workbook: string, sheet: string, canInsert: boolean])[] = [
  ...['单位', '任务', '指标', '薄弱', '综述素材', '节假日', '对照数据'].map((sheet) => ['总表', sheet, true] as const),
  ...['培训明细', '普法明细', '案件明细', '问题与建议'].map((sheet) => [unit, sheet, true] as const),
  ...['任务进展', '指标数据'].map((sheet) => [unit, sheet, false] as const),
];

describe('a table as it is made', () => {
  let folder = '';
  const pathOf = (name: string): string => (name === '总表' ? join(folder, '总表.xlsx') : workbook(folder, name));
  beforeAll(() => {
    folder = freshFolder();
    run('init', folder, '--hub-only', '--year', '2022');
    const filled = withBlankForm();
    mkdirSync(join(folder, '填报'), { recursive: true });
    copyFileSync(workbook(filled), workbook(folder));
  });

  it.each(tables)('%s %s is open below its last row, to the right end too', (name, sheet) => {
    const isOpen = openStyles(pathOf(name));
    const styles = columnStyles(sheetXml(pathOf(name), sheet));
    expect(styles).toHaveLength(16_384);
    expect(styles.every((style) => isOpen[Number(style)] === true)).toBe(true);
  });

  it.each(tables)('%s %s keeps its head locked', (name, sheet) => {
    const isOpen = openStyles(pathOf(name));
    const head = [...sheetXml(pathOf(name), sheet).matchAll(/<c r="[A-Z]+[123]"(?: t="s")? s="(\d+)"/gu)];
    expect(head.length).toBeGreaterThan(0);
    expect(head.every(([, style]) => isOpen[Number(style)] === false)).toBe(true);
  });

  it.each(tables)('%s %s carries rules and filter to the last row that is read', (name, sheet) => {
    const xml = sheetXml(pathOf(name), sheet);
    const rules = [...xml.matchAll(/ sqref="([^"]+)"/gu)].map(([, reach = '']) => reach);
    expect(rules.filter((reach) => !/^[A-Z]+4:[A-Z]+120000$/u.test(reach))).toEqual([]);
    expect(xml).toMatch(/<autoFilter ref="A3:[A-Z]+120000"/u);
  });

  it.each(tables)(
    '%s %s lets people delete, sort and filter rows, and insert them where none is prefilled',
    (name, sheet, can) => {
      const [tag = ''] = /<sheetProtection[^>]*>/u.exec(sheetXml(pathOf(name), sheet)) ?? [];
      for (const freedom of ['deleteRows', 'sort', 'autoFilter', 'formatColumns', 'formatRows']) {
        expect(tag).toContain(` ${freedom}="0"`);
      }
      expect(tag).toContain(` insertRows="${can ? '0' : '1'}"`);
    },
  );

  it('has no blank rows to be printed', () => {
    expect(lastRow(sheetXml(pathOf(unit), '案件明细'))).toBe(3);
  });

  it('locks what was filled in beforehand', () => {
    const isOpen = openStyles(pathOf(unit));
    const styles = [...sheetXml(pathOf(unit), '任务进展').matchAll(/<c r="([A-K])4"(?: t="s")? s="(\d+)"/gu)];
    const open = styles.filter(([, , style]) => isOpen[Number(style)] === true).map(([, column]) => column);
    expect(open).toEqual(['D', 'E', 'F', 'G', 'H', 'I', 'J', 'K']);
  });
});

needs('LibreOffice', () => {
  longIt('a form saved by LibreOffice after rows were put in and taken out stays open, guarded and readable', () => {
    const folder = withBlankForm();
    const others = partialOf(checked(folder), 'C2');
    typeRows(workbook(folder), '案件明细', cases(40));
    // Rows 5 to 7 go, row 10 becomes blank.
    changeSheet(workbook(folder), '案件明细', (xml) =>
      withoutRows(xml, [5, 6, 7]).replace(/<row r="10">.*?<\/row>/su, '<row r="10"/>'),
    );
    saveByLibreOffice(workbook(folder));
    const xml = sheetXml(workbook(folder), '案件明细');
    const isOpen = openStyles(workbook(folder));
    expect(xml).toMatch(/<sheetProtection sheet="true"[^>]*insertRows="false" deleteRows="false" sort="false"/u);
    expect(columnStyles(xml).every((style) => isOpen[Number(style)] === true)).toBe(true);
    const below = [...xml.matchAll(/<c r="[A-Z]+(\d+)" s="(\d+)"/gu)].filter(([, row]) => Number(row) > 3);
    expect(below.filter(([, , style]) => isOpen[Number(style)] !== true)).toEqual([]);
    // LibreOffice writes rules for a thousand rows below the last filled one, each time it saves.
    const reach = [...xml.matchAll(/ sqref="[A-Z]+4:[A-Z]+(\d+)"/gu)].map(([, end]) => Number(end));
    expect([reach.length, reach.every((end) => end >= 1000)]).toEqual([9, true]);
    expect(valueOf(checked(folder), 'C2')).toBe(others + 36);
  });
});

/** The rows below move up. */
function withoutRows(xml: string, rows: readonly number[]): string {
  return xml.replace(/<row r="(\d+)".*?<\/row>/gsu, (row, text: string) => {
    const number = Number(text);
    if (rows.includes(number)) return '';
    const moved = String(number - rows.filter((gone) => gone < number).length);
    return row.replace(/ r="([A-Z]*)\d+"/gu, ` r="$1${moved}"`);
  });
}

function saveByLibreOffice(path: string): void {
  const target = freshFolder();
  const profile = `-env:UserInstallation=${pathToFileURL(join(target, 'profile')).href}`;
  const convert = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', dirname(path)];
  const copy = join(target, `${unit}.xlsx`);
  renameSync(path, copy);
  expect(spawnSync(pathOfTool('LibreOffice'), [profile, ...convert, copy]).status).toBe(0);
}
