/** A department that has kept its own ledger goes over to the program's workbook: each value it had is there. */
import type { Office } from '../rows/ledger-office';
import { eventsOf, figuresOf, progressOf, readForms, readOffice } from '../rows/ledger-office';

const office: Office = {
  year: 2023,
  departments: ['司法所', '执法队*'],
  tasks: ['A-01|组织领导|印发年度法治建设工作要点|司法所|3月底前', 'C-01|规范执法|清理执法人员资格|执法队|9月底前'],
  books: {
    '司法所.xlsx': {
      落实情况表: `序号|重点工作|完成时间|完成情况|完成比例|实际完成时间|进展情况|存在问题
1|印发法治建设年度工作要点|3月底前|已完成|100%|2023.3.20|已印发|无`,
      普法宣传活动登记表: `序号|宣传时间|宣传主题|宣传地点|参与群众（人次）|发放宣传资料（份）|是否牵头
1|2023-03-08|妇女权益保障|广场|约260|500|是
2|4月14日至15日|国家安全|集市|300余|800|否
3|近期|禁毒|中学|600|600|是`,
    },
    '执法队.xlsx': {
      执法人员情况: '编制数|在编数|在岗人员|持证人员\n15|12|12|9',
      行政处罚案件办理台账: `案由|处罚种类|程序类型|作出决定时间|罚款数额（万元）|执法主体
占道经营|罚款|简易程序|2023-02-14|0.005|镇政府`,
      数据: '项目|单位|2023年|2022年\n行政检查|次|120|98\n罚没款|元|46000|32000',
      任务办理情况: '事项|办结时间|办理情况\n执法人员资格清理||正在办理',
    },
  },
};

describe('a department that takes the program’s workbook', () => {
  const [own, taken] = [readOffice(office), readForms(office)];

  it('keeps all it said of its tasks', () => {
    expect(progressOf(own)).toHaveLength(2);
    expect(progressOf(taken)).toEqual(progressOf(own));
  });

  it('keeps its figures in their units, those of last year too', () => {
    expect(figuresOf(own)).toContain('执法队 C3 4.6/3.2');
    expect(figuresOf(own)).toContain('执法队 D1.1 15/-');
    const known = (lines: readonly string[]): readonly string[] => lines.filter((line) => !line.endsWith('-/-')).sort();
    expect(known(figuresOf(taken))).toEqual(known(figuresOf(own)));
  });

  it('keeps its cases and activities, how exact they were, and the days of a range', () => {
    const fields = ['day', 'topic', 'location', 'people', 'materials', 'leads'];
    expect(eventsOf(taken, 'publicity', fields)).toEqual(eventsOf(own, 'publicity', fields));
    const cases = ['category', 'procedure', 'day', 'amount', 'capacity'];
    expect(eventsOf(own, 'cases', cases)).toHaveLength(1);
    expect(eventsOf(taken, 'cases', cases)).toEqual(eventsOf(own, 'cases', cases));
    const people = taken.value.events.flatMap(({ rows }) => rows.flatMap(({ said }) => said.people?.value ?? []));
    expect(people).toContainEqual({ value: 300, applies: true, qualifier: '余' });
    const days = taken.value.events.flatMap(({ rows }) => rows.flatMap(({ said }) => said.day?.shown ?? []));
    expect(days).toContain('4月14日至15日');
  });

  it('keeps what was refused as it was typed, to be told again', () => {
    expect(taken.problems.filter(({ actual }) => actual === '近期')).toHaveLength(1);
  });
});

it('keeps what stands beside a row by which it may be void: the form is asked what the ledger was', () => {
  const register = (remarks: string): Office => ({
    year: 2023,
    departments: ['司法所'],
    books: {
      '司法所.xlsx': {
        信访台账: `登记日期|信访事项|按期办结|办理结果|${remarks}\n2023-02-05|修路|是|已答复|\n2023-03-05|排水|是|已答复|与1号重复`,
      },
    },
  });
  const voids = ({ value }: ReturnType<typeof readOffice>): readonly (string | null)[] =>
    value.events.flatMap(({ rows }) => rows.map(({ voidBy }) => voidBy ?? null));
  const asked = ({ problems }: ReturnType<typeof readOffice>): number =>
    problems.filter(({ code }) => code === 'row-void').length;
  const taken = readForms(register('备注'));
  expect([voids(taken), asked(taken)]).toEqual([[null, '与1号重复'], 1]);
  expect(voids(readForms(register('信访类型')))).toEqual([null, null]);
});
