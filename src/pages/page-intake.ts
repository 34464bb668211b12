/** Page 接入台账: a department's own workbook, looked at, corrected by clicks and confirmed. */
import type { JobAnswer } from '../contract/answer';
import type { IntakeDetails, IntakeList, IntakeOrder, RuleAnswer } from '../contract/intake';
import { dropPlace, fileChoice, type ChosenFile } from './intake/choose-file';
import { gainView, questionsView } from './intake/gain-view';
import { makeChoice } from './intake/make-choice';
import { colourKey, sheetView } from './intake/sheet-table';
import { make, makeButton, makeSection } from './parts/make-element';
import { failureNote, openPage, showIn } from './parts/page-frame';
import { callJob } from './parts/script-run';
import { headline } from './parts/show-answer';

const body = openPage(
  '接入台账',
  '单位自己的台账不用重抄：看一遍每张表、每一列、每一行被当作什么，不对的点选改正，确认后以后都照此读取。单位的文件和总表一个字也不改。',
);
const list = make('div', { class: 'output' });
const output = make('div', { class: 'output' });
const spoken = make('p', { class: 'spoken', role: 'status' });
body.replaceChildren(dropPlace(choose), list, spoken, output);
void showList();

async function showList(): Promise<void> {
  const content = await callJob('intake-list', null).then(
    (answer) => (answer.exit === 2 ? headline(answer) : fileChoice(answer.details as IntakeList, choose)),
    failureNote,
  );
  list.replaceChildren(content);
}

/** What is being looked at: the file, whose it is, and what the person has said so far. */
interface Looking {
  readonly chosen: ChosenFile;
  readonly department: string | null;
  readonly answers: readonly RuleAnswer[];
}

let looking: Looking | null = null;
/** Looks asked for so far: an answer that is older than the latest question is not shown. */
let asked = 0;

function choose(chosen: ChosenFile): void {
  void look({ chosen, department: null, answers: [] }, true);
}

function orderOf({ chosen, department, answers }: Looking, confirm: boolean): IntakeOrder {
  return { ...chosen, department, answers, confirm };
}

/** `isNew`: another workbook, to which the person is taken; otherwise the focus stays where it is. */
async function look(next: Looking, isNew: boolean): Promise<void> {
  looking = next;
  asked += 1;
  const turn = asked;
  spoken.textContent = '正在读取';
  if (isNew) output.replaceChildren(make('p', {}, `正在读取 ${next.chosen.file}……`));
  output.setAttribute('aria-busy', 'true');
  const content = await callJob('intake', orderOf(next, false)).then(
    (answer) => views(answer),
    (error: unknown) => [failureNote(error)],
  );
  if (turn === asked) show(content, isNew);
}

function show(content: readonly HTMLElement[], isNew: boolean): void {
  output.removeAttribute('aria-busy');
  if (isNew) showIn(output, ...content);
  else showAgain(content);
  spoken.textContent = output.querySelector('h2')?.textContent ?? '';
}

/** What was open stays open, and the focus stays on the same choice; one that is settled gives it to the heading. */
function showAgain(content: readonly HTMLElement[]): void {
  const key = document.activeElement?.closest('[data-key]')?.getAttribute('data-key') ?? null;
  const open = new Map(sheetParts().map((one) => [one.getAttribute('data-sheet'), one.open]));
  output.replaceChildren(...content);
  for (const one of sheetParts()) one.open = open.get(one.getAttribute('data-sheet')) ?? one.open;
  if (key === null) return;
  const keyed = [...output.querySelectorAll<HTMLElement>('[data-key]')];
  const again = keyed.find((one) => one.getAttribute('data-key') === key) ?? output.querySelector('h2');
  if (again?.tagName === 'H2') again.setAttribute('tabindex', '-1');
  again?.focus();
}

function sheetParts(): readonly HTMLDetailsElement[] {
  return [...output.querySelectorAll<HTMLDetailsElement>('details[data-sheet]')];
}

function views(answer: JobAnswer): readonly HTMLElement[] {
  const details = answer.details as IntakeDetails | undefined;
  if (answer.exit === 2 || details === undefined) return [headline(answer)];
  const askedOf = new Set(details.questions.map(({ sheet }) => sheet));
  const tables = details.sheets.map((sheet) => sheetView(sheet, details.choices, say, askedOf.has(sheet.sheet)));
  return [
    questionsView(details),
    ...departmentPart(details),
    ...answersPart(),
    ...confirmPart(details),
    gainView(details, answer),
    makeSection('每张表', ...tables, ...morePart(details)),
    colourKey(),
  ];
}

