/** .ods and .csv as LibreOffice, WPS and Excel save them: nothing is lost on the way, or the file is refused. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Grid } from '../../../src/core/base/grid';
import { gridFields, gridsFromSpreadsheet } from '../../../src/google/grids-from-spreadsheet';
import { readValues } from '../../../src/local/books/read-values';
import { makeSheets } from '../../../src/local/services/sheets';
import { packZip } from '../../../src/local/base/zip';
import { longIt } from '../../long';
import { needs, pathOfTool } from '../../tools';
import { copyOfExample, removeFolders, root, run } from '../../workspace/run-command';
import { handMade } from '../hand-made';

afterAll(removeFolders);

function gridsOf(name: string, bytes: Uint8Array): readonly Grid[] {
  const loaded = new Map([[name, { stamp: '', book: readValues(name, bytes), isPartial: true as const }]]);
  const unused = (): never => {
    throw new Error('nothing is written');
  };
  const asked = makeSheets('/nowhere', loaded, unused).Spreadsheets.get(name, { fields: gridFields });
  return gridsFromSpreadsheet(asked, name);
}

/** `kind shown`, a row a line; blanks are `·`. */
function printed(grid: Grid | undefined): readonly string[] {
  return (grid?.rows ?? []).map((row) =>
    Array.from(row, (cell) => (cell === undefined ? '·' : `${cell.kind} ${cell.shown}`)).join('|'),
  );
}

function refusal(name: string, bytes: Uint8Array): string {
  try {
    readValues(name, bytes);
    return '';
  } catch (error) {
    return String(error);
  }
}

const text = (content: string): Uint8Array => Buffer.from(content, 'utf8');

