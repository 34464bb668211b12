/** What Excel, WPS, LibreOffice, Google and programs without a name write is read as what a person sees in it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Grid } from '../../../src/core/base/grid';
import { gridFields, gridsFromSpreadsheet } from '../../../src/google/grids-from-spreadsheet';
import { makeSheets } from '../../../src/local/services/sheets';
import { stampOf } from '../../../src/local/books/workbook-shelf';
import { readBookValues } from '../../../src/local/books/xlsx/xlsx-read';
import { openZip } from '../../../src/local/base/zip';
import { needs, pathOfTool } from '../../tools';
import { handMade, putHandMade, row, type HandMade } from '../hand-made';
import { makeScratch, makeWorkbook, rowsOf, type Scratch } from '../scratch';
import fc from 'fast-check';
import { isoSerial } from '../../../src/local/books/xlsx/xlsx-values';
import { writtenText } from '../../../src/local/books/xlsx/xlsx-xml';
import { longIt } from '../../long';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => {
  scratch.remove();
});

/** The sheets of the workbook as the bundle gets them, read as for a report; also when it is read to be written again. */
function gridsOf(bytes: Uint8Array): Grid[] {
  const name = '手工.xlsx';
  const path = join(scratch.folder, name);
  writeFileSync(path, bytes);
  const loaded = new Map([
    [name, { stamp: stampOf(path), book: readBookValues(name, bytes), isPartial: true as const }],
  ]);
  const unused = (): never => {
    throw new Error('nothing is written');
  };
  const asked = makeSheets(scratch.folder, loaded, unused).Spreadsheets.get(name, { fields: gridFields });
  expect(scratch.reopen().get(name, { fields: gridFields })).toEqual(asked);
  return gridsFromSpreadsheet(asked, name);
}

/** The cells of the first row: `kind shown`, and the value where it is not what is shown. */
function firstRow(made: HandMade): (string | undefined)[] {
  const [grid] = gridsOf(handMade(made));
  return Array.from(grid?.rows[0] ?? [], (cell) => {
    if (cell === undefined) return undefined;
    const { kind, value, shown } = cell;
    return String(value) === shown ? `${kind} ${shown}` : `${kind} ${shown} = ${String(value)}`;
  });
}

const number = (style: number, value: number): readonly [string, string] => [
  `s="${String(style)}"`,
  `<v>${String(value)}</v>`,
];
const inline = (content: string): readonly [string, string] => ['t="inlineStr"', `<is>${content}</is>`];
const plain = row(['t="s"', '<v>0</v>'], ['', '<v>44742</v>']);
const plainRead = ['text 司法所', 'number 44742'];
const texts = '<si><t>司法所</t></si>';

type Case = readonly [name: string, made: HandMade, read: readonly (string | undefined)[]];

const packages: readonly Case[] = [
  ['as Excel writes it', {}, plainRead],
  ['strict, with the namespaces of ISO 29500', { isStrict: true }, plainRead],
  ['a prefix before every element', { prefix: 'x:' }, plainRead],
  ['targets from the root', { isAbsolute: true }, plainRead],
  ['entries stored, not deflated', { packing: 'stored' }, plainRead],
  ['sizes behind the data, as when a file is made while it is sent', { packing: 'streamed' }, plainRead],
  ['content types and workbook last in the archive', { isReversed: true }, plainRead],
  ['no styles', { parts: { 'xl/styles.xml': null } }, plainRead],
  ['a byte order mark', { parts: { 'xl/sharedStrings.xml': `\uFEFF<sst>${texts}</sst>` } }, plainRead],
  ['comments and an instruction between the cells', { rows: `<!-- <row/> --><?x y?>${plain}` }, plainRead],
  [
    'names in other letters than the relationships say',
    { parts: { 'xl/sharedStrings.xml': null, 'xl/SharedStrings.xml': `<sst>${texts}</sst>` } },
    plainRead,
  ],
];

