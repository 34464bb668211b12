/** 督办台账 on the page 催办: what is said of each paper, and the office's own form for what a department told it otherwise. */
import type { FeedbackEntry, FeedbackLine, FeedbackOrder } from '../../contract/feedback';
import { feedbackText, matterText } from '../../core/base/feedback-text';
import { make, makeButton, makeSection, makeTable, type TableColumns } from './make-element';

/** Why nothing was noted; `noted`: what somebody else noted since this person looked, null for other reasons. */
export interface NotNoted {
  readonly why: HTMLElement;
  readonly noted: FeedbackEntry | null;
}

/** Notes what the office typed of a paper, and shows all anew, giving null. */
export type NoteFeedback = (order: FeedbackOrder) => Promise<NotNoted | null>;

/** What was typed of papers and not saved: it stays whatever else is done on the page, and while other papers are looked at. */
const typed = new Map<string, FeedbackOrder>();
addEventListener('beforeunload', (event) => {
  if (typed.size > 0) event.preventDefault();
});

/** What is said of each paper, one column each. */
const feedbackColumns: TableColumns<FeedbackLine> = {
  反馈编号: ({ code }) => code,
  单位: ({ department }) => department,
  事项: ({ title }) => title,
  现在: matterText,
  反馈: (line) => feedbackText(line) || '没有填',
};

/** `more` tells of the papers that are not among the lines. */
export function feedbackBoard(
  lines: readonly FeedbackLine[],
  note: NoteFeedback,
  more: HTMLElement | null,
): HTMLElement {
  const place = make('div', {});
  const show = (line: FeedbackLine, back: HTMLElement | null): HTMLElement => {
    const form = entryForm(line, note, () => {
      place.replaceChildren();
      back?.focus();
    });
    place.replaceChildren(form);
    return form;
  };
  const open = (line: FeedbackLine): HTMLElement => {
    const button = makeButton(
      line.entry === null ? '登记' : '改登记',
      () => show(line, button).querySelector('input')?.focus(),
      'small',
    );
    button.setAttribute('aria-label', `${button.textContent} ${line.code}`);
    return button;
  };
  const unsaved = lines.find(({ code }) => typed.has(code));
  if (unsaved !== undefined) show(unsaved, null);
  return makeSection(
    '督办台账',
    make('p', { class: 'hint' }, '单位没有在自己的表里填的，可以在这里代为登记，记在“督办登记”里；单位的表不动。'),
    makeTable('签收、反馈和销号', { ...feedbackColumns, 登记: open }, lines),
    more,
    place,
  );
}

/** Holds what the office noted before, or what was typed since and not saved; left blank is not said. */
function entryForm({ code, title, entry }: FeedbackLine, note: NoteFeedback, close: () => void): HTMLElement {
  const said = make('div', { role: 'status' });
  const begun = typed.get(code);
  const fields = entryFields(begun ?? entry);
  let before = begun === undefined ? entry : begun.before;
  const order = (): FeedbackOrder => ({ code, ...fields.values(), ...(before !== undefined && { before }) });
  const save = async (): Promise<void> => {
    const refused = await note(order());
    if (refused === null) return;
    said.replaceChildren(refused.why);
    // What the other person noted is shown now: who saves once more has seen it.
    before = refused.noted ?? before;
    typed.set(code, order());
  };
  const drop = (): void => {
    typed.delete(code);
    close();
  };
  const form = make(
    'fieldset',
    {},
    make('legend', {}, `登记 ${code} ${title}`),
    ...fields.elements,
    make('p', { class: 'buttons' }, makeButton('保存登记', save, 'main'), makeButton('不登记', drop)),
    said,
  );
  form.addEventListener('input', () => typed.set(code, order()));
  return form;
}

/** Once it is noted, nothing typed waits any more. */
export function forgetTyped(code: string): void {
  typed.delete(code);
}

interface EntryFields {
  readonly elements: readonly HTMLElement[];
  readonly values: () => FeedbackEntry;
}

function entryFields(entry: FeedbackEntry | null): EntryFields {
  const signedOn = make('input', { id: 'signed-on', type: 'date', value: entry?.signedOn ?? '' });
  const rectifyOn = make('input', { id: 'rectify-on', type: 'date', value: entry?.rectifyOn ?? '' });
  const reply = make('textarea', { id: 'reply', rows: '3', maxlength: '1000' });
  reply.value = entry?.reply ?? '';
  const settled = make('select', { id: 'settled' }, ...settledChoices(entry?.settled ?? null));
  const field = (name: string, input: HTMLElement): HTMLElement =>
    make('p', { class: 'field' }, make('label', { for: input.id }, name), input);
  return {
    elements: [
      field('签收日期', signedOn),
      field('反馈情况', reply),
      field('整改日期（没有完成的填预计日期）', rectifyOn),
      field('销号（不等于任务完成）', settled),
    ],
    values: () => ({
      signedOn: dayOf(signedOn),
      reply: reply.value.trim(),
      rectifyOn: dayOf(rectifyOn),
      settled: settled.value === '' ? null : settled.value === 'yes',
    }),
  };
}

function settledChoices(settled: FeedbackEntry['settled']): readonly HTMLElement[] {
  const choices = [
    ['', '还没有定', null],
    ['yes', '是，同意销号', true],
    ['no', '否，不同意', false],
  ] as const;
  return choices.map(([value, name, means]) => make('option', { value, selected: settled === means }, name));
}

function dayOf({ value }: HTMLInputElement): FeedbackOrder['signedOn'] {
  return value === '' ? null : (value as FeedbackOrder['signedOn']);
}
