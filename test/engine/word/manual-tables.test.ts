/** The tables and tags of the manual's chapter on templates, made into documents as they stand there, and filled. */
import { readFileSync } from 'node:fs';
import { fillDocument, type Filled } from '../../../src/engine/word/fill-document';
import { fillText } from '../../../src/engine/language/fill-text';
import { parseData } from '../../../src/engine/language/data/parse-data';
import { docx, p, readPart, row, table } from './docx-builder';

const [, chapter = ''] = /\n## 八、改模板\n([^]*?)\n## /u.exec(readFileSync('docs/使用手册.md', 'utf8')) ?? [];
const data = {
  年度: 2022,
  指标: { 执法培训人均学时: 64, 行政复议被申请: null },
  列: ['普法', '执法'],
  单位: [
    {
      名: '司法所',
      值: [
        { 数: 3, 率: 90 },
        { 数: 4, 率: 80 },
      ],
      和: 7,
    },
    {
      名: '派出所',
      值: [
        { 数: 5, 率: 70 },
        { 数: 6, 率: 60 },
      ],
      和: 11,
    },
  ],
};

function filled(body: string, given: object): Filled {
  const { value } = parseData(JSON.stringify(given), '数据.json');
  if (value === null) throw new Error('no data');
  return fillDocument(docx(body), value.model, value.dictionary, { name: '模板.docx' });
}

/** The texts of the cells, row by row. */
function cellsOf({ bytes }: Filled): readonly (readonly string[])[] {
  return readPart(bytes)
    .split('</w:tr>')
    .slice(0, -1)
    .map((line) =>
      line
        .split('</w:tc>')
        .slice(0, -1)
        .map((one) => [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = '']) => text).join('')),
    );
}

it('the table with columns by data is filled as it stands', () => {
  const lines = chapter.split('\n').filter((line) => /^\| [单`]/u.test(line));
  const cells = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((one) => one.trim().replaceAll('`', '')),
  );
  expect(cells.map(({ length }) => length)).toEqual([3, 3]);
  const { 列: across, ...others } = data;
  const told = filled(table(...cells.map((texts) => row(...texts))), { ...others, 指标: across });
  expect(told.problems).toEqual([]);
  expect(cellsOf(told)).toEqual([
    ['单位', '普法完成率', '执法完成率', '合计'],
    ['司法所', '90%', '80%', '7'],
    ['派出所', '70%', '60%', '11'],
  ]);
});

it('a loop over two cells gives two columns an item, below a heading over both', () => {
  const [, first = '', second = '', heading = ''] =
    /前一格 `([^`]+)`，后一格 `([^`]+)`；它们上面的表头合并成一格，写\n`([^`]+)`/u.exec(chapter) ?? [];
  expect([first, second, heading].every((one) => one.includes('{{'))).toBe(true);
  const over = `<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>${p(heading)}</w:tc>`;
  const head = row('单位').replace('</w:tr>', `${over}</w:tr>`);
  const body = row('{{#each 单位}}{{名}}', first, `${second}{{/each}}`);
  const { 列: across, ...others } = data;
  const told = filled(table(head, body), { ...others, 指标: across });
  expect(told.problems).toEqual([]);
  expect(cellsOf(told)).toEqual([
    ['单位', '普法', '执法'],
    ['司法所', '3项', '90%', '4项', '80%'],
    ['派出所', '5项', '70%', '6项', '60%'],
  ]);
});

it('a field is printed, and what is asked first is left out where there is no data', () => {
  const tags = [...chapter.matchAll(/`(\{\{(?:年度|指标\.[^}]+)\}\}|\{\{#if [^`]+\{\{\/if\}\})`/gu)].map(
    ([, tag = '']) => tag,
  );
  expect(tags).toEqual(['{{年度}}', '{{指标.执法培训人均学时}}', '{{#if 指标.行政复议被申请}}……{{/if}}']);
  const { value } = parseData(JSON.stringify(data), '数据.json');
  if (value === null) throw new Error('no data');
  const { text, problems } = fillText(tags.join('|'), value.model, value.dictionary);
  expect([text, problems]).toEqual(['2022|64|', []]);
});

it('a tag that does nothing where it stands is refused, with where it belongs', () => {
  const marks = [
    ...(/\n(`\{\{逐列\}\}`、[^写]*)写在不起作用的地方/u.exec(chapter)?.[1] ?? '').matchAll(/\{\{([^ }]+)/gu),
  ];
  expect(marks.map(([, name]) => name)).toEqual(['逐列', '连续编号', '合并相同', '底色']);
  for (const [, name = ''] of marks) {
    const told = filled(p(`写着{{${name}${name === '底色' ? ' "红"' : ''}}}`), { 年度: 2022 });
    expect([name, told.bytes, told.problems.map(({ expected }) => expected !== '')]).toEqual([name, null, [true]]);
  }
});