/** An .ods whose one table holds the rows. */
function ods(
  rows: string,
  more: {
    readonly styles?: string;
    readonly attributes?: string;
    readonly manifest?: string;
    readonly before?: string;
  } = {},
): Uint8Array {
  const { styles = '', before = '', attributes = 'table:name="任务进展"', manifest = '<m/>' } = more;
  const content =
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content>' +
    `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>` +
    `${before}<table:table ${attributes}>${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  const parts: [string, string][] = [
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['META-INF/manifest.xml', manifest],
    ['content.xml', content],
  ];
  return packZip(
    parts.map(([name, part]) => [name, text(part)]),
    true,
  );
}

const cell = (shown: string, attributes = 'office:value-type="string"'): string =>
  `<table:table-cell ${attributes}>${shown === '' ? '' : `<text:p>${shown}</text:p>`}</table:table-cell>`;
const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;

describe('.ods', () => {
  it('is refused where nobody could say which merges hold', () => {
    const merged = cell('A', 'office:value-type="string" table:number-columns-spanned="2"');
    expect(refusal('a.ods', ods(row(merged).repeat(20_001)))).toContain('20000 处以上合并单元格，没有读取');
  });

  it('values by their kind, and what stands beside a value is no part of it', () => {
    const cells = [
      cell('司法所'),
      cell('1,200', 'office:value-type="float" office:value="1200"'),
      cell('80%', 'office:value-type="percentage" office:value="0.8"'),
      cell('2022年6月30日', 'office:value-type="date" office:date-value="2022-06-30"'),
      cell('TRUE', 'office:value-type="boolean" office:boolean-value="true"'),
      cell(
        '#N/A',
        'table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"',
      ),
      '<table:table-cell table:formula="of:=1+1"/>',
      '<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>一<text:s text:c="2"/><text:span>二</text:span><text:line-break/>三</text:p><text:p>四</text:p></table:table-cell>',
    ];
    const [grid] = gridsOf('司法所.ods', ods(row(cells.join(''))));
    expect(printed(grid)).toEqual([
      'text 司法所|number 1200|percent 80%|date 2022-06-30|bool TRUE|error #N/A|error 公式未计算|text 一  二\n三\n四',
    ]);
    expect(grid?.rows[0]?.[3]?.value).toBe(44_742);
  });

  it('rows in heads and groups, repeated ones, hidden ones and merges', () => {
    const rows =
      `<table:table-header-rows>${row(cell('编号') + cell('状态'))}</table:table-header-rows>` +
      `<table:table-row-group table:display="false">${row(cell('A') + cell('甲'))}<table:table-row-group>${row(cell('B'))}</table:table-row-group></table:table-row-group>` +
      row(cell('C'), 'table:number-rows-repeated="2"') +
      row('<table:table-cell/>', 'table:number-rows-repeated="3"') +
      row(cell('D', 'office:value-type="string" table:number-columns-repeated="2"'), 'table:visibility="filter"') +
      row(
        cell('E', 'office:value-type="string" table:number-rows-spanned="2" table:number-columns-spanned="2"') +
          `<table:covered-table-cell><text:p>盖住</text:p></table:covered-table-cell>${cell('F')}`,
      ) +
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048560"');
    const [grid] = gridsOf('司法所.ods', ods(rows));
    expect(printed(grid)).toEqual([
      'text 编号|text 状态',
      'text A|text 甲',
      'text B',
      'text C',
      'text C',
      ...['', '', ''],
      'text D|text D',
      'text E|·|text F',
    ]);
    expect(grid?.hiddenRows).toEqual([1, 2, 8]);
    expect(grid?.merges).toEqual([{ startRow: 9, endRow: 11, startColumn: 0, endColumn: 2 }]);
  });

  it('a row that somebody’s program put into another loses no cell', () => {
    const [grid] = gridsOf('司法所.ods', ods(row(cell('A') + row(cell('B') + cell('C')))));
    expect(printed(grid)).toEqual(['text A|text B|text C']);
  });

  it('hidden sheets are known, copies of other files’ sheets are none', () => {
    const styles = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>';
    expect(
      gridsOf('a.ods', ods(row(cell('A')), { styles, attributes: 'table:name="甲" table:style-name="ta2"' })),
    ).toMatchObject([{ sheet: '甲', hidden: true }]);
    expect(refusal('a.ods', ods(`<table:table-source/>${row(cell('A'))}`))).toContain('已损坏');
  });

  it('number styles, of the cell, the row or the column, say what formats of .xlsx say', () => {
    const style = (name: string, data: string, more = ''): string =>
      `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="${data}">${more}</style:style>`;
    const styles =
      '<number:date-style style:name="N1"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>' +
      '<number:number-style style:name="N2"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>万元</number:text></number:number-style>' +
      '<number:number-style style:name="N3"><number:number number:decimal-places="0" number:min-integer-digits="1" number:display-factor="1000"/><number:text>千人</number:text></number:number-style>' +
      '<number:number-style style:name="N4P0"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>人</number:text></number:number-style>' +
      '<number:number-style style:name="N4"><number:text>无</number:text><style:map style:condition="value()&gt;0" style:apply-style-name="N4P0"/></number:number-style>' +
      style('a', 'N1') +
      style('b', 'N2') +
      style('c', 'N3', '<style:text-properties style:text-line-through-style="solid"/>') +
      '<style:style style:name="d" style:family="table-cell" style:parent-style-name="c" style:data-style-name="N4"/>' +
      '<style:style style:name="s" style:family="text"><style:text-properties style:text-line-through-type="single"/></style:style>';
    const float = (value: number, more = ''): string =>
      cell('x', `office:value-type="float" office:value="${String(value)}" ${more}`);
    const rows =
      '<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="a"/><table:table-column table:default-cell-style-name="b"/>' +
      row(
        cell('2022年12月', 'office:value-type="date" office:date-value="2022-12-01"') +
          cell('留<text:span text:style-name="s">删</text:span>') +
          float(3.5),
      ) +
      row(
        float(12_000, 'table:style-name="c"') + float(5) + float(5, 'table:style-name="d"'),
        'table:default-cell-style-name="b"',
      );
    const [grid] = gridsOf('司法所.ods', ods(rows, { styles }));
    expect(grid?.rows).toEqual([
      [
        { kind: 'date', value: 44_896, shown: '2022年12月', format: { shows: 'year-month' } },
        { kind: 'text', value: '留删', shown: '留删', isStruck: true },
        { kind: 'number', value: 3.5, shown: '3.50万元', format: { unit: '万元' } },
      ],
      [
        { kind: 'number', value: 12_000, shown: '12千人', format: { unit: '千人', scale: 1000 }, isStruck: true },
        { kind: 'number', value: 5, shown: '5.00万元', format: { unit: '万元' } },
        { kind: 'number', value: 5, shown: '5人', format: { unit: '人' }, isStruck: true },
      ],
    ]);
  });

  it('a number under the style of a day or a share is one, as programs show it', () => {
    const styles =
      '<number:date-style style:name="N1"><number:year number:style="long"/><number:text>/</number:text><number:month/><number:text>/</number:text><number:day/></number:date-style>' +
      '<number:percentage-style style:name="N2"><number:number number:decimal-places="0"/><number:text>%</number:text></number:percentage-style>' +
      ['1', '2']
        .map((n) => `<style:style style:name="s${n}" style:family="table-cell" style:data-style-name="N${n}"/>`)
        .join('');
    const float = (value: number, style: string): string =>
      cell('', `office:value-type="float" office:value="${String(value)}" table:style-name="${style}"`);
    const [grid] = gridsOf('司法所.ods', ods(row(float(44_824, 's1') + float(0.8, 's2')), { styles }));
    expect(printed(grid)).toEqual(['date 2022/9/20|percent 80%']);
  });

  it('values under merged cells are told, tables within others and drawings are no sheets', () => {
    const merged = cell(
      '甲',
      'office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1"',
    );
    const covered =
      '<table:covered-table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:covered-table-cell>';
    const shapes = `<table:shapes><draw:frame><table:table>${row(cell('假'))}</table:table></draw:frame></table:shapes>`;
    const bytes = ods(shapes + row(merged + covered), {
      before: `<table:dde-links><table:dde-link><table:table>${row(cell('假'))}</table:table></table:dde-link></table:dde-links>`,
    });
    const grids = gridsOf('司法所.ods', bytes);
    expect(grids.map(printed)).toEqual([['text 甲|·']]);
    expect(grids[0]?.covered).toEqual([{ above: '甲', cells: [{ row: 0, column: 1, shown: '7' }] }]);
  });

  it.each([
    ['空', new Uint8Array(), '是空文件'],
    ['网页', text('<html></html>'), '不是有效的 .ods 文件，请用 WPS/Excel 打开后另存为 .xlsx'],
    ['别的压缩包', packZip([['a.xml', text('<a/>')]], true), '虽是压缩包，但不是 .ods 表格'],
    ['密码', ods('', { manifest: '<manifest:encryption-data/>' }), '设有打开密码'],
    ['截断', ods(row(cell('A'))).slice(0, 300), '已损坏或没有传完'],
    [
      '远处',
      ods(row(cell('A', 'office:value-type="string" table:number-columns-repeated="16384"'))),
      '的数据占了过大的区域',
    ],
    [
      '重复',
      ods(row(cell('A'), 'table:number-rows-repeated="1048576"')),
      '的数据占了过大的区域（到 任务进展!A120001）',
    ],
    [
      '空格',
      ods(row(`<table:table-cell><text:p>${'<text:s text:c="32000"/>'.repeat(9)}</text:p></table:table-cell>`)),
      '已损坏',
    ],
    ['没有结束', ods('<table:table-row><table:table-cell>'), '已损坏'],
  ])('refuses %s', (_, bytes, says) => {
    expect(refusal('司法所.ods', bytes)).toContain(`Refusal: 司法所.ods ${says}`);
  });
});

describe('.csv', () => {
  const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
  const read = (bytes: Uint8Array): readonly string[] => printed(gridsOf('司法所.csv', bytes)[0]);

  it('as Excel, WPS and others write it', () => {
    const expected = ['text 编号|text 状态', 'text A-01|text 已完成'];
    expect(read(text('编号,状态\r\nA-01,已完成\r\n'))).toEqual(expected);
    expect(read(text('\uFEFF编号\t状态\nA-01\t已完成'))).toEqual(expected);
    expect(read(Buffer.from('\uFEFF编号;状态\rA-01;已完成', 'utf16le'))).toEqual(expected);
    expect(read(Buffer.from('编号,状态\r\nA-01,已完成', 'utf16le'))).toEqual(expected);
    expect(read(Buffer.from('编号,状态\r\nA-01,已完成', 'utf16le').swap16())).toEqual(expected);
    const gbk = Buffer.concat([Buffer.from([0xb1, 0xe0, 0xba, 0xc5]), text(',x\n1,2')]);
    expect(read(gbk)).toEqual(['text 编号|text x', 'text 1|text 2']);
  });

  it('quotes hold separators, lines and quotes; blanks stay blank and digits keep their zeros', () => {
    expect(read(text('"a,b","c""d","一\n二"\n\n,007,'))).toEqual(['text a,b|text c"d|text 一\n二', '', '·|text 007']);
  });

  it('question marks somebody typed among words are his', () => {
    expect(read(text('编号,备注\r\nA-01,??\r\nA-02,???\r\nA-03,café'))).toHaveLength(4);
  });

  it('blank fields and lines without end are none', () => {
    // As arrays they would fill the memory: what is taken of them is counted by what the first sheet holds.
    const [grid] = gridsOf('司法所.csv', text(`编号,状态\n${','.repeat(3_000_000)}${'\n'.repeat(3_000_000)}`));
    expect(printed(grid)).toEqual(['text 编号|text 状态']);
  });

  it.each([
    ['不成对', text('A,"开了头\nB,2\nC,3\n'), '里有引号不成对'],
    ['引号后还有字', text('A,"x"y\nB,2\n'), '里有引号不成对'],
    ['网页', text('<html>'), '不是有效的 .csv 或 .tsv 文件'],
    ['别的文件', Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0, 0]), '不是有效的 .csv 或 .tsv 文件'],
    ['改了后缀的别的压缩包', packZip([['a.xml', text('<a/>')]], true), '虽是压缩包，但不是 .xlsx 表格'],
    ['改了后缀的坏 .xls', Buffer.from('d0cf11e0a1b11ae1ff', 'hex'), '已损坏或没有传完'],
    ['有密码的 .xlsx', locked, '设有打开密码'],
    ['空', new Uint8Array(), '是空文件（0 字节），请重新复制或向提供文件的人重新索取'],
    [
      '只剩问号',
      text('??,??\r\n1,????\r\n'),
      '里的汉字都成了“?”或乱码（如 A1 的“??”），保存时已经丢失，没有读取，请从原来的表另存为 .xlsx',
    ],
    ['第二格起只剩问号', text('2022,??\r\n1,约12\r\n2,??\r\n'), '（如 B1 的“??”）'],
    ['替换符', text('\uFFFD\uFFFD,\uFFFD\uFFFD值\r\nC1,12\r\n'), '（如 A1 的“\uFFFD\uFFFD”）'],
    ['又按 GBK 读过的替换符', text('锟斤拷,锟斤拷\r\nC1,12\r\n'), '（如 A1 的“锟斤拷”）'],
    ['按 GBK 读过的 UTF-8', text('缂栧彿,鎸囨爣鍚嶇О\r\nC1,骞村害妫€鏌ユ鏁?\r\n'), '（如 B2 的“骞村害妫€鏌ユ鏁?”）'],
    ['按单字节读过的', text('ç¼\u0096ç \u0081,å\u0080¼\r\nC1,12\r\n'), '里的汉字都成了“?”或乱码'],
    ['编码不明', Uint8Array.from([0xff, 0x41, 0xff]), '文字编码认不出来'],
    ['很长而不成对', text(`"${'a""'.repeat(300_000)}`), '里有引号不成对'],
    ['成千上万对引号', text(`A,B\n"${'""'.repeat(4_000_000)}"`), '的第2行超出每张表的大小'],
    ['太多行', text('A\n'.repeat(120_001)), '的第120001行超出每张表的大小'],
    ['太多格', text(`${'1,'.repeat(499)}1\n`.repeat(2401)), '的第2401行超出每张表的大小'],
    ['太宽', text(','.repeat(500) + 'x'), '的第1行超出每张表的大小'],
  ])('refuses %s', (_, bytes, says) => {
    expect(refusal('司法所.csv', bytes)).toContain(says);
  });
});

