/** Page 初始化: the hub, the folders and the template. */
import { make } from './make-element';
import { openPage } from './page-frame';
import { showRunForm } from './run-panel';

const body = openPage('初始化', '建立总表、文件夹和报告模板。已有的一个字也不改，可以反复运行。');
const year = make('input', { id: 'year', inputmode: 'numeric', pattern: '20[0-9]{2}', maxlength: '4', size: '6' });
year.placeholder = '自动';
const label = make('label', { for: 'year' }, '报告年度（四位数字；不填时一至三月为上一年，其余为当年）');

showRunForm(body, {
  job: 'set-up',
  order: () => ({ hubOnly: true, year: year.value === '' ? null : Number(year.value) }),
  caption: '开始初始化',
  steps: ['建立'],
  fields: [make('p', { class: 'field' }, label, year)],
});