const cells: readonly Case[] = [
  [
    'runs of different looks, readings of characters, spaces kept',
    {
      texts:
        '<si><r><t>已</t></r><r><rPr><b/></rPr><t xml:space="preserve">完成 </t></r></si>' +
        '<si><t>司法所</t><rPh sb="0" eb="3"><t>シホウショ</t></rPh><phoneticPr fontId="1"/></si>',
      rows: row(
        ['t="s"', '<v>0</v>'],
        ['t="s"', '<v>1</v>'],
        inline('<t>法</t><rPh sb="0" eb="1"><t>ホウ</t></rPh>'),
        inline('<r><t>a</t></r><r><t> b</t></r>'),
      ),
    },
    ['text 已完成 ', 'text 司法所', 'text 法', 'text a b'],
  ],
  [
    'elements without content between the runs, and a text that is empty',
    {
      texts: '<si><r>\n<t/>\n</r>\n<r><t>司法所</t></r></si><si><t></t></si><si><t>尾</t></si>',
      rows: row(['t="s"', '<v>0</v>'], ['t="s"', '<v>1</v>'], ['t="s"', '<v>2</v>']),
    },
    ['text 司法所', undefined, 'text 尾'],
  ],
  [
    'line ends, escapes, entities, CDATA and characters outside the first plane',
    {
      rows: row(
        inline('<t>一\r\n二</t>'),
        inline('<t>一_x000D_\n二</t>'),
        inline('<t>一_x000D_\r\n二</t>'),
        inline('<r><t>一_x000D_</t></r><r><t>\n二</t></r>'),
        ['t="str"', '<f>A1</f><v>一_x000d_&#10;二</v>'],
        inline('<t>_x005F_x000D_</t>'),
        inline('<t>&lt;甲&gt;&#x4E59;&#20025;&amp;lt;</t>'),
        inline('<t><![CDATA[<a>&amp;]]>尾</t>'),
        inline('<t>𠮷😀_xD842__xDFB7_</t>'),
      ),
    },
    [...Array<string>(5).fill('text 一\n二'), 'text _x000D_', 'text <甲>乙丹&lt;', 'text <a>&amp;尾', 'text 𠮷😀𠮷'],
  ],
  [
    'texts of digits keep their zeros; with a leading apostrophe too',
    {
      texts: '<si><t>007</t></si>',
      styles: [0, 49],
      rows: row(['t="s" s="1"', '<v>0</v>'], ['t="str"', '<f>"0"&amp;"1"</f><v>01</v>'], inline('<t>0.50</t>')),
    },
    ['text 007', 'text 01', 'text 0.50'],
  ],
  [
    'formulas by their last result, however they are shared',
    {
      rows: row(
        ['', '<f>1+1</f><v>2</v>'],
        ['t="str"', '<f>"x"</f><v>x</v>'],
        ['', '<f t="shared" ref="C1:C2" si="0">A1</f><v>3</v>'],
        ['', '<f t="shared" si="0"/><v>4</v>'],
        ['', '<f t="array" ref="E1:F1">A1:B1</f><v>5</v>'],
        ['t="str"', '<f>""</f><v></v>'],
      ),
    },
    ['number 2', 'text x', 'number 3', 'number 4', 'number 5'],
  ],
  [
    'what nobody has calculated, and errors, are not available; never 0 and never blank',
    {
      rows: row(
        ['', '<f>1+1</f>'],
        ['', '<f>1+1</f><v></v>'],
        ['', '<f>1+1</f><v/>'],
        ['t="str"', '<f>A1</f>'],
        ['t="e"', '<f>NA()</f><v>#N/A</v>'],
        ['t="e"', '<v>#REF!</v>'],
        ['t="e"', '<v>Err:502</v>'],
        ['t="str"', '<f>IMPORTRANGE("a")</f><v>Loading...</v>'],
        inline('<t>Loading...</t>'),
      ),
    },
    [
      ...Array<string>(4).fill('error 公式未计算'),
      ...['error #N/A', 'error #REF!', 'error Err:502', 'error Loading...', 'error Loading...'],
    ],
  ],
  [
    'true and false, in figures and in words; numbers in every notation',
    {
      rows: row(
        ['t="b"', '<v>1</v>'],
        ['t="b"', '<v>false</v>'],
        ['t="n"', '<v>1.5E-2</v>'],
        ['', '<v>-0.1</v>'],
        ['', '<v>12345678901234567</v>'],
      ),
    },
    ['bool TRUE = true', 'bool FALSE = false', 'number 0.015', 'number -0.1', 'number 12345678901234568'],
  ],
  [
    'cells without names, rows without numbers',
    { rows: '<row><c><v>1</v></c><c t="inlineStr"><is><t>二</t></is></c></row>' },
    ['number 1', 'text 二'],
  ],
  [
    'quotes of the other kind',
    { rows: "<row r='1'><c r='B1' t='inlineStr' ><is><t>乙</t></is></c></row>" },
    [undefined, 'text 乙'],
  ],
];

