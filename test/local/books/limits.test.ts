/** Workbooks that are too large, damaged inside or made to harm: refused with the place and what to do, or read as they are. */
import { readValues } from '../../../src/local/books/read-values';
import { shownText } from '../../../src/local/books/xlsx/xlsx-format';
import { handMade, row, type HandMade } from '../hand-made';

/** The refusal, or an empty text for a workbook that is read. */
function refusal(bytes: Uint8Array): string {
  try {
    readValues('司法所.xlsx', bytes);
    return '';
  } catch (error) {
    return String(error);
  }
}

const cell = (name: string, content = '<v>1</v>', attributes = ''): string =>
  `<row><c r="${name}" ${attributes}>${content}</c></row>`;
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const cases: readonly (readonly [name: string, made: HandMade, says: string])[] = [
  [
    'the last cell of all',
    { rows: cell('XFD1048576') },
    '的数据占了过大的区域（到 表!XFD1048576），没有读取，每张表最多 120000 行、500 列',
  ],
  ['a row beyond every sheet', { rows: '<row r="1000000000"><c><v>1</v></c></row>' }, '（到 表!A1000000000）'],
  ['a column too far', { rows: cell('SG1') }, '（到 表!SG1）'],
  [
    'few cells that stand far out in every row',
    { rows: Array.from({ length: 2500 }, (_, n) => cell(`SF${String(n + 1)}`)).join('') },
    '请删除表格远处的多余内容后再试',
  ],
  [
    'a long text in many cells',
    {
      texts: `<si><t>${'长'.repeat(32_000)}</t></si>`,
      rows: Array.from(
        { length: 4 },
        (_, n) => `<row r="${String(n + 1)}">${'<c t="s"><v>0</v></c>'.repeat(400)}</row>`,
      ).join(''),
    },
    '的文字加起来超过 5000 万字（到 表 第4行），没有读取，请删去重复的、无关的内容后再试',
  ],
  ['a row without a number of its own', { rows: '<row r="0"><c r="A1"><v>1</v></c></row>' }, '已损坏或没有传完'],
  ['a cell name that is none', { rows: cell('A0') }, '已损坏或没有传完'],
  [
    'a text that is not there',
    { rows: cell('C5', '<v>99999</v>', 't="s"') },
    '已损坏：表!C5 的内容在文件里找不到，请重新复制',
  ],
  [
    'a text number that is none',
    { rows: cell('C5', '<v>-1</v>', 't="s"') },
    '已损坏：表!C5 的内容在文件里找不到，请重新复制',
  ],
  ['a cell written twice', { rows: cell('B2') + cell('B2', '<v>2</v>') }, '已损坏：表!B2 写了两次，请重新复制'],
  ['a cell within a cell', { rows: cell('B2', '<c r="C2"><v>1</v></c>') }, '已损坏或没有传完'],
  [
    'cells that do not end',
    { rows: '', parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' } },
    '已损坏',
  ],
  [
    'a tag that does not end',
    { rows: '', parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1' } },
    '已损坏',
  ],
  [
    'a sheet with a title of 60,000 characters',
    { sheets: `<sheet name="${'年'.repeat(60_000)}" r:id="rId1"/>` },
    '第1张工作表的名称有 60000 个字符，没有读取，请改到 255 个字符以内',
  ],
  [
    'merges without end',
    { tail: `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(20_001)}</mergeCells>` },
    '的“表”有 20000 处以上合并单元格，没有读取，请取消合并后再试',
  ],
  [
    'merges that all lie upon each other',
    { tail: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2)}</mergeCells>` },
    '的“表”有互相重叠的合并单元格，没有读取，请取消合并后再试',
  ],
  [
    'sheets without end',
    {
      sheets: Array.from({ length: 256 }, (_, n) => `<sheet name="${String(n)}" sheetId="1" r:id="rId1"/>`).join(''),
    },
    '有 256 张工作表，没有读取，请删除多余的工作表',
  ],
  ['one part for two sheets', { sheets: '<sheet name="甲" r:id="rId1"/><sheet name="乙" r:id="rId1"/>' }, '已损坏'],
  [
    'a sheet that is not there',
    { parts: { 'xl/worksheets/sheet1.xml': null } },
    '已损坏：找不到工作表“表”的内容，请重新复制',
  ],
  [
    'a sheet in another file',
    { links: '', sheets: '<sheet name="甲" r:id="rId7"/>' },
    '已损坏：找不到工作表“甲”的内容，请重新复制',
  ],
  ['a cell of no row', { rows: '<row r="1"><c r="A0"><v>1</v></c></row>' }, '已损坏'],
  ['macros', { parts: { 'xl/vbaProject.bin': 'x' } }, '含有宏，没有读取，请用 WPS/Excel 另存为不含宏的 .xlsx'],
  [
    'an entity in a part nobody reads',
    { parts: { 'docProps/app.xml': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>' } },
    '含有不允许的 DOCTYPE 声明',
  ],
  ['an encoding nobody knows', { parts: { 'xl/styles.xml': '<?xml version="1.0" encoding="x-none"?><a/>' } }, '已损坏'],
];

it.each(cases)('refuses %s', (_, made, says) => {
  expect(refusal(handMade(made))).toContain(says);
  expect(refusal(handMade(made))).toMatch(/^Refusal: 司法所\.xlsx /u);
});

const harmless: readonly (readonly [name: string, made: HandMade])[] = [
  [
    'a merge over the whole sheet',
    { rows: cell('A1'), tail: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' },
  ],
  ['a sheet number above all', { sheets: '<sheet name="表" sheetId="2147483648" r:id="rId1"/>' }],
  ['columns named again and again', { head: `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(2000)}</cols>` }],
  ['blank cells far out', { styles: [0], rows: '<row r="1048576"><c r="XFD1048576" s="0"/></row>' }],
  ['a style that is not there', { rows: cell('A1', '<v>1</v>', 's="4000000000"') }],
  [
    'links to other files',
    { links: `<Relationship Id="x" Type="${office}/externalLink" Target="file:///etc/passwd" TargetMode="External"/>` },
  ],
];

it.each(harmless)('reads on in spite of %s', (_, made) => {
  expect(refusal(handMade(made))).toBe('');
});

it('merges reach no further than a sheet may', () => {
  const refs = ['A1:XFD1048576', 'SG1:SH2', 'A200000:B200001'];
  const made = {
    rows: cell('A1'),
    tail: `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
  };
  expect(readValues('司法所.xlsx', handMade(made)).sheets[0]?.merges).toEqual([
    { startRow: 0, endRow: 120_000, startColumn: 0, endColumn: 500 },
  ]);
});