/** A workbook with print titles, a note, a group of folded rows and a hidden sheet, saved by LibreOffice 7.4. */
it('what LibreOffice saves', () => {
  const bytes = readFileSync(join(root, 'test/local/books/files/任务进展-LibreOffice.ods'));
  const [grid, other] = gridsOf('司法所.ods', bytes);
  expect(printed(grid)).toEqual([
    'text 某镇　任务进展',
    'text 任务编号|text 状态|text 完成率|text 完成日期|text 金额（元）',
    'text A-01|text 已完成|percent 85.5%|date 2022-06-30|number 1234.5',
    'text A-02|text 推进中|percent 100.0%|·|number 2',
    'text A-03|text 未启动\n待定|error #N/A|text 9月31日|number 0',
    'text A-04|text 未启动',
    'text A-05|text 暂缓|·|date 2022-12-01|text 007',
  ]);
  const merges = [{ startRow: 0, endRow: 1, startColumn: 0, endColumn: 5 }];
  expect([grid?.hiddenRows, grid?.merges, other?.hidden]).toEqual([[3, 4, 5], merges, true]);
});

needs('LibreOffice', () => {
  longIt('formats say the same in an .xlsx and in the .ods LibreOffice makes of it', () => {
    const patterns: readonly (readonly [value: number, pattern: string])[] = [
      ...['yyyy"年"m"月"', 'mmm-yy', 'm"月"d"日"', 'yyyy"年"', 'yyyy/m/d', 'aaaa', 'm"月"', 'yyyy-mm-dd'].map(
        (pattern) => [44_896, pattern] as const,
      ),
      ...[
        '0.00"万元"',
        '0"人"',
        '0.0,,"亿"',
        '0\\.0,"万元"',
        '#,##0,',
        'General"个"',
        '"¥"#,##0.00',
        '0"人";-0"人";"无"',
      ].map((pattern) => [35_000, pattern] as const),
      ...([
        [12_345, '[>=10000]0\\.0,"万";0'],
        [0, '0"人";-0"人";"无"'],
        [-3, '0"人";-0"人"'],
        [0.85, '0.0%'],
      ] as const),
    ];
    const part = (name: string, type: string): string =>
      `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
    const made = handMade({
      rows: patterns
        .map(
          ([value], n) =>
            `<row r="${String(n + 1)}"><c r="A${String(n + 1)}" s="${String(n)}"><v>${String(value)}</v></c></row>`,
        )
        .join(''),
      styles: patterns.map((_, n) => 200 + n),
      formats: Object.fromEntries(patterns.map(([, pattern], n) => [200 + n, pattern])),
      parts: {
        '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}${part('sharedStrings', 'sharedStrings')}</Types>`,
      },
    });
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-ods-'));
    writeFileSync(join(folder, '表.xlsx'), made);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    spawnSync(pathOfTool('LibreOffice'), [
      '--headless',
      profile,
      '--convert-to',
      'ods',
      '--outdir',
      folder,
      join(folder, '表.xlsx'),
    ]);
    const asOds = gridsOf('表.ods', readFileSync(join(folder, '表.ods')))[0]?.rows;
    rmSync(folder, { recursive: true });
    expect(asOds).toEqual(gridsOf('表.xlsx', made)[0]?.rows);
  });
});

