/** Page 发信设置, on this computer only: the server that sends mails, kept for this person alone and tried by one mail. */
import type { MailAnswerDetails, MailOrder, MailSettings } from '../contract/schedule';
import { make, makeButton } from './parts/make-element';
import { callMail } from './parts/office-call';
import { failureNote, openPage, showIn } from './parts/page-frame';

const body = openPage(
  '发信设置',
  '催办由程序直接发出时用哪个邮箱。只存在这台电脑上您自己的设置里，只有您能读，不进工作文件夹。',
);
const output = make('div', { class: 'output' });
const host = make('input', { id: 'host', size: '32', placeholder: 'smtp.example.cn' });
const port = make('input', { id: 'port', inputmode: 'numeric', size: '6' });
const secure = make(
  'select',
  { id: 'secure' },
  make('option', { value: 'yes' }, 'SSL/TLS（多为 465）'),
  make('option', { value: 'no' }, 'STARTTLS（多为 587）'),
);
const from = make('input', { id: 'from', size: '32', placeholder: 'fzb@example.cn' });
const user = make('input', { id: 'user', size: '32', autocomplete: 'off' });
const password = make('input', { id: 'password', type: 'password', size: '32', autocomplete: 'new-password' });
const fields: readonly (readonly [HTMLElement, string])[] = [
  [host, '服务器'],
  [port, '端口'],
  [secure, '加密'],
  [from, '发件邮箱（单位公用邮箱）'],
  [user, '用户名（多为邮箱全称；不用登录的留空）'],
  [password, '密码或授权码（已存过的留空就不变）'],
];

body.replaceChildren(
  ...fields.map(([field, caption]) => make('p', { class: 'field' }, make('label', { for: field.id }, caption), field)),
  make(
    'p',
    { class: 'buttons' },
    makeButton('保存', () => act({ do: 'keep', settings: typed() }), 'main'),
    makeButton('试发一封给自己', tryKept),
    makeButton('清除', () => act({ do: 'forget' })),
  ),
  output,
);
port.value = '465';
let shown = fieldsText();
void act({ do: 'show' });

function typed(): MailSettings {
  return {
    host: host.value.trim(),
    port: Number(port.value),
    secure: secure.value === 'yes',
    from: from.value.trim(),
    user: user.value.trim(),
    password: password.value,
  };
}

/** What stands in the fields, to be compared. */
function fieldsText(): string {
  return JSON.stringify(typed());
}

/** Tries what is kept: what was only typed would be said to have been tried. */
async function tryKept(): Promise<void> {
  if (fieldsText() === shown) await act({ do: 'try' });
  else showIn(output, make('p', { role: 'alert' }, '填的和已存的不一样：请先保存，再试发。'));
}

async function act(order: MailOrder): Promise<void> {
  output.replaceChildren(make('p', { role: 'status' }, '正在处理……'));
  await callMail(order).then(
    (details) => {
      // An answer that comes late takes nothing away that was typed meanwhile.
      if (order.do !== 'show' || fieldsText() === shown) fill(details);
      showIn(output, make('p', {}, details.said === '' ? stateText(details) : details.said));
    },
    (error: unknown) => {
      showIn(output, failureNote(error));
    },
  );
}

function stateText({ kept }: MailAnswerDetails): string {
  return kept === null ? '还没有设置：催办写成文件放进“发件箱”。' : `已有设置：${kept.from}，经 ${kept.host}。`;
}

/** What is kept stands in the fields; the password comes back to nobody. */
function fill({ kept }: MailAnswerDetails): void {
  password.value = '';
  if (kept === null) return;
  host.value = kept.host;
  port.value = String(kept.port);
  secure.value = kept.secure ? 'yes' : 'no';
  from.value = kept.from;
  user.value = kept.user;
  shown = fieldsText();
}
