/** Several tables of figures under each other, and figures told in parts below one heading. */
import { figureBlocks, summedGroups } from '../../../../src/core/tables/shapes/figure-blocks';
import { rowSigns } from '../../../../src/core/tables/other-rows/row-signs';
import { reading2022 } from '../../../edition';
import { sheetOf } from '../other-rows/sheet-text';

const { rows } = reading2022.declared.words;

const blocksIn = (text: string, isTable = (): boolean => true): readonly string[] | null => {
  const blocks = figureBlocks(sheetOf(text), rowSigns(rows), isTable);
  return (
    blocks?.map((block) => block.rows.flatMap((cells, row) => (cells.length > 0 ? [row + 1] : [])).join(' ')) ?? null
  );
};

describe('tables under each other', () => {
  it('begin with a title below figures, a blank row or a remark', () => {
    expect(blocksIn('甲|乙\n1|2\n二、处罚\n丙|丁\n3|4')).toEqual(['1 2', '3 4 5']);
    expect(blocksIn('甲|乙\n无|无\n|\n二、处罚\n丙|丁\n3|4')).toEqual(['1 2 3', '4 5 6']);
    expect(blocksIn('甲|乙\n无|无\n备注：没有\n二、处罚\n丙|丁\n3|4')).toEqual(['1 2 3', '4 5 6']);
  });

  it('begin with no remark, no word below words, and none that heads no table', () => {
    expect(blocksIn('甲|乙\n1|2\n备注：没有\n3|4')).toBeNull();
    expect(blocksIn('甲|乙\n无|无\n处罚\n丙|丁\n3|4')).toBeNull();
    expect(blocksIn('甲|乙\n1|2\n二、处罚\n丙|丁\n3|4', () => false)).toBeNull();
  });

  it('keep the rows of a title without a table with the one above', () => {
    const isTable = (block: { readonly rows: readonly unknown[] }): boolean =>
      JSON.stringify(block.rows).includes('丁');
    const text = '甲|乙\n1|2\n处罚\n丙|戊\n3|4\n许可\n丙|丁\n5|6';
    const blocks = figureBlocks(sheetOf(text), rowSigns(rows), isTable) ?? [];
    expect(blocks.map(({ rows: all }) => all.filter((cells) => cells.length > 0).length)).toEqual([5, 3]);
  });
});

describe('parts below one heading', () => {
  const grid = (parts: string, values: string): Parameters<typeof summedGroups>[0] =>
    sheetOf(`单位|行政许可||\n|${parts}\n甲|${values}`, {
      merges: [{ startRow: 0, endRow: 1, startColumn: 1, endColumn: 4 }],
    });
  const summed = (parts: string, values = '1|2|3', apart: readonly string[] = []): unknown => {
    const one = summedGroups(grid(parts, values), (name) => ['行政许可', '撤销', '行政许可受理'].includes(name), apart);
    return one.rows[2]?.slice(1).flatMap((cell) => (cell?.kind === 'number' ? [cell.value] : []));
  };

  it('add up', () => {
    expect(summed('新办|变更|延续')).toEqual([6]);
  });

  it.each([
    ['with a total beside them', '新办|变更|合计'],
    ['with what is counted in another', '新办|其中网办|变更'],
    ['with one that is a figure itself', '新办|变更|撤销'],
    ['with one that is a figure behind the heading', '新办|变更|受理'],
    ['with one that has no name', '新办||变更'],
  ])('do not %s', (_, parts) => {
    expect(summed(parts)).toEqual([1, 2, 3]);
  });

  it.each([
    ['an amount and a rate', '金额|到位率|预算'],
    ['shares', '本级占比|委托占比|其他占比'],
    ['so many cases and an amount', '件数|金额|办结数'],
    ['units that differ', '新办（件）|变更（件）|延续（人次）'],
    ['last year', '新办|变更|上年同期'],
    ['a plan', '新办|变更|年度计划'],
    ['what was found', '新办|变更|发现问题'],
  ])('do not with %s', (_, parts) => {
    expect(summed(parts, '1|2|3', rows.countedApart)).toEqual([1, 2, 3]);
  });

  it('add up where all of them are counted alike', () => {
    expect(summed('新办件数|变更件数|延续件数', '1|2|3', rows.countedApart)).toEqual([6]);
    expect(summed('新办（件）|变更（件）|延续（件）', '1|2|3', rows.countedApart)).toEqual([6]);
  });

  it('are none where the heading is merged down and a word stands below it', () => {
    const merges = [{ startRow: 0, endRow: 2, startColumn: 1, endColumn: 2 }];
    const one = sheetOf('单位|行政许可\n|\n甲|无\n乙|3', { merges });
    expect(summedGroups(one, (name) => name === '行政许可', [])).toBe(one);
  });

  it('do not with what others count', () => {
    expect(summed('新办|变更|法院强制', '1|2|3', ['法院'])).toEqual([1, 2, 3]);
  });
});
