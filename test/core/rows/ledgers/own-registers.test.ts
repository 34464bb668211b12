/** Registers no sheet asks for, and what their titles and headers leave open: what is not said is not taken. */
import { detailShares } from '../../../../src/core/findings/detail-shares';
import { withDetails } from '../../../../src/core/findings/merge-shares';
import { settingsOf } from '../../office-builder';
import { eventsOf, figuresOf, progressOf, readForms, readOffice, saysOf } from '../ledger-office';

const read = (sheet: string, text: string, tasks: readonly string[] = []) =>
  readOffice({ year: 2024, departments: ['司法所*'], tasks, books: { '司法所.xlsx': { [sheet]: text } } });

const givenBy = (office: ReturnType<typeof read>): readonly string[] =>
  detailShares(office.value, settingsOf({ reportYear: 2024, outlineName: '某纲要', publicityPlan: '八五' })).value.map(
    ({ code, said }) => `${code} ${said.kind === 'known' ? said.qualifier + String(said.value) : said.kind}`,
  );

const dispute =
  '案号|案由|收案时间|结案时间|审理结果\n某1号|拆违|2024-02-05|2024-03-29|维持\n某2号|处罚|2024-03-05||审理中';

it('a title that names one choice says it of all rows, and nothing of the other', () => {
  expect(givenBy(read('行政诉讼台账', dispute))).toEqual(['C11.3 2', 'C11.1 1']);
});

it('a title that names two choices says neither', () => {
  const office = read('行政复议应诉台账', dispute);
  expect(eventsOf(office, 'disputes', ['kind'])).toEqual(['-', '-']);
  expect(saysOf(office, '司法所', ['column-missing'])).not.toEqual([]);
});

describe('cases of courts are closed in the year of their closing day', () => {
  const header = '案号|案由|收案时间|结案时间|审理结果';
  const of = (...rows: readonly string[]) => read('行政诉讼台账', [header, ...rows].join('\n'));
  const settings = settingsOf({ reportYear: 2024, outlineName: '某纲要', publicityPlan: '八五' });
  const told = (office: ReturnType<typeof of>): readonly string[] =>
    detailShares(office.value, settings).problems.map(
      ({ level, code, place }) => `${level} ${code} ${place.cell ?? ''}`,
    );

  it('whenever they came in', () => {
    const office = of('某1号|拆违|2023-11-20|2024-03-01|败诉', '某2号|处罚|2024-06-03|2024-08-02|维持');
    expect(givenBy(office)).toEqual(['C11.3 1', 'C11.1 2', 'C11.2 1']);
    expect(told(office)).toEqual(['note counted-by-end C2']);
  });

  it('and not where that has come since', () => {
    const office = of('某1号|拆违|2024-11-20|2025-01-06|败诉', '某2号|处罚|2024-06-03|2024-08-02|维持');
    expect(givenBy(office)).toEqual(['C11.3 2', 'C11.1 1']);
  });

  it('nor where neither day is of the year', () => {
    const office = of('某1号|拆违|2023-11-20|2023-12-20|败诉', '某2号|处罚|2024-06-03|2024-08-02|维持');
    expect(givenBy(office)).toEqual(['C11.3 1', 'C11.1 1']);
    expect(told(office)).toEqual(['doubt outside-period C2']);
  });

  it('or by the day they came in where the register has none of closing', () => {
    const office = read(
      '行政诉讼台账',
      '案号|案由|收案时间|审理结果\n某1号|拆违|2023-11-20|败诉\n某2号|处罚|2024-06-03|败诉',
    );
    expect(givenBy(office)).toEqual(['C11.3 1', 'C11.2 1']);
  });

  it('of which one that has a result and no day is asked for it', () => {
    const office = of('某2号|处罚|2024-06-03||败诉');
    expect(saysOf(office, '司法所', ['lost-without-day'])).toEqual(['请核实 lost-without-day D2']);
  });
});

const cases = (header: string, said: string) =>
  eventsOf(
    read('处罚案件台账', `案由|处罚种类|程序|处罚日期|罚款金额|${header}\n占道|罚款|简易|2024-03-01|50|${said}`),
    'cases',
    ['capacity'],
  );

