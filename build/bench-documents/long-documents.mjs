/** Documents that only our engine makes in this way: a matrix of departments and indicators, and two hundred pages that refer to each other. */
import { docxOf, paragraph, row } from './office.mjs';

const text = { type: 'text', help: '' };
const number = { type: 'number', help: '' };
const list = (of) => ({ type: 'list', help: '', of });
const record = (fields) => ({ type: 'record', help: '', fields });

/** 40 departments by 120 indicators, one loop over rows and one over columns. */
const matrix = {
  template: docxOf(
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>${row(['单位', '{{#each 指标}}{{this}}{{/each}}'])}` +
      `${row(['{{#each 单位}}{{名}}', '{{#each 值}}{{this}}{{/each}}{{/each}}'])}</w:tbl>${paragraph('')}`,
  ),
  dictionary: { 指标: list(text), 单位: list(record({ 名: text, 值: list(number) })) },
  model: {
    指标: Array.from({ length: 120 }, (_, at) => `指标${at}`),
    单位: Array.from({ length: 40 }, (_, at) => ({
      名: `单位${at}`,
      值: Array.from({ length: 120 }, (_, i) => at * i),
    })),
  },
};

function field(code) {
  const mark = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const run = `<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r>`;
  return `${mark('begin')}${run}${mark('separate')}<w:r><w:t>1</w:t></w:r>${mark('end')}`;
}

/** Contents, captions, bookmarks and references in loops: some 6,000 paragraphs. */
const pages = {
  template: docxOf(
    `<w:p>${field(' TOC \\o &quot;1-3&quot; \\h ')}</w:p>${paragraph('{{#each 章}}')}` +
      `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:bookmarkStart w:id="1" w:name="章"/><w:r><w:t>{{名}}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>` +
      `<w:p><w:r><w:t>表</w:t></w:r>${field(' SEQ 表 ')}<w:r><w:t>见</w:t></w:r>${field(' REF 章 \\h ')}</w:p>` +
      `${paragraph('{{#each 段}}')}${paragraph('{{this}}')}${paragraph('{{/each}}')}${paragraph('{{/each}}')}`,
  ),
  dictionary: { 章: list(record({ 名: text, 段: list(text) })) },
  model: {
    章: Array.from({ length: 200 }, (_, at) => ({
      名: `第${at + 1}章`,
      段: Array.from({ length: 28 }, (_, i) => `第${i}段${'要求各单位按照时限完成年度任务，'.repeat(4)}`),
    })),
  },
};

export const longDocuments = {
  'matrix of 40 × 120': matrix,
  '200 pages with contents, captions and references': pages,
};
