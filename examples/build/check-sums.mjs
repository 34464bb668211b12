/** Holds the text data of the example against the town's totals, and the detail sheets against the typed figures. */

/** The town's figures; a list is numerator and denominator in the order of the codes. */
const totals = {
  A1: 3,
  A2: 4,
  A3: 6,
  'A4.1': 11,
  'A4.2': 11,
  A6: 2,
  B1: 6,
  'B2.1': 6,
  'B3.1': 2,
  'B3.2': 2,
  'B4.1': 6,
  'B5.1': 1,
  'B5.2': 30,
  B6: 38,
  'B7.1': 1,
  'B7.2': 1,
  C1: 214,
  C2: 34,
  'C2.1': 37,
  'C2.2': 21,
  'C2.3': 13,
  'C2.4': 3,
  'C2.5': 34,
  C3: 2.86,
  'C4.1': 0,
  'C4.2': 0,
  'C6.1': 5,
  'C6.2': 5,
  'C7.1': 34,
  'C8.1': 34,
  'C9.1': 12,
  'C9.2': 13,
  'C10.1': 1,
  'C10.3': 0,
  'C11.1': 1,
  'C11.2': 0,
  'C12.1': 1,
  'C12.2': 1,
  'D8.2': 916,
  'D8.3': 6,
  'D9.1': 24,
  'D9.2': 21,
  'D9.3': 17,
  'D10.1': 18,
  'D10.2': 11.5,
  'D10.3': 10.9,
  'D11.1': 14,
  E1: 26,
  E2: 6800,
  'E2.1': 9500,
  'E3.1': 21,
  'E4.1': 74,
  'E5.1': 186,
  'E5.2': 300,
  'E6.1': 108,
  'E6.2': 112,
  'E8.1': 43,
  'E8.2': 45,
  F1: 412,
  'F2.1': 2,
  'F2.2': 2,
};

const team = {
  编制: 33,
  在编: 24,
  在岗执法人员: 24,
  持证: 19,
  无资格参与执法: 0,
  大专及以上: 7,
  法学专业: 2,
  法制审核: 1,
  其中法考通过: 1,
};

const sections = { 组织领导: 9, 依法决策: 9, 规范执法: 12, 队伍保障: 7, 普法与社会: 8 };
const statuses = { 已完成: 33, 推进中: 7, 长期坚持: 3, 暂缓: 1, 取消: 1 };

/** Throws with all that does not add up. */
export function checkSums({ hub, departments }) {
  const names = Object.keys(departments);
  const faults = [
    ...sameKeys('单位', hub.单位.map((row) => row.单位名称).sort(), names),
    ...figureFaults(departments),
    ...teamFaults(departments),
    ...names.flatMap((name) => detailFaults(name, departments[name])),
    ...taskFaults(hub, departments),
  ];
  if (faults.length > 0) throw new Error(`示例数据不符：\n${faults.join('\n')}`);
}

function figureFaults(departments) {
  const figures = Object.values(departments).flatMap((tables) => tables.指标数据);
  return Object.entries(totals).flatMap(([code, expected]) => {
    const values = figures.filter((row) => row.编码 === code).map((row) => row.填报值);
    return differ(`指标 ${code}`, add(values), expected);
  });
}

function teamFaults(departments) {
  const lines = Object.values(departments).flatMap((tables) => tables.执法队伍 ?? []);
  return Object.entries(team).flatMap(([item, expected]) => {
    const values = lines.filter((row) => row.项目 === item).map((row) => row.填写);
    return differ(`执法队伍 ${item}`, add(values), expected);
  });
}

function detailFaults(name, tables) {
  const { 培训明细: trainings = [], 普法明细: publicity = [], 案件明细: cases = [] } = tables;
  const led = publicity.filter((row) => row.是否牵头 === '是');
  const count = (keep) => cases.filter(keep).length;
  const computed = {
    'D8.1': trainings.filter((row) => row.主办 === name).length,
    'D8.2': add(trainings.map((row) => String(Number(row.学时) * Number(row.实到)))),
    'D9.1': add(trainings.map((row) => row.应考)),
    'D9.2': add(trainings.map((row) => row.参考)),
    'D9.3': add(trainings.map((row) => row.合格)),
    E1: add(led.map((row) => row.场次)),
    E2: add(led.map((row) => row.受众人次)),
    'E2.1': add(led.map((row) => row.资料份数)),
    C2: cases.length,
    'C2.2': count((row) => row.程序 === '简易'),
    'C2.3': count((row) => row.程序 === '普通'),
    'C2.5': count((row) => row.执法名义 === '受委托'),
    C3: add(cases.map((row) => row['罚没金额（元）'])) / 10_000,
    'C6.1': count((row) => row.已法制审核 === '是'),
    'C6.2': count((row) => row.应法制审核 === '是'),
    'C7.1': count((row) => row.公示日期 !== ''),
    'C8.1': count((row) => row.全过程记录 === '是'),
  };
  return tables.指标数据
    .filter((row) => row.编码 in computed && row.填报值 !== '不涉及')
    .flatMap((row) => differ(`${name} ${row.编码}`, computed[row.编码], Number(row.填报值)));
}

function taskFaults(hub, departments) {
  const faults = [];
  const lines = Object.entries(departments).flatMap(([name, tables]) =>
    tables.任务进展.map((row) => ({ ...row, lead: name })),
  );
  for (const task of hub.任务) {
    const own = lines.filter((line) => line.任务编号 === task.任务编号);
    if (own.length !== 1 || own[0].lead !== task.牵头单位 || own[0].重点任务 !== task.重点任务) {
      faults.push(`任务 ${task.任务编号} 在填报表中应当只出现一次，且牵头单位、名称一致`);
    }
  }
  for (const [section, expected] of Object.entries(sections)) {
    faults.push(...differ(section, hub.任务.filter((task) => task.报告章节 === section).length, expected));
  }
  for (const [status, expected] of Object.entries(statuses)) {
    faults.push(...differ(status, lines.filter((line) => line.状态 === status).length, expected));
  }
  return faults;
}

function sameKeys(what, actual, expected) {
  return differ(what, actual.join('、'), [...expected].sort().join('、'));
}

/** The sum without binary rounding, for amounts with at most two decimals; texts such as 不涉及 add nothing. */
function add(values) {
  const cents = values.filter((value) => /^\d+(\.\d+)?$/u.test(value)).map((value) => Math.round(Number(value) * 100));
  return cents.reduce((total, value) => total + value, 0) / 100;
}

function differ(what, actual, expected) {
  return actual === expected ? [] : [`${what}：是 ${actual}，应为 ${expected}`];
}