function morePart({ moreSheets }: IntakeDetails): readonly HTMLElement[] {
  return moreSheets === 0 ? [] : [make('p', { class: 'hint' }, `还有 ${String(moreSheets)} 张表没有列出。`)];
}

/** One answer for each thing: the latest. */
function say(answer: RuleAnswer): void {
  if (looking === null) return;
  const others = looking.answers.filter((one) => !isSame(one, answer));
  void look({ ...looking, answers: [...others, answer] }, false);
}

function isSame(one: RuleAnswer, other: RuleAnswer): boolean {
  return one.sheet === other.sheet && one.kind === other.kind && one.name === other.name;
}

function departmentPart({ department, departments, isTown }: IntakeDetails): readonly HTMLElement[] {
  if (isTown) return [make('p', { class: 'hint' }, '这是全部单位的总台账，不用选单位。')];
  if (department !== null && looking?.department == null) return [];
  const unsaid = department === null ? [{ value: '', text: '请选' }] : [];
  return [
    makeChoice({
      key: 'department',
      label: '这是哪个单位的台账',
      value: department ?? '',
      options: [...unsaid, ...departments.map((name) => ({ value: name, text: name }))],
      choose: (value) => {
        if (looking !== null) void look({ ...looking, department: value }, false);
      },
    }),
  ];
}

const subjects = { sheet: '工作表', header: '表头', column: '列', row: '行', status: '词', shape: '各列' } as const;

/** What was changed just now, each of which can be taken back. */
function answersPart(): readonly HTMLElement[] {
  const answers = looking?.answers ?? [];
  if (answers.length === 0) return [];
  const items = answers.map((one) => {
    const words = `${one.sheet} ${subjects[one.kind]}${one.name === '' ? '' : `“${one.name}”`}＝${one.as}`;
    const back = makeButton(
      '撤回',
      () => {
        takeBack(one);
      },
      'small',
    );
    back.setAttribute('aria-label', `撤回 ${words}`);
    return make('li', {}, words, back);
  });
  return [makeSection(`这次改了 ${String(answers.length)} 处`, make('ul', { class: 'asked' }, ...items))];
}

function takeBack(answer: RuleAnswer): void {
  if (looking === null) return;
  void look({ ...looking, answers: looking.answers.filter((one) => !isSame(one, answer)) }, false);
}

/** Where nothing is in doubt and nothing was changed, there is nothing to confirm. */
function confirmPart({ questions, department, isTown, isKept }: IntakeDetails): readonly HTMLElement[] {
  const isDropped = looking !== null && looking.chosen.content !== null;
  const isNeeded = questions.length > 0 || (looking?.answers.length ?? 0) > 0 || isDropped;
  if (isKept || !isNeeded || (department === null && !isTown)) return [];
  const caption = isDropped ? '确认，记下读法并放进“填报”' : '确认，以后都这样读';
  const hint = '没有读取的工作表按“不读取”记下；读法记在“列对应”里，随时可以改。';
  return [make('p', { class: 'buttons' }, makeButton(caption, confirm, 'main')), make('p', { class: 'hint' }, hint)];
}

/** Another run may hold the lock for a moment: what was confirmed here is then told again and again, not lost. */
const tries = 10;
const pause = 700;

async function confirm(): Promise<void> {
  if (looking === null) return;
  spoken.textContent = '正在记下';
  const answer = await keep(orderOf(looking, true), tries).catch((error: unknown) => failureNote(error));
  if (answer instanceof HTMLElement || answer.exit === 2) {
    // What was answered stays on the page, to be confirmed again.
    output.prepend(answer instanceof HTMLElement ? answer : headline(answer));
    spoken.textContent = output.querySelector('h2')?.textContent ?? '';
    return;
  }
  looking = { ...looking, answers: [] };
  showIn(output, ...views(answer));
  spoken.textContent = output.querySelector('h2')?.textContent ?? '';
  await showList();
}

async function keep(order: IntakeOrder, left: number): Promise<JobAnswer> {
  const answer = await callJob('intake', order);
  if (answer.exit !== 2 || !answer.text.startsWith('另一个人正在运行') || left === 0) return answer;
  await new Promise((resolve) => setTimeout(resolve, pause));
  return keep(order, left - 1);
}
