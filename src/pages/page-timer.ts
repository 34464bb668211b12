/** Page 定时催办: switch the daily run on or off, or take it over. */
import { make, makeButton } from './parts/make-element';
import { failureNote, openPage, showIn } from './parts/page-frame';
import { callJob } from './parts/script-run';
import { headline } from './parts/show-answer';

const body = openPage('定时催办', '每天自动核对一次，到期的按设置发出催办。只由一个人开启，以这个人的名义发送。');
const output = make('div', { class: 'output' });
const act = (step: 'on' | 'off' | 'take-over' | 'status') => async (): Promise<void> => {
  output.replaceChildren(make('p', { role: 'status' }, '正在处理……'));
  showIn(output, await callJob('timer', { do: step }).then(headline, failureNote));
};

const first = makeButton('开启', act('on'), 'main');
body.replaceChildren(
  make(
    'p',
    { class: 'buttons' },
    first,
    makeButton('停止', act('off')),
    makeButton('由我接管', act('take-over')),
    makeButton('查看状态', act('status')),
  ),
  output,
);
first.focus();
void act('status')();
