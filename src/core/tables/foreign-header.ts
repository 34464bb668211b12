/** Tells the header of another table from a record, where two tables stand under each other on one sheet. */
import { cellAt, type Grid } from '../base/grid';
import { headerKey } from '../base/text';
import { tablesOf, type Declared } from './declared';
import { headerAt, requiredOf, type FoundColumns } from './find-header';
import { knownNames } from './match-headers';
import { readCell } from './read-cell';
import type { Column, Table } from './sheet';

/** A header that is not ours. */
export interface ForeignHeader {
  /** The declared table it belongs to; null for nobody's. */
  readonly title: string | null;
  readonly headers: readonly string[];
}

/** Words people put above columns, as the last part of a header. */
const headerWords =
  /(?:编号|序号|姓名|名称|人数|次数|数量|金额|合计|日期|时间|期限|单位|部门|科室|岗位|职务|职称|备注|说明|电话|手机|邮箱|地址|地点|内容|主题|类型|类别|性别|年龄|学历|专业|情况|方式|原因|结果|级别|等级|项目|事项|进度|负责人|联系人|责任人|经办人|领导|措施|目标|问题|建议|依据|状态|得分|分值|人|数|率)$/u;

const longestHeader = 12;

/** Whether a cell holds a value of its column does not depend on the year. */
const anyYear = 2022;

/** The table whose records end here, as it was found. */
interface Ours {
  readonly table: Table;
  readonly found: FoundColumns;
  readonly isStart: boolean;
  readonly declared: Declared;
}

/**
 * The header of another table that begins in this row, or null. A declared one must have all its required columns and
 * more of them than ours; nobody's is only looked for at the start of a block of its own (`isStart`), as a row of words
 * that name columns.
 */
export function foreignHeaderAt(grid: Grid, row: number, ours: Ours): ForeignHeader | null {
  const headers = wordsOf(grid, row);
  if (headers === null || holdsOurValue(grid, row, ours)) return null;
  const title = declaredAt(grid, row, ours);
  if (title !== null) return { title, headers };
  const known = new Set(tablesOf(ours.declared).flatMap(knownNames));
  const likely = headers.filter((word) => headerWords.test(headerKey(word)) || known.has(headerKey(word)));
  return ours.isStart && likely.length > 1 && likely.length * 2 >= headers.length ? { title: null, headers } : null;
}

/** The texts of a row of short words without figures and nothing else, at least two; null for any other row. */
function wordsOf(grid: Grid, row: number): readonly string[] | null {
  const cells = (grid.rows[row] ?? []).filter((cell) => cell !== undefined && headerKey(cell.shown) !== '');
  const isWord = (text: string): boolean => text.length <= longestHeader && !/[\d。；;，,：:！？]/u.test(text);
  const words = cells.flatMap((cell) =>
    cell?.kind === 'text' && isWord(headerKey(cell.shown)) ? [cell.shown.trim()] : [],
  );
  return words.length > 1 && words.length === cells.length ? words : null;
}

/** A day, a number or a word of a list in its column: the row is a record, whatever its other words. */
function holdsOurValue(grid: Grid, row: number, { table, found, declared }: Ours): boolean {
  const place = { file: grid.workbook, sheet: grid.sheet };
  return [...found.columns].some(([field, at]) => {
    const column: Column | undefined = table.columns[field];
    if (column === undefined || column.type === 'text' || column.type === 'names') return false;
    const { read } = readCell(cellAt(grid, row, at), place, column, { reportYear: anyYear, declared });
    return read.value !== null;
  });
}

function declaredAt(grid: Grid, row: number, { table, declared }: Ours): string | null {
  const own = headerAt(grid, table, { row }, declared)?.matches.size ?? 0;
  for (const other of tablesOf(declared)) {
    if (other.title === table.title) continue;
    const found = headerAt(grid, other, { row }, declared);
    const required = Object.values(other.columns).filter((column) => column.required);
    const isWhole = found !== null && requiredOf(other, found).length === required.length;
    if (isWhole && found.matches.size > Math.max(2, own)) return other.title;
  }
  return null;
}
