/** Page 生成年度报告. */
import { openPage } from './parts/page-frame';
import { showRunForm } from './parts/run-panel';
import { callJob } from './parts/script-run';

const body = openPage('生成年度报告', '读取各表，按模板写出年度报告。每次是新的一版，旧版不覆盖；不改任何人的表。');
showRunForm(body, {
  start: (watch) => callJob('report', null, watch),
  caption: '生成报告',
  steps: ['读取', '核对', '成文', '保存'],
});
