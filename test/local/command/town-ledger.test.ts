/** An office whose one ledger holds the tasks and the progress of all its departments: from that file to the report. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longIt } from '../../long';
import { freshFolder, removeFolders, reportPath, run, wordText } from '../../workspace/run-command';

afterAll(removeFolders);

const ledger = `枫林镇2024年法治政府建设重点任务落实情况表,,,,,,
序号,重点任务,牵头单位,配合单位,完成时限,进展情况,完成状态
1,召开法治建设推进会,党政办,司法所,6月底前,5月召开,已完成
2,开展案卷评查,司法所,综合执法队、应急办,11月30日,评查1次，12卷,未完成
3,执法人员轮训,综合执法队,司法所,10月底,人均64学时,完成
4,保障执法经费,财政所,,年底前,到位95%,序时推进
`;

interface Answer {
  readonly summary: {
    readonly tasks: readonly { readonly title: string; readonly department: string; readonly state: string }[];
  };
  readonly problems: readonly { readonly code: string; readonly workbook: string; readonly sheet: string | null }[];
}

longIt('a ledger of the whole town is the only source', () => {
  const folder = freshFolder();
  const [from, office] = [join(folder, '台账'), join(folder, '年报')];
  mkdirSync(from);
  writeFileSync(join(from, '法治建设落实情况表.csv'), ledger);
  const begun = run('init', office, '--from', from);
  expect(begun.out).toContain('法治建设落实情况表.csv：全枫林镇的总台账，4 项任务的进展；没有要确认的');
  // The departments have forms for their figures; nobody has filled them in yet.
  expect(readdirSync(join(office, '填报'))).toEqual(expect.arrayContaining(['司法所.xlsx', '法治建设落实情况表.csv']));
  const { summary, problems } = JSON.parse(run('check', office, '--json').out) as Answer;
  expect(summary.tasks.map(({ title, department, state }) => `${title} ${department} ${state}`)).toEqual([
    '召开法治建设推进会 党政办 done',
    '开展案卷评查 司法所 overdue',
    '执法人员轮训 综合执法队 done',
    '保障执法经费 财政所 overdue',
  ]);
  expect(problems.filter(({ sheet, code }) => sheet === '任务进展' || code === 'task-unreported')).toEqual([]);
  expect(run('report', office).out).toContain('任务 4 项：完成 2');
  expect(wordText(reportPath(office))).toContain('4项');
  expect(readFileSync(join(office, '填报', '法治建设落实情况表.csv'), 'utf8')).toBe(ledger);
});

longIt('what only the name of a .csv told is kept for the copy, which is called after its department', () => {
  const folder = freshFolder();
  const [from, office] = [join(folder, '台账'), join(folder, '年报')];
  mkdirSync(from);
  writeFileSync(
    join(from, '司法所普法活动台账2024.csv'),
    '日期,地点,参加人数\n2024-03-05,上坪村,120\n2024-05-06,下坪村,80\n',
  );
  const begun = run('init', office, '--from', from);
  expect(begun.out).toContain('司法所.csv（原名 司法所普法活动台账2024.csv）：“司法所”＝普法明细');
  expect(begun.out).toContain('列对应.xlsx');
  const { problems } = JSON.parse(run('check', office, '--json').out) as Answer;
  expect(problems.filter(({ code, workbook }) => workbook === '司法所.csv' && code === 'sheet-unknown')).toEqual([]);
});

longIt('what the name of a .csv did not tell is not kept as told: its department’s name may tell it', () => {
  const folder = freshFolder();
  const [from, office] = [join(folder, '台账'), join(folder, '年报')];
  mkdirSync(join(from, '信访办'), { recursive: true });
  writeFileSync(
    join(from, '信访办', '2024年台账.csv'),
    '日期,内容\n2024-03-05,反映道路积水\n2024-05-06,反映路灯不亮\n',
  );
  const begun = run('init', office, '--from', from);
  expect(begun.out).toContain('信访办.csv（原名 2024年台账.csv）：“信访办”＝信访明细');
  expect(readdirSync(office)).not.toContain('列对应.xlsx');
});
