/** Puts an invented office into a folder, as people would have filled it. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formSheet, layBook, tableSheet } from './department-sheets';
import { number, text, workbookBytes, type Cell, type Sheet } from './workbook-file';
import type { Department, World } from '../world/world';

/** Makes the hub, the departments' workbooks and the template in the folder. */
export function writeOffice(world: World, folder: string): void {
  for (const name of ['填报', '模板', '报告', '发件箱']) mkdirSync(join(folder, name), { recursive: true });
  const edition = world.rules.words.name === '安全生产' ? 'work-safety' : 'rule-of-law';
  copyFileSync(resolve('build/out/templates', edition, '年度报告.docx'), join(folder, '模板/年度报告.docx'));
  writeFileSync(join(folder, '总表.xlsx'), workbookBytes(hubSheets(world)));
  for (const department of world.departments.filter(({ active }) => active)) {
    for (const [file, bytes] of filesOf(world, department)) writeFileSync(join(folder, '填报', file), bytes);
  }
}

/** The names of the files that the department has handed in. */
export function fileNames({ name, book }: Pick<Department, 'name' | 'book'>): readonly string[] {
  if (book === 'missing') return [];
  if (book === 'twice') return [`${name}初稿.xlsx`, `${name}改稿.xlsx`];
  return book === 'twice-one-named' ? [`${name}.xlsx`, `${name}旧稿.xlsx`] : [`${name}.xlsx`];
}

function filesOf(world: World, department: Department): readonly (readonly [string, Buffer])[] {
  const { book } = department;
  return fileNames(department).map((file, index) => {
    const changed = book === 'other-year' ? { year: world.year - 1 } : index > 0 ? { quantity: number('7777') } : {};
    const bytes = workbookBytes(layBook(world, department, file, changed).sheets);
    return [file, book === 'damaged' ? bytes.subarray(0, Math.floor(bytes.length / 3)) : bytes];
  });
}

function hubSheets(world: World): readonly Sheet[] {
  const { rules } = world;
  const table = (key: string, rows: readonly Readonly<Record<string, Cell | null>>[]): Sheet =>
    tableSheet(rules, key, rows, { titled: true }).sheet;
  return [
    settingsSheet(world),
    table(
      'departments',
      world.departments.map(({ id, name, alias, inGroup, active }) => ({
        ...{ id: text(id), name: text(name), aliases: words(alias), kind: text('内设') },
        ...{ inGroup: yesNo(inGroup), active: yesNo(active) },
      })),
    ),
    table(
      'tasks',
      world.tasks.map(({ id, section, title, lead, deadline, approved, indicator }) => ({
        ...{ id: text(id), section: text(section), title: text(title), lead: text(lead), deadline },
        ...{ approved: words(approved), basis: words(approved && '会议纪要'), indicator: words(indicator) },
      })),
    ),
    table('indicators', world.lines.map(indicatorRow)),
    table('weakAreas', [
      ...rules.areas.map((row) => ({
        ...{ area: words(row['薄弱类别']), rule: words(row['触发规则']), plan: words(row['计划章节']) },
      })),
      ...(world.weakTexts ?? []),
    ]),
    ...(world.narratives === undefined
      ? []
      : [
          table(
            'narratives',
            world.narratives.map((one) => ({ section: text(one.section), text: text(one.text) })),
          ),
        ]),
  ];
}

function settingsSheet({ rules, year, asOf, numbers, settings }: World): Sheet {
  const typed: Readonly<Record<string, Cell>> = {
    reportYear: number(String(year)),
    town: text('某镇'),
    partyName: text('中共某镇委员会'),
    governmentName: text('某镇人民政府'),
    superior: text('县委、县政府'),
    asOf: text(asOf),
    attachTable: text('是'),
    signDate: text(`${String(year + 1)}-01-20`),
    edition: text(rules.words.name),
    organKind: text(rules.words.organ),
    ...settings,
  };
  const lines = [...(rules.headers.get('settings') ?? new Map<string, string>())].map(([field, header]) => {
    const counted = numbers.get(header);
    return [header, counted === undefined ? (typed[field] ?? null) : number(String(counted))] as const;
  });
  return formSheet(rules.titles.get('settings') ?? '', lines);
}

function indicatorRow(line: World['lines'][number]): Readonly<Record<string, Cell | null>> {
  return {
    ...{ code: text(line.code), name: text(line.name), unit: words(line.unit), kind: text(line.kind) },
    ...{ filledBy: words(line.filledBy), numerator: words(line.numerator), denominator: words(line.denominator) },
    ...{ aggregate: text(line.aggregate), direction: text(line.lowIsGood ? '低好' : '高好') },
    threshold: line.threshold === '' ? null : number(line.threshold),
    ...{ standing: text(line.standing), redLine: yesNo(line.redLine) },
    ...(line.aloneAt === '' ? {} : { aloneAt: number(line.aloneAt), aloneCases: number(String(line.aloneCases)) }),
    ...{ minSample: number(String(line.minSample)), area: text(line.area) },
    ...{ sentence: words(line.sentence), onEmpty: line.mayBeBlank === true ? text('可不填') : null },
  };
}

function words(typed: string | undefined): Cell | null {
  return typed === undefined || typed === '' ? null : text(typed);
}

function yesNo(is: boolean): Cell {
  return text(is ? '是' : '否');
}
