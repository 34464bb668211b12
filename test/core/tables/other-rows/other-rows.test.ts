/** Which rows below a header are records, and what is said of the others. */
import fc from 'fast-check';
import {
  casesTable,
  figuresTable,
  publicityTable,
  suggestionsTable,
  tasksTable,
  trainingTable,
} from '../../../edition';
import { column } from '../../column';
import type { Table } from '../../../../src/core/tables/sheet';
import { readText } from './sheet-text';

/** Reads a table whose header is row 1 and whose first record is row 2. */
interface Case {
  readonly name: string;
  readonly table: Table;
  readonly sheet: string;
  readonly records: readonly number[];
  readonly says: readonly string[];
}

function testCases(cases: readonly Case[]): void {
  it.each(cases)('$name', ({ table, sheet, records, says }) => {
    const read = readText(table, sheet);
    expect([read.records, read.says]).toEqual([records, says]);
  });
}

const header = '日期 | 主题 | 地点 | 是否牵头 | 场次 | 受众人次 | 资料份数';
const first = '2022-03-01 | 宣传周 | 集市 | 是 | 1 | 40 | 500';

describe('a record that holds the word of a total', () => {
  const event = (cells: string): string => `${header}\n${first}\n${cells}`;
  testCases([
    {
      name: 'as its subject, with a day',
      table: publicityTable,
      sheet: event('2022-12-30 | 合计 | 集市 | 是 | 1 | 40 | 500'),
      records: [2, 3],
      says: ['B3 请核实 total-or-record'],
    },
    {
      name: 'as the only text beside a day of the sheet’s own kind',
      table: publicityTable,
      sheet: event('=2022-12-30 | 年终总计 | | | 1 | 40 | 500'),
      records: [2, 3],
      says: ['B3 请核实 total-or-record', 'D3 错误 required-blank'],
    },
    {
      name: 'in a longer subject, the first of its texts',
      table: publicityTable,
      sheet:
        '主题|日期|地点|是否牵头|场次|受众人次|资料份数\n宣传周|2022-03-01|集市|是|1|40|500\n上半年普法合计|2022-04-01|集市|是|1|4|5',
      records: [2, 3],
      says: [],
    },
    {
      name: 'as its subject, and says 是 where a total has a count',
      table: publicityTable,
      sheet: event(' | 合计 | | 是 | 1 | 40 | 500'),
      records: [2, 3],
      says: ['B3 请核实 total-or-record', 'A3 错误 required-blank'],
    },
    {
      name: 'in a column nobody reads',
      table: publicityTable,
      sheet: `${header} | 备注\n${first} |\n2022-04-01 | 宣传 | 集市 | 是 | 1 | 4 | 5 | 合计`,
      records: [2, 3],
      says: ['H1 提示 column-unknown'],
    },
    {
      name: 'in a list beside the table',
      table: publicityTable,
      sheet: `${header} | | 小组\n${first} | | 一组\n2022-04-01 | 宣传 | 集市 | 是 | 1 | 4 | 5 | | 合计`,
      records: [2, 3],
      says: ['I1 提示 column-unknown'],
    },
    {
      name: 'without a day, which a total has not either, but with a word of a list',
      table: casesTable,
      sheet:
        '类别|程序|决定日期|罚没金额（元）|执法名义|委托机关\n罚款|普通|2022-03-01|100|本级|\n罚款|普通||100|本级|合计',
      records: [2, 3],
      says: ['C3 错误 required-blank'],
    },
    {
      name: 'as the name of a figure with its code',
      table: figuresTable,
      sheet: '编码|指标名称|单位|填报值|备注\nE1|普法|场次|12|\nE2|合计|人次|30|\nE2.1|资料|份|5|合计',
      records: [2, 3, 4],
      says: [],
    },
  ]);

  it('merged over rows on the right', () => {
    const sheet = `${header} | 备注\n${first} | 合计\n2022-04-01 | 宣传 | 集市 | 是 | 1 | 4 | 5 |`;
    const merges = [{ startRow: 1, endRow: 3, startColumn: 7, endColumn: 8 }];
    expect(readText(publicityTable, sheet, { merges }).records).toEqual([2, 3]);
  });

  it('merged over the subjects of rows that have days', () => {
    const sheet = `${header}\n2022-03-01 | 合计 | 集市 | 是 | 1 | 4 | 5\n2022-04-01 | | 集市 | 是 | 1 | 4 | 5`;
    const merges = [{ startRow: 1, endRow: 3, startColumn: 1, endColumn: 2 }];
    expect(readText(publicityTable, sheet, { merges }).records).toEqual([2, 3]);
  });
});