it('reads another encoding as what it says', () => {
  const made = { rows: row(['t="s"', '<v>0</v>']) };
  const utf16 = Buffer.from('\uFEFF<sst><si><t>法治</t></si></sst>', 'utf16le');
  const gbk = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="GB2312"?><sst><si><t>'),
    Buffer.from([0xb7, 0xa8, 0xd6, 0xce]),
    Buffer.from('</t></si></sst>'),
  ]);
  for (const texts of [utf16, gbk]) {
    const book = readValues('司法所.xlsx', handMade({ ...made, bytes: { 'xl/sharedStrings.xml': texts } }));
    expect(book.sheets[0]?.cells[0]?.[0]?.value).toBe('法治');
  }
});

describe('archives', () => {
  const whole = Buffer.from(handMade({ rows: row(['', '<v>1</v>']) }));
  const directory = whole.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');

  it('a password, in either of the ways programs set one', () => {
    const ole = Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(refusal(ole)).toContain('司法所.xlsx 设有打开密码，请用 WPS/Excel 打开后取消密码再保存');
    const locked = Buffer.from(whole);
    locked.writeUInt16LE(1, directory + 8);
    expect(refusal(locked)).toContain('司法所.xlsx 已加密，请用 WPS/Excel 打开后取消密码再保存');
  });

  it('a part of several', () => {
    const part = Buffer.from(whole);
    part.writeUInt16LE(1, directory + 34);
    expect(refusal(part)).toContain('是分卷压缩的，没有读取');
  });

  it('a packing that no program of today makes', () => {
    const strange = Buffer.from(whole);
    for (const at of [directory + 10, strange.readUInt32LE(directory + 42) + 8]) strange.writeUInt16LE(14, at);
    expect(refusal(strange)).toContain('司法所.xlsx 用了少见的压缩方法，没有读取，请用 WPS/Excel 打开后另存为 .xlsx');
  });

  it('a checksum or a size that lies, larger or smaller', () => {
    for (const [field, by, says] of [
      [16, 1, '已损坏或没有传完'],
      [24, 1, '已损坏或没有传完'],
      [24, -1, '已损坏或没有传完'],
    ] as const) {
      const lying = Buffer.from(whole);
      lying.writeUInt32LE(lying.readUInt32LE(directory + field) + by, directory + field);
      expect(refusal(lying)).toContain(says);
    }
  });

  it('cut off anywhere', () => {
    for (let share = 1; share < 40; share += 1) {
      expect(refusal(whole.subarray(0, Math.floor((whole.length * share) / 40)))).toMatch(/^Refusal: 司法所\.xlsx /u);
    }
  });
});

