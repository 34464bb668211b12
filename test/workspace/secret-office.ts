/** The example's office with things in it that must not be public: in its sheets, and in every corner of its template. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { copyOfExample, root } from './run-command';
import { cellBeside, typeCell } from './typed-rows';

/** Files, sheets, cells and texts as they are planted. */
const planted = readFileSync(join(root, 'test/cases/public-version/planted.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

/** What must not be found anywhere in a public version; each stands in the office's own one or in the template. */
export const secrets = [
  ...['李建国', '13812345678', '王秀兰', '6222', '8901 234', '鲁H12345', '张大伟', '37082919800101123'],
  ...['约谈3人', '给领导看', '赵铁柱', '缺课名单', 'xlsx', '!D7', '钱多多', 'peixun', '163.com', '孙小红', '周吴郑'],
  ...['村12号', '6512345', '陈某', '赵六', 'B3的', '单元格', 'fzb_2022'],
];

/** What stands in the template alone, seen or unseen. */
export const templateSecrets = [
  ...['拟稿人甲', '修订人乙', '批注丙', '删去的丁', '隐藏的戊', '某某公司己', '自定义庚', '13900000001', '13900000002'],
  ...['13900000003', 'mailto:', 'old-template', '书签壬', '内控癸', '13900000005'],
];

/** What no document carries on, the office's own neither. */
export const droppedSecrets = ['数据辛', '13900000004'];

/** Says 是 to 公开版, as a person would. */
export function askPublic(folder: string): string {
  const hub = join(folder, '总表.xlsx');
  typeCell(hub, '设置', cellBeside(hub, '设置', '公开版'), '是');
  return folder;
}

/** A copy of the example with all of it. */
export function secretOffice(): string {
  const folder = copyOfExample('dazhanglou-2022');
  for (const [file = '', title = '', cell = '', text = ''] of planted) {
    const path = file === '总表.xlsx' ? join(folder, file) : join(folder, '填报', file);
    typeCell(path, title, /^[A-Z]+\d+$/u.test(cell) ? cell : cellBeside(path, title, cell), text);
  }
  return folder;
}

const word = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const type = (kind: string): string => `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
const run = (text: string, look = ''): string => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const by = (id: number): string => `w:id="${String(id)}" w:author="修订人乙" w:date="2022-01-01T00:00:00Z"`;
const field = (code: string, shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** Paragraphs a person could have put into the template, each with something of its own that is not for the public. */
const paragraphs = [
  run('{{#each 任务.完成任务}}{{#if 进展}}{{名称}}：{{进展}}{{/if}}{{/each}}'),
  `${run('咨询电话 139')}${run('0000', '<w:rPr><w:b/></w:rPr>')}${run('0001，欢迎来电。')}`,
  `${run('起草')}<w:ins ${by(9001)}>${run('已改定')}</w:ins><w:del ${by(9002)}><w:r><w:delText>删去的丁</w:delText></w:r></w:del>${run('。')}`,
  `${run('正式印发。')}${run('隐藏的戊', '<w:rPr><w:vanish/></w:rPr>')}`,
  `<w:commentRangeStart w:id="7"/>${run('请核对数据。')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`,
  `${field('FILENAME \\p "old-template"', '印制')}<w:hyperlink r:id="rIdMail">${run('来信请寄政务网站。')}</w:hyperlink>`,
  `<w:bookmarkStart w:id="9010" w:name="书签壬"/>${run('以上内容依法公开。')}<w:bookmarkEnd w:id="9010"/>`,
  `<w:sdt><w:sdtPr><w:alias w:val="内控癸"/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>${run('据实填写。')}</w:sdtContent></w:sdt>`,
];

/** Puts the same into the office's template. */
export function spoilTemplate(folder: string): void {
  const path = join(folder, '模板/年度报告.docx');
  const parts = unzipSync(readFileSync(path));
  const change = (name: string, edit: (xml: string) => string): void => {
    parts[name] = strToU8(edit(strFromU8(parts[name] ?? new Uint8Array())));
  };
  change('word/document.xml', (xml) => {
    const added = paragraphs.map((inside) => `<w:p>${inside}</w:p>`).join('');
    return xml.replace(/<w:sectPr/u, `${added}<w:sectPr`);
  });
  change('word/_rels/document.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="rIdMail" Type="${word}/hyperlink" Target="mailto:13900000002@qq.com" TargetMode="External"/>` +
        `<Relationship Id="rIdNote" Type="${word}/comments" Target="comments.xml"/>` +
        `<Relationship Id="rIdData" Type="${word}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
    ),
  );
  const properties = (kind: string): string => `application/vnd.openxmlformats-officedocument.${kind}-properties+xml`;
  change('[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      `<Override PartName="/word/comments.xml" ContentType="${type('comments')}"/>` +
        `<Override PartName="/docProps/app.xml" ContentType="${properties('extended')}"/>` +
        `<Override PartName="/docProps/custom.xml" ContentType="${properties('custom')}"/></Types>`,
    ),
  );
  change('_rels/.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="rIdApp" Type="${word}/extended-properties" Target="docProps/app.xml"/>` +
        `<Relationship Id="rIdOwn" Type="${word}/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
    ),
  );
  parts['word/comments.xml'] = strToU8(
    `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="拟稿人甲"><w:p>${run('批注丙 13900000003')}</w:p></w:comment></w:comments>`,
  );
  parts['customXml/item1.xml'] = strToU8('<a><b>数据辛 13900000004</b></a>');
  change(
    'docProps/app.xml',
    () =>
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>old-template.dotx</Template><Company>某某公司己</Company><Manager>拟稿人甲</Manager></Properties>',
  );
  change('docProps/core.xml', (xml) =>
    xml.replace(
      /<\/(\w+:)?coreProperties>/u,
      '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">拟稿人甲</dc:creator></$1coreProperties>',
    ),
  );
  parts['docProps/custom.xml'] = strToU8(
    '<Properties><property name="密"><v>自定义庚 13900000005</v></property></Properties>',
  );
  writeFileSync(path, zipSync(parts));
}
