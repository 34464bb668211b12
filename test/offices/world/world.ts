/** The plain truth about an invented office: what its departments are asked, what they answer, what state their files are in. */
import type { Line, Rules, TableRow } from './rules';
import type { Cell } from '../files/workbook-file';

/** What a department says where it is asked for a figure. `typed` is what stands in the cell. */
export type Answer =
  | { readonly said: 'number'; readonly digits: string; readonly typed: Cell; readonly hidden: boolean }
  | { readonly said: 'not-applicable'; readonly typed: Cell; readonly hidden: boolean }
  | { readonly said: 'unreadable'; readonly typed: Cell; readonly hidden: boolean }
  | { readonly said: 'nothing'; readonly hidden: boolean }
  /** The line itself is not in the sheet. */
  | { readonly said: 'no-line' };

/** `twice-one-named`: of two files one bears the department's name, and that one counts; of `twice` neither does. */
export type BookState = 'fine' | 'missing' | 'damaged' | 'other-year' | 'twice' | 'twice-one-named';

/** What a department writes in one line of 任务进展; cells are null where nothing stands. */
export interface Report {
  readonly status: Cell | null;
  /** What the status means; null where it is blank or no status at all. */
  readonly means: 'done' | 'open' | null;
  readonly doneOn: Cell | null;
  /** Null where it is blank or no day. */
  readonly doneDay: string | null;
  readonly hidden: boolean;
}

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly alias: string;
  readonly inGroup: boolean;
  readonly active: boolean;
  readonly book: BookState;
  /** Empty rows above the header of a table are none or two: the title and a remark. */
  readonly titled: boolean;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly reports: ReadonlyMap<string, Report>;
  /** Key of an own table → rows by header. */
  readonly events: ReadonlyMap<string, readonly TableRow[]>;
}

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly lead: string;
  readonly due: string;
  /** As it is typed. */
  readonly deadline: Cell;
  readonly approved: '' | '暂缓' | '取消';
  /** Code of the figure whose weakness it explains. */
  readonly indicator: string;
}

/** `filledBy` of the lines names the world's departments. */
export interface World {
  readonly seed: number;
  readonly rules: Rules;
  readonly year: number;
  readonly asOf: string;
  readonly cutoff: string;
  /** Header of a whole number of 设置 → the number. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly departments: readonly Department[];
  readonly lines: readonly Line[];
  readonly tasks: readonly Task[];
  /** What is typed into 设置 beside the year and the days; a town's usual words where it is not given. */
  readonly settings?: Readonly<Record<string, Cell>>;
  /** Lines of 薄弱 beside those of the areas, by field. */
  readonly weakTexts?: readonly Readonly<Record<string, Cell>>[];
  /** The lines of 综述素材. */
  readonly narratives?: readonly Narrative[];
  /** 上年值 of each number that is typed into 指标数据 is so many times that of the year; nothing stands there without it. */
  readonly lastYearTimes?: number;
}

/** A paragraph of the office's own. */
export interface Narrative {
  readonly section: string;
  readonly text: string;
}

/** Whether people type the line: it is no rate and not added up from others. */
export function isTyped({ kind, numerator }: Line): boolean {
  return kind !== '比率' && numerator === '';
}

/** The departments that are asked for the line, active or not. */
export function askedFor(
  line: Line,
  departments: readonly Pick<Department, 'name' | 'alias' | 'inGroup'>[],
  { words }: Rules,
): readonly string[] {
  if (!isTyped(line)) return [];
  const named = line.filledBy.split('、');
  return departments
    .filter(
      ({ name, alias, inGroup }) =>
        named.includes(words.everybody) ||
        (inGroup && named.includes(words.group)) ||
        named.includes(name) ||
        (alias !== '' && named.includes(alias)),
    )
    .map(({ name }) => name);
}
