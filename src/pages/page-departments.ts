/** Page 建立部门填报表: one prefilled workbook for each department that has none. */
import { openPage } from './parts/page-frame';
import { showRunForm } from './parts/run-panel';
import { callJob } from './parts/script-run';

const body = openPage(
  '建立部门填报表',
  '按总表的“单位”和“任务”，给还没有填报表的单位各建一份，任务和指标已写好。已有的填报表不改。',
);
showRunForm(body, {
  start: (watch) => callJob('set-up', { hubOnly: false, year: null }, watch),
  caption: '建立填报表',
  steps: ['读取', '建立'],
});
