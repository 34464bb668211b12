/** Kinds of tables that departments keep, each by the smallest sheet on which a clerk would notice that it is not read. */
import type { OfficeRows } from '../../../src/core/rows/rows-from-grids';
import { readWith, settingsOfCase } from './read-book';
import { readCase } from './read-case';

const head = '年度: 2024\n单位: 司法所*\n';

function read(...sheets: readonly string[]): OfficeRows {
  const ledger = readCase(`${head}\n${sheets.map((sheet) => `== ${sheet}\n`).join('\n')}`);
  return readWith(ledger, settingsOfCase(ledger), []);
}

const codesIn = ({ problems }: OfficeRows): readonly string[] => problems.map(({ code }) => code);
const figuresIn = ({ value }: OfficeRows): readonly string[] =>
  value.figures
    .filter(({ quantity }) => quantity.shown !== '')
    .map(({ code, quantity }) => `${code} ${String(quantity.value?.value ?? '-')}`);
const rowsIn = ({ value }: OfficeRows, field: string): readonly unknown[] =>
  value.events.flatMap(({ rows }) => rows.map(({ said }) => (said[field] as { value: unknown }).value));

describe('months down and figures across', () => {
  const sheet = (second: string): string =>
    `工作数据季报\n合并: A1:A2\n合并: B1:B2\n合并: C1:D1\n合并: E1:E2\n# 季度|行政检查（次）|行政处罚（件）||收缴罚款（元）\n# ||简易|${second}|\n第一季度|10|1|2|500\n第二季度|20|0|1|1500\n合计|30|1|3|2000`;

  it('reads what a heading and the word below it name together, in the unit of the header', () => {
    expect(figuresIn(read(sheet('一般')))).toEqual(['C1 30', 'C2.2 1', 'C2.3 3', 'C3 0.2']);
  });

  it('takes a word for nothing that none of the figures beside it goes by', () => {
    expect(figuresIn(read(sheet('听证')))).toEqual(['C1 30', 'C2.2 1', 'C3 0.2']);
  });
});

describe('several sheets of figures', () => {
  const months = '逐月登记\n# 类别|1月|2月|3月\n人民调解受理|3|4|5\n发放慰问品|1|1|1';

  it('reads months without a total by the name before them, beside a list of figures, and asks whether both count', () => {
    const office = read(months, '其他数据\n# 指标名称|数量\n公平竞争审查|4');
    expect(figuresIn(office)).toEqual(expect.arrayContaining(['E6.2 12', 'G4 4']));
    expect(codesIn(office)).toContain('sheets-together');
  });

  it('takes neither of two values of one figure', () => {
    const office = read(months, '其他数据\n# 指标名称|数量\n人民调解受理|13\n公平竞争审查|4');
    expect(figuresIn(office)).toEqual(expect.arrayContaining(['E6.2 -', 'G4 4']));
    expect(codesIn(office)).toContain('key-twice');
  });

  it('takes a total that stands above the row of the months', () => {
    const office = read(
      '数据月报\n合并: A1:A2\n合并: B1:C1\n合并: D1:D2\n# 项目|2024年||累计\n# |1月|2月|\n人民调解受理|3|4|7',
    );
    expect(figuresIn(office)).toEqual(['E6.2 7']);
    expect(codesIn(office)).not.toContain('column-twice');
  });
});

describe('a row a village', () => {
  const villages = (marks: string): OfficeRows =>
    read(
      `基础情况\n# 社区|法律明白人|是否建有法治文化阵地|民主法治示范村|走访户数\n东社区|3|√|市级|8\n西社区|2|${marks}||9`,
    );

  it('adds numbers, counts marks and levels, and lists what nobody knows', () => {
    const office = villages('');
    expect(figuresIn(office)).toEqual(['E4.1 5', 'E3.1 1', 'F3.1 1']);
    expect(codesIn(office)).toContain('cells-outside');
  });

  it('counts nothing where a word may mean either', () => {
    expect(figuresIn(villages('在建'))).toEqual(['E4.1 5', 'E3.1 -', 'F3.1 1']);
  });
});

it('reads lists of names and values beside each other, also without a blank column between', () => {
  const office = read(
    '年度数据\n# 指标名称|数量|指标名称|数量\n公平竞争审查|4|合同审查份数|31\n主动公开信息条数|126||',
  );
  expect(figuresIn(office)).toEqual(['G4 4', 'F1 126', 'B6 31']);
  const years = read(
    '年度数据\n# 指标名称|2024年|2023年|指标名称|2024年\n公平竞争审查|4|3|合同审查份数|31\n主动公开信息条数|126|90||',
  );
  expect(figuresIn(years)).toEqual(['G4 4', 'F1 126', 'B6 31']);
});

it('reads what stands under a heading by both', () => {
  const office = read('年度数据\n# 指标名称|数量\n行政许可情况\n申请|9\n受理|8\n案卷评查数|20\n其中：合格|19');
  expect(figuresIn(office)).toEqual(['C5 9', 'C5.1 8', 'C9.2 20', 'C9.1 19']);
});

