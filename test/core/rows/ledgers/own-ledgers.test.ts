/** Tables departments keep for themselves, in their own words: what each cell must be read as, and what must be asked. */
import { eventsOf, figuresOf, progressOf, readOffice, saysOf } from '../ledger-office';

describe('a team’s ledger without a code', () => {
  const read = readOffice({
    year: 2025,
    departments: ['执法队*', '司法所'],
    tasks: [
      '1|队伍保障|执法人员持证|执法队|9月底前',
      '2|队伍保障|执法人员培训不少于60学时|执法队|11月底前',
      '3|组织领导|印发工作要点|司法所|3月底前',
    ],
    books: {
      '执法队.xlsx': {
        工作落实情况: `执法队2025年法治工作落实情况
序号|任务名称|办结时限|办理状态|办理进度|办结时间|工作开展情况
1|执法人员全员持证|9月30日|正在办理|80%||2人待考
2|执法人员培训60学时|11月30日|办结|100%|2025.11.28|人均61学时`,
        数据: `执法队2025年执法数据
项目|单位|2025年|2024年
行政检查|次|118|97
行政处罚|件|31|28
立案|件|33|30
罚没款|元|46000|32000
简易程序|件|11|9
一般程序|件|20|19`,
      },
    },
  });

  it('its rows are the tasks of like titles, and 办结时间 is the finishing day beside 办结时限', () => {
    expect(progressOf(read)).toEqual(['执法队 1 in-progress 80% 2人待考', '执法队 2 done 100% 2025-11-28 人均61学时']);
    expect(saysOf(read, '执法队', ['row-by-likeness', 'column-either'])).toEqual([
      '提示 row-by-likeness B3',
      '提示 row-by-likeness B4',
    ]);
  });

  it('its figures are those of the names, this year’s and last year’s, money in its unit', () => {
    expect(figuresOf(read).slice(0, 6)).toEqual([
      '执法队 C1 118/97',
      '执法队 C2 31/28',
      '执法队 C2.1 33/30',
      '执法队 C3 4.6/3.2',
      '执法队 C2.2 11/9',
      '执法队 C2.3 20/19',
    ]);
  });

  it('each match is there to be shown: who, where, what was written, what it was taken for, how sure', () => {
    expect(read.value.matches[0]).toEqual({
      kind: 'task',
      department: '执法队',
      sheet: '任务进展',
      place: { file: '执法队.xlsx', sheet: '工作落实情况', cell: 'B3' },
      written: '执法人员全员持证',
      takenAs: '1',
      name: '执法人员持证',
      certainty: expect.closeTo(0.95, 2) as number,
      by: 'likeness',
    });
    expect(read.value.matches.filter(({ kind }) => kind === 'indicator').map(({ by }) => by)).toEqual(
      Array.from({ length: 6 }, () => 'usage'),
    );
  });
});

it('a match the office has confirmed or put right in 列对应 is used and not told', () => {
  const tasks = ['A-01|队伍保障|执法人员持证|执法队|9月底前', 'A-02|队伍保障|执法人员清理|执法队|9月底前'];
  const books = { '执法队.xlsx': { 落实情况表: '序号|工作任务|是否完成\n1|执法人员全员持证|否' } };
  const departments = ['执法队*'];
  const guessed = readOffice({ year: 2025, departments, tasks, books });
  expect(progressOf(guessed)).toEqual(['执法队 A-01 not-done']);
  const ruled = readOffice({ year: 2025, departments, tasks, books, columnMapping: '认作：执法人员全员持证＝A-02' });
  expect(progressOf(ruled)).toEqual(['执法队 A-02 not-done']);
  expect(saysOf(ruled, '执法队', ['row-by-likeness', 'task-unmatched'])).toEqual([]);
  expect(ruled.value.matches).toMatchObject([{ takenAs: 'A-02', certainty: 1, by: 'rule' }]);
});

it('a title that is like no task, or like two, is told and not used', () => {
  const tasks = ['A-01|普法与社会|法治宣传进村|司法所|年底前', 'A-02|普法与社会|法治宣传进校|司法所|年底前'];
  const book = { 落实情况表: '工作任务|状态\n法治宣传进企|推进中\n清运垃圾|推进中' };
  const read = readOffice({ year: 2025, departments: ['司法所'], tasks, books: { '司法所.xlsx': book } });
  expect(progressOf(read)).toEqual([]);
  expect(saysOf(read, '司法所', ['task-unmatched'])).toEqual(['错误 task-unmatched A2', '错误 task-unmatched A3']);
});

it('of two rows that are like one task only the likelier is it', () => {
  const tasks = ['A-01|规范执法|安全生产执法检查|应急办|年底前'];
  const book = { 落实情况表: '工作任务|状态\n安全生产检查|推进中\n安全生产执法大检查|已启动' };
  const read = readOffice({ year: 2025, departments: ['应急办*'], tasks, books: { '应急办.xlsx': book } });
  expect(progressOf(read)).toEqual(['应急办 A-01 in-progress']);
  expect(saysOf(read, '应急办', ['task-unmatched'])).toEqual(['错误 task-unmatched A2']);
});