it.each([
  ['是否委托执法', '是', '受委托'],
  ['是否委托执法', '否', '本级'],
  ['是否以镇政府名义', '是', '本级'],
  ['是否以镇政府名义', '否', '受委托'],
])('under %s %s means %s', (header, said, means) => {
  expect(cases(header, said)).toEqual([means]);
});

const parts = (headers: string, cells: string) =>
  eventsOf(
    read('处罚案件台账', `案由|处罚种类|程序|处罚日期|${headers}\n卖假|没收|普通|2024-03-01|${cells}`),
    'cases',
    ['amount'],
  );

it('amounts in parts are added up in one unit, and not where a cell says its own', () => {
  expect(parts('罚款（元）|没收违法所得（元）', '5000|200')).toEqual(['0.52']);
  expect(parts('罚款（元）|没收违法所得（元）', '0.5万元|200')).toEqual(['-']);
});

it('a total with so many villages in the place of their names is no village', () => {
  const list = '序号|村（社区）|律师事务所|聘期\n1|东村|甲所|2024年\n2|西村|甲所|2024年\n合计|2个村|1家|';
  expect(givenBy(read('村（社区）法律顾问聘任一览表', list))).toEqual(['B5.2 2']);
});

it.each([
  '南村|甲所|2019.1-2021.12',
  '南村|甲所|自2021年1月1日起至2024年1月1日止',
  '南村|—|未聘请',
  '南村|尚未聘请|',
  '南村|空缺|待聘',
  '南村|甲所|2023年（已到期未续）',
])('a village that has no counsel counts for none: %s', (row) => {
  const office = read('村（社区）法律顾问聘任一览表', `村（社区）|律师事务所|聘期\n东村|甲所|2024年\n${row}`);
  expect(givenBy(office)).toEqual(['B5.2 1']);
  const { problems } = detailShares(office.value, settingsOf({ reportYear: 2024 }));
  expect(problems.map(({ level, code, place }) => [level, code, place.cell])).toEqual([['doubt', 'row-vacant', 'A3']]);
});

it.each(['2022-2024年', '2023年1月至2024年12月', '2024.6-2025.6', '2022年3月起', '2023年签订，2020年续签'])(
  'a term that is not over, or no term, leaves the village its counsel: %s',
  (term) => {
    const office = read('村（社区）法律顾问聘任一览表', `村（社区）|律师事务所|聘期\n东村|甲所|${term}`);
    expect(givenBy(office)).toEqual(['B5.2 1']);
  },
);

it('a dash where a word of a list is required is told as a blank', () => {
  const office = read('普法活动台账', '日期|主题|是否牵头|场次\n2024-03-01|宪法宣传|/|1');
  expect(saysOf(office, '司法所', ['required-blank'])).toEqual(['错误 required-blank C2']);
});

it('a result of a case that is a dash is a blank', () => {
  const office = read(
    '行政复议台账',
    `案号|案由|收案时间|结案时间|审理结果\n某1号|拆违|2024-02-05|2024-03-29|撤销\n某2号|处罚|2024-12-05|审理中|/`,
  );
  expect(givenBy(office)).toEqual(['C10.1 2', 'C10.2 1', 'C10.3 1']);
  expect(saysOf(office, '司法所', ['choice-unknown'])).toEqual([]);
});

it('villages with several counsels count once', () => {
  const list = '村（社区）|律师事务所|聘期\n东村|甲所|2024年\n东村|乙所|2024年\n西村|甲所|2024年';
  expect(givenBy(read('村（社区）法律顾问聘任一览表', list))).toEqual(['B5.2 2']);
});

