/** Which relationships of a part stay. */
import { filterRelationships } from '../../../../src/engine/word/outgoing/filter-relationships';

const usual = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function judged(type: string, target: string, { mode = '', source = 'word/document.xml' } = {}): string {
  const end = mode === '' ? '' : ` TargetMode="${mode}"`;
  const text = `<Relationships><Relationship Id="rId1" Type="${type}" Target="${target}"${end}/></Relationships>`;
  const { kept, dropped, refused } = filterRelationships(text, source);
  return [kept.map(() => 'kept'), dropped.map(() => 'dropped'), refused.map(([, reason]) => reason)].flat().join();
}

it.each([
  [`${usual}/image`, 'kept'],
  [`${usual.toUpperCase()}/image`, 'kept'],
  ['http://schemas.somebody.example/relationships/image', 'dropped'],
  ['image', 'dropped'],
  [`${usual}/attachedTemplate`, 'dropped'],
])('of the type %s it is %s', (type, verdict) => {
  expect(judged(type, 'media/image1.png')).toBe(verdict);
});

it.each([
  ['vbaProject', '含有宏'],
  ['wordVbaData', '含有宏'],
  ['aFChunk', '嵌有另一份文件'],
  ['subDocument', '引用了子文档'],
  ['control', '嵌有 ActiveX 控件'],
  ['activeXControlBinary', '嵌有 ActiveX 控件'],
  ['video', '嵌有视频'],
  ['audio', '嵌有声音'],
  ['media', '嵌有视频或声音'],
  ['package', '嵌有另一份文件'],
  ['oleObject', '嵌有 OLE 对象'],
])('the document is refused for %s, whoever defined it', (type, reason) => {
  expect(judged(`${usual}/${type}`, 'a.bin')).toBe(reason);
  expect(judged(`http://schemas.microsoft.com/office/2006/relationships/${type}`, 'a.bin')).toBe(reason);
});

it('the very same list is judged by whose it is: a workbook behind a chart shows nothing, in a text it is refused', () => {
  expect(judged(`${usual}/package`, '../embeddings/a.xlsx', { source: 'word/charts/chart1.xml' })).toBe('dropped');
  expect(judged(`${usual}/package`, '../embeddings/a.xlsx')).toBe('嵌有另一份文件');
  expect(judged(`${usual}/package`, '../embeddings/a.xlsx', { source: 'word/charts/chart1.xml' })).toBe('dropped');
});

it.each([
  ['https://a.example', 'External', 'kept'],
  ['{{网址}}', 'External', 'kept'],
  ['file:///c:/a', 'External', 'dropped'],
  ['https://a.example', '', 'dropped'],
  ['#place', '', 'kept'],
])('a link to %s (%s) is %s', (target, mode, verdict) => {
  expect(judged(`${usual}/hyperlink`, target, { mode })).toBe(verdict);
});

it('a picture that lies elsewhere is refused, also where it does not say so and under a type of others', () => {
  for (const type of [`${usual}/image`, 'http://schemas.somebody.example/relationships/image']) {
    expect(judged(type, 'https://a.example/a.png', { mode: 'External' })).toContain('引用了外部文件');
    expect(judged(type, '\\\\server\\a.png')).toContain('引用了外部文件');
  }
});
