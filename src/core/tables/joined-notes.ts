/** Keeps the problem list short: one habit that runs down a whole column is said once, with its cells. */
import { cellName, type Place } from '../base/place';
import type { Problem } from '../base/problem';
import type { CellSpan } from '../base/taken';

/** Problems of these rules are joined by column; every other problem keeps its own line. */
const habits: Readonly<Record<string, (count: number) => string>> = {
  'year-assumed': (count) => `本列有${String(count)}处没有写年份，都按报告年度理解`,
  'merged-carried': (count) => `本列有${String(count)}处合并单元格，合并的各行都按同一内容计`,
  'figure-sign': (count) => `有${String(count)}项指标只写了“—”“/”一类的符号，都按“不涉及”计`,
  'filler-inactive': (count) => `有${String(count)}项指标的填报单位都不再填报（“启用”为否），没有人填`,
  'figure-blank': (count) => `有${String(count)}项指标没有填写，不等于 0`,
};
const namedCells = 10;

/** The problems in their order; several of one habit in one column become one, at the first cell. */
export function joinedNotes(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = problem.code in habits ? `${problem.code} ${columnOf(problem)}` : `single ${String(groups.size)}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].flatMap(joined);
}

function columnOf({ place }: Problem): string {
  // bounded: the name of a cell
  return `${place.sheet ?? ''} ${(place.cell ?? '').replace(/\d+$/u, '')}`;
}

function joined(group: readonly Problem[]): readonly Problem[] {
  const [first] = group;
  const says = first === undefined ? undefined : habits[first.code];
  if (first === undefined || says === undefined || group.length === 1) return group;
  const cells = group.map((problem) => problem.place.cell ?? '');
  const covers = group.flatMap((problem) => problem.covers ?? []);
  return [{ ...first, reason: joinedReason(says, cells), ...(covers.length > 0 && { covers }) }];
}

function joinedReason(says: (count: number) => string, cells: readonly string[]): string {
  const list = `${cells.slice(0, namedCells).join('、')}${cells.length > namedCells ? ' 等' : ''}`;
  return `${says(cells.length)}：${list}`;
}

/** The problems in their order; those of the one rule without the cells of which those of the other, weightier one speak. */
export function withoutCellsTold(problems: readonly Problem[], code: string, by: string): readonly Problem[] {
  const keyOf = ({ file }: Place, span: CellSpan): string => JSON.stringify([file, span]);
  const told = new Set(
    problems.flatMap((one) => (one.code === by ? (one.covers ?? []).map((span) => keyOf(one.place, span)) : [])),
  );
  if (told.size === 0) return problems;
  return problems.flatMap((one): readonly Problem[] => {
    const { covers = [], place } = one;
    const left = covers.filter((span) => !told.has(keyOf(place, span)));
    if (one.code !== code || left.length === covers.length) return [one];
    const cells = left.map(({ startRow, startColumn }) => cellName(startRow, startColumn));
    const [cell] = cells;
    const says = habits[code];
    if (cell === undefined || says === undefined) return [];
    return [{ ...one, place: { ...place, cell }, reason: joinedReason(says, cells), covers: left }];
  });
}