it('a day that says it is not there yet is none, one nobody can read leaves the figure open', () => {
  const papers = (filed: string) =>
    `审查类别|文件名称|审查时间|备案日期\n规范性文件|停车办法|2024-05-01|${filed}\n规范性文件|户外广告|2024-06-01|2024-06-20`;
  const open = read('合法性审查台账', papers('正在审理中'));
  expect(saysOf(open, '司法所', ['day-open'])).toEqual(['提示 day-open D2']);
  expect(givenBy(open)).toContain('B7.2 1');
  expect(givenBy(read('合法性审查台账', papers('未备案')))).toContain('B7.2 1');
  expect(givenBy(read('合法性审查台账', papers('某月')))).toContain('B7.2 至少1');
  expect(givenBy(read('合法性审查台账', papers('已报备')))).toContain('B7.2 2');
});

it('papers of other years, as a list of those looked through has them, are none made in the year', () => {
  const office = read(
    '规范性文件清理表',
    '文件名称|文号|印发日期|清理结果\n停车办法|1号|2019-03-01|废止\n养犬规定|2号|2024-04-01|继续有效',
  );
  expect(givenBy(office)).toContain('B7.1 1');
});

it.each(['已处理', '已缴款', '已备案'])(
  '%s in the place of a day of 公示 is no 公示, and leaves the figure open',
  (said) => {
    const office = read(
      '处罚案件台账',
      `案由|处罚种类|程序|处罚日期|罚款金额|公示日期\n占道|罚款|简易|2024-03-01|50|2024-03-02\n占道|罚款|简易|2024-03-01|50|${said}`,
    );
    expect(givenBy(office)).toContain('C7.1 至少1');
    expect(saysOf(office, '司法所', ['day-unreadable'])).toEqual(['错误 day-unreadable F3']);
  },
);

it('a short word heads a figure only where the title says of what', () => {
  const table = '项目|预算数|到位数\n经费|200000|190000';
  const known = (sheet: string) => figuresOf(read(sheet, table)).filter((line) => !line.includes('-/'));
  expect(known('部门预算执行情况统计')).toEqual([]);
});

it('what is done with a thing and how it is counted makes no other name of it', () => {
  const office = read('数据统计', '统计项目|数量\n办理行政检查次数|20');
  expect(figuresOf(office).filter((line) => !line.includes('-/'))).toEqual(['司法所 C1 20/-']);
});

it.each([
  ['完成人民调解', '件', 'E6.2'],
  ['办理信访事项', '件', 'E8.2'],
  ['受理行政处罚案件', '件', 'C2'],
])('%s is not taken for another step of the thing', (name, unit, code) => {
  const office = read('数据统计', `统计项目|单位|数量\n${name}|${unit}|20\n领导小组会议次数|次|2`);
  expect(figuresOf(office).filter((line) => line.includes(` ${code} 20/`))).toEqual([]);
  expect(saysOf(office, '司法所', ['figure-unmatched'])).toEqual(['请核实 figure-unmatched A2']);
});

it.each([
  ['党组理论学习中心组集中学习法律（次）', ['A3 6/-']],
  ['党组理论学习中心组集中学习法律（人）', []],
  ['被纠错复议事项（件）', ['C10.3 6/-']],
  ['组织执法人员考试（人）', []],
])('of what others are asked for %s gives %j', (name, figures) => {
  const office = read('数据统计', `统计项目|数量\n${name}|6\n信访事项|2`);
  expect(figuresOf(office).filter((line) => line.includes(' 6/'))).toEqual(figures.map((one) => `司法所 ${one}`));
});

it.each(['信访立案数', '已立案的诉讼案件', '已立案的复议案件', '已立案信访事项数'])(
  'a name that says what other figures are of is none like it: %s',
  (name) => {
    const office = read('工作数据', `指标名称|数量\n${name}|5\n领导小组会议次数|2`);
    expect(figuresOf(office).filter((line) => line.includes(' 5/'))).toEqual([]);
    expect(saysOf(office, '司法所', ['figure-unmatched'])).toEqual(['请核实 figure-unmatched A2']);
  },
);

it('a heading between the records of a register is none, though but one value is required', () => {
  const office = read(
    '应诉台账',
    '案号|案由|收案日期|审理结果\n某1号|拆违|2024-02-05|维持\n二、行政诉讼|||\n某2号|征收|2024-03-06|维持',
  );
  expect(office.value.events.find(({ detail: { key } }) => key === 'disputes')?.rows).toHaveLength(2);
  expect(saysOf(office, '司法所', ['required-blank', 'section-row'])).toEqual(['提示 section-row A3']);
});

