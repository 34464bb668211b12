/** What the package promises, tried on a template made here. Run by `npm test`. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { describeData, fillDocument, fillText, parseData } from './index.mjs';

const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const list = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A heading and a table with a row that repeats. */
export function smallTemplate() {
  const p = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const cell = (text) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${p(text)}</w:tc>`;
  const row = (...cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
  const rows = row('名称', '完成率') + row('{{#each 任务}}{{名称}}', '{{完成率}}{{/each}}');
  const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${rows}</w:tbl>`;
  return zip({
    '[Content_Types].xml': `<Types xmlns="${list}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${list}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${space}"><w:body>${p('{{单位}}任务')}${table}${p('完')}<w:sectPr/></w:body></w:document>`,
  });
}

/** The checksum of zip files. */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A zip archive of stored files. */
function zip(files) {
  const encoder = new TextEncoder();
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, content] = [encoder.encode(name), encoder.encode(text)];
    const common = new DataView(new ArrayBuffer(26));
    common.setUint16(0, 20, true);
    common.setUint16(2, 0x0800, true);
    common.setUint32(10, crc32(content), true);
    common.setUint32(14, content.length, true);
    common.setUint32(18, content.length, true);
    common.setUint16(22, path.length, true);
    const shared = new Uint8Array(common.buffer);
    const place = new Uint8Array(4);
    new DataView(place.buffer).setUint32(0, at, true);
    parts.push([0x50, 0x4b, 3, 4, ...shared], path, content);
    directory.push([0x50, 0x4b, 1, 2, 20, 0, ...shared, ...new Uint8Array(10), ...place], path);
    at += 30 + path.length + content.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, Object.keys(files).length, true);
  end.setUint16(10, Object.keys(files).length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  return Uint8Array.from([...parts, ...directory, new Uint8Array(end.buffer)].flatMap((each) => [...each]));
}

test('a document is filled, a row for each item', () => {
  const data = {
    单位: '测试镇',
    任务: [
      { 名称: '普法', 完成率: 0.5 },
      { 名称: '调解', 完成率: 1 },
    ],
  };
  const { model, dictionary } = describeData(data, 'data').value;
  const { bytes, text } = fillDocument(smallTemplate(), model, dictionary, { name: '模板.docx' });
  assert.deepEqual(text, ['测试镇任务', '名称 | 完成率', '普法 | 0.5', '调解 | 1', '完']);
  assert.deepEqual([...bytes.subarray(0, 2)], [0x50, 0x4b]);
});

test('a template with a mistake is refused with its place', () => {
  const { model, dictionary } = describeData({ 单位: '测试镇', 任务: [] }, 'data').value;
  const { bytes, problems } = fillDocument(smallTemplate(), model, { 单位: dictionary.单位 }, { name: '模板.docx' });
  assert.equal(bytes, null);
  assert.match(problems[0].reason, /任务/u);
});

test('numbers print as they are written', () => {
  const { model, dictionary } = parseData('{"号码": 370123199001011234}', 'data.json').value;
  assert.equal(fillText('{{号码}}', model, dictionary).text, '370123199001011234');
});