const formats: readonly Case[] = [
  [
    'the built-in Chinese formats, which files only name by number',
    {
      styles: [14, 22, 20, 27, 28, 31, 32, 36, 50, 55, 57, 58],
      rows: row(...Array.from({ length: 12 }, (_, style) => number(style, 44742.5))),
    },
    [
      ...['2022/6/30', '2022/6/30 12:00'].map((shown) => `date ${shown} = 44742.5`),
      'number 12:00 = 44742.5',
      ...['2022年6月', '6月30日', '2022年6月30日'].map((shown) => `date ${shown} = 44742.5`),
      'number 12时00分 = 44742.5',
      ...['2022年6月', '2022年6月'].map((shown) => `date ${shown} = 44742.5`),
      'number 12时00分 = 44742.5',
      ...['2022年6月', '6月30日'].map((shown) => `date ${shown} = 44742.5`),
    ],
  ],
  [
    'a file that gives a built-in number a meaning of its own',
    { styles: [57], formats: { 57: 'yyyy"年"m"月"d"日";@' }, rows: row(number(0, 44742)) },
    ['date 2022年6月30日 = 44742'],
  ],
  [
    'dates as people format them',
    {
      styles: [176, 177, 178, 179, 180, 181],
      formats: {
        176: '[$-804]yyyy"年"m"月"d"日";@',
        177: '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
        178: 'yyyy/m/d aaaa',
        179: 'yyyy-mm-dd 上午/下午h:mm',
        180: '[h]:mm',
        181: '[DBNum1][$-804]m"月"d"日"',
      },
      rows: row(...[0, 1, 2, 3].map((style) => number(style, 44742.75)), number(4, 1.5), number(5, 44742)),
    },
    [
      'date 2022年6月30日 = 44742.75',
      'date 2022年6月30日 = 44742.75',
      'date 2022/6/30 星期四 = 44742.75',
      'date 2022-06-30 下午6:00 = 44742.75',
      'number 36:00 = 1.5',
      'date 6月30日 = 44742',
    ],
  ],
  [
    'numbers with words, in colours, accounted and hidden: the number stays what it is',
    {
      styles: [176, 177, 178, 179, 180, 181, 182, 183],
      formats: {
        176: '0"人"',
        177: 'G/通用格式"个"',
        178: '#,##0.00_);[红色]\\(#,##0.00\\)',
        179: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
        180: ';;;',
        181: '0"%"',
        182: '[>=10000]0!.0,"万";0',
        183: '"共"General"件"',
      },
      rows: row(
        number(0, 12),
        number(1, 1.5),
        number(2, -3),
        number(3, 0),
        number(4, 7),
        number(5, 85),
        number(6, 12345),
        number(7, 3),
      ),
    },
    [
      ...['number 12人 = 12', 'number 1.5个 = 1.5', 'number (3.00) = -3', 'number 0', 'number 7', 'number 85% = 85'],
      ...['number 12345', 'number 共3件 = 3'],
    ],
  ],
  [
    'percentages',
    { styles: [9, 10, 176], formats: { 176: '0.0%' }, rows: row(number(0, 0.285), number(1, 0.8681), number(2, 1)) },
    ['percent 29% = 0.285', 'percent 86.81% = 0.8681', 'percent 100.0% = 1'],
  ],
  [
    'dates counted from 1904, and nothing else moved',
    {
      properties: '<workbookPr date1904="1"/>',
      styles: [14, 0, 20],
      rows: row(number(0, 43280), number(1, 43280), number(2, 0.5)),
    },
    ['date 2022/6/30 = 44742', 'number 43280', 'number 12:00 = 0.5'],
  ],
  [
    'dates counted from 1904 where an extension has an element of the same name that does not say so, and the reverse',
    {
      properties:
        '<workbookPr date1904="1"/><extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="urn:x15"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>',
      styles: [14],
      rows: row(number(0, 43280)),
    },
    ['date 2022/6/30 = 44742'],
  ],
  [
    'dates counted from 1900 where only an extension speaks of 1904',
    {
      properties:
        '<x15:workbookPr date1904="1" xmlns:x15="urn:x15"/><extLst><ext uri="x"><workbookPr date1904="1"/></ext></extLst>',
      styles: [14],
      rows: row(number(0, 44742)),
    },
    ['date 2022/6/30 = 44742'],
  ],
  [
    'months, years and weekdays alone are dates; letters of eras are years',
    {
      styles: [176, 177, 178, 179, 180],
      formats: { 176: 'm"月"', 177: 'yyyy"年"', 178: 'aaaa', 179: 'e"年"m"月"', 180: '[DBNum1][$-804]yyyy"年"m"月"' },
      rows: row(...[0, 1, 2, 3, 4].map((style) => number(style, 44742))),
    },
    ['6月', '2022年', '星期四', '2022年6月', '2022年6月'].map((shown) => `date ${shown} = 44742`),
  ],
  [
    'numbers shown shrunk: by commas, and by a point that is drawn into them',
    {
      styles: [176, 177, 178, 179],
      formats: { 176: '0.0,"千元"', 177: '0\\.0,"万元"', 178: '#,##0,.00', 179: '#,##0.00[$元-804]' },
      rows: row(...[0, 1, 2, 3].map((style) => number(style, 35_000))),
    },
    ['number 35.0千元 = 35000', 'number 3.5万元 = 35000', 'number 35.00 = 35000', 'number 35,000.00元 = 35000'],
  ],
  [
    'dates written out, as strict files may',
    {
      styles: [0, 14],
      rows: row(
        ['t="d"', '<v>2022-06-30</v>'],
        ['t="d" s="1"', '<v>2022-06-30T00:00:00.000</v>'],
        ['t="d"', '<v>2022-06-30T12:00:00Z</v>'],
      ),
    },
    ['date 2022-06-30 = 44742', 'date 2022/6/30 = 44742', 'date 2022-06-30 12:00:00 = 44742.5'],
  ],
  [
    'the day that never was stays 60',
    { styles: [14], rows: row(number(0, 60)) },
    [expect.stringContaining('= 60') as string],
  ],
  [
    'formats made to harm: endless fractions and digits',
    {
      styles: [176, 177],
      formats: { 176: '# ?/??????????', 177: `0.${'0'.repeat(200)}` },
      rows: row(number(0, 0.3), number(1, 1.5)),
    },
    ['number 0.3', 'number 1.5'],
  ],
];