it.each([
  ['指标|数量\n罚没金额（元）|5000\n审查合同|3'],
  ['指标|数量（元）\n罚没金额|5000\n执法经费预算|200'],
  ['指标|数量\n罚没金额（单位：元）|5000\n审查合同|3'],
  ['单位：元\n指标|数量\n罚没金额|5000\n审查合同|3'],
  ['指标|单位|数量\n罚没金额|元|5000\n审查合同|份|3'],
])('an amount is in the unit that stands beside it, whatever the program wants: %s', (text) => {
  expect(figuresOf(read('数据统计', text)).filter((line) => line.startsWith('司法所 C3'))).toEqual(['司法所 C3 0.5/-']);
});

it('each of several lists of figures is in the unit that stands nearest above', () => {
  const text =
    '一、案件|\n|单位：件、万元\n指标|数量\n罚没金额|3.2\n审查合同|3\n|\n二、经费|\n|单位：元\n指标|数量\n执法经费预算|120000\n执法经费到位|110000';
  const lines = figuresOf(read('数据统计', text));
  expect(lines.filter((line) => /C3|D10\.[12]/u.test(line) && !line.includes('-/'))).toEqual([
    '司法所 C3 3.2/-',
    '司法所 D10.1 12/-',
    '司法所 D10.2 11/-',
  ]);
});

it.each(['其中：罚款', '其中罚款'])('a part is not the figure it is a part of, however alike: %s', (name) => {
  const office = read('数据统计', `项目|数量（元）\n审查合同|3\n罚没金额|50000\n${name}|38`);
  expect(figuresOf(office).filter((line) => line.includes(' C3 '))).toEqual(['司法所 C3 5/-']);
  expect(saysOf(office, '司法所', ['figure-unmatched', 'duplicate-key'])).toEqual(['请核实 figure-unmatched A4']);
});

it('a figure without a name is told', () => {
  const office = read('数据统计', '项目|序号|数量\n审查合同|1|58\n|2|17\n法律援助|3|9');
  expect(figuresOf(office).filter((line) => !line.includes('-/'))).toEqual(['司法所 B6 58/-', '司法所 E7 9/-']);
  expect(saysOf(office, '司法所', ['figure-unmatched'])).toEqual(['请核实 figure-unmatched A3']);
});

it('of two columns that may name the figures the one that heads groups of them is none', () => {
  const table = '项目|序号|内容|数量\n制度建设|1|审查合同|58\n|2|制定规范性文件|1';
  const known = figuresOf(read('工作统计表', table)).filter((line) => !line.includes('-/'));
  expect(known).toEqual(['司法所 B6 58/-', '司法所 B7.1 1/-']);
});

it('what was read of a row that names nothing known is listed, not used', () => {
  const office = read('落实情况表', '工作任务|状态\n清运垃圾|推进中', ['A-01|规范执法|执法检查|司法所|年底前']);
  expect(office.accounts.find(({ sheet }) => sheet === '落实情况表')).toMatchObject({ used: 0, unread: 0 });
});

it('registers that two departments keep of one thing are added up, and told once', () => {
  const list = '案号|案由|收案时间|结案时间|审理结果\n某1号|拆违|2024-02-05|2024-03-29|维持';
  const office = readOffice({
    year: 2024,
    departments: ['司法所*', '党政办'],
    tasks: [],
    books: { '司法所.xlsx': { 行政诉讼台账: list }, '党政办.xlsx': { 行政诉讼台账: list } },
  });
  const settings = settingsOf({ reportYear: 2024, outlineName: '某纲要', publicityPlan: '八五' });
  const details = detailShares(office.value, settings).value;
  const { value, problems } = withDetails(new Map(), details, office.value, settings.edition);
  expect(value.get('C11.3')).toMatchObject([{ department: '司法所', said: { value: 2 } }]);
  expect(problems.map(({ level, code, place }) => [level, code, place.file])).toEqual([
    ['doubt', 'registers-added', '党政办.xlsx'],
  ]);
});