describe('how departments say how far they are', () => {
  const tasks = Array.from(
    { length: 8 },
    (_, index) => `A-0${String(index + 1)}|组织领导|任务${String(index)}|党政办|年底前`,
  );
  const read = readOffice({
    year: 2022,
    departments: ['党政办'],
    tasks,
    books: {
      '党政办.xlsx': {
        任务进展: `任务编号|重点任务|状态|完成日期|进展情况
A-01||未完成|2022.6.1|进展
A-02||是|2022.6.1|进展
A-03||持续推进中||进展
A-04||滞后|2022.6.1|进展
A-05||达序时||进展
A-06||逾期|2022.6.1|进展
A-07||完成（2022年7月15日）|2022.6.1|进展
A-08||完成（2022年7月15日）||进展`,
      },
    },
  });

  it('is read as a person reads it', () => {
    expect(progressOf(read)).toEqual([
      '党政办 A-01 not-done 2022-06-01 进展',
      '党政办 A-02 done 2022-06-01 进展',
      '党政办 A-03 ongoing 进展',
      '党政办 A-04 not-done 2022-06-01 进展',
      '党政办 A-05 in-progress 进展',
      '党政办 A-07 done 2022-07-15 进展',
      '党政办 A-08 done 2022-07-15 进展',
      '党政办 A-06 ? 2022-06-01 进展',
    ]);
  });

  it('and asked where it may mean something else', () => {
    expect(saysOf(read, '党政办', ['day-without-done', 'status-affirmed', 'done-two-days'])).toEqual([
      '请核实 status-affirmed C3',
      '请核实 day-without-done D2',
      '请核实 day-without-done D5',
      '错误 day-without-done D7',
      '请核实 done-two-days C8',
    ]);
  });
});

describe('办结时间 alone', () => {
  const tasks = ['A-01|组织领导|工作要点|司法所|3月底前', 'A-02|组织领导|述法|司法所|年底前'];
  const read = (lines: string) =>
    readOffice({
      year: 2022,
      departments: ['司法所'],
      tasks,
      books: { '司法所.xlsx': { 落实情况表: `工作任务|办结时间|办理状态\n${lines}` } },
    });

  it('is the deadline where deadlines stand in it', () => {
    const office = read('工作要点|3月底前|已办结\n述法|12月底|推进中');
    expect(progressOf(office)).toEqual(['司法所 A-01 done', '司法所 A-02 in-progress']);
    expect(saysOf(office, '司法所', ['column-either'])).toEqual(['提示 column-either B1']);
  });

  it('is the finishing day where it is blank in rows that are not done, and asked about', () => {
    const office = read('工作要点|2022-03-20|已办结\n述法||推进中');
    expect(progressOf(office)).toEqual(['司法所 A-01 done 2022-03-20', '司法所 A-02 in-progress']);
    expect(saysOf(office, '司法所', ['column-either'])).toEqual(['请核实 column-either B1']);
  });
});

describe('the words of other ledgers', () => {
  const read = readOffice({
    year: 2023,
    departments: ['司法所*'],
    books: {
      '司法所.xlsx': {
        执法培训台账: `司法所2023年执法培训台账
序号|培训时间|培训内容|举办单位|课时|应参训人数|参加人数（人）|备注
1|2023-03-05|行政处罚法|县司法局|8|8|7|
2|2023.5.9|执法文书|司法所|4|8|8|`,
        普法活动台账: `序号|活动时间|活动主题|活动形式|活动地点|参与群众|发放宣传资料（份）
1|2023年3月15日|消费者权益|展板|集市|300|500
2|2023-12-04|宪法宣传|宣讲|东村|120|200`,
        行政处罚案件台账: `序号|案由|当事人|处罚种类|适用程序|处罚决定日期|罚款数额（万元）|执法主体|是否法制审核|公示时间|是否全过程记录
1|占道经营|某店|罚款|简易程序|2023-03-01|0.02|镇政府|否|2023.3.5|是
2|违建|某户|罚款|一般程序|2023.4.6|0.3|受县局委托|√|2023年4月10日|√
3|渣土|某公司|警告、罚款|普通|2023/6/7|1.5万元|本级|是|2023-06-09|是`,
      },
    },
  });

  it('trainings', () => {
    expect(eventsOf(read, 'trainings', ['day', 'topic', 'organiser', 'hours', 'invited', 'attended'])).toEqual([
      '2023-03-05 行政处罚法 县司法局 8 8 7',
      '2023-05-09 执法文书 司法所 4 8 8',
    ]);
  });

  it('publicity: without a column for them each row is one event the department leads, which is asked about', () => {
    expect(eventsOf(read, 'publicity', ['day', 'topic', 'location', 'leads', 'events', 'people', 'materials'])).toEqual(
      ['2023-03-15 消费者权益 集市 true 1 300 500', '2023-12-04 宪法宣传 东村 true 1 120 200'],
    );
    expect(saysOf(read, '司法所', ['column-assumed'])).toEqual(['请核实 column-assumed']);
  });

  it('cases: a unit in the header or the cell, the heaviest of two penalties, in whose name', () => {
    const fields = ['category', 'procedure', 'decidedOn', 'amount', 'capacity', 'reviewed', 'publishedOn', 'recorded'];
    expect(eventsOf(read, 'cases', fields)).toEqual([
      '罚款 简易 2023-03-01 0.02 本级 false 2023-03-05 true',
      '罚款 普通 2023-04-06 0.3 受委托 true 2023-04-10 true',
      '罚款 普通 2023-06-07 1.5 本级 true 2023-06-09 true',
    ]);
    expect(saysOf(read, '司法所', ['choice-taken'])).toEqual(['提示 choice-taken H3', '提示 choice-taken D4']);
  });

  it('no person’s name is kept', () => {
    expect(JSON.stringify(read.value)).not.toMatch(/某店|某户|某公司/u);
    expect(saysOf(read, '司法所', ['column-of-persons'])).toEqual(['提示 column-of-persons C1']);
  });
});