it('a total whose word stands where a name is required is no record, though all that is required stands there', () => {
  const places = {
    kind: 'table',
    title: '普法阵地',
    synonyms: [],
    usages: [],
    help: '',
    columns: {
      name: column('名称', 'text', { required: true }),
      visits: column('参观人次', 'quantity', { required: true, unit: '人次' }),
      village: column('所在村', 'text'),
    },
  } satisfies Table;
  const sheet = (last: string): string =>
    `名称 | 参观人次 | 所在村\n法治公园 | 40 | 东村\n法治广场 | 50 | 西村\n${last}`;
  expect(readText(places, sheet('合计 | 90 | '))).toMatchObject({ records: [2, 3], says: ['A4 提示 total-row'] });
  expect(readText(places, sheet('法治长廊 | 90 | 合计'))).toMatchObject({ records: [2, 3, 4] });
  const numbered = '序号 | 名称 | 参观人次\n1 | 法治公园 | 40\n合计 | ';
  expect(readText(places, `${numbered}1 | 40`)).toMatchObject({ records: [2], says: ['A3 提示 total-row'] });
  expect(readText(places, `${numbered}法治长廊 | 40`)).toMatchObject({ records: [2, 3] });
});

describe('a total', () => {
  it.each([
    ['under the numbers', `序号 | ${header}\n1 | ${first}\n合计 | | | | | 1 | 40 | 500`],
    ['in a column without a header on the left', ` | ${header}\n上半年 | ${first}\n合计 | | | | | 1 | 40 | 500`],
    ['in an own column on the left', `片区 | ${header}\n东 | ${first}\n合计 | | | | | 1 | 40 | 500`],
    ['with a count where others say 是', `${header}\n${first}\n合计 | | | 1 | 1 | 40 | 500`],
    ['with a dash for what is not added up', `${header}\n${first}\n合计 | — | — | — | 1 | 40 | 500`],
    ['of a time', `${header}\n${first}\n截至2022年12月31日合计 | | | | 1 | 40 | 500`],
    ['with so many events in the place of a day', `序号|${header}\n1|${first}\n3月小计|1场||||| 40 | 500`],
    ['of a month with dashes', `序号|${header}\n1|${first}\n3月小计|1场|—|/||| 40 | 500`],
    ['that counts its rows and nothing else', `序号|${header}\n1|${first}\n一季度合计|1场||||||`],
    ['cumulated', `${header}\n${first}\n累计 | | | | 1 | 40 | 500`],
    ['cumulated over months', `序号|${header}\n1|${first}\n1-3月累计|1场||||1场| 40 | 500`],
    ['with a colon', `${header}\n${first}\n合计： | | | | 1 | 40 | 500`],
    ['that names what it adds up', `序号|${header}\n1|${first}\n合计（1场）||||| 1 | 40 | 500`],
    ['of this month', `序号|${header}\n1|${first}\n本月合计||||| 1 | 40人次 | 500份`],
    ['of a month', `${header}\n${first}\n3月 | 小计 | | | 1 | 40 | 500`],
  ])('%s', (_, sheet) => {
    const { records, says } = readText(publicityTable, sheet);
    expect(records).toEqual([2]);
    expect(says).toContainEqual(expect.stringMatching(/^[AB]3 提示 total-row$/u));
    expect(says).not.toContainEqual(expect.stringContaining('错误'));
  });
});

describe('rows that are alike', () => {
  const twice = (table: Table, sheet: string): readonly string[] =>
    readText(table, sheet).told.filter((one) => one.includes('完全相同'));
  const own = '序号|案由|类别|程序|决定日期|罚没金额（元）|执法名义';

  it('are told once for the sheet, and read', () => {
    const sheet = `${header}\n${first}\n2022-05-01 | 宣讲 | 学校 | 是 | 1 | 90 | 50\n${first}\n${first}`;
    expect(readText(publicityTable, sheet).records).toEqual([2, 3, 4, 5]);
    expect(twice(publicityTable, sheet)).toEqual([
      expect.stringContaining('有2行与上面的行完全相同（第4行同第2行、第5行同第2行），都计入了'),
    ]);
  });

  it('whatever their numbers', () => {
    const rows = ['1|占道|罚款|简易|2022-03-01|50|本级', '2|占道|罚款|简易|2022-03-01|50|本级'];
    expect(twice(casesTable, [own, ...rows].join('\n'))).toHaveLength(1);
  });

  it('but not where a cell differs, one stands for that above, or nothing names what they are about', () => {
    const rows = ['1|占道|罚款|简易|2022-03-01|50|本级', '2|占道|罚款|简易|2022-03-01|60|本级'];
    expect(twice(casesTable, [own, ...rows].join('\n'))).toEqual([]);
    const dittos = ['1|占道|罚款|简易|2022-03-01|50|本级', ...['2', '3'].map((at) => `${at}|〃|〃|〃|〃|50|〃`)];
    expect(twice(casesTable, [own, ...dittos].join('\n'))).toEqual([]);
    const bare =
      '类别|程序|决定日期|罚没金额（元）|执法名义\n罚款|简易|2022-03-01|50|本级\n罚款|简易|2022-03-01|50|本级';
    expect(twice(casesTable, bare)).toEqual([]);
  });
});

