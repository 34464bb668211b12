/** What the clerk reads on the screen of a run that reminds: what went out, what waits and why, what a person must settle. */
import { chooseMails } from '../../../src/core/reminders/choose-mails';
import type { FeedbackLine } from '../../../src/contract/feedback';
import type { ReminderSummary } from '../../../src/contract/reminders';
import { claim, markUnknown } from '../../../src/core/reminders/ledger/ledger-steps';
import {
  bounded,
  attentionLine,
  feedbackLines,
  mailReport,
  needsPerson,
  reminderCounts,
  reminderSummary,
  reminderText,
} from '../../../src/core/reminders/reminder-summary';
import { at, hash, item, queued } from './ledger-builder';

const moment = at('2022-12-01');
const letter = { subject: '逾期1项', text: '请办理。\n', html: '', attachments: [] };

/** A run in which one mail goes out, one item has no mailbox and what became of a third is not known. */
const nothingLies = { unsent: [], outbox: '' } as const;

function ran(more: Partial<ReminderSummary> = {}): string {
  return reminderText({ ...summary(), ...more });
}

function summary(): ReminderSummary {
  const items = [item(), item({ subject: 'D-02' }, null), item({ subject: 'D-03' }, 'b@x.cn')];
  const lost = chooseMails(queued([items[2]!]), [items[2]!], { left: 1, day: moment.day }, hash).mails[0]!;
  const unknown = markUnknown(
    claim(queued([items[2]!]), lost, { hash: 'h', channel: '邮件' }, moment),
    lost.number,
    '连接中断',
    moment,
  );
  const chosen = chooseMails([...queued(items.slice(0, 2)), ...unknown], items, { left: 9, day: moment.day }, hash);
  const mails = chosen.mails.map((mail) => mailReport(mail, letter, 'sent'));
  const run = {
    dryRun: false,
    restUntil: null,
    farYear: null,
    placeDoubt: '',
    channel: '邮件',
    left: 9,
    ...nothingLies,
    feedback: [],
  } as const;
  return reminderSummary({ ...run, moment, items, mails, lines: chosen.lines });
}

it('is in brief how many there are of each', () => {
  const counts = { restUntil: null, mails: 1, planned: 0, waiting: 1, attention: 1, unsent: 0 };
  expect(reminderCounts(summary())).toEqual(counts);
  const mails = summary().mails.map((mail) => ({ ...mail, fate: 'planned' as const }));
  expect(reminderCounts({ ...summary(), mails })).toEqual({ ...counts, planned: 1 });
});

it('holds no more lines than a page asks for, says how many more there are, and keeps every mail and reader', () => {
  const all = summary();
  const [mail] = all.mails;
  if (mail === undefined) throw new Error('no mail');
  const [first] = mail.items;
  if (first === undefined) throw new Error('no item');
  const leaders = { ...first, role: '分管领导' };
  const long = { ...all, mails: [{ ...mail, items: [first, first, leaders, first] }] };
  const lying = ['2', '3', '4'].map((number) => ({
    ...{ mail: `2022-12-0${number}-司法所`, departments: ['司法所'], writtenOn: '2022-12-01' as const },
    ...{ isLate: false, isGone: false },
  }));
  const papers = [true, null, false, null].map((settled, index): FeedbackLine => {
    return {
      ...{ code: `核2022-${String(index)}`, kind: 'check', department: '司法所', task: null, title: '', due: null },
      ...{ state: null, open: 0, closed: null, entry: null, doubts: [] },
      ...{ signedOn: null, reply: '', rectifyOn: null, settled },
    };
  });
  const waiting = [...all.waiting, ...all.waiting, ...all.waiting];
  const few = bounded({ ...long, waiting, unsent: lying, feedback: papers }, 2);
  expect(few.mails).toEqual([{ ...mail, items: [first, leaders] }]);
  expect([few.waiting.length, few.attention.length, few.unsent.length]).toEqual([2, 1, 2]);
  expect(few.rest).toEqual({ waiting: 1, attention: 0, unsent: 1, feedback: 2 });
  // What is settled waits for nobody.
  expect(few.feedback.map(({ code }) => code)).toEqual(['核2022-1', '核2022-2']);
  expect(bounded({ ...long, feedback: papers }, 4).feedback).toEqual(papers);
});

it('of files it says where they lie and that they are not sent, of those of earlier runs how to say that they were', () => {
  const lying = [
    {
      mail: '2022-11-29-司法所-1a2b3c4d',
      departments: ['司法所'],
      writtenOn: '2022-11-29',
      isLate: true,
      isGone: false,
    },
    {
      mail: '2022-11-30-财政所-1a2b3c4d',
      departments: ['财政所'],
      writtenOn: '2022-11-30',
      isLate: false,
      isGone: true,
    },
  ] as const;
  const text = ran({ channel: '发件箱', outbox: '/年报/发件箱', unsent: lying });
  expect(text).toContain(
    '以前已写入发件箱（2 封，尚未发出）：/年报/发件箱\n  2022-11-29-司法所-1a2b3c4d 司法所，2022年11月29日写入，已满两个工作日\n  2022-11-30-财政所-1a2b3c4d 财政所，2022年11月30日写入，文件已不在发件箱\n',
  );
  expect(text).toContain('nianbao ledger --settle 通知编号=已发');
  expect(text).toMatch(/\n已写入发件箱（1 封，尚未发出）：\/年报\/发件箱。催办记录/u);
});