describe.each([
  ['packages', packages],
  ['cells', cells],
  ['formats', formats],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_name, made, read) => {
    expect(firstRow({ rows: plain, texts, ...made })).toEqual(read);
  });
});

/** Namespaces of extensions and of the alternatives of older programs. */
const foreign = 'xmlns:x14="urn:x14" xmlns:mc="urn:mc"';

describe('elements that only look like the format’s own', () => {
  it('cells, merges, filters and panes of extensions and saved views are not the sheet’s', () => {
    const [grid] = gridsOf(
      handMade({
        head: `<mc:AlternateContent ${foreign}><mc:Choice><sheetData><row r="7"><c r="A7"><v>7</v></c></row></sheetData></mc:Choice></mc:AlternateContent>`,
        rows:
          `<row r="1"><c r="A1"><v>1</v><extLst><ext><v>8</v></ext></extLst></c><x14:c ${foreign} r="B1"><x14:v>9</x14:v></x14:c></row>` +
          '<row r="2" hidden="1"><c r="A2"><v>2</v></c><extLst><ext><c r="C2"><v>3</v></c></ext></extLst></row>',
        tail:
          '<customSheetViews><customSheetView><autoFilter ref="A1:A9"><filterColumn colId="0"/></autoFilter></customSheetView></customSheetViews>' +
          `<extLst><ext ${foreign}><x14:sheetData><x14:row r="9"><x14:c r="A9"><x14:v>99</x14:v></x14:c></x14:row></x14:sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></ext></extLst>`,
      }),
    );
    const cells = grid?.rows.map((one) => one.map((cell) => cell?.value));
    expect([cells, grid?.merges, grid?.hiddenRows]).toEqual([[[1], [2]], [], [1]]);
  });

  it('sheets, texts, formats and strikes of extensions are not the workbook’s', () => {
    const made: HandMade = {
      properties: '<extLst><ext><sheets><sheet name="假" sheetId="9" r:id="rId1"/></sheets></ext></extLst>',
      texts: `<extLst><ext><si><t>假</t></si></ext></extLst><si><t>真</t><x14:t ${foreign}>假</x14:t></si>`,
      parts: {
        'xl/styles.xml':
          `<styleSheet ${foreign}><extLst><ext><cellXfs><xf numFmtId="14"/></cellXfs></ext></extLst><fonts><font/></fonts>` +
          '<cellXfs><xf numFmtId="0" fontId="0"/></cellXfs><dxfs><dxf><font><strike/></font><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs></styleSheet>',
      },
      rows: row(['t="s"', '<v>0</v>'], ['s="0"', '<v>44742</v>']),
    };
    expect(firstRow(made)).toEqual(['text 真', 'number 44742']);
  });

  it('a prefix of its own for the format’s namespace is the format’s', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const xml = `<worksheet xmlns="${main}" xmlns:y="${main}"><y:sheetData><row r="1"><y:c r="A1"><v>5</v></y:c></row></y:sheetData></worksheet>`;
    expect(firstRow({ parts: { 'xl/worksheets/sheet1.xml': xml } })).toEqual(['number 5']);
  });
});

