/** The document of the bench: its data, and its XML written with the tags of one template language. */
import { strToU8, zipSync } from 'fflate';

/** Departments and rows per department of each size. */
export const sizes = [
  { departments: 14, tasks: 4 },
  { departments: 20, tasks: 50 },
  { departments: 50, tasks: 200 },
  { departments: 100, tasks: 1000 },
];

/** Plain data that every engine takes. */
export function makeOffice({ departments, tasks }) {
  return {
    title: '某镇2022年度法治政府建设任务进展情况',
    total: String(departments * tasks),
    departments: Array.from({ length: departments }, (_, at) => makeDepartment(at + 1, tasks)),
  };
}

function makeDepartment(number, tasks) {
  const late = number % 3;
  return {
    name: `第${number}办公室`,
    total: String(tasks),
    done: String(tasks - late),
    late: String(late),
    hasLate: late > 0,
    tasks: Array.from({ length: tasks }, (_, at) => makeTask(number, at + 1)),
  };
}

function makeTask(department, number) {
  return {
    code: `D${String(department).padStart(3, '0')}-${String(number).padStart(4, '0')}`,
    title: `开展“谁执法谁普法”第${number}场宣讲活动`,
    owner: `第${department}办公室`,
    due: `2022年${(number % 12) + 1}月${(number % 28) + 1}日`,
    state: ['已完成', '进行中', '逾期'][number % 3],
    note: `投入经费${(number * 37) % 1000}元 & 参加${(number * 13) % 400}人次`,
  };
}

const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const officeSpace = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packageSpace = 'http://schemas.openxmlformats.org/package/2006';
const contentSpace = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const headers = ['编号', '任务', '责任单位', '时限', '状态', '备注'];

function run(text) {
  return `<w:r><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function paragraph(text, style = 'Normal') {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
}

export function row(texts) {
  const cells = texts.map(
    (text) => `<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr>${paragraph(text, 'Cell')}</w:tc>`,
  );
  return `<w:tr>${cells.join('')}</w:tr>`;
}

/** Start and end of a table of six columns, the heading row included in the start. */
export const table = {
  start: `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1500"/>'.repeat(6)}</w:tblGrid>${row(headers)}`,
  end: '</w:tbl>',
};

export const closing = '以上情况已经各单位核对。';

/** Start and end of the document part. */
export const frame = {
  start: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${space}"><w:body>`,
  end: '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>',
};

/** A .docx whose body is this XML. */
export function docxOf(body) {
  const styles = ['Normal', 'Title', 'Heading1', 'Cell'].map(
    (id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/></w:style>`,
  );
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packageSpace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${contentSpace}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${contentSpace}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageSpace}/relationships"><Relationship Id="rId1" Type="${officeSpace}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packageSpace}/relationships"><Relationship Id="rId1" Type="${officeSpace}/relationships/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${space}">${styles.join('')}</w:styles>`,
    'word/document.xml': frame.start + body + frame.end,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
