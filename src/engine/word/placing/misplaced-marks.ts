/** Marks that do nothing where they stand: whoever wrote them expected something else. */
import type { Problem } from '../../../core/base/problem';
import { isPath } from '../../language/handlebars-ast';
import { cellHelpers, columnMark, goOnHelper } from '../../language/helpers/document-helpers';
import { tagProblem } from '../../language/tag';
import type { Block } from '../../language/match-blocks';
import { isCell, isWithin } from '../package/read-xml';
import { isColumnMark } from './column-loops';
import type { PartTags, PlacedTag } from '../parts/part-tags';

/** `loops`: number of a mark to go over columns → the opening tag of its loop, -1 for none. */
export function misplacedMarks({ tags }: PartTags, loops: ReadonlyMap<number, number>): readonly Problem[] {
  return tags.flatMap((placed, number) => {
    const expected = expectedOf(placed, loops.get(number) === -1);
    if (expected === null) return [];
    const { tag } = placed;
    return [tagProblem(tag, 'mark-placement', `标签“${tag.text}”写在这里不起作用`, expected)];
  });
}

function expectedOf({ tag: { call }, paragraph: { element, item } }: PlacedTag, isOutside: boolean): string | null {
  const name = call !== null && isPath(call.path) ? call.path.original : '';
  if (name === columnMark) return isOutside ? '请写在表格一格的循环里' : null;
  if (name === goOnHelper) return item === null ? '请写在自动编号的一段里' : null;
  return cellHelpers.includes(name) && !isWithin(element, isCell) ? '请写在表格的格里' : null;
}

/** Told of a loop that is to go over columns and cannot. */
export function noColumns({ tags }: PartTags, { open, close }: Block): readonly Problem[] {
  const mark = tags.slice(open, close).find(isColumnMark) ?? tags[open];
  if (!mark) return [];
  const reason = `标签“${mark.tag.text}”所在的循环不能逐列印`;
  const expected =
    '请让循环占满一格，或者同一行里相邻的几格，外面不留文字，里面不写 {{else}}；同一列的循环占一样多的列';
  return [tagProblem(mark.tag, 'mark-placement', reason, expected)];
}