describe('what people strike through', () => {
  it('cells by their font, texts also in part', () => {
    const struck = '<r><t>留</t></r><r><rPr><strike/></rPr><t>删</t></r>';
    const [grid] = gridsOf(
      handMade({
        texts: `<si>${struck}</si>`,
        parts: {
          'xl/styles.xml':
            '<styleSheet><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>',
        },
        rows: row(
          ['s="0"', '<v>1</v>'],
          ['s="1"', '<v>2</v>'],
          ['s="2"', '<v>3</v>'],
          ['t="s"', '<v>0</v>'],
          inline(struck),
          inline('<r><rPr><strike val="false"/></rPr><t>留</t></r>'),
        ),
      }),
    );
    expect(grid?.rows[0]?.map((cell) => cell?.isStruck === true)).toEqual([false, true, false, true, true, false]);
  });
});

it('what else stands among the fonts moves no strike to another one', () => {
  const styles =
    '<styleSheet><fonts><extLst/><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>';
  const [grid] = gridsOf(
    handMade({ parts: { 'xl/styles.xml': styles }, rows: row(['s="0"', '<v>1</v>'], ['s="1"', '<v>2</v>']) }),
  );
  expect(grid?.rows[0]?.map((cell) => cell?.isStruck === true)).toEqual([false, true]);
});