it('tells each mail, what waits with its reason, and what a person must settle with its number', () => {
  const [head, room, mail, , waits, waiting, , persons, unknown, , end] = ran().split('\n');
  expect([head, room]).toEqual(['催办：按 2022年12月1日 计算。', '今天还可以发 9 封。']);
  expect(mail).toMatch(/^ {2}\S+ 2022-12-01-司法所-[0-9a-f]{8} → 司法所 sf\*\*\*@\*\*\* \S+ 逾期1项，共 1 条$/u);
  expect([waits, waiting]).toEqual(['还在等待：', '  红1 司法所 D-02（承办单位）：无邮箱']);
  expect(persons).toMatch(/^需要人工处理/u);
  expect(unknown).toMatch(/^ {2}状态不明 2022-12-01-司法所-\S+ 红1 司法所 D-03 2022-11-30（承办单位）：连接中断$/u);
  expect(end).toMatch(/^已发 1 封。催办记录：待发 2、状态不明 1。$/u);
});

it('a look beforehand shows each text in full and says that nothing is sent', () => {
  const text = ran({ dryRun: true });
  expect(text).toMatch(/^催办（先看，不发送，什么都不写）：/u);
  expect(text).toContain('主题：逾期1项\n请办理。');
  expect(text).toMatch(/\n要发 1 封。催办记录：/u);
});

it.each<[string, Partial<ReminderSummary>, readonly string[], readonly string[]]>([
  ['nothing more may go out', { left: 0 }, ['今天不能再发：已到“每日发送上限”'], ['今天还可以发']],
  ['it is a rest day', { restUntil: '2022-12-05' }, ['下一个工作日 2022年12月5日 再运行。'], ['还可以发', '到时要发']],
  [
    'one looks on a rest day',
    { restUntil: '2022-12-05', dryRun: true },
    ['以下是到时要发的内容。', '按上限和配额，一天还可以发 9 封。'],
    ['今天'],
  ],
  [
    'one looks on a day years away',
    { farYear: 2022, dryRun: true },
    ['这一天离报告年度 2022 年很远', '--year 2022'],
    [],
  ],
  ['that was confirmed', { farYear: 2022 }, ['催办：'], ['很远']],
  ['one looks on a day that may be', { dryRun: true }, ['先看'], ['很远', '由人确认']],
  ['the folder may be a copy', { placeDoubt: '像是副本。' }, ['\n像是副本。发送以前要由人确认。\n'], []],
  ['all goes out', { waiting: [], attention: [] }, ['共 1 条'], ['没有要催办', '还在等待', '需要人工']],
  [
    'there is nothing',
    { mails: [], waiting: [], attention: [], counts: {} },
    ['没有要催办的事项。', '催办记录还是空的'],
    ['还在等待'],
  ],
  ['something waits', { mails: [] }, ['还在等待'], ['没有要催办的事项']],
])('where %s, that is said', (_, more, said, unsaid) => {
  const text = ran(more);
  for (const part of said) expect(text).toContain(part);
  for (const part of unsaid) expect(text).not.toContain(part);
});

it('of very many that wait forty are told, and how many more there are', () => {
  const items = Array.from({ length: 42 }, (_, index) => item({ subject: `T-${String(index)}` }, null));
  const run = {
    dryRun: false,
    restUntil: null,
    farYear: null,
    placeDoubt: '',
    channel: '邮件',
    left: 9,
    ...nothingLies,
    feedback: [],
  } as const;
  const summary = reminderSummary({ ...run, moment, items, mails: [], lines: queued(items) });
  const lines = reminderText(summary).split('\n');
  expect(lines.filter((line) => line.includes('T-'))).toHaveLength(40);
  expect(lines).toContain('  ……还有 2 条，见“催办记录”');
});

it('what is no longer due waits for nobody', () => {
  const run = {
    dryRun: false,
    restUntil: null,
    farYear: null,
    placeDoubt: '',
    channel: '邮件',
    left: 9,
    ...nothingLies,
    feedback: [],
  } as const;
  expect(reminderSummary({ ...run, moment, items: [], mails: [], lines: queued([item()]) }).waiting).toEqual([]);
});

/** A paper that nobody has answered. */
const unanswered: FeedbackLine = {
  ...{ code: '督2022-D-01-1130', kind: 'order', department: '司法所', task: 'D-01', title: '', due: null, state: null },
  ...{ signedOn: null, reply: '', rectifyOn: null, settled: null, closed: null, open: 0, entry: null, doubts: [] },
};

