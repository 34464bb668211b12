/** What files, sheets and titles of ledgers say of whose they are, of which town and of which year. */
import type { Grid } from '../../base/grid';
import { oncePer } from '../../base/once-per';
import { anyOf, bareName, nameKey, normalised } from '../../base/text';
import type { RowWords } from '../../cells/readings';

/** A workbook of the folder: its name, the folder it lay in below (null for none), and its sheets. */
export interface Ledger {
  readonly file: string;
  readonly folder: string | null;
  readonly grids: readonly Grid[];
}

/** Rows in which titles and the line of 填报单位 stand. */
const headRows = 5;
const longestTitle = 60;

/** What stands above the tables of a workbook, with the names of its sheets and its own. */
function titlesOf({ file, grids }: Ledger): readonly string[] {
  const above = grids.flatMap(({ rows }) =>
    rows.slice(0, headRows).flatMap((row) => row.map((cell) => normalised(cell?.shown.slice(0, longestTitle) ?? ''))),
  );
  return [bareName(file), ...grids.map(({ sheet }) => sheet), ...above].filter((text) => text !== '');
}

/** How names end, and what stands before a unit's, as an edition has it. */
type NameEnds = Pick<RowWords, 'townEnds' | 'unitEnds' | 'noEnds' | 'ownerLabels'>;

/** The town most titles begin with; null where none does. */
export function townIn(ledgers: readonly Ledger[], ends: NameEnds): string | null {
  const names = ledgers.flatMap((one) => titlesOf(one).flatMap((title) => townAtStart(title, ends) ?? []));
  return mostOften(names);
}

/** The shortest name of a town that the text begins with, behind a year. */
function townAtStart(title: string, { townEnds, noEnds }: NameEnds): string | null {
  const text = title.replace(/^20\d\d年?度?/u, '');
  const own = /^\p{Script=Han}{1,12}/u.exec(text)?.[0] ?? '';
  return nameAtStart(own, { ends: townEnds, noEnds, shortest: 2, longest: 6 });
}

interface NameSearch {
  readonly ends: readonly string[];
  /** 处罚 where 处 is an end. */
  readonly noEnds: readonly string[];
  /** Characters before the end. */
  readonly shortest: number;
  readonly longest: number;
}

/** The text up to the first end behind which no other begins: 社会事务办公室, not 社会事务办; null without one. */
function nameAtStart(text: string, { ends, noEnds, shortest, longest }: NameSearch): string | null {
  const endsAt = (at: number): readonly string[] =>
    ends.filter(
      (end) => text.startsWith(end, at) && !noEnds.some((no) => no.startsWith(end) && text.startsWith(no, at)),
    );
  for (let at = shortest; at <= longest && at < text.length; at += 1) {
    const end = endsAt(at).find((one) => endsAt(at + one.length).length === 0);
    if (end !== undefined) return text.slice(0, at + end.length);
  }
  return null;
}

/** The year most titles of a workbook name, or else most days in its cells; null where there is none. */
function yearOf(ledger: Ledger): string | null {
  const cells = ledger.grids.flatMap(({ rows }) => rows.flat());
  const titled = titlesOf(ledger).flatMap((text) => /(20\d\d)年/u.exec(text)?.[1] ?? []);
  return (
    mostOften(titled) ??
    mostOften(cells.flatMap((one) => /^(20\d\d)[-./年]/u.exec(one?.shown.slice(0, 5) ?? '')?.[1] ?? []))
  );
}

/** The year most workbooks are of, null where none says; and those of another one. */
export function yearIn(ledgers: readonly Ledger[]): {
  readonly year: number | null;
  readonly others: readonly string[];
} {
  const years = ledgers.map((one) => ({ file: one.file, year: yearOf(one) }));
  const most = mostOften(years.flatMap(({ year }) => year ?? []));
  const others = years.flatMap(({ file, year }) => (year === null || year === most ? [] : [`${file}（${year}年）`]));
  return { year: most === null ? null : Number(most), others };
}

function mostOften(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

const saidUnit = oncePer(
  ({ ownerLabels }: NameEnds): RegExp =>
    new RegExp(`${anyOf(ownerLabels)}(?:[(（][^)）]{0,6}[)）])?[:：]?\\s{0,4}([^\\s:：，,；;]{0,20})`, 'u'),
);

/** The unit whose ledger it is, without the town's name: by the name of the file, the line 填报单位, or its folder; null for none. */
export function unitOf(ledger: Ledger, town: string | null, ends: NameEnds): string | null {
  const { file, folder, grids } = ledger;
  const said = grids.flatMap(({ rows }) => rows.slice(0, headRows).flatMap((row) => saidIn(row, ends)));
  return (
    [bareName(file), ...said, folder ?? ''].map((text) => unitNamed(text, town, ends)).find((name) => name !== null) ??
    null
  );
}

/** The unit the name of the file tells; null for none. */
export function unitOfFile(file: string, town: string | null, ends: NameEnds): string | null {
  return unitNamed(bareName(file), town, ends);
}

function saidIn(row: Grid['rows'][number], ends: NameEnds): readonly string[] {
  const texts = row.flatMap((cell) => (cell === undefined ? [] : normalised(cell.shown.slice(0, longestTitle))));
  return texts.flatMap((text, at) => {
    const [whole, name] = saidUnit(ends).exec(text) ?? [];
    return whole === undefined ? [] : (name ?? '') === '' ? (texts[at + 1] ?? []) : (name ?? '');
  });
}

function unitNamed(text: string, town: string | null, { unitEnds, noEnds }: NameEnds): string | null {
  const plain = withoutTown(
    nameKey(text)
      .replace(/^\d{1,3}[-_.、]/u, '')
      .replace(/20\d\d(?:年度?)?/gu, ''),
    town,
  );
  const name = nameAtStart(plain, { ends: unitEnds, noEnds, shortest: 1, longest: 20 });
  return name === null || /^[各全]/u.test(name) ? null : name;
}

/** `青石岭镇司法所` is 司法所; the town itself stays. */
export function withoutTown(name: string, town: string | null): string {
  const rest = town !== null && name.startsWith(town) ? name.slice(town.length) : name;
  return rest.length < 2 ? name : rest;
}

/** By which two names are one: 执法办 and 执法办公室. */
export function unitKey(name: string): string {
  return nameKey(name).replace(/办公室$/u, '办');
}