describe('a cell is the same however a program writes its tags', () => {
  const usual = '<row r="2"><c r="B2" s="1" t="s"><v>1</v></c><c r="C2"><v>12</v></c><c r="D2" s="1"/></row>';
  const ways: readonly (readonly [way: string, rows: string])[] = [
    ['single quotes', usual.replaceAll('"', "'")],
    ['blanks', usual.replaceAll(' ', '\n  ').replaceAll('</v>', '</v> ').replaceAll('">', '" >')],
    ['blanks beside the signs', usual.replaceAll('="', ' = "')],
    ['attributes in another order', usual.replace('r="B2" s="1" t="s"', 't="s" s="1" r="B2"')],
    ['more attributes', usual.replaceAll('<c ', '<c cm="0" ').replace('r="2"', 'spans="2:4" r="2"')],
    ['small letters', usual.replace('B2', 'b2').replace('C2', 'c2')],
    ['comments', usual.replaceAll('<v>', '<!-- <v>9</v> --><v>')],
    ['without numbers of rows', usual.replace(' r="2"', '').replace('<row', '<row r="1"/><row')],
    ['numbers with a point', usual.replace('>12<', '>12.0<')],
  ];
  const made = (rows: string): Uint8Array =>
    handMade({ rows, styles: [0, 14], texts: '<si><t>甲</t></si><si><t>乙&amp;丙</t></si>' });

  it.each(ways)('%s', (_, rows) => {
    const grids = gridsOf(made(rows));
    expect(grids).toEqual(gridsOf(made(usual)));
    expect(grids[0]?.rows[1]?.map((cell) => cell?.value)).toEqual([undefined, '乙&丙', 12]);
  });
});

it('cells of one number that are of different types or styles, or calculated, are told apart', () => {
  const kinds = [
    ['', '<v>1</v>'],
    ['t="n"', '<v>1</v>'],
    ['t="b"', '<v>1</v>'],
    ['t="s"', '<v>1</v>'],
    ['t="str"', '<v>1</v>'],
    ['s="1"', '<v>1</v>'],
    ['s="2"', '<v>1</v>'],
    ['', '<f>A1</f><v>1</v>'],
    ['', '<v>1.5</v>'],
    ['', '<v>1000001</v>'],
  ] as const;
  const made: HandMade = {
    styles: [0, 14, 9],
    texts: '<si><t>甲</t></si><si><t>乙</t></si>',
    rows: row(...kinds, ...kinds),
  };
  const read = [
    'number 1',
    'number 1',
    'bool TRUE = true',
    'text 乙',
    'text 1',
    'date 1900/1/1 = 1',
    'percent 100% = 1',
    'number 1',
    'number 1.5',
    'number 1000001',
  ];
  expect(firstRow(made)).toEqual([...read, ...read]);
  const [grid] = gridsOf(handMade(made));
  expect(grid?.rows[0]?.flatMap((cell, at) => (cell?.isFormula === true ? [at] : []))).toEqual([7, 17]);
});

