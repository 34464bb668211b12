/** Rows beside which stands that they are void, entered twice or not done yet do not count as if nothing were said. */
import { detailShares } from '../../../src/core/findings/detail-shares';
import { settingsOf } from '../office-builder';
import { readOffice, saysOf } from '../rows/ledger-office';

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

it.each(['已审查', '审查通过', '已审，待签订', '建议修改后再签', ''])('one with %s is', (word) => {
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