it('a dash in a register is a blank, and what another column rules out asks nothing more', () => {
  const list = (...rows: readonly string[]) => {
    const header = '案由|处罚种类|处罚日期|罚款金额|应法制审核|已法制审核|公示日期';
    return read('处罚案件台账', [header, ...rows].join('\n'));
  };
  const minor = '占道|罚款|2024-03-01|50|否|/|2024-03-02';
  const office = list(minor, '违建|罚款|2024-04-01|900|是|是|/');
  expect(givenBy(office)).toEqual(['C3 0.095', 'C2 2', 'C6.2 1', 'C6.1 1', 'C7.1 1']);
  expect(saysOf(office, '司法所', ['yes-no-unknown'])).toEqual([]);
  const odd = list(minor.replace('|/|', '|看情况|'), '违建|罚款|2024-04-01|900|是|是|');
  expect(givenBy(odd)).toContain('C6.1 1');
  expect(givenBy(list(minor, '违建|罚款|2024-04-01|900|是|看情况|'))).toContain('C6.1 refused');
});

describe('a register of cases that also lists those not decided yet', () => {
  const header = '序号|立案日期|案由|处罚种类|罚款金额|决定日期';
  const decided = '1|2024-02-01|占道|罚款|50|2024-03-01';
  const of = (...rows: readonly string[]) => read('处罚案件台账', [header, decided, ...rows].join('\n'));

  it.each(['正在办理', '未结案', '调查中', '尚未作出'])('does not count one whose day says %s', (said) => {
    const office = of(`2|2024-12-01|违建|罚款||${said}`);
    expect(givenBy(office)).toEqual(['C3 0.005', 'C2 1']);
    expect(saysOf(office, '司法所', ['day-open', 'day-unreadable', 'outside-period'])).toEqual(['提示 day-open F3']);
  });

  it('nor one that says nothing of a decision', () => {
    const office = of('2|2024-12-01|违建|（未结案）|—|');
    expect(givenBy(office)).toEqual(['C3 0.005', 'C2 1']);
    const { problems } = detailShares(office.value, settingsOf({ reportYear: 2024 }));
    expect(problems.map(({ level, code, place, reason }) => [level, code, place.cell, reason])).toEqual([
      ['doubt', 'row-empty', 'D3', '这一行的“类别”“决定日期”都没有读出，没有计入'],
    ]);
  });

  it('but one that lacks its day alone', () => {
    expect(givenBy(of('2|2024-12-01|违建|罚款|500|'))).toEqual(['C3 0.055', 'C2 2']);
  });
});

describe('a column that a register does not have tells nothing of its rows, not even that there were none', () => {
  const list = (header: string, ...rows: readonly string[]) =>
    read('处罚案件台账', [`案由|处罚种类|处罚日期|罚款金额${header}`, ...rows].join('\n'));
  const first = '占道|罚款|2024-03-01|50';
  const second = '违建|罚款|2024-04-01|900';
  const counted = (office: ReturnType<typeof read>): readonly string[] =>
    givenBy(office).filter((line) => !/^(?:C2|C3) /u.test(line));

  it('not by which procedure, in whose name, whether reviewed, made public or recorded', () => {
    const office = list('', first, second);
    expect(givenBy(office)).toEqual(['C3 0.095', 'C2 2']);
    const unreported = saysOf(office, '司法所', ['figure-unreported']);
    expect(unreported).toEqual(['请核实 figure-unreported']);
  });

  it('one that is there and blank says that nothing was done', () => {
    expect(counted(list('|公示日期', `${first}|2024-03-02`, second))).toEqual(['C7.1 1']);
    expect(counted(list('|公示日期', `${first}|`, second))).toEqual(['C7.1 0']);
  });

  it.each(['全过程记录', '应法制审核', '程序', '执法名义'])(
    '%s that is there and blank throughout tells as little',
    (column) => {
      expect(counted(list(`|${column}`, `${first}|`, `${second}|`))).toEqual([]);
    },
  );

  it('nor does the form that the list is brought into', () => {
    const book = { 处罚案件台账: `案由|处罚种类|处罚日期|罚款金额\n${first}\n${second}` };
    const forms = readForms({ year: 2024, departments: ['司法所*'], books: { '司法所.xlsx': book } });
    expect(givenBy(forms)).toEqual(['C3 0.095', 'C2 2']);
  });

  it('what another column rules out needs it not', () => {
    expect(counted(list('|应法制审核', `${first}|否`, `${second}|否`))).toEqual(['C6.2 0', 'C6.1 0']);
    expect(counted(list('|应法制审核', `${first}|是`, `${second}|否`))).toEqual(['C6.2 1']);
  });

  it('nor do rows of a second list that has the column', () => {
    const office = readOffice({
      year: 2024,
      departments: ['司法所*'],
      tasks: [],
      books: {
        '司法所.xlsx': {
          上半年处罚案件: `案由|处罚种类|处罚日期|罚款金额\n${first}`,
          下半年处罚案件: `案由|处罚种类|处罚日期|罚款金额|全过程记录\n${second}|是`,
        },
      },
    });
    expect(givenBy(office)).toEqual(['C3 0.095', 'C2 2']);
  });
});

