/** Page 检查填报. */
import { openPage } from './parts/page-frame';
import { showRunForm } from './parts/run-panel';
import { callJob } from './parts/script-run';

const body = openPage(
  '检查填报',
  '读取总表和各单位填报表，列出读不懂、对不上的地方，写入“结果”。不生成报告，不改任何人的表。',
);
showRunForm(body, {
  start: (watch) => callJob('check', null, watch),
  caption: '开始检查',
  steps: ['读取', '核对', '成文', '保存'],
});
