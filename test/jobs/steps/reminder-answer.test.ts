/** What a run of the reminders answers: its exit, its files, and each thing a person must settle. */
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import type { MailReport } from '../../../src/contract/reminders';
import type { Problem } from '../../../src/core/base/problem';
import type { MailFate } from '../../../src/core/base/state-words';
import type { LedgerLine } from '../../../src/core/reminders/ledger/ledger';
import { answerDelivery, answerDraft } from '../../../src/jobs/steps/reminder-answer';
import type { Delivery } from '../../../src/jobs/steps/deliver-mails';
import type { MailsDraft } from '../../../src/jobs/steps/draft-mails';
import type { Workspace } from '../../../src/jobs/steps/find-workspace';
import type { Reminders } from '../../../src/jobs/steps/prepare-reminders';
import { noRows, settings } from '../../core/findings/rows-builder';
import { at, item, queued } from '../../core/reminders/ledger-builder';

const here = '/home/clerk/法治年报';
beforeEach(() => Object.assign(globalThis, { ScriptApp: { getScriptId: () => here } }));
afterEach(() => Reflect.deleteProperty(globalThis, 'ScriptApp'));

const mail = '催2022-1201-01';
const file = (name: string) => ({ id: name, name, mimeType: '', parent: '', modifiedTime: '' });
const report = (fate: MailFate): MailReport => ({
  ...{ mail, receiver: 'sf***@***', fate, reason: '', subject: '提醒', text: '请办理。', attachments: [], items: [] },
});
const written: readonly LedgerLine[] = queued([item()]).map((line) => ({
  ...{ ...line, state: 'written', mail, claimedOn: '2022-12-01' },
}));
const problem = (level: Problem['level'], code = 'x', reason = '有误'): Problem => ({
  ...{ code, level, place: { file: '总表.xlsx' }, actual: '', reason, expected: '请改' },
});

interface Given {
  readonly workspace?: Partial<Workspace>;
  readonly ledger?: object;
  readonly problems?: readonly Problem[];
  readonly ofOffice?: readonly Problem[];
  readonly more?: Partial<Reminders>;
}

function remindersOf({ workspace = {}, ledger = {}, problems = [], ofOffice = [], more = {} }: Given): Reminders {
  const own = { isOnDrive: false, outbox: [], sent: [], ...workspace };
  const judged = { ...settings, today: '2022-12-05' };
  const { value: findings } = findingsFromRows(noRows, settings, []);
  const known = {
    office: { workspace: own, settings: judged, rows: noRows, findings, feedback: [], problems: ofOffice },
    ledger: { workspace: own, lines: [], place: { doubt: null, mark: null }, isTorn: false, ...ledger },
    ...{ items: [], problems, lines: [], moment: at('2022-12-05'), channel: '发件箱', restUntil: null },
  };
  return { ...(known as unknown as Reminders), ...more };
}
const draft = (more: Partial<MailsDraft> = {}): MailsDraft => ({
  left: 80,
  mails: [],
  lines: [],
  problems: [],
  ...more,
});
const delivery = (more: Partial<Delivery> = {}): Delivery => ({
  ...{ lines: [], mails: [], problems: [], isLost: false, isUnfinished: false },
  ...more,
});
const told = (given: Given = {}, more: Partial<Delivery> = {}, drafted: Partial<MailsDraft> = {}) =>
  answerDelivery(remindersOf(given), draft(drafted), delivery(more));

it('where nothing is wrong nobody need do anything', () => {
  expect(told()).toMatchObject({
    exit: 0,
    files: [],
    problems: [],
    summary: null,
    details: { dryRun: false, left: 80 },
  });
  expect(answerDraft(remindersOf({}), draft())).toMatchObject({ exit: 0, details: { dryRun: true } });
  expect(told()).not.toHaveProperty('isUnfinished');
  expect(told({}, { isUnfinished: true })).toMatchObject({ isUnfinished: true });
});

it.each<[string, Given, Partial<Delivery>, Partial<MailsDraft>]>([
  ['what the run found', { problems: [problem('error')] }, {}, {}],
  ['what the letters say', {}, {}, { problems: [problem('error')] }],
  ['what sending met', {}, { problems: [problem('error')] }, {}],
])('an error in %s is told, and somebody must see to it', (_, given, more, drafted) => {
  const found = told(given, more, drafted);
  expect(found).toMatchObject({ exit: 1, problems: [{ reason: '有误' }] });
  expect(found.text).toContain('有误');
});

