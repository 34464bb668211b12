/** Rows beside which stands that they are void, entered twice or not done yet do not count as if nothing were said. */
import { detailShares } from '../../../../src/core/findings/detail-shares';
import { findingsFromRows } from '../../../../src/core/findings/findings-from-rows';
import { settingsOf } from '../../office-builder';
import { readOffice, saysOf } from '../../rows/ledger-office';

const settings = settingsOf({ reportYear: 2024, outlineName: '某纲要', publicityPlan: '八五' });

function made(sheet: string, text: string) {
  const office = readOffice({ year: 2024, departments: ['司法所*'], books: { '司法所.xlsx': { [sheet]: text } } });
  const { value, problems } = detailShares(office.value, settings);
  return {
    figures: value.map(
      ({ code, said }) => `${code} ${said.kind === 'known' ? `${said.qualifier}${String(said.value)}` : said.kind}`,
    ),
    asked: saysOf(office, '司法所', ['row-void']),
    left: problems
      .filter(({ code }) => code === 'row-undone')
      .map(({ level, place }) => `${level} ${place.cell ?? ''}`),
  };
}

const contracts = (...said: readonly string[]): string =>
  [
    '审查日期|类别|合同名称|审查结果',
    ...said.map((one, at) => `2024-0${String(at + 1)}-05|合同|某合同${String(at)}|${one}`),
  ].join('\n');

it.each(['待审', '审查中', '未审', '正在审核', '尚未审查', '待审（材料不全）'])(
  'a contract with the result %s is not reviewed',
  (word) => {
    expect(made('合同审查台账', contracts('同意', word, '修改后通过'))).toMatchObject({
      figures: ['B6 2'],
      left: ['doubt A3'],
    });
  },
);

it('several of them are asked about once', () => {
  expect(made('合同审查台账', contracts('同意', '待审', '审查中'))).toMatchObject({
    figures: ['B6 1'],
    left: ['doubt A3'],
  });
});

it.each(['已审查', '审查通过', '已审，待签订', '已审核，未反馈', '建议修改后再签', ''])('one with %s is', (word) => {
  expect(made('合同审查台账', contracts('同意', word))).toMatchObject({ figures: ['B6 2'], left: [] });
});

const petitions = (header: string, ...said: readonly string[]): string =>
  [
    `登记日期|信访事项|按期办结|${header}`,
    ...said.map((one, at) => `2024-0${String(at + 1)}-05|反映某事${String(at)}|是|${one}`),
  ].join('\n');

it.each([
  ['备注', '重复信访'],
  ['备注', '与1号重复'],
  ['备注', '已作废'],
  ['说明', '并案处理'],
  ['备注', '并入1号并案'],
  ['处理结果', '已撤销'],
  ['备注', '登记错误'],
])('%s %s leaves open whether the row counts', (header, word) => {
  expect(made('信访台账', petitions(header, '', word, ''))).toEqual({
    ...{ figures: ['E8.2 至少2', 'E8.1 至少2'], left: [], asked: ['请核实 row-void D3'] },
  });
});

it.each(['已答复', '不属于重复信访', '原处罚决定已撤销，已退款', '撤销原决定', '未作废'])(
  '%s says nothing of the kind',
  (word) => {
    expect(made('信访台账', petitions('备注', '', word))).toMatchObject({ figures: ['E8.2 2', 'E8.1 2'], asked: [] });
  },
);

it.each([
  ['信访类型', '重复信访'],
  ['性质', '重复来访'],
  ['是否重复信访', '是'],
  ['复议情况', '撤销'],
  ['整改情况', '已销案'],
  ['结案情况', '已销案'],
])('in a column %s %s tells of the thing, not of its row', (header, word) => {
  expect(made('信访台账', petitions(header, '', word, ''))).toMatchObject({ figures: ['E8.2 3', 'E8.1 3'], asked: [] });
});

it('撤销 as the outcome of a case leaves nothing open', () => {
  const text =
    '类型|收案日期|审结日期|审理结果\n行政复议|2024-02-05|2024-03-29|撤销\n行政复议|2024-03-05|2024-04-29|维持';
  const { figures, asked } = made('复议诉讼明细', text);
  expect([figures.filter((each) => each.startsWith('C10')), asked]).toEqual([['C10.1 2', 'C10.2 2', 'C10.3 1'], []]);
});

it.each(['是', '√'])('是否作废 %s says that it is void', (word) => {
  expect(made('信访台账', petitions('是否作废', '', word, '否'))).toMatchObject({
    ...{ figures: ['E8.2 至少2', 'E8.1 至少2'], asked: ['请核实 row-void D3'] },
  });
});

