/** Page 建立部门填报表: one prefilled workbook for each department that has none. */
import { make } from './parts/make-element';
import { openPage } from './parts/page-frame';
import { showRunForm } from './parts/run-panel';
import { callJob } from './parts/script-run';
import { uploadBox } from './parts/upload-box';

const body = openPage(
  '建立部门填报表',
  '按总表的“单位”和“任务”，给还没有填报表的单位各建一份，任务和指标已写好。已有的填报表不改。',
);
const place = make('div');
const upload = uploadBox({
  what: 'department',
  caption: '上传填报表',
  endings: '.xlsx',
  hint: '没有 Google 账号的单位填好的 .xlsx，文件名是单位名称。直接放进云端硬盘文件夹里的，本程序看不到；单位自己的 Google 表格，请把链接贴在总表“单位”的“填报表链接”里。',
});
body.replaceChildren(place, ...(upload === null ? [] : [upload]));
showRunForm(place, {
  start: (watch) => callJob('set-up', { hubOnly: false, year: null }, watch),
  caption: '建立填报表',
  steps: ['读取', '建立'],
});