it('headings between figures without codes are no figures, in whichever column they stand', () => {
  const names = readText(figuresTable, '指标名称|填报值\n一、许可|\n许可申请|5\n（二）热线|\n热线转办|4\n三、其他|');
  expect(names.says.filter((one) => !one.includes('column-missing'))).toEqual([
    'A2 提示 section-row',
    'A4 提示 section-row',
    'A6 请核实 row-unlike',
  ]);
  expect(names.records).toEqual([3, 5]);
  const numbers = readText(figuresTable, '序号|指标名称|单位|填报值\n一、许可|||\n1|许可申请|件|5');
  expect(numbers.says.filter((one) => !one.includes('column-missing'))).toEqual(['A2 提示 section-row']);
});

it('a row with a day is read whatever words stand in it', () => {
  const word = fc.constantFrom('合计', '小计', '总计', '年终总计', '备注：合计', '说明', '宣传', '填表人', '示例');
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 28 }), (topic, location, day) => {
      const date = `2022-05-${String(day).padStart(2, '0')}`;
      const { records } = readText(publicityTable, `${header}\n${date}|${topic}|${location}|是|1|2|3\n${first}`);
      expect(records).toEqual([2, 3]);
    }),
  );
});

describe('suggestions', () => {
  const list = (...rows: readonly string[]): ReturnType<typeof readText> =>
    readText(suggestionsTable, ['问题或建议', ...rows].join('\n'));

  it.each(['说明：人手不够', '备注：经费不足', '例：建议增加编制', '注：缺车', '填报人：多为兼职', '示例：多派人'])(
    '%s is one',
    (text) => {
      const { records, says } = list('多派人', text, '多培训');
      expect([records, says]).toEqual([[2, 3, 4], ['A3 请核实 remark-or-record']]);
    },
  );

  it('the same apart below all others is a note, above others it is a suggestion', () => {
    expect(list('多派人', '', '填报人：某某', '审核人：某某').says).toEqual([
      'A4 提示 remark-row',
      'A5 提示 remark-row',
    ]);
    expect(list('多派人', '', '注：缺车', '多培训').records).toEqual([2, 4, 5]);
  });

  it('what the program prints on the sheet is no suggestion', () => {
    expect(list(suggestionsTable.help, '多派人').records).toEqual([3]);
  });

  it.each(['无', '没有', '—', '不涉及'])('%s is none, and nothing to mend', (text) => {
    const { records, says } = list(text);
    expect([records, says]).toEqual([[], ['A2 提示 nothing-row']]);
  });
});

describe('what is signed or said below a table', () => {
  const below = [
    '司法所（盖章）',
    '单位（盖章）：司法所',
    '单位（公章）： | 司法所',
    '联系人 | 联系电话 | 经办人',
    '填表人 | 张三 | 审核人 | 李四',
    '填表人： | 张三 | 日期 | 2022-12-31',
    '联系电话： | 88880000',
    '负责人（签字）： | | 填报日期：2022年12月31日',
    '以上数据已核对',
    '另：见附件',
    '附件：1. 名单',
    '备注1：按年末计',
    '注意：不要改动',
  ];
  it.each(below)('%s', (line) => {
    for (const [table, sheet] of [
      [trainingTable, '日期|主题|主办|学时|应到|实到\n2022-05-01|培训|司法所|8|3|3'],
      [publicityTable, `${header}\n${first}`],
      [casesTable, '类别|程序|决定日期|罚没金额（元）|执法名义\n罚款|普通|2022-03-01|100|本级'],
      [tasksTable, '任务编号|序号|报告章节|重点任务|牵头单位|完成时限\nA-01|1|组织领导|任务|司法所|2022-06-30'],
    ] as const) {
      const { records, says } = readText<Table['columns']>(table, `${sheet}\n${line}`);
      expect([table.title, records, says.slice(-1)]).toEqual([table.title, [2], ['A3 提示 remark-row']]);
    }
  });

  it.each(['★', '——', '※※'])('%s says nothing', (line) => {
    const { records, says } = readText(trainingTable, `日期|主题|主办|学时\n2022-05-01|培训|司法所|8\n${line}`);
    expect([records, says.slice(-1)]).toEqual([[2], ['A3 提示 nothing-row']]);
  });

  it.each(['镇里统一安排 | 某某 | 某某 | 某某', '情况属实', '下半年', '第1页共2页'])(
    '%s, which nothing names, is one doubt that names the row',
    (line) => {
      const { records, told } = readText(trainingTable, `日期|主题|主办|学时\n2022-05-01|培训|司法所|8\n${line}`);
      expect(records).toEqual([2]);
      expect(told).toEqual([expect.stringMatching(/第3行“.+”没有能读出的内容，不像数据，没有采用/u)]);
    },
  );

  it('a record that is not finished is told cell by cell', () => {
    const unfinished = ['|培训|司法所|', '9月31日|培训|司法所|若干', '待定|培训|司法所|8'];
    for (const line of unfinished) {
      const { records } = readText(trainingTable, `日期|主题|主办|学时\n2022-05-01|培训|司法所|8\n${line}`);
      expect([line, records]).toEqual([line, [2, 3]]);
    }
  });
});