it('shows a day that no calendar reaches as the number it is', () => {
  expect(shownText(999_999_999_999, 'yyyy-mm-dd')).toBe('999999999999');
  expect(shownText(2_958_465, 'yyyy-mm-dd')).toBe('9999-12-31');
});

describe('a cell that is longer than it may be costs its own value only', () => {
  it.each([
    ['a number of 200,000 digits', cell('A1', `<v>${'9'.repeat(200_000)}</v>`)],
    ['a text no program could have taken', cell('A1', `<is><t>${'长'.repeat(32_768)}</t></is>`, 't="inlineStr"')],
    ['the result of a formula', cell('A1', `<f>REPT("x",40000)</f><v>${'x'.repeat(40_000)}</v>`, 't="str"')],
  ])('%s', (_, rows) => {
    const [sheet] = readValues('司法所.xlsx', handMade({ rows: `${rows}${cell('A2')}` })).sheets;
    expect(sheet?.cells[0]?.[0]?.value).toEqual({ error: '内容过长' });
    expect(sheet?.cells[1]?.[0]?.value).toBe(1);
  });

  it.each([
    [32_767, '长'.repeat(32_767)],
    [32_768, { error: '内容过长' }],
  ])('a text of %i signs that cells share', (length, value) => {
    const made = handMade({ rows: cell('A1', '<v>0</v>', 't="s"'), texts: `<si><t>${'长'.repeat(length)}</t></si>` });
    expect(readValues('司法所.xlsx', made).sheets[0]?.cells[0]?.[0]?.value).toEqual(value);
  });

  it('a text of just that length is read', () => {
    const rows = cell('A1', `<is><t>${'长'.repeat(32_767)}</t></is>`, 't="inlineStr"');
    expect(readValues('司法所.xlsx', handMade({ rows })).sheets[0]?.cells[0]?.[0]?.value).toHaveLength(32_767);
  });
});

it('a part that nobody reads tells of the whole file, however large it is', () => {
  const doctype = `<?xml version="1.0"?><!DOCTYPE x><x>${' '.repeat(1_100_000)}</x>`;
  expect(refusal(handMade({ parts: { 'docProps/more.xml': doctype } }))).toContain('含有不允许的 DOCTYPE 声明');
  expect(refusal(handMade({ parts: { 'docProps/more.xml': doctype.replace('<!DOCTYPE x>', '') } }))).toBe('');
});

it('of two parts whose names differ by case alone nobody can say which is meant', () => {
  const other = '<worksheet><sheetData/></worksheet>';
  expect(refusal(handMade({ parts: { 'xl/WORKSHEETS/Sheet1.xml': other } }))).toContain('内部文件名异常');
});
