import { dropEmptyControls } from '../../../../src/engine/word/parts/range-marks';

const control = (content: string, properties = '<w:sdtPr><w:id w:val="1"/></w:sdtPr>'): string =>
  `<w:sdt>${properties}<w:sdtContent>${content}</w:sdtContent></w:sdt>`;

it.each([
  ['nothing', control('')],
  ['white space', control('\n  ')],
  ['nothing, without properties', control('', '')],
  ['controls of which nothing is left', control(` ${control('')}${control(control(''))}\n`)],
])('a control that holds %s goes', (_, xml) => {
  expect(dropEmptyControls(`<w:p/>${xml}<w:p/>`)).toBe('<w:p/><w:p/>');
});

it.each([
  [control('<w:r/>'), control('<w:r/>')],
  [control('文'), control('文')],
  [control(`<w:p/>${control('')}`), control('<w:p/>')],
  [control(control('') + control('<w:p/>')), control(control('<w:p/>'))],
  ['<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>', '<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>'],
])('what holds more stays: %s', (xml, rest) => {
  expect(dropEmptyControls(xml)).toBe(rest);
});

it('takes any number of them in one pass', () => {
  const text = '<w:t>文字</w:t>'.repeat(20);
  expect(dropEmptyControls(`${control('')}${text}`.repeat(20_000))).toBe(text.repeat(20_000));
});