it('a doubt is told and needs nobody at once, a mail nobody knows of does', () => {
  expect(told({ problems: [problem('doubt')] })).toMatchObject({ exit: 0, problems: [{ reason: '有误' }] });
  const lines = written.map((line): LedgerLine => ({ ...line, state: 'unknown' }));
  expect(told({}, { lines })).toMatchObject({ exit: 1, details: { attention: [{ mail }] } });
});

it('the files of 发件箱 are those that this run has written', () => {
  const mails = [report('written'), { ...report('failed'), mail: '二' }, { ...report('sent'), mail: '三' }];
  expect(told({}, { mails }).files).toEqual([{ what: 'mail', name: `${mail}.eml`, id: `发件箱/${mail}.eml` }]);
  expect(told({ more: { channel: '邮件' } }, { mails }).files).toEqual([]);
});

it.each<[string, boolean, MailFate[], number]>([
  ['lost before anything went out', true, ['planned', 'planned'], 2],
  ['lost when something had gone out', true, ['sent', 'planned'], 0],
  ['kept', false, ['planned'], 0],
])('a ledger that was %s', (_, isLost, fates, exit) => {
  expect(told({}, { isLost, mails: fates.map(report) }).exit).toBe(exit);
});

describe('what lies in 发件箱', () => {
  const lying = { workspace: { outbox: [file(`${mail}.eml`)] } };

  it('since two working days is asked for again, with where it is', () => {
    expect(told(lying, { lines: written })).toMatchObject({
      exit: 0,
      problems: [{ level: '请核实' }],
      details: { unsent: [{ mail, isLate: true, isGone: false }], outbox: `${here}/发件箱` },
    });
    expect(told(lying, { lines: written }).text).toContain(`已写入发件箱（1 封，尚未发出）：${here}/发件箱`);
  });

  it('is gone where its file is neither there nor of this run', () => {
    const unsentOf = (given: Given, more: Partial<Delivery>) =>
      (told(given, more).details as { unsent: unknown }).unsent;
    expect(unsentOf({}, { lines: written })).toMatchObject([{ mail, isGone: true }]);
    expect(unsentOf({}, { lines: written, mails: [report('written')] })).toMatchObject([{ mail, isGone: false }]);
  });

  it('and was moved to what was sent is asked for no more', () => {
    const moved = { workspace: { sent: [file(`${mail}.EML`), file('说明.txt')] } };
    expect(told(moved, { lines: written })).toMatchObject({ problems: [], details: { unsent: [] } });
  });

  it('is nowhere on Drive', () => {
    expect(told({ workspace: { isOnDrive: true } })).toMatchObject({ details: { outbox: '' } });
  });
});

describe('of the workspace', () => {
  const mark = (place: string) => ({ place: { doubt: null, mark: { place, count: 0 } } });

  it('that it lies elsewhere now is noted, and that it lies where it did is not', () => {
    const moved = told({ ledger: mark('/旧文件夹') });
    expect(moved).toMatchObject({ exit: 0, problems: [{ level: '提示' }] });
    expect(moved.text).toContain('工作文件夹换了位置，上次在 /旧文件夹');
    expect(told({ ledger: mark(here) }).problems).toEqual([]);
    expect(told({ ledger: mark(''), workspace: { isOnDrive: true } }).problems).toEqual([]);
  });

  it('that the last run broke off while it wrote is noted', () => {
    const torn = told({ ledger: { isTorn: true } });
    expect([torn.exit, torn.problems.length]).toEqual([0, 1]);
    expect(torn.text).toContain('上次运行在记催办流水时中断');
  });
});

it('errors in the sheets are counted, but for what is told already or the mails say', () => {
  const [own, missing] = [problem('error'), problem('error', 'department-missing')];
  const lineIn = (ofOffice: readonly Problem[], problems: readonly Problem[] = []): string =>
    told({ ofOffice, problems })
      .text.split('\n')
      .find((line) => line.startsWith('各表另有')) ?? '';
  expect(lineIn([own, problem('error'), problem('doubt'), missing])).toBe(
    '各表另有 2 处错误，涉及的数据没有参与判断，请运行检查填报（nianbao check）查看。',
  );
  expect(lineIn([own, missing], [own])).toBe('');
  expect(told({ ofOffice: [own] }).exit).toBe(0);
});