describe('rows that say that there is nothing', () => {
  const rows = ['无 | 无 | 无 | 无 | 无 | 无 | 无', '— | — | — | — | — | — | —', '不涉及 | | | | 无 | / | \\'];
  it.each(rows)('%s', (row) => {
    const { records, says } = readText(publicityTable, `${header}\n${first}\n${row}`);
    expect([records, says]).toEqual([[2], ['A3 提示 nothing-row']]);
  });

  it('a row with one word more is a record', () => {
    expect(readText(publicityTable, `${header}\n2022-03-01 | 无 | 无 | 否 | 无 | 无 | 无`).records).toEqual([2]);
  });
});

describe('a heading of a section', () => {
  const sheet = (...rows: readonly string[]): ReturnType<typeof readText> =>
    readText(publicityTable, [header, ...rows].join('\n'));

  it('heads the records below it', () => {
    expect(sheet('一、上半年', first, '二、下半年', first.replace('03-01', '08-01')).says).toEqual([
      'A2 提示 section-row',
      'A4 提示 section-row',
    ]);
  });

  it('without a record below it is a doubt', () => {
    expect(sheet(first, '二、下半年').says).toEqual(['A3 请核实 row-unlike']);
  });
});

describe('a note of several rows', () => {
  const sheet = (...rows: readonly string[]): ReturnType<typeof readText> =>
    readText(publicityTable, [header, ...rows].join('\n'));

  it('goes on below the table', () => {
    const { records, says } = sheet(first, '备注：以上', '1.按年末计', '2.不含各村');
    expect(records).toEqual([2]);
    expect(says).toEqual(['A3 提示 remark-row', 'A4 提示 remark-row', 'A5 提示 remark-row']);
  });

  it('eats no row of the table', () => {
    expect(sheet('备注：以上', '1.集中宣传', first).records).toEqual([3, 4]);
    expect(sheet(first, '备注：以上', `1.集中宣传 | 宣传 | 集市 | 是 | 1 | 4 | 5`).records).toEqual([2, 4]);
  });
});

describe('an example', () => {
  it('is left out where the word stands alone, or begins the first row', () => {
    for (const sign of ['示例', '例：2022-01-01']) {
      const { records, says } = readText(publicityTable, `${header}\n${sign} | 宣传 | 集市 | 是 | 1 | 4 | 5\n${first}`);
      expect([records, says]).toEqual([[3], ['A2 提示 example-row']]);
    }
  });

  it('is read and told where the word stands behind a day', () => {
    const { records, says } = readText(
      publicityTable,
      `${header}\n2022-01-01 | 示例：宣传 | 集市 | 是 | 1 | 4 | 5\n${first}`,
    );
    expect([records, says]).toEqual([[2, 3], ['B2 请核实 remark-or-record']]);
  });

  it('is read where it is only the beginning of a later one', () => {
    const table = '任务编号|报告章节|重点任务|牵头单位|完成时限';
    const later = `${table}\nA-01|组织领导|任务|司法所|6月底前\n例：B-1|组织领导|任务|司法所|6月底前`;
    expect(readText<Table['columns']>(tasksTable, later).records).toEqual([2, 3]);
  });
});

describe('the hub’s tasks', () => {
  const columns = '任务编号|报告章节|重点任务|具体举措|牵头单位|完成时限';
  const task = (number: number): string => `A-0${String(number)}|组织领导|任务${String(number)}||司法所|6月底前`;

  it('five are five beside two headings', () => {
    const sheet = [columns, '一、组织领导', ...[1, 2, 3].map(task), '二、普法宣传', ...[4, 5].map(task)].join('\n');
    expect(readText<Table['columns']>(tasksTable, sheet).records).toHaveLength(5);
  });

  it.each(['备注：以上任务由司法所牵头', '备注 | 以上任务由司法所牵头', '说明：1.按月报', '以上各项请于年底前完成'])(
    'twelve are twelve beside %s',
    (note) => {
      const sheet = [columns, ...Array.from({ length: 12 }, (_, index) => task(index + 1)), note].join('\n');
      expect(readText<Table['columns']>(tasksTable, sheet).records).toHaveLength(12);
    },
  );
});