describe('rosters', () => {
  const people =
    '花名册\n# 序号|姓名|编制类别|学历|是否持有效执法证|是否从事法制审核岗位\n1|张*|行政|本科|是|是\n2|李*|事业|高中|否|否';

  it('counts by columns however they ask', () => {
    expect(figuresIn(read(people))).toEqual(['D1.2 2', 'D1.3 2', 'D2.1 1', 'D6.1 1', 'D4.1 1']);
  });

  it('reads a small table below it', () => {
    const office = read(`${people}\n#\n# 装备情况\n# 名称|单位|数量|备注\n执法记录仪|台|6|`);
    expect(figuresIn(office)).toEqual(expect.arrayContaining(['D11.1 6', 'D1.2 2']));
  });

  it('takes neither number where a table of them says another', () => {
    const office = read(people, '编制\n# 执法队伍编制情况\n# 核定编制|在编人数|在岗执法人员|持证人数\n5|2|2|2');
    expect(figuresIn(office)).toEqual(expect.arrayContaining(['D1.1 5', 'D1.2 2', 'D2.1 -']));
    expect(codesIn(office)).toContain('forms-differ');
  });
});

describe('tables below each other', () => {
  const [claims, suits] = ['# 案号|案由|收案日期|审理结果', '# 案号|案由|收案日期|审理结果|应出庭'];

  it('takes what each title says for the rows below it', () => {
    const office = read(
      `案件\n# 一、行政复议\n${claims}\n1号|答复|2024-03-01|维持\n#\n# 二、行政诉讼\n${suits}\n2号|处罚|2024-05-01|胜诉|是`,
    );
    expect(rowsIn(office, 'kind')).toEqual(['行政复议', '行政诉讼']);
  });

  it('does so under the same header, too', () => {
    const office = read(
      `案件\n# 一、行政复议\n${claims}\n1号|答复|2024-03-01|维持\n#\n# 二、行政诉讼\n${claims}\n2号|处罚|2024-05-01|胜诉`,
    );
    expect(rowsIn(office, 'kind')).toEqual(['行政复议', '行政诉讼']);
  });

  it('takes no title for rows below another heading', () => {
    const office = read(
      `应诉台账\n# 一、行政复议\n${claims}\n1号|答复|2024-03-01|维持\n# 二、行政诉讼\n2号|处罚|2024-05-01|胜诉`,
    );
    const kinds = rowsIn(office, 'number').map((number, index) => [number, rowsIn(office, 'kind')[index]]);
    expect(kinds).toEqual(expect.arrayContaining(['1号', '2号'].map((number) => [number, null])));
  });

  it('reads examinations without hours, and trainings without hours not as 0', () => {
    const exam = read('学法考试\n# 考试时间|考试名称|应考人数|参考人数\n2024-06-28|学法测试|14|13');
    expect(rowsIn(exam, 'examTaken')).toEqual([expect.objectContaining({ value: 13 })]);
    expect(rowsIn(exam, 'hours')).toEqual([expect.objectContaining({ value: 0 })]);
    const training = read('培训台账\n# 培训时间|培训内容|实到人数\n2024-06-28|处罚法|14');
    expect(rowsIn(training, 'hours')).toEqual([null]);
  });
});

describe('names in another order', () => {
  const named = (name: string): readonly string[] =>
    figuresIn(read(`工作数据\n# 指标名称|数量\n${name}|5\n行政检查次数|3`)).filter((one) => one !== 'C1 3');

  it.each([
    ['应办理的建议提案', 'G10'],
    ['已经办复的建议提案', 'G10.1'],
    ['按期办结的信访事项', 'E8.1'],
    ['应办结的信访事项', 'E8.2'],
    ['实际述法的领导干部人数', 'A4.1'],
    ['经法制审核的重大执法决定', 'C6.1'],
  ])('%s', (name, code) => {
    expect(named(name)).toEqual([`${code} 5`]);
  });

  it.each([
    ...['应办复的建议提案', '应备案的规范性文件', '经调查的重大行政决策', '应公示的处罚决定'],
    ...['应受理的信访事项', '受理的信访事项', '已立案的处罚决定'],
  ])('takes nothing of another step: %s', (name) => {
    expect(named(name)).toEqual([]);
  });

  it('takes what was due for nothing that was done: 已应办的建议提案', () => {
    expect(named('已应办的建议提案')).not.toContain('G10.1 5');
  });
});

it('takes the sum beside its parts for the amount', () => {
  const office = read(
    '处罚案件台账\n# 处罚种类|适用程序|处罚日期|执法名义|罚款（元）|没收违法所得（元）|罚没合计（元）\n罚款|普通|2024-03-01|本级|500|200|700',
  );
  expect(rowsIn(office, 'amount')).toEqual([expect.objectContaining({ value: 0.07 })]);
});
