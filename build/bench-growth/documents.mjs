/** Documents with many of what a template may hold, filled by `fill`; and reports whose texts go through the public version. */
import { docxOf, paragraph, row } from '../bench-documents/office.mjs';
import { department, times } from './office.mjs';

const bookmark = (i, text) =>
  `<w:bookmarkStart w:id="${i}" w:name="处${i}"/><w:r><w:t>${text}</w:t></w:r><w:bookmarkEnd w:id="${i}"/>`;
const fieldOf = (code) => {
  const mark = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r>${mark('separate')}<w:r><w:t>1</w:t></w:r>${mark('end')}`;
};
const heading = (text) => `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const table = (rows) =>
  `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="3000"/>'.repeat(3)}</w:tblGrid>${rows.join('')}</w:tbl>${paragraph('')}`;
const cells = (text, count) => `<w:tr>${`<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`.repeat(count)}</w:tr>`;

/** Bodies by kind; the data are `{ 数, 名, 组: [{ 名, 数 }] }`, of which 组 has ten where it is not what is repeated. */
const bodies = {
  tags: (n) => times(n, () => paragraph('共{{数}}项，{{名}}负责。')),
  'tags in one paragraph': (n) => [`<w:p>${'<w:r><w:t>共{{数}}项，</w:t></w:r>'.repeat(n)}</w:p>`],
  'tags in one text': (n) => [paragraph('共{{数}}项，'.repeat(n))],
  'torn tags': (n) =>
    times(
      n,
      () =>
        '<w:p><w:r><w:t>共{</w:t></w:r><w:r><w:t>{数</w:t></w:r><w:r><w:t>}</w:t></w:r><w:r><w:t>}项</w:t></w:r></w:p>',
    ),
  conditions: (n) => times(n, () => paragraph('{{#if 数}}有{{数}}项{{else}}没有{{/if}}。')),
  'conditions over paragraphs': (n) => times(n, () => paragraph('{{#if 数}}') + paragraph('有') + paragraph('{{/if}}')),
  loops: (n) => times(n, () => paragraph('{{#each 组}}{{名}}{{数}}、{{/each}}')),
  'loops over paragraphs': (n) =>
    times(n, () => paragraph('{{#each 组}}') + paragraph('{{名}}') + paragraph('{{/each}}')),
  'tables with a loop': (n) =>
    times(n / 4, () => table([row(['名', '数']), row(['{{#each 组}}{{名}}', '{{数}}{{/each}}'])])),
  'one table of many rows': (n) => [table(times(n, () => row(['{{名}}', '{{数}}', '定'])))],
  'a loop in each row of one table': (n) => [table(times(n, () => row(['{{#each 组}}{{名}}', '{{数}}{{/each}}'])))],
  'a table of many columns': (n) => [table(times(5, () => cells('{{数}}', n / 4)))],
  'merged rows': (n) => [
    table(
      times(
        n,
        (i) =>
          `<w:tr><w:tc><w:tcPr><w:vMerge${i ? '' : ' w:val="restart"'}/></w:tcPr>${paragraph('{{名}}')}</w:tc><w:tc><w:tcPr/>${paragraph('{{数}}')}</w:tc></w:tr>`,
      ),
    ),
  ],
  'nested conditions, few deep': (n) =>
    times(n / 8, () => paragraph(`${'{{#if 数}}'.repeat(8)}有${'{{/if}}'.repeat(8)}`)),
  headings: (n) => [
    `<w:p>${fieldOf(' TOC \\o &quot;1-3&quot; \\h ')}</w:p>`,
    ...times(n, (i) => heading(`第${i}节{{数}}`)),
  ],
  bookmarks: (n) => times(n, (i) => `<w:p>${bookmark(i, '{{名}}')}</w:p>`),
  'bookmarks of one name': (n) => times(n, () => `<w:p>${bookmark(1, '{{名}}')}</w:p>`),
  references: (n) =>
    times(n, (i) => `<w:p>${bookmark(i, '{{名}}')}${fieldOf(` REF 处${i} \\h `)}${fieldOf(' SEQ 表 ')}</w:p>`),
  'a loop of bookmarks': (n, long) => [
    ...long,
    paragraph('{{#each 组}}'),
    `<w:p>${bookmark(1, '{{名}}')}${fieldOf(' REF 处1 \\h ')}</w:p>`,
    paragraph('{{/each}}'),
  ],
  'a long loop': (n, long) => [
    ...long,
    paragraph('{{#each 组}}'),
    paragraph('{{名}}有{{数}}项'),
    paragraph('{{/each}}'),
  ],
  'a long loop in a table': (n, long) => [...long, table([row(['{{#each 组}}{{名}}', '{{数}}{{/each}}'])])],
  'a long loop in a sentence': (n, long) => [...long, paragraph('{{#each 组}}{{名}}{{数}}、{{/each}}')],
  'lists that begin anew': (n) =>
    times(
      n,
      (i) =>
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${(i % 3) + 1}"/></w:numPr></w:pPr><w:r><w:t>{{名}}</w:t></w:r></w:p>`,
    ),
  'runs without tags': (n) => [`<w:p>${'<w:r><w:t>某</w:t></w:r>'.repeat(n)}<w:r><w:t>{{数}}</w:t></w:r></w:p>`],
  'comments and changes': (n) =>
    times(
      n,
      (i) =>
        `<w:p><w:ins w:id="${i}" w:author="某"><w:r><w:t>{{数}}</w:t></w:r></w:ins><w:del w:id="${n + i}" w:author="某"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`,
    ),
  'unknown tags': (n) => [...times(n, (i) => paragraph(`共{{数目${i}}}项`))],
  'open blocks': (n) => [...times(n, () => paragraph('{{#if 数}}有'))],
};
const longLists = ['a loop of bookmarks', 'a long loop', 'a long loop in a table', 'a long loop in a sentence'];
const refused = ['unknown tags', 'open blocks'];

const person = (i) => `${'王李张刘陈'[i % 5]}${'小大建志'[i % 4]}${'明军华强'[(i >> 2) % 4]}`;
const texts = {
  'names of persons': (i) => `第${i}项由${person(i)}负责，联系电话13${String(800000000 + i)}。`,
  'papers and places': (i) => `依据某政发〔2022〕${i}号文件，在某村${i}号院开展。`,
  'the same names': () => '由王小明、李小红负责。',
  numbers: (i) => `账号62220202000${String(10000000 + i)}，编号${i}。`,
  'plain sentences': (i) => `第${i}次会议研究了法治建设工作，对重点任务作出安排，要求各单位按时限完成。`,
};

export function documentKinds() {
  // No template may have more than 5,000 tags.
  const rows = 400;
  return [
    ...Object.entries(bodies).map(([name, body]) => ({
      name: `文书: ${name}`,
      rows: longLists.includes(name) ? 5000 : rows,
      isRefused: refused.includes(name),
      office: (n) => {
        const isLong = longLists.includes(name);
        const list = times(isLong ? n : 10, (i) => ({ 名: `单位${i}`, 数: i }));
        const content = isLong
          ? body(n, [paragraph('共{{数}}项')])
          : [...body(Math.max(n, 8)), paragraph('{{名}}{{#each 组}}{{名}}{{/each}}')];
        return {
          files: { 'a.docx': docxOf(content.join('')), 'a.json': JSON.stringify({ 数: 3, 名: '某办', 组: list }) },
        };
      },
      command: (folder) => ['fill', `${folder}/a.docx`, `${folder}/a.json`, `${folder}/out.docx`],
    })),
    ...Object.entries(texts).map(([name, text]) => ({
      name: `公开版: ${name}`,
      rows: 300,
      job: 'report',
      office: (n) => ({
        hub: {
          设置: [
            ['报告年度', 2022],
            ['镇名', '某镇'],
            ['行政村数', 30],
            ['公开版', '是'],
          ],
          综述素材: [
            ['报告章节', '段序', '段落文本', '条件', '来源单位', '审定'],
            ...times(n, (i) => ['组织领导', i + 1, text(i), '', '', '']),
          ],
          单位: [
            ['编号', '单位名称', '是否执法单位', '负责人', '联系人', '电话'],
            ['A1', department, '否', '王小明', '李小红', '0537-1234567'],
            ...times(n, (i) => [`D${i}`, `第${i}办`, '否', person(i), person(i + 1), `13${String(800000000 + i)}`]),
          ],
        },
        books: { [`${department}.xlsx`]: { 问题与建议: [['问题或建议'], ...times(n, (i) => [text(i)])] } },
      }),
    })),
  ];
}