it('a text comes back from whatever of it is escaped', () => {
  const escaped = (letter: string): string => `_x${letter.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;
  const letters = fc.constantFrom('_', 'x', '0', '4', '1', 'D', '年', '\n', 'a');
  fc.assert(
    fc.property(fc.array(fc.tuple(letters, fc.boolean()), { maxLength: 30 }), (parts) => {
      const text = parts.map(([letter]) => letter).join('');
      // Where an underscore is the text's own it must be escaped, as programs do when an escape would follow.
      const written = parts
        .map(([letter, isEscaped]) => (isEscaped || letter === '_' ? escaped(letter) : letter))
        .join('');
      expect(writtenText(written)).toBe(text);
    }),
  );
});

describe('sheets', () => {
  it('have the columns that are set up, each by its own tag or several by one', () => {
    const head =
      '<cols><col min="1" max="1" width="9"/><col min="2" max="2" width="9"/><col min="3" max="3" width="9" hidden="1"/>' +
      '<col  min="4"  max="5" width="12"/><col width="9" min="7" max="7"/><col min="8" max="8" width="12"/></cols>';
    const { sheets } = readBookValues('甲.xlsx', Buffer.from(handMade({ head, rows: '<row r="1"/>' })));
    expect(sheets[0]?.columns.map((column) => [column?.width, column?.hidden === true])).toEqual([
      ...[
        [9, false],
        [9, false],
        [9, true],
        [12, false],
        [12, false],
      ],
      ...[undefined, [9, false], [12, false]],
    ]);
  });

  it('hidden rows, merges and blanks between', () => {
    const [grid] = gridsOf(
      handMade({
        rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row><row r="3"><c r="C3"><v>4</v></c></row><row r="5" hidden="true"><c r="A5"><v>5</v></c></row>',
        tail: '<autoFilter ref="A1:B3"><filterColumn colId="0"/></autoFilter><mergeCells count="2"><mergeCell ref="A3:B4"/><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      }),
    );
    expect(grid?.hiddenRows).toEqual([1, 4]);
    expect(grid?.rows.map((cells) => cells.length)).toEqual([1, 1, 3, 0, 1]);
    expect(grid?.merges).toEqual([
      { startRow: 2, endRow: 4, startColumn: 0, endColumn: 2 },
      { startRow: 0, endRow: 120_000, startColumn: 0, endColumn: 500 },
    ]);
  });

  it('in the order of the tabs whatever their numbers; hidden ones are there; charts have no cells', () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const sheet = (text: string): string =>
      `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;
    const grids = gridsOf(
      handMade({
        sheets:
          '<sheet name="后&amp;来" sheetId="2147483648" state="veryHidden" r:id="rId9"/><sheet name="图" sheetId="3" r:id="rId8"/><sheet name="先" sheetId="1" state="hidden" r:id="rId1"/>',
        links: `<Relationship Id="rId9" Type="${office}/worksheet" Target="worksheets/another.xml"/><Relationship Id="rId8" Type="${office}/chartsheet" Target="chartsheets/sheet1.xml"/>`,
        parts: { 'xl/worksheets/another.xml': sheet('二'), 'xl/worksheets/sheet1.xml': sheet('一') },
      }),
    );
    expect(grids.map(({ sheet: title, hidden, rows }) => [title, hidden, rows[0]?.[0]?.value])).toEqual([
      ['后&来', true, '二'],
      ['先', true, '一'],
    ]);
  });

  longIt('blank formatted cells, rows and columns to the far end cost nothing', () => {
    const blanks = Array.from(
      { length: 200_000 },
      (_, n) =>
        `<row r="${String(n + 2)}" ht="14.25"><c r="A${String(n + 2)}" s="0"/><c r="XFD${String(n + 2)}" s="0"/></row>`,
    ).join('');
    const [grid] = gridsOf(
      handMade({
        styles: [14],
        head: '<cols><col min="1" max="16384" width="9" style="0"/></cols>',
        rows: `<row r="1"><c r="A1"><v>1</v></c></row>${blanks}<row r="1048576"><c r="A1048576" s="0"/></row>`,
      }),
    );
    expect(grid?.rows).toHaveLength(1);
  });

  it.each([
    ['a number', 'number 7', '<c r="A2600"><v>7</v></c>'],
    ['a text of its own', 'text 七', '<c r="A2600" t="inlineStr"><is><t>七</t></is></c>'],
    ['a formula with its value', 'number 7', '<c r="A2600"><f>3+4</f><v>7</v></c>'],
  ])('%s below thousands of blank formatted rows is read', (_, read, cell) => {
    const blanks = Array.from(
      { length: 2500 },
      (_row, n) => `<row r="${String(n + 2)}"><c r="A${String(n + 2)}" s="0"/></row>`,
    );
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row>${blanks.join('')}<row r="2600">${cell}</row>`;
    const [grid] = gridsOf(handMade({ styles: [14], rows }));
    const last = grid?.rows[2599]?.[0];
    expect(`${last?.kind ?? ''} ${last?.shown ?? ''}`).toBe(read);
  });

  it('links to other files are left alone: the values last seen count', () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const made: HandMade = {
      links:
        `<Relationship Id="rId7" Type="${office}/externalLink" Target="externalLinks/externalLink1.xml"/>` +
        `<Relationship Id="rId8" Type="${office}/worksheet" Target="file:///etc/passwd" TargetMode="External"/>`,
      rows: row(['', '<f>[1]表!A1</f><v>7</v>']),
    };
    expect(firstRow(made)).toEqual(['number 7']);
  });
});

it('notes, drop-downs, protection and colours survive when a sheet is added to a workbook of another program', () => {
  const id = putHandMade(scratch.folder, {
    head: '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr>',
    rows: row(inline('<t>甲</t>')),
    tail: '<sheetProtection sheet="1"/><dataValidations count="1"><dataValidation type="list" sqref="A2:A9"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>',
      'xl/comments1.xml':
        '<comments><commentList><comment ref="A1"><text><t>批注</t></text></comment></commentList></comments>',
    },
  });
  scratch.reopen().batchUpdate({ requests: [{ addSheet: { properties: { title: '二' } } }] }, id);
  const parts = new Map(
    openZip(readFileSync(join(scratch.folder, id))).map(({ name, read }) => [name, Buffer.from(read()).toString()]),
  );
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain('rgb="FFFF0000"');
  expect(sheet).toContain('<formula1>"是,否"</formula1>');
  expect(sheet).toContain('<sheetProtection');
  expect([...parts].find(([name]) => /^xl\/comments\d+\.xml$/u.test(name))?.[1]).toContain('批注');
});

needs('LibreOffice', () => {
  longIt('a workbook saved once more by LibreOffice reads the same', () => {
    const format = (column: number, pattern: string): GoogleAppsScript.Sheets.Schema.Request => ({
      repeatCell: {
        range: { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: column, endColumnIndex: column + 1 },
        cell: { userEnteredFormat: { numberFormat: { pattern }, wrapStrategy: 'WRAP' } },
        fields: 'userEnteredFormat(numberFormat,wrapStrategy)',
      },
    });
    const cell = 'effectiveValue,formattedValue,effectiveFormat/numberFormat/type';
    const grid = `data(rowData/values(${cell}),rowMetadata)`;
    const meaning = { fields: `sheets(properties(title),merges,${grid})` };
    const values = [
      ['编号', '完成时限', '完成率', '经费（万元）', '说明', '有无'],
      ['T1', 44742, 0.868, 12345.6, '一行\n二行 =1+1', true],
      ['=A1', 44743, 1, -0.5, '#N/A', false],
    ];
    const id = makeWorkbook(scratch, '司法所', [
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
          rows: rowsOf(values),
          fields: 'userEnteredValue',
        },
      },
      format(1, 'yyyy-mm-dd'),
      format(2, '0.0%'),
      format(3, '#,##0.00'),
      {
        mergeCells: {
          range: { sheetId: 0, startRowIndex: 3, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 },
          mergeType: 'MERGE_ALL',
        },
      },
    ]);
    const ours = scratch.reopen().get(id, meaning);
    const out = join(scratch.folder, '另存');
    const profile = `-env:UserInstallation=file://${join(scratch.folder, 'profile')}`;
    execFileSync(
      pathOfTool('LibreOffice'),
      ['--headless', profile, '--convert-to', 'xlsx', '--outdir', out, join(scratch.folder, id)],
      {
        stdio: 'ignore',
      },
    );
    expect(openZip(readFileSync(join(out, id))).length).toBeGreaterThan(5);
    expect(scratch.reopen().get(`另存/${id}`, meaning)).toEqual(ours);
  });
});

describe('workbooks people sent', () => {
  const shownIn = (name: string): readonly (readonly (string | undefined)[])[] =>
    gridsOf(readFileSync(`test/cases/intake/${name}.xlsx`)).flatMap(({ rows }) =>
      rows.map((cells) => Array.from(cells, (cell) => cell?.shown)),
    );

  it('a line break is one, whether written as _x000D_ or as a character', () => {
    expect(shownIn('05-x000d')).toEqual([Array<string>(3).fill('第一行\n第二行')]);
  });

  it('a row that stands twice is damage: programs do not agree which of the two holds', () => {
    expect(() => shownIn('22-dups')).toThrow('第1行写了两次');
  });

  it('what an extension holds is no cell', () => {
    expect(shownIn('extLst里的单元格')).toEqual([['1']]);
  });
});

it.each([
  ['2022-06-30', 44742],
  ['2022-06-30T18:45:36', 44742.78166666667],
  ['T06:00', 0.25],
  ['2022-02-30', null],
  ['6月30日', null],
])('%s, as strict files write it, is %p', (text, serial) => {
  expect(isoSerial(text)).toBe(serial);
});
