/** The setting 列对应: which of an office's own sheets and headers are which of the declared ones. */
import { rowsWord, type Mapped, type Mapping } from '../base/mapping';
import { nearest } from '../base/nearest';
import type { Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import { headerKey } from '../base/text';
import type { Declared } from '../tables/declared';
import { titleKey } from '../tables/usages/title-key';
import type { Form, Table } from '../tables/sheet';

const example = '任务进展：办结情况＝状态、时间＝完成日期';

/** What stands before the colon where sheets are named and not headers. */
const sheetsWord = '工作表';

/** One line of the setting, taken apart. */
interface MappingLine {
  readonly text: string;
  readonly left: string;
  readonly pairs: readonly (readonly [from: string, to: string])[];
}

/**
 * Lines parted by line breaks or ；: `任务进展：办结情况＝状态、时间＝完成日期`, `工作表：落实情况＝任务进展` and `认作：执法人员持证＝A-03`. A name
 * that holds one of these signs stands in “ ”. What cannot be understood is left out and listed, all else holds.
 */
export function columnMapping(text: string, place: Place, { department, hub }: Declared): Result<Mapping> {
  const declared = [...department, ...hub];
  const told: Problem[] = [];
  const tell = (actual: string, reason: string, expected: string): readonly Mapped[] => {
    told.push({ code: 'mapping-unreadable', level: 'error', place, actual, reason: `列对应的${reason}`, expected });
    return [];
  };
  const lines = text
    .split(/[\n；;]+/u)
    .filter((line) => headerKey(line) !== '')
    .flatMap((line) => {
      const parsed = parseLine(line.trim());
      if (parsed === null) tell(line.trim(), `“${line.trim()}”看不懂，没有采用`, `请写成如：${example}`);
      return parsed ?? [];
    });
  const sheets = lines.filter(isOfSheets).flatMap(({ pairs }) =>
    pairs.flatMap(([from, to]) => {
      const sheet = declaredSheet(to, declared);
      return sheet === null
        ? tell(to, `“${from}＝${to}”没有采用：没有“${to}”这张表`, didYouMean(to, titlesOf(declared)))
        : [{ sheet: null, from: headerKey(from), to: sheet.title }];
    }),
  );
  const rows = lines
    .filter(isOfRows)
    .flatMap(({ pairs }) => pairs.map(([from, to]): Mapped => ({ sheet: rowsWord, from: headerKey(from), to })));
  const columns = lines
    .filter((line) => !isOfSheets(line) && !isOfRows(line))
    .flatMap(({ left, pairs }) => {
      const title = sheets.find(({ from }) => from === headerKey(left))?.to ?? left;
      const sheet = declaredSheet(title, declared);
      if (sheet === null) {
        return tell(left, `“${left}：”没有采用：没有“${left}”这张表`, didYouMean(left, titlesOf(declared)));
      }
      return pairs.flatMap(([from, to]) => {
        const header = declaredHeader(sheet, to);
        return header === null
          ? tell(to, `“${from}＝${to}”没有采用：“${sheet.title}”没有“${to}”列`, didYouMean(to, headersOf(sheet)))
          : [{ sheet: sheet.title, from: headerKey(from), to: header }];
      });
    });
  const value = [...sheets, ...rows, ...columns];
  return { value: value.filter((one) => !isSecond(one, value)), problems: [...told, ...secondMeanings(value, place)] };
}

function isOfSheets({ left }: MappingLine): boolean {
  return headerKey(left) === sheetsWord;
}

/** Whether a record is there is known where the rows are read. */
function isOfRows({ left }: MappingLine): boolean {
  return headerKey(left) === rowsWord;
}

/** Not within “ ”. */
const outside = '(?=(?:[^“”]*“[^“”]*”)*[^“”]*$)';

/** Far above a line that names every column of a sheet. */
const longestLine = 4000;

function parseLine(text: string): MappingLine | null {
  if (text.length > longestLine) return null;
  const [, left, right] = /^([^:：]+)[:：](.+)$/u.exec(text) ?? [];
  if (left === undefined || right === undefined) return null;
  // bounded: a line up to `longestLine`
  const pairs = right.split(new RegExp(`[、,，]${outside}`, 'u')).flatMap((pair) => {
    // bounded: a part of that line
    const [from, to, ...more] = pair.split(new RegExp(`[=＝→]${outside}`, 'u')).map(withoutQuotes);
    return from && to && more.length === 0 ? [[from, to] as const] : [null];
  });
  const whole = pairs.filter((pair) => pair !== null);
  return whole.length === pairs.length ? { text, left: withoutQuotes(left), pairs: whole } : null;
}

function withoutQuotes(text: string): string {
  return text
    .trim()
    .replace(/^[“"](.*)[”"]$/u, '$1')
    .trim();
}

function declaredSheet(name: string, declared: readonly (Table | Form)[]): Table | Form | null {
  const isCalled = (titles: readonly string[]): boolean => titles.some((title) => titleKey(title) === titleKey(name));
  return declared.find(({ title }) => isCalled([title])) ?? declared.find(({ synonyms }) => isCalled(synonyms)) ?? null;
}

function declaredHeader({ columns }: Table | Form, name: string): string | null {
  const key = headerKey(name);
  const all = Object.values(columns);
  const found =
    all.find(({ header, synonyms }) => [header, ...synonyms].map(headerKey).includes(key)) ??
    all.find(({ usages }) => usages.map(headerKey).includes(key));
  return found?.header ?? null;
}

function titlesOf(sheets: readonly (Table | Form)[]): readonly string[] {
  return sheets.map(({ title }) => title);
}

function headersOf({ columns }: Table | Form): readonly string[] {
  return Object.values(columns).map(({ header }) => header);
}

function didYouMean(name: string, names: readonly string[]): string {
  const similar = nearest(name, names);
  return similar === null ? `等号右边可用：${names.join('、')}` : `是否指“${similar}”？可用：${names.join('、')}`;
}

/** One name cannot mean two things; the first meaning holds. */
function isSecond(one: Mapped, all: readonly Mapped[]): boolean {
  return all.find(({ sheet, from }) => sheet === one.sheet && from === one.from)?.to !== one.to;
}

function secondMeanings(all: readonly Mapped[], place: Place): readonly Problem[] {
  return all
    .filter((one) => isSecond(one, all))
    .map(({ from, to }) => ({
      code: 'mapping-twice',
      level: 'error',
      place,
      actual: `${from}＝${to}`,
      reason: `列对应里“${from}”写了两次，“${from}＝${to}”没有采用`,
      expected: '请只留一个',
    }));
}
