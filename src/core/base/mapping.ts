/** What the office says of sheets and headers that bear other names than the declared ones. */
import { groupsBy } from './groups';
import { oncePer } from './once-per';

/** What stands in place of a sheet where rows are meant: `认作：办结执法人员持证＝A-03`. */
export const rowsWord = '认作';

/** One entry: what people call something, and what it is. */
export interface Mapped {
  /**
   * The declared title of the sheet on which `from` is a header or a label; null where `from` is itself a sheet, `rowsWord` where
   * it is what a row is called by.
   */
  readonly sheet: string | null;
  /** In the form names are compared by (`headerKey`). */
  readonly from: string;
  /** A declared header, a declared title, or of a row a task's number or an indicator's code or name. */
  readonly to: string;
}

/** Stands for a name in `to`: what is called so is not to be read. */
export const leftOut = '';

/** What was confirmed of one sheet of a department's own workbook beside the names that a `Mapping` holds. */
export interface SheetRules {
  /** The sheet is not to be read. */
  readonly isLeft: boolean;
  /** The row (from 0) in which the header stands; null where it is looked for. */
  readonly headerRow: number | null;
  /** What names a row (`headerKey`) → the number of the task or the code of the indicator it speaks of. */
  readonly rows: ReadonlyMap<string, string>;
  /** A word for a state (`nameKey`) → the declared word of the same meaning. */
  readonly statuses: ReadonlyMap<string, string>;
}

/** What to do where it is to be read. */
export const leftHint = '要读取的，请在“接入台账”里改';

/** All entries; none holds unless the office wrote one. */
export type Mapping = readonly Mapped[];

/** The declared name of a header, label (`sheet` is the declared title) or sheet (`sheet` is null); null when none was given. */
export function mappedName(mapping: Mapping | undefined, sheet: string | null, key: string): string | null {
  if (mapping === undefined || mapping.length === 0) return null;
  return named(mapping).get(sheet)?.get(key)?.to ?? null;
}

/** By sheet and name the first entry: each header of each sheet asks. */
const named = oncePer((mapping: Mapping): ReadonlyMap<string | null, ReadonlyMap<string, Mapped>> => {
  const bySheet = groupsBy(mapping, ({ sheet }) => sheet);
  return new Map(
    [...bySheet].map(([sheet, own]) => [sheet, new Map(own.map((one) => [one.from, one] as const).reverse())]),
  );
});

/** A name as 列对应 takes it: in “ ” where it holds a sign that parts names. */
export function mappingName(name: string): string {
  return /[、,，=＝→:：;；\n]/u.test(name) ? `“${name}”` : name;
}

/** Whether the advice is to say so there: beside a list to choose from it says nothing. */
export function isMappingAdvice(text: string): boolean {
  return text.includes(inHub);
}

const inHub = '在总表“设置”的“列对应”里写';

/** How the office can say so itself: `在总表……里写“任务进展：办妥＝完成日期”`. */
export function inMapping(line: string): string {
  return `${inHub}“${line}”`;
}
