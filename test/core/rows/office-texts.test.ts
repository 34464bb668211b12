/** The hub's paragraphs and days: each with its cells, and none of which the half is missing. */
import { holidays, narratives } from '../../../src/core/rows/office-texts';
import { holidaysTable, narrativesTable, ruleOfLaw } from '../../edition';
import type { CellInput } from '../grid-builder';
import { tableGrid } from '../office-builder';

const file = '总表.xlsx';
const source = (...grids: readonly ReturnType<typeof tableGrid>[]) => ({
  grids,
  file,
  reportYear: 2022,
  edition: ruleOfLaw,
});
const [first = '', second = ''] = ruleOfLaw.sections.narratives;

describe('a paragraph of the office’s own', () => {
  const read = (
    records: readonly Readonly<Record<string, CellInput>>[],
    merges: Parameters<typeof tableGrid>[2] = {},
  ) => narratives(source(tableGrid(narrativesTable, records, { workbook: file, ...merges })));

  it('is told with its section, order, condition and source', () => {
    const { value, problems } = read([
      { section: second, order: 7, text: '研究了三次。', condition: '有研究', source: '会议记录' },
      { section: first, text: '开了会。' },
    ]);
    expect(problems).toEqual([]);
    expect(value).toEqual([
      {
        section: second,
        order: 7,
        text: '研究了三次。',
        condition: '有研究',
        source: '会议记录',
        place: { file, sheet: narrativesTable.title, cell: 'A4' },
      },
      {
        section: first,
        order: 2,
        text: '开了会。',
        condition: '',
        source: '',
        place: { file, sheet: narrativesTable.title, cell: 'A5' },
      },
    ]);
  });

  it('without section or text is none, and is told', () => {
    const { value, problems } = read([
      { section: first, order: 1 },
      { text: '开了会。', order: 2 },
      { section: first, text: '又开了会。' },
    ]);
    expect(value.map(({ text, order }) => [text, order])).toEqual([['又开了会。', 3]]);
    expect(problems.map(({ level, place }) => `${level} ${place.cell ?? ''}`)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^error [A-Z]4$/u), expect.stringMatching(/^error [A-Z]5$/u)]),
    );
  });

  it('has the section of a merged cell', () => {
    const at = Object.keys(narrativesTable.columns).indexOf('section');
    const merges = [{ startRow: 3, endRow: 5, startColumn: at, endColumn: at + 1 }];
    const { value } = read([{ section: first, text: '一。' }, { text: '二。' }], { merges });
    expect(value.map(({ section, text }) => [section, text])).toEqual([
      [first, '一。'],
      [first, '二。'],
    ]);
  });
});

it('a day is free or a working day as it is marked, and none without both', () => {
  const { value, taken } = holidays(
    source(
      tableGrid(
        holidaysTable,
        [{ day: '2022-10-08', mark: '班' }, { day: '2022-10-01', mark: '休' }, { day: '2022-10-02' }, { mark: '休' }],
        { workbook: file },
      ),
    ),
  );
  expect(value).toEqual([
    { day: '2022-10-08', off: false },
    { day: '2022-10-01', off: true },
  ]);
  expect(taken?.some(({ role }) => role === 'used')).toBe(true);
});

it('a hub without the sheets has neither, and nobody misses them', () => {
  for (const read of [narratives, holidays]) expect(read(source())).toEqual({ value: [], problems: [], taken: [] });
});
