/** Lists as departments keep them, with everything people write in such cells: what each cell says, and what is told of it. */
import { casesTable, publicityTable, trainingTable } from '../../../edition';
import { readShape } from './shaped';

/** What is told of single cells: `B5 note day-range`. */
function toldOf({ told }: ReturnType<typeof readShape>): readonly string[] {
  return told.filter((one) => !/(?:column-unknown|total-row|remark-row|header-unit)$/u.test(one));
}

it('trainings: ranges, ten days, two-digit years, half days, a day that does not exist, a total that does not fit', () => {
  const read = readShape(
    trainingTable,
    `
执法办2022年执法培训台账
填报单位：执法办||||||填报时间：2022年12月30日||
序号|日期|主题|主办|培训对象|学时|应到人数|实到人数|备注
1|2022.3.8|处罚程序|司法所|全体|8|8|8|
2|2022年4月14日-15日|文书|县局|骨干|16学时|3|3|
3|5月上旬|公示制度|司法所|全体|4|8人|７|
4|22.6.12|危化品|应急办|全体|半天|8|8|
5|=2022-07-09|耕地|自然资源所|全体|4h|8|8|
6|2022-09-31|信访|综治中心|全体|4|8|8|
7|10月|学法考试|司法所|全体|/|8|8|考试
8|2022.11.6、11.13|案卷|司法所|全体|8学时/人|8|8|
9|44908|测试|司法所|全体|2|8|8|数字日期
合计|||||57.5|67|66|
备注：学时按实际授课时间计算。||||||||
填表人：综合岗|||审核：主任|||||`,
    ['A1:I1', 'A2:F2', 'G2:I2'],
    ['day', 'hours', 'attended'],
  );
  expect(read.values).toEqual([
    ...['day 2022-03-08@B4', 'hours 8@F4', 'attended 8@H4'],
    ...['day 2022-04-14@B5', 'hours 16@F5', 'attended 3@H5'],
    ...['day 2022-05-10@B6', 'hours 4@F6', 'attended 7@H6'],
    ...['day 2022-06-12@B7', 'hours 4@F7', 'attended 8@H7'],
    ...['day 2022-07-09@B8', 'hours 4@F8', 'attended 8@H8'],
    ...['hours 4@F9', 'attended 8@H9'],
    ...['day 2022-10-31@B10', 'hours null@F10', 'attended 8@H10'],
    ...['day 2022-11-06@B11', 'hours 8@F11', 'attended 8@H11'],
    ...['day 2022-12-13@B12', 'hours 2@F12', 'attended 8@H12'],
  ]);
  expect(toldOf(read)).toEqual([
    ...['F13 doubt total-mismatch', 'B5 note day-range', 'B6 note day-period', 'B7 doubt day-two-digits'],
    ...['F7 doubt number-hours', 'F8 note number-expanded', 'B9 error day-missing', 'B10 note day-period'],
    ...['B11 note day-several', 'F11 note number-each', 'B12 doubt day-serial'],
  ]);
  expect(read.unread).toBe(0);
});

it('activities: about so many, 余人, 场, full-width digits, 万, a range of people, a word for yes', () => {
  const read = readShape(
    publicityTable,
    `
学校2022年普法台账
序号|日期|主题|地点|活动形式|受众人次|资料份数|是否牵头|场次|照片
1|2022年3月15日|消费|操场|讲座|300余人|1,500|是|1|有
2|4月26日|专利|教室|班会|约400人|２００|√|1|
3|6月上旬|禁毒|操场|展板|近500|1 200|√|2场|
4|2022.9|开学课|礼堂|授课|600|六百|否|1|
5|2022.11.28-12.4|宪法周|全校|系列|600人次|0.1万|是|5次|
6|2022/12/4|晨读|操场|晨读|500-600||牵头|1|
合计|6次||||2900|3000||11|`,
    [],
    ['day', 'people', 'materials', 'leads', 'events'],
  );
  expect(read.values).toEqual([
    ...['day 2022-03-15@B3', 'leads true@H3', 'events 1@I3', 'people 300余@F3', 'materials 1500@G3'],
    ...['day 2022-04-26@B4', 'leads true@H4', 'events 1@I4', 'people 400约@F4', 'materials 200@G4'],
    ...['day 2022-06-10@B5', 'leads true@H5', 'events 2@I5', 'people 500近@F5', 'materials 1200@G5'],
    ...['day 2022-09-30@B6', 'leads false@H6', 'events 1@I6', 'people 600@F6', 'materials 600@G6'],
    ...['day 2022-11-28@B7', 'leads true@H7', 'events 5@I7', 'people 600@F7', 'materials 1000@G7'],
    ...['day 2022-12-04@B8', 'leads true@H8', 'events 1@I8'],
  ]);
  expect(toldOf(read)).toEqual([
    ...['F9 doubt total-mismatch', 'G9 doubt total-mismatch', 'F3 note number-about', 'B4 note year-assumed'],
    ...['F4 note number-about', 'B5 note day-period', 'F5 note number-about', 'B6 note day-period'],
    ...['G6 note number-chinese', 'B7 note day-range', 'G7 note number-expanded', 'F8 error number-range'],
  ]);
  expect(read.unread).toBe(0);
});

it('cases: a unit in the cell goes before the header’s, and the total fits', () => {
  const read = readShape(
    casesTable,
    `
执法办2022年案件台账
序号|案由|当事人|类别|程序|决定日期|罚没金额（万元）|执法名义|已法制审核|公示日期|全过程记录
1|占道|某店|罚款|简易|=2022-03-01|0.02|本级|否|2022.3.5|是
2|违建|某某|罚款|普通|2022.4.6|0.3|受委托|√|2022年4月10日|√
3|油烟|某馆|警告|简易|2022年5月6日|0|受委托|×||是
4|渣土|某司|罚款|普通|2022/6/7|1.5万元|本级|是|2022.6.9|是
5|设摊|某某|罚款|普通|7月8日|2,000元|受委托|是|2022.7.10|√
合计||||||2.02||||`,
    ['A1:K1'],
    ['procedure', 'decidedOn', 'amount', 'reviewed'],
  );
  expect(read.values).toEqual([
    ...['procedure 简易@E3', 'decidedOn 2022-03-01@F3', 'amount 0.02@G3', 'reviewed false@I3'],
    ...['procedure 普通@E4', 'decidedOn 2022-04-06@F4', 'amount 0.3@G4', 'reviewed true@I4'],
    ...['procedure 简易@E5', 'decidedOn 2022-05-06@F5', 'amount 0@G5', 'reviewed false@I5'],
    ...['procedure 普通@E6', 'decidedOn 2022-06-07@F6', 'amount 1.5@G6', 'reviewed true@I6'],
    ...['procedure 普通@E7', 'decidedOn 2022-07-08@F7', 'amount 0.2@G7', 'reviewed true@I7'],
  ]);
  expect(toldOf(read)).toEqual(['C2 note column-of-persons', 'F7 note year-assumed', 'G7 note money-converted']);
  // Of the parties nobody reads a word.
  expect(JSON.stringify([read.values, read.problems])).not.toMatch(/某店|某馆|某司/u);
  expect(read.unread).toBe(0);
});