it.each([
  ['人民调解台账', '受理日期|纠纷类型|受理数|调解结果\n2024-01-31|邻里|10|成功\n2024-02-28|婚姻|8|成功', ['C1']],
  ['人民调解台账', '受理日期|纠纷类型|涉及（件）|调解结果\n2024-01-31|邻里|10|成功', ['C1']],
  ['人民调解台账', '受理日期|纠纷类型|件数|调解结果\n2024-01-31|邻里|1|成功', []],
  ['人民调解台账', '受理日期|纠纷类型|涉及人数|调解结果\n2024-01-31|邻里|10|成功', []],
  ['合同审查台账', '审查日期|合同名称|份数|审查意见\n2024-03-01|道路合同|4|通过', []],
])(
  'rows of several cases, which count as one each, are told by the column that says so: %s, %s',
  (sheet, text, cells) => {
    const told = saysOf(read(sheet, text), '司法所', ['row-of-several']);
    expect(told).toEqual(cells.map((cell) => `请核实 row-of-several ${cell}`));
  },
);

it.each([
  ['不予处罚', ['请核实 no-punishment B2']],
  ['移送公安机关', ['请核实 no-punishment B2']],
  ['罚款', []],
])('a case that ended without a punishment is told, %s', (said, told) => {
  const office = read('处罚案件台账', `案由|处罚种类|处罚日期|罚款金额\n占道|${said}|2024-03-01|0`);
  expect(saysOf(office, '司法所', ['no-punishment'])).toEqual(told);
});

describe('a row that may be several, or none of its own, is told, and counted as before', () => {
  it.each([
    ['合同审查台账', '审查日期|合同名称|审查意见\n2024-03-01|道路合同等3份|通过', 'papers 1', 'several-papers B2'],
    ['合同审查台账', '审查日期|合同名称|审查意见\n2024-03-01|道路合同等三份|通过', 'papers 1', 'several-papers B2'],
    ['信访台账', '登记日期|信访事项|是否按期办结\n2024-03-01|噪声等2件|是', 'petitions 1', 'several-petitions B2'],
    ['检查台账', '检查日期|检查对象|检查内容\n2024-03-01|某商店等5家|消防', 'inspections 1', 'several-targets B2'],
  ])('%s: %s', (sheet, text, rows, told) => {
    const office = read(sheet, text);
    const key = rows.replace(' 1', '');
    expect(eventsOf(office, key, [])).toHaveLength(1);
    expect(saysOf(office, '司法所', [told.replace(/ .*/u, '')])).toEqual([`请核实 ${told}`]);
  });

  it.each([
    ['合同审查台账', '审查日期|合同名称|审查意见\n2024-03-01|道路合同1份|通过\n2024-03-01|三一公司合同等1份|通过'],
    ['检查台账', '检查日期|检查对象|检查次数\n2024-03-01|某商店等5家|5'],
    ['信访台账', '登记日期|信访事项|是否按期办结\n2024-03-01|张庄等3人反映噪声|是'],
  ])('but not in %s: %s', (sheet, text) => {
    const codes = ['several-papers', 'several-targets', 'several-petitions'];
    expect(saysOf(read(sheet, text), '司法所', codes)).toEqual([]);
  });

  it.each([
    ['案号', '（2024）鲁08行终12号', 'second-instance-number A2'],
    ['案由', '征收补偿二审', 'second-instance-matter A2'],
    ['审级', '二审', 'second-instance-level A2'],
  ])('an appeal by its %s', (header, said, told) => {
    const office = read('行政诉讼台账', `${header}|收案时间|结案时间|审理结果\n${said}|2024-02-05|2024-03-29|维持`);
    expect(saysOf(office, '司法所', [told.replace(/ .*/u, '')])).toEqual([`请核实 ${told}`]);
    expect(givenBy(office)).toContain('C11.3 1');
  });

  it('no appeal', () => {
    const office = read(
      '行政诉讼台账',
      '案号|案由|收案时间|审理结果\n（2024）鲁08行初12号|征收|2024-02-05|维持，原告上诉',
    );
    const codes = ['second-instance', 'second-instance-number', 'second-instance-matter', 'second-instance-level'];
    expect(saysOf(office, '司法所', codes)).toEqual([]);
  });
});