longIt('stands in 填报 like any other workbook, and `map` shows it', () => {
  const folder = copyOfExample('dazhanglou-2022');
  const at = (name: string): string => join(folder, '填报', name);
  rmSync(at('财政所.xlsx'));
  rmSync(at('中心校.xlsx'));
  writeFileSync(at('财政所.csv'), '任务编号,状态,完成日期\nD-05,已完成,2022-05-20\nB-06,差不多了,\n');
  writeFileSync(at('中心校.ods'), ods(row(cell('任务编号') + cell('状态'))));
  const { problems } = JSON.parse(run('check', folder, '--json').out) as {
    problems: readonly { readonly code: string; readonly workbook: string; readonly cell: string | null }[];
  };
  const codes = problems.map(({ code, workbook, cell: name }) => `${code} ${workbook} ${name ?? ''}`.trim());
  expect(codes).toEqual(expect.arrayContaining(['sheet-by-header 财政所.csv', 'status-unknown 财政所.csv B3']));
  expect(codes.filter((line) => /^(?:department-missing|workbook)/u.test(line))).toEqual([]);
  expect(readFileSync(at('财政所.csv'), 'utf8')).toMatch(/^任务编号/u);
  expect(run('map', at('中心校.ods')).out).toContain('工作表“任务进展”＝任务进展');
});
