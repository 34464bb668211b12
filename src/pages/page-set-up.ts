/** Page 初始化: the hub, the folders and the template. */
import type { PageOrders } from '../contract/orders';
import { localMode } from './parts/file-links';
import { make, makeButton, makeSureButton } from './parts/make-element';
import { openPage } from './parts/page-frame';
import { privacyNote } from './parts/privacy-note';
import { isProposal, proposalView } from './parts/proposal-view';
import { makeRoleFields } from './parts/role-fields';
import { runIn, showRunForm, type RunForm } from './parts/run-panel';
import { callJob } from './parts/script-run';

/** The kinds of report the program knows, put here by the build. */
declare const editionNames: readonly string[];
/** The kinds of organ, likewise. */
declare const organKinds: readonly string[];

const body = openPage('初始化', '建立总表、文件夹和报告模板。已有的一个字也不改，可以反复运行。');
const year = make('input', { id: 'year', inputmode: 'numeric', pattern: '20[0-9]{2}', maxlength: '4', size: '6' });
year.placeholder = '自动';
const label = make('label', { for: 'year' }, '报告年度（四位数字；不填时一至三月为上一年，其余为当年）');
const kind = make('select', { id: 'edition' }, ...[''].concat(editionNames).map(kindOption));
const organ = make('select', { id: 'organ' }, ...[''].concat(organKinds).map(organOption));
const organLabel = make('label', { for: 'organ' }, '机关类型（只用于新建总表，以后在总表的“设置”里改）');
const kindLabel = make('label', { for: 'edition' }, '报告种类（总表已经建好的，在总表的“设置”里看）');
const privacy = localMode() ? [] : [make('div', { class: 'note warn' }, make('p', {}, privacyNote()))];
const place = make('div');

const kinds = (): PageOrders['roles'] => ({
  edition: kind.value === '' ? null : kind.value,
  organ: organ.value === '' ? null : organ.value,
});
const roles = makeRoleFields(kinds);
for (const choice of [kind, organ]) choice.addEventListener('change', roles.renew);
const order = (): PageOrders['set-up'] => {
  const departments = roles.names();
  return {
    hubOnly: true,
    year: year.value === '' ? null : Number(year.value),
    ...kinds(),
    ...(departments !== null && { departments }),
  };
};
const form: RunForm = {
  start: (watch) => callJob('set-up', order(), watch),
  caption: '开始初始化',
  steps: ['建立'],
  fields: [
    make('p', { class: 'field' }, label, year),
    ...(editionNames.length > 1 ? [make('p', { class: 'field' }, kindLabel, kind)] : []),
    make('p', { class: 'field' }, organLabel, organ),
    roles.element,
  ],
  after: ({ details }) => (mayMakeAnew(details) ? anewPart() : null),
};
body.replaceChildren(...privacy, place);
// The home page of this computer puts the folder of the ledgers behind the address.
const ledgerFolder = localMode() ? decodeURIComponent(location.hash.slice(1)) : '';
if (ledgerFolder === '') showRunForm(place, form);
else showRunForm(place, trialForm());

/** The proposal first; what is confirmed is made by the same fields. */
function trialForm(): RunForm {
  const ordered = (isTrial: boolean): PageOrders['set-up'] => ({ ...order(), ledgerFolder, isTrial });
  const output = make('div', { class: 'output' });
  const confirm = async (): Promise<void> => {
    await runIn(output, {
      ...form,
      steps: ['读取', '建立', '放进填报'],
      start: (watch) => callJob('set-up', ordered(false), watch),
    });
  };
  return {
    start: (watch) => callJob('set-up', ordered(true), watch),
    caption: '看会建成什么',
    steps: ['读取'],
    fields: [make('p', {}, `台账在 ${ledgerFolder}。`), ...(form.fields ?? []).slice(0, -1)],
    after: ({ details }) => {
      output.replaceChildren();
      return isProposal(details)
        ? make(
            'div',
            {},
            proposalView(details),
            make('p', { class: 'buttons' }, makeButton('照此建立', confirm, 'main')),
            output,
          )
        : null;
    },
  };
}

/** Nothing chosen suits a hub of any kind. */
function kindOption(name: string): HTMLElement {
  return make('option', { value: name }, name === '' ? `照总表；新建的为${editionNames[0] ?? ''}` : name);
}

function organOption(name: string): HTMLElement {
  return make('option', { value: name }, name === '' ? '照报告种类' : name);
}

/** The job says so where the folder another person made is not seen. */
function mayMakeAnew(details: unknown): boolean {
  return typeof details === 'object' && details !== null && 'canMakeAnew' in details;
}

function anewPart(): HTMLElement {
  const output = make('div', { class: 'output' });
  const anew = async (): Promise<void> => {
    await runIn(output, { ...form, start: (watch) => callJob('set-up', { ...order(), anew: true }, watch) });
  };
  const warning =
    '总表不变。以后的报告、结果和填报表都在新的文件夹里；各单位已有的填报表，请先把链接填入总表“单位”，否则会另建一份。';
  output.append(
    makeSureButton('另建工作文件夹', { sure: '确认另建', warning }, anew, () => {
      output.replaceChildren();
    }),
  );
  return output;
}
