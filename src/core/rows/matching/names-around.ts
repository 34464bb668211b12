/** What stands above the name of a figure and may be a part of it: 行政许可 above 申请, 案卷评查数 above 其中：合格. */
import type { Grid } from '../../base/grid';
import { headerKey } from '../../base/text';
import { sectionSign } from '../../tables/other-rows/row-signs';
import { onlyFilled } from '../../tables/table-layout';

/** By a name as it is shown: the heading above it and what it is one of; nothing of a name that stands under several. */
export function namesAround(grid: Grid): (name: string) => readonly string[] {
  let known: ReadonlyMap<string, readonly string[]> | null = null;
  return (name) => (known ??= aroundIn(grid)).get(name.trim()) ?? [];
}

const part = /^其中[:：]?/u;

function aroundIn({ rows }: Grid): ReadonlyMap<string, readonly string[]> {
  const around = new Map<string, readonly string[]>();
  const wholes = new Map<number, string>();
  let heading = '';
  for (const cells of rows) {
    const only = onlyFilled(cells);
    if (only !== null) heading = headingOf(cells[only]?.shown ?? '');
    cells.forEach((cell, column) => {
      if (cell?.kind !== 'text' || only !== null) return;
      const name = cell.shown.trim();
      const isPart = part.test(name);
      const above = [isPart ? (wholes.get(column) ?? '') : '', heading].filter((one) => one !== '');
      const before = around.get(name);
      around.set(name, before === undefined || before.join('|') === above.join('|') ? above : []);
      if (!isPart) wholes.set(column, wholeOf(name));
    });
  }
  return around;
}

const longest = 20;

/** `二、行政许可办理情况` → 行政许可. */
function headingOf(shown: string): string {
  const key = headerKey(shown);
  return key.length > longest
    ? ''
    : key.replace(sectionSign, '').replace(/(?:办理|工作|基本)?(?:情况|数据|统计)?$/u, '');
}

/** The name without how it is counted. */
function wholeOf(name: string): string {
  const key = headerKey(name.slice(0, longest * 2));
  return key.replace(/\([^()]*\)$/u, '').replace(/(?:件数|次数|份数|总数|数量|数)$/u, '');
}
