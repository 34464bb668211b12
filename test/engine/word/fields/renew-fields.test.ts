/** Fields whose result only a layout can tell are marked to be renewed; what the engine can tell is put right. */
import { fillDocument } from '../../../../src/engine/word/fill-document';
import { describeData } from '../../../../src/engine/language/data/dictionary-from-data';
import { templateFromText } from '../case-template';
import { readPart } from '../docx-builder';
import { expectSound } from '../ooxml-check';

function fill(template: string) {
  const bytes = templateFromText(template);
  const { value } = describeData({ 题: 'T', 列: ['一', '二'] }, 'data.json');
  const filled = fillDocument(bytes, value!.model, value!.dictionary, { name: '模板.docx' });
  expectSound(bytes, filled.bytes);
  return filled;
}

/** The codes of the fields that are marked. */
function marked(bytes: Uint8Array | null): readonly string[] {
  const fields = readPart(bytes).split('<w:fldChar w:fldCharType="begin"').slice(1);
  return fields
    .filter((field) => field.startsWith(' w:dirty="true"'))
    .map((field) => /<w:instrText[^>]*>\s*(\w+)/u.exec(field)?.[1] ?? '');
}

describe('a field that only a layout can tell', () => {
  it.each(['PAGEREF 书 \\h', 'NUMPAGES', 'NOTEREF 书', 'REF 书 \\n'])('%s is marked, in each round', (code) => {
    const { bytes, problems } = fill(`⟪书:{{题}}⟫\n{{#each 列}}\n{{this}}⟨ ${code} ⇒3⟩\n{{/each}}`);
    expect(problems).toEqual([]);
    expect(marked(bytes)).toHaveLength(2);
    expect(readPart(bytes, 'word/settings.xml')).toContain('<w:updateFields w:val="true"/>');
  });

  it('stays as it is where the document holds no tag', () => {
    const { bytes } = fill('⟪书:题⟫\n⟨ PAGEREF 书 ⇒3⟩⟨ SEQ 表 ⇒7⟩');
    expect(marked(bytes)).toEqual([]);
    expect(readPart(bytes)).toContain('>7<');
  });
});

it('a simple field is put right as well', () => {
  const { text } = fill('{{题}}\n<w:p><w:fldSimple w:instr=" SEQ 表 "><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>');
  expect(text).toEqual(['T', '1']);
});

it.each([
  ['ROMAN', 'II'],
  ['roman', 'ii'],
  ['ALPHABETIC', 'B'],
  ['CHINESENUM2', '贰'],
  ['ARABIC', '2'],
])('numbers of captions in the format %s', (format, expected) => {
  const { text } = fill(`{{题}}⟨ SEQ 表 ⇒9⟩\n⟨ SEQ 表 \\* ${format} ⇒9⟩\n⟨ SEQ 表 \\r 12 ⇒9⟩`);
  expect(text.slice(1)).toEqual([expected, '12']);
});
