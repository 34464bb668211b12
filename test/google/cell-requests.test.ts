import fc from 'fast-check';
import { cell } from '../../src/core/sheets/draft';
import { starterContents } from '../../src/core/sheets/hub-contents';
import { hubDraft } from '../../src/core/sheets/hub-draft';
import type { Style } from '../../src/core/sheets/styles';
import { requestsForCells, styledBlocks } from '../../src/google/cell-requests';
import { requestsFromDraft } from '../../src/google/workbook-requests';
import { ruleOfLaw } from '../edition';

const anyStyle = fc.constantFrom<Style>('plain', 'header', 'open-text', 'locked-day');

describe('areas of one style', () => {
  it('cover each cell of any rows once, with its own style', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyStyle, { maxLength: 6 }), { maxLength: 12 }), (styles) => {
        const painted = styles.map((row) => row.map((): Style[] => []));
        for (const block of styledBlocks(styles.map((row) => row.map((style) => cell('字', style))))) {
          for (let row = block.startRow; row < block.endRow; row += 1) {
            for (let column = block.startColumn; column < block.endColumn; column += 1) {
              painted[row]?.[column]?.push(block.style);
            }
          }
        }
        expect(painted).toEqual(styles.map((row) => row.map((style) => [style])));
      }),
    );
  });

  it('stay within the rows, however uneven these are', () => {
    const rows = [[cell('甲', 'plain')], [cell('甲', 'plain'), cell('乙', 'plain')]];
    const areas = styledBlocks(rows).map(({ startRow, endRow, startColumn, endColumn }) => [
      [startRow, endRow],
      [startColumn, endColumn],
    ]);
    expect(areas).toEqual([
      [
        [0, 2],
        [0, 1],
      ],
      [
        [1, 2],
        [1, 2],
      ],
    ]);
  });

  it('are as few for a long table as for a short one', () => {
    const table = (length: number) =>
      Array.from({ length }, () => [cell('甲', 'locked-word'), cell(1, 'locked-number'), cell('丙', 'locked-number')]);
    expect(styledBlocks(table(2000))).toEqual(styledBlocks(table(2)).map((block) => ({ ...block, endRow: 2000 })));
    expect(requestsForCells(table(2000), 1)).toHaveLength(3);
  });
});

describe('the hub in one call', () => {
  const requests = requestsFromDraft(hubDraft(ruleOfLaw, starterContents(ruleOfLaw, 2022)), [0], 'office@example.cn');

  it('sends at most 400 KB', () => {
    expect(Buffer.byteLength(JSON.stringify({ requests }))).toBeLessThanOrEqual(400_000);
  });
});
