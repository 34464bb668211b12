/** Rows of a register of which nobody can tell the kind: the whole counts them, a kind is known from below. */
import { problemText } from '../../../../src/core/base/problem';
import { detailShares } from '../../../../src/core/findings/detail-shares';
import { settingsOf } from '../../office-builder';
import { readOffice } from '../../rows/ledger-office';

const settings = settingsOf({ reportYear: 2024, outlineName: '某纲要', publicityPlan: '八五' });

/** `C2.2 至少2/3`: what the rows make of each line, of an open one with how many there may be at most. */
function madeOf(sheet: string, text: string): readonly string[] {
  const office = readOffice({ year: 2024, departments: ['司法所*'], books: { '司法所.xlsx': { [sheet]: text } } });
  return detailShares(office.value, settings).value.map(({ code, said }) => {
    if (said.kind !== 'known') return `${code} ${said.kind}`;
    const most = said.range === undefined || said.range.high === said.value ? '' : `/${String(said.range.high)}`;
    return `${code} ${said.qualifier}${String(said.value)}${most}`;
  });
}

const penalties = (...procedures: readonly string[]): string =>
  [
    '类别|程序|决定日期|罚没金额（元）|执法名义',
    ...procedures.map((one, at) => `罚款|${one}|2024-0${String(at + 1)}-05|100|本级`),
  ].join('\n');

const papers = (...kinds: readonly string[]): string =>
  [
    '审查日期|类别|名称|审查意见',
    ...kinds.map((one, at) => `2024-0${String(at + 1)}-05|${one}|某某第${String(at)}项|同意`),
  ].join('\n');

it.each([
  ['what cannot be read', '不清楚'],
  ['a blank', ''],
])('%s in the place of the kind', (_, cell) => {
  expect(madeOf('案件明细', penalties('简易', '简易', '普通', cell)).filter((one) => one.startsWith('C2'))).toEqual([
    ...['C2 4', 'C2.2 至少2/3', 'C2.3 至少1/2', 'C2.5 0'],
  ]);
  expect(madeOf('合法性审查台账', papers('合同', '合同', '重大决策', cell))).toEqual([
    ...['B6 至少2/3', 'B2.1 至少1/2'],
  ]);
});

it('a petition of which nobody says whether it was settled in time may be one that was due, or not', () => {
  const rows = ['是', '否', ''].map((one, at) => `2024-0${String(at + 1)}-05|反映某事${String(at)}|${one}`);
  expect(madeOf('信访台账', ['登记日期|信访事项|按期办结', ...rows].join('\n'))).toEqual([
    'E8.2 至少2/3',
    'E8.1 至少1/2',
  ]);
});

it.each([
  ['1', []],
  ['2', ['司法所.xlsx 指标数据!D2：镇本级法律顾问聘任 2 大于 1。请核对各数并改正，改正前都不计入。']],
])('a town has a counsel or has none: %s', (typed, told) => {
  const text = `编码|指标名称|单位|填报值\nB5.1|镇本级法律顾问聘任|个|${typed}\nB5.2|已聘法律顾问村数|个|30`;
  const { problems } = readOffice({
    year: 2024,
    departments: ['司法所*'],
    books: { '司法所.xlsx': { 指标数据: text } },
  });
  expect(problems.filter(({ code }) => code === 'part-exceeds-whole').map(problemText)).toEqual(told);
});
