/**
 * A department's workbook as text, with what each of its cells says beside it. Lines of the sheet are cells parted by `|`; `#` begins one
 * that holds no data, `列:` names what the columns below it hold (`-`: nothing that is read), `=>` a cell's meaning where it is not
 * what stands there (`!`: it must be refused), `数:` a figure made of several cells, `得:` a figure the rows of an own sheet give.
 */
import type { Merge } from '../../../src/core/base/grid';
import { cellOf as cellNamed } from '../../../src/core/base/place';
import { dateCell, type CellInput } from '../../core/grid-builder';

/** One cell and what it says: `field` is that of its column, `says` null where nothing may be taken. */
export interface CaseCell {
  readonly row: number;
  readonly column: number;
  readonly field: string;
  readonly says: string | null;
  readonly text: string;
}

/** A figure that several cells make together: this year's value, and last year's. */
interface CaseFigure {
  readonly code: string;
  readonly value: string;
  readonly lastYear: string | null;
  readonly cells: ReadonlySet<string>;
}

export interface CaseSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellInput[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
  readonly cells: readonly CaseCell[];
  readonly figures: readonly CaseFigure[];
}

/** An answer a person gives: sheet, 列或行, 当作. */
type CaseClick = readonly [sheet: string, subject: string, as: string];

export interface LedgerCase {
  readonly file: string;
  readonly year: number;
  readonly departments: readonly string[];
  readonly tasks: readonly string[];
  readonly clicks: readonly CaseClick[];
  readonly sheets: readonly CaseSheet[];
  /** Figures by code that the own sheets must give. */
  readonly gives: readonly (readonly [code: string, value: string])[];
}

/** The head of the case, and a block of lines for each sheet. */
export function readCase(text: string): LedgerCase {
  const [head = '', ...blocks] = text.split(/^== /mu);
  const all = text.split('\n');
  const departments = wordsOf(valuesOf(head.split('\n'), '单位')[0] ?? '', '、');
  const [file = `${(departments[0] ?? '').replace('*', '')}.xlsx`] = valuesOf(head.split('\n'), '文件');
  return {
    file,
    year: Number(valuesOf(head.split('\n'), '年度')[0]),
    departments,
    tasks: valuesOf(head.split('\n'), '任务'),
    clicks: valuesOf(head.split('\n'), '点击').map((line) => {
      const [sheet = '', subject = '', as = ''] = wordsOf(line, '|');
      return [sheet, subject, as] as const;
    }),
    sheets: blocks.map(readSheet),
    gives: valuesOf(all, '得').map((line) => {
      const [code = '', value = ''] = wordsOf(line, '=');
      return [code, value] as const;
    }),
  };
}

function valuesOf(lines: readonly string[], key: string): readonly string[] {
  return lines.flatMap((line) =>
    line.startsWith(`${key}:`) && line.length > key.length + 1 ? line.slice(key.length + 1).trim() || [] : [],
  );
}

function wordsOf(text: string, sign: string): readonly string[] {
  return text.split(sign).map((word) => word.trim());
}

const keys = /^(?:合并|隐藏|划去|列|数|得):/u;

function readSheet(block: string): CaseSheet {
  const [name = '', ...lines] = block.split('\n');
  const struck = new Set(valuesOf(lines, '划去').map((row) => Number(row) - 1));
  const rows: CellInput[][] = [];
  const cells: CaseCell[] = [];
  let fields: readonly string[] = [];
  for (const line of lines.filter((one) => one !== '')) {
    if (line.startsWith('列:')) fields = wordsOf(line.slice(2), '|');
    if (keys.test(line)) continue;
    const isData = !line.startsWith('#');
    const row = rows.length;
    const texts = wordsOf(line.replace(/^#/u, ''), '|').map((cell) => wordsOf(cell, '=>'));
    rows.push(texts.map(([text = '']) => struckCell(inputOf(text), struck.has(row))));
    if (!isData) continue;
    texts.forEach(([text = '', said], column) => {
      if (text !== '') cells.push({ row, column, ...meaningOf(fields[column] ?? '-', text, said) });
    });
  }
  return {
    name: name.trim(),
    rows,
    merges: valuesOf(lines, '合并').map(mergeOf),
    hiddenRows: valuesOf(lines, '隐藏').map((row) => Number(row) - 1),
    cells,
    figures: valuesOf(lines, '数').map(figureOf),
  };
}

/** `@2024-05-20` is a day, `{12 人}` a number whose format writes the unit, `⏎` a line break. */
export function inputOf(text: string): CellInput {
  if (text.startsWith('@')) return dateCell(text.slice(1));
  const [, digits = '', unit = ''] = /^\{([\d.]+) (.+)\}$/u.exec(text) ?? [];
  if (digits !== '') return { kind: 'number', value: Number(digits), shown: `${digits}${unit}`, format: { unit } };
  return /^(?:0|[1-9]\d{0,7})(?:\.\d+)?$/u.test(text) ? Number(text) : text.replaceAll('⏎', '\n');
}

function struckCell(input: CellInput, isStruck: boolean): CellInput {
  return isStruck && typeof input === 'string' && input !== ''
    ? { kind: 'text', value: input, shown: input, isStruck }
    : input;
}

function meaningOf(field: string, text: string, said: string | undefined): Pick<CaseCell, 'field' | 'says' | 'text'> {
  const bare = text
    .replaceAll('⏎', '\n')
    .replace(/^@/u, '')
    .replace(/^\{([\d.]+) .+\}$/u, '$1');
  const isNone = (said ?? field) === '-' || said === '!';
  return { field: said === '!' ? '!' : field, says: isNone ? null : (said ?? bare), text };
}

function mergeOf(text: string): Merge {
  const [from, to] = text.split(':').map((cell) => cellNamed(cell));
  if (from == null || to == null) throw new Error(`no range: ${text}`);
  return { startRow: from.row, endRow: to.row + 1, startColumn: from.column, endColumn: to.column + 1 };
}

/** `C1=140/128 ← A4 C4:H4`. */
function figureOf(text: string): CaseFigure {
  const [said = '', places = ''] = wordsOf(text, '←');
  const [code = '', values = ''] = wordsOf(said, '=');
  const [value = '', lastYear = null] = wordsOf(values, '/');
  const cells = places.split(' ').flatMap((one) => cellsIn(one.includes(':') ? one : `${one}:${one}`));
  return { code, value, lastYear, cells: new Set(cells) };
}

function cellsIn(range: string): readonly string[] {
  const { startRow, endRow, startColumn, endColumn } = mergeOf(range);
  return Array.from({ length: endRow - startRow }, (_, row) =>
    Array.from({ length: endColumn - startColumn }, (__, column) => atKey(startRow + row, startColumn + column)),
  ).flat();
}

/** How a cell is known: its row and column from 0. */
export function atKey(row: number, column: number): string {
  return `${String(row)} ${String(column)}`;
}