it('says what departments answered, of how many papers, and that no task is done by it', () => {
  expect(feedbackLines([unanswered])).toEqual([]);
  const answered = { ...unanswered, code: '督2022-D-02-1130', reply: '月底前办结' };
  expect(feedbackLines([unanswered, answered])).toEqual([
    '',
    '督办台账（单位填的、办公室登记的，任务是否完成只看“任务进展”；共 2 张单，1 张有反馈）：',
    expect.stringMatching(/^ {2}督2022-D-02-1130 司法所：.*月底前办结/u),
  ]);
});

describe('of each mail', () => {
  const [first] = summary().mails;
  const mail = (fate: 'sent' | 'written' | 'failed' | 'unknown' | 'planned', reason = '') => ({
    ...first!,
    fate,
    reason,
  });

  it('the fate and the reason are told, and only what was handed over is counted', () => {
    const mails = [mail('sent'), mail('written'), mail('failed', '拒收'), mail('unknown', '超时'), mail('planned')];
    const lines = ran({ mails }).split('\n');
    const told = lines.filter((line) => line.includes('→'));
    expect(told.map((line) => /^ {2}(\S+) .*共 1 条(.*)$/u.exec(line)?.slice(1).join(' '))).toEqual([
      '已发 ',
      '已写入发件箱 ',
      '失败 （拒收）',
      '状态不明 （超时）',
      '未发 ',
    ]);
    expect(lines.at(-1)).toMatch(/^已发 2 封。/u);
    expect(ran({ mails, channel: '发件箱', outbox: '/箱' })).toContain('\n已写入发件箱（2 封，尚未发出）：/箱。');
  });

  it('a look shows all that it is, the names of its papers, too', () => {
    const { mail: number, receiver } = first!;
    const shown = (attachments: readonly string[]): string =>
      ran({ dryRun: true, mails: [{ ...first!, attachments }] });
    const head = `\n\n── ${number} → 司法所 ${receiver}\n主题：逾期1项\n`;
    expect(shown([])).toContain(`${head}请办理。\n`);
    expect(shown(['督办单 甲.docx', '核对单.docx'])).toContain(`${head}附件：督办单 甲.docx、核对单.docx\n请办理。\n`);
  });

  it('one that lies in 发件箱 by this run is not told again as one of before', () => {
    const lying = (number: string) => ({
      mail: number,
      departments: ['司法所'],
      writtenOn: '2022-12-01' as const,
      isLate: false,
      isGone: false,
    });
    expect(ran({ unsent: [lying(first!.mail)], outbox: '/箱' })).not.toContain('以前');
    const many = Array.from({ length: 41 }, (_, at) => lying(`old-${String(at)}`));
    expect(ran({ unsent: many }).match(/old-\d+ 司法所/gu)).toHaveLength(40);
    const text = ran({
      mails: [mail('written'), { ...first!, mail: 'other' }],
      unsent: [lying(first!.mail), lying('old')],
    });
    expect(text).toContain(
      '\n\n以前已写入发件箱（1 封，尚未发出）：\n  old 司法所，2022年12月1日写入\n  发出以后登记：',
    );
  });
});

it.each([
  [40, 40, []],
  [41, 40, ['  ……还有 1 条，见“催办记录”']],
])('of %i that wait %i are told, and the rest is counted', (count, shown, rest) => {
  const [line] = summary().waiting;
  const lines = ran({ waiting: Array.from({ length: count }, () => ({ ...line!, subject: 'T-9', reason: '' })) }).split(
    '\n',
  );
  expect(lines.filter((one) => one === '  红1 司法所 T-9（承办单位）：待发')).toHaveLength(shown);
  expect(lines.filter((one) => one.includes('……'))).toEqual(rest);
});

it('a line for a person says why where that is known, and both unknown and failed ones are for one', () => {
  const [line] = summary().attention;
  expect(attentionLine(line!)).toMatch(/（承办单位）：连接中断$/u);
  expect(attentionLine({ ...line!, reason: '' })).toMatch(/（承办单位）$/u);
  const states = ['queued', 'claimed', 'written', 'sent', 'failed', 'unknown', 'cancelled', 'superseded'] as const;
  expect(states.filter((state) => needsPerson({ state }))).toEqual(['failed', 'unknown']);
});

it('a page gets of each list as many as it asks for, and of each reader the first thing', () => {
  const all = summary();
  const [mail] = all.mails;
  const attention = [...all.attention, ...all.attention, ...all.attention];
  const items = [mail!.items[0]!, { ...mail!.items[0]!, subject: 'D-09' }];
  const few = bounded({ ...all, attention, mails: [{ ...mail!, items }] }, 2);
  expect([few.attention.length, few.rest]).toEqual([2, { waiting: 0, attention: 1, unsent: 0, feedback: 0 }]);
  expect(few.mails[0]?.items).toEqual([items[0]]);
});

it('of very many answers forty are told, and how many more there are', () => {
  const told = (count: number): readonly string[] =>
    feedbackLines(
      Array.from({ length: count }, (_, at) => ({ ...unanswered, code: `督${String(at)}`, reply: '已办' })),
    );
  expect(told(40)).toHaveLength(42);
  expect(told(41)).toHaveLength(43);
  expect(told(41).at(-1)).toBe('  ……还有 1 条，见“结果”的“督办台账”');
});
