/** Keeps the problem list short: one habit that runs down a whole column is said once, with its cells. */
import type { Problem } from '../base/problem';

/** Problems of these rules are joined by column; every other problem keeps its own line. */
const habits: Readonly<Record<string, (count: number) => string>> = {
  'year-assumed': (count) => `本列有${String(count)}处没有写年份，都按报告年度理解`,
  'merged-carried': (count) => `本列有${String(count)}处合并单元格，合并的各行都按同一内容计`,
  'figure-sign': (count) => `有${String(count)}项指标只写了“—”“/”一类的符号，都按“不涉及”计`,
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
  const list = `${cells.slice(0, namedCells).join('、')}${cells.length > namedCells ? ' 等' : ''}`;
  return [{ ...first, reason: `${says(group.length)}：${list}` }];
}
