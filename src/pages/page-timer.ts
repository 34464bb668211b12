/** Page 定时催办: switch the daily run on or off, take it over, and on this computer what fires it. */
import type { ScheduleOrder } from '../contract/schedule';
import { localMode } from './parts/file-links';
import { make, makeButton } from './parts/make-element';
import { callSchedule } from './parts/office-call';
import { failureNote, openPage, showIn } from './parts/page-frame';
import { scheduleView } from './parts/schedule-view';
import { callJob } from './parts/script-run';
import { headline } from './parts/show-answer';

const body = openPage(
  '定时催办',
  localMode()
    ? '到时间自动核对一次，到期的按设置催办，工作日八点以后，一天一次。'
    : '每天自动核对一次，到期的按设置发出催办。只由一个人开启，以这个人的名义发送。',
);
const output = make('div', { class: 'output' });
let asked = 0;
if (localMode()) showLocal();
else showGoogle();

/** What was asked before says nothing of what was asked since, whichever is answered first. */
async function showLatest(answer: Promise<HTMLElement>): Promise<void> {
  asked += 1;
  const own = asked;
  const view = await answer;
  if (own === asked) showIn(output, view);
}

function showGoogle(): void {
  const act = (step: 'on' | 'off' | 'take-over' | 'status') => async (): Promise<void> => {
    output.replaceChildren(make('p', { role: 'status' }, '正在处理……'));
    await showLatest(callJob('timer', { do: step }).then(headline, failureNote));
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
}

function showLocal(): void {
  const at = make('input', { id: 'at', type: 'time', min: '08:00', max: '18:59' });
  at.value = '08:30';
  const act = (order: () => ScheduleOrder) => async (): Promise<void> => {
    output.replaceChildren(make('p', { role: 'status' }, '正在处理……'));
    await showLatest(callSchedule(order()).then(scheduleView, failureNote));
  };
  const first = makeButton(
    '开启',
    act(() => ({ do: 'on' })),
    'main',
  );
  body.replaceChildren(
    make(
      'p',
      { class: 'buttons' },
      first,
      makeButton(
        '停止',
        act(() => ({ do: 'off' })),
      ),
      makeButton(
        '查看状态',
        act(() => ({ do: 'show' })),
      ),
    ),
    make('p', { class: 'field' }, make('label', { for: 'at' }, '系统的计划任务：窗口关着也运行，每天几点起'), at),
    make(
      'p',
      { class: 'buttons' },
      makeButton(
        '装上计划任务',
        act(() => ({ do: 'install', at: at.value })),
      ),
      makeButton(
        '去掉计划任务',
        act(() => ({ do: 'remove' })),
      ),
      make('a', { href: 'page-mail' }, '发信设置'),
    ),
    output,
  );
  first.focus();
  void act(() => ({ do: 'show' }))();
}