it('a word in brackets behind the name of the thing does, too, a name that speaks of such a thing does not', () => {
  const named = (name: string): string => `审查日期|类别|合同名称\n2024-01-05|合同|甲合同\n2024-02-05|合同|${name}`;
  expect(made('合同审查台账', named('乙合同（作废）'))).toMatchObject({ figures: ['B6 至少1'] });
  expect(made('合同审查台账', named('甲合同（重复登记）'))).toMatchObject({ figures: ['B6 至少1'] });
  expect(made('合同审查台账', named('关于乙合同作废的协议'))).toMatchObject({ figures: ['B6 2'], asked: [] });
  expect(made('合同审查台账', named('撤销乙合同的协议（补充）'))).toMatchObject({ figures: ['B6 2'], asked: [] });
});

it.each(['取消', '因疫情取消', '活动取消', '因雨未举行'])('an event beside which stands %s may be none', (word) => {
  const text = `日期|主题|是否牵头|场次|备注\n2024-03-01|普法|是|1|\n2024-04-01|普法|是|1|${word}`;
  expect(made('普法明细', text)).toMatchObject({ figures: ['E1 至少1'], asked: ['请核实 row-void E3'] });
});

it('in the place of a number it says so, too', () => {
  const text = `日期|主题|是否牵头|场次|受众人次\n2024-03-01|普法|是|1|200\n2024-04-01|普法|是|1|因雨取消`;
  expect(made('普法明细', text)).toMatchObject({ figures: ['E1 至少1', 'E2 至少200'], asked: ['请核实 row-void E3'] });
});

it('of numbers that such a row does not tell it leaves nothing open', () => {
  const text = `日期|主题|是否牵头|场次|受众人次|备注\n2024-03-01|普法|是|1|200|\n2024-04-01|普法|是|1||取消`;
  expect(made('普法明细', text).figures).toEqual(['E1 至少1', 'E2 200']);
});

/** Of cases, each with its day of 公示 and the remark beside it: what is made of the rate. */
function published(...rows: readonly (readonly [published: string, remark: string])[]) {
  const cases = rows.map(([day, remark], at) => `罚款|简易|2024-0${String(at + 1)}-02|100|本级|${day}|${remark}`);
  const text = ['类别|程序|决定日期|罚没金额（元）|执法名义|公示日期|备注', ...cases].join('\n');
  const office = readOffice({ year: 2024, departments: ['司法所*'], books: { '司法所.xlsx': { 案件明细: text } } });
  const found = findingsFromRows(office.value, settings, []).value.indicators.find(
    ({ indicator }) => indicator.name === '执法决定公示率',
  );
  return { text: found?.text, weak: found?.weak, open: found?.open };
}

it('a row that may be none is in both parts of a rate or in neither', () => {
  const [day, void_] = ['2024-09-01', '作废'];
  const certain = [0, 1, 2, 3].map(() => [day, ''] as const);
  expect(published(...certain, [day, ''], [day, void_])).toEqual({ text: '100%', weak: false, open: null });
  expect(published(...certain, ['未公示', ''], [day, void_])).toEqual({ text: '至少80.0%', weak: true, open: null });
  expect(published(...certain, [day, ''], ['未公示', void_])).toEqual({
    ...{ text: '至少83.3%', weak: false, open: 'undecided' },
  });
});

it('the standard that such a row leaves open is not asked about a second time', () => {
  const cases = ['2024-01-02', '2024-01-09']
    .map((day, at) => `罚款|简易|${day}|100|本级|${at === 1 ? '' : day}|${at === 1 ? '撤案' : ''}`)
    .join('\n');
  const text = `类别|程序|决定日期|罚没金额（元）|执法名义|公示日期|备注\n${cases}`;
  const office = readOffice({ year: 2024, departments: ['司法所*'], books: { '司法所.xlsx': { 案件明细: text } } });
  const { problems } = findingsFromRows(office.value, settings, []);
  expect(
    problems.filter(({ code }) => code === 'standard-undecided').map(({ level, place }) => [level, place.file]),
  ).toEqual([['note', '总表.xlsx']]);
});

it('many such rows are asked about once', () => {
  const { asked, figures } = made('信访台账', petitions('备注', '', '重复件', '作废', '重复件'));
  expect([asked, figures]).toEqual([['请核实 row-void D3'], ['E8.2 至少1', 'E8.1 至少1']]);
});
