/** What stands in cells of a written workbook: whatever was there before, the XML stays whole and says the same. */
import { makeSheet, type BookCell } from '../../../src/local/books/book';
import { rowsXml, textsXml } from '../../../src/local/books/xlsx/xlsx-rows';

const written = (cell: BookCell): string => {
  const sources = { looks: new Map(), heights: new Map(), texts: new Map<string, number>() };
  const rows = rowsXml({ ...makeSheet(0, '表'), cells: [[cell]] }, sources);
  return rows + textsXml(sources.texts.keys());
};

it.each([
  [{ value: 'a\u0001<_x0041_\uFFFE' }, '<si><t>a&lt;_x005F_x0041_</t></si>'],
  [{ value: 'a\u0001<_x0041_', formula: '"_x0041_<"&B1' }, '<f>"_x0041_&lt;"&amp;B1</f><v>a&lt;_x005F_x0041_</v>'],
  [{ value: { error: '#N/A' }, formula: 'NA()' }, '<c r="A1" t="e"><f>NA()</f><v>#N/A</v></c>'],
  [{ value: true, formula: 'B1=1' }, '<c r="A1" t="b"><f>B1=1</f><v>1</v></c>'],
  [{ value: false, formula: 'B1=1' }, '<c r="A1" t="b"><f>B1=1</f><v>0</v></c>'],
  [{ value: { error: '公式未计算' }, formula: 'A2' }, '<c r="A1"><f>A2</f></c>'],
  [{ value: '#N/A' }, 't="inlineStr"><is><r><t>#N/A</t></r></is></c>'],
  [{ value: '=1+1' }, 't="s"><v>0</v></c></row><si><t>=1+1</t></si>'],
  [{ value: ' 先空一格\r\n' }, '<si><t xml:space="preserve"> 先空一格_x000D_\n</t></si>'],
])('%j', (cell, xml) => {
  expect(written(cell)).toContain(xml);
});
