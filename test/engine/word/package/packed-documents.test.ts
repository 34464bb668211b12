/** Documents of one template, made one after the other: each is whole, whatever the others were. */
import { documentFiller } from '../../../../src/engine/word/document-filler';
import { fillDocument } from '../../../../src/engine/word/fill-document';
import type { Dictionary } from '../../../../src/engine/language/model';
import { openZip } from '../../../../src/local/base/zip';
import { docx, docxFiles, p, part, row, table, zip } from '../docx-builder';

const text = { type: 'text', help: '' } as const;
const dictionary: Dictionary = {
  甲: text,
  列: { type: 'list', help: '', of: { type: 'record', help: '', fields: { 单位: text, 名: text } } },
};
const modelOf = (size: number) => ({
  甲: '字'.repeat(size),
  列: Array.from({ length: 4 * size }, (_, at) => ({ 单位: '司法所', 名: String(at) })),
});

/** Sizes and checksums are looked at as each part is read. */
const partsOf = (bytes: Uint8Array | null): readonly (readonly [string, string])[] =>
  openZip(bytes ?? new Uint8Array()).map(({ name, read }) => [name, read().toString('utf8')]);

const page = (code: string): string =>
  `<w:p><w:fldSimple w:instr=" ${code} "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>`;

it('a short part that is of the same length as in the last document is packed anew', () => {
  const template = docx(p('{{甲}}'));
  const fill = documentFiller(template, { name: '模板.docx' });
  for (const value of ['一', '二', '二', '三']) {
    const made = partsOf(fill({ 甲: value, 列: [] }, dictionary).bytes);
    expect(made.find(([name]) => name === 'word/document.xml')?.[1]).toContain(`>${value}<`);
  }
});

it.each([
  ['texts alone', '', ''],
  ['cells that are merged once the text is written', '{{合并相同}}', ''],
  ['cells that get a colour once the text is written', '{{底色 "红"}}', ''],
  ['fields that are renewed once the text is written', '', page('SEQ 表')],
  ['a document put in once the text is written', '', p('{{文档 "子.docx"}}')],
])('%s', (_, mark, field) => {
  const template = docx(
    p('始{{甲}}'),
    field,
    table(row(`{{#each 列}}${mark}{{单位}}`, '{{名}}{{/each}}')),
    p('末{{甲}}'),
  );
  const options = { name: '模板.docx', document: () => docx(p('子{{甲}}')) };
  const fill = documentFiller(template, options);
  for (const size of [5, 6, 7, 13, 32, 5]) {
    const made = fill(modelOf(size), dictionary);
    expect(partsOf(made.bytes)).toEqual(partsOf(fillDocument(template, modelOf(size), dictionary, options).bytes));
  }
});

it('a header with tags is filled anew for each document, and stands beside one without', () => {
  const headers = { 'word/header1.xml': part('hdr', p('{{甲}}')), 'word/header2.xml': part('hdr', p('页眉')) };
  const fill = documentFiller(zip(docxFiles(p('正文'), headers)), { name: '模板.docx' });
  for (const value of ['一', '二', '二', '三']) {
    const { bytes, text: printed } = fill({ 甲: value, 列: [] }, dictionary);
    const made = new Map(partsOf(bytes));
    expect(made.get('word/header1.xml')).toContain(`>${value}<`);
    expect(made.get('word/header2.xml')).toContain('>页眉<');
    expect(printed).toEqual(['正文', `页眉：${value}`, '页眉：页眉']);
  }
});