it('marks of footnotes behind headers and values are no part of them', () => {
  const cases =
    '案由①|处罚种类①|程序〔2〕|处罚日期¹|罚款金额（元）²|公示日期③\n占道①|罚款①|简易②|2024-03-01①|50①|2024-03-02〔1〕';
  expect(
    eventsOf(read('处罚案件台账', cases), 'cases', ['category', 'procedure', 'decidedOn', 'amount', 'publishedOn']),
  ).toEqual(['罚款 简易 2024-03-01 0.005 2024-03-02']);
  const tasks = ['A-01|组织领导|印发要点|司法所|3月底前'];
  const progress = '任务编号①|重点任务②|状态③|完成率¹|完成日期②\nA-01|印发要点①|已完成①|100%①|2024-03-02①';
  expect(progressOf(read('任务进展', progress, tasks))).toEqual(['司法所 A-01 done 100% 2024-03-02']);
  const figures = '编码①|指标名称|单位|填报值①|上年值②\nC1|行政检查次数|次|12①|10²';
  expect(figuresOf(read('指标数据', figures))).toEqual(['司法所 C1 12/10']);
});

it('a register of one kind is asked for no columns of another', () => {
  const contracts = read('合同台账', '合同名称|签订日期|审查意见\n道路合同|2024-03-01|同意');
  expect(givenBy(contracts)).toEqual(['B6 1']);
  expect(saysOf(contracts, '司法所', ['column-missing'])).toEqual([]);
  const norms = read('规范性文件台账', '文件名称|审查日期|审查意见\n办法|2024-03-01|同意');
  expect(saysOf(norms, '司法所', ['column-missing'])).toEqual(['错误 column-missing']);
  const cases = read('处罚案件台账', '案由|处罚种类|处罚日期|罚款金额\n占道|罚款|2024-03-01|50');
  expect(saysOf(cases, '司法所', ['column-missing'])).toContain('请核实 column-missing');
});

it('a register in which nothing is done yet was not left blank: it is not known, with its rows', () => {
  const header = '合同名称|审查日期|审查结果';
  const open = read('合同审查台账', `${header}\n道路合同|2024-03-01|待审\n水渠合同|2024-04-01|审查中`);
  const settings = settingsOf({ reportYear: 2024, outlineName: '某纲要', publicityPlan: '八五' });
  const [share, ...more] = detailShares(open.value, settings).value;
  expect(more).toEqual([]);
  expect([share?.code, share?.said.kind, share?.places.map(({ cell }) => cell)]).toEqual([
    'B6',
    'refused',
    ['A2', 'A3'],
  ]);
  const some = read('合同审查台账', `${header}\n道路合同|2024-03-01|通过\n水渠合同|2024-04-01|审查中`);
  expect(givenBy(some)).toEqual(['B6 1']);
});
