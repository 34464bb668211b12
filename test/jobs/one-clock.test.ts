/** On one day all that is shown of a task agrees: by check, report, 看板 and the mails, whatever 核算日 would be said otherwise. */
import { openOffice } from '../local/shared-host';
import { longIt } from '../long';
import { clockOn } from '../on-day';
import { removeFolders } from '../workspace/run-command';
import { smallOffice } from '../workspace/small-office';

afterAll(removeFolders);

interface Told {
  readonly exit: number;
  readonly text: string;
  readonly problems: readonly { readonly code: string; readonly cell: string | null }[];
  readonly summary: {
    readonly asOf: string;
    readonly tasks: readonly {
      readonly id: string;
      readonly due: string | null;
      readonly state: string;
      readonly why: string;
    }[];
  } | null;
  readonly details?: {
    readonly mails: readonly { readonly items: readonly Item[] }[];
    readonly waiting: readonly Item[];
  };
}

interface Item {
  readonly subject: string;
  readonly level: string;
  readonly text?: string;
}

async function start(folder: string, day: string, job: string, order: object | null = null): Promise<Told> {
  const host = await openOffice(folder, { clock: clockOn(day) });
  return host.run('runJob', job, JSON.stringify(order)) as Told;
}

const look = { dryRun: true, asOf: null, channel: '发件箱' };

longIt.each(['2022-09-30', '2022-11-28', '2022-12-31'])('on %s', async (day) => {
  const folder = smallOffice();
  const told = [
    await start(folder, day, 'look'),
    await start(folder, day, 'check'),
    await start(folder, day, 'report'),
  ] as const;
  const [first] = told;
  for (const { summary } of told) expect(summary?.tasks).toEqual(first.summary?.tasks);
  expect(first.summary?.asOf).toBe(day);
  const tasks = first.summary?.tasks ?? [];
  expect(tasks.filter(({ due, state }) => state === 'overdue' && (due ?? '') >= day)).toEqual([]);
  // Who is written to is told the same of the same task.
  const { details } = await start(folder, day, 'remind', look);
  for (const item of details?.mails.flatMap(({ items }) => items) ?? []) {
    const task = tasks.find(({ id }) => id === item.subject);
    if (task !== undefined) expect(item.text).toContain(task.why);
  }
});

longIt('a 核算日 still to come is an error at its cell, and --as-of stands for today', async () => {
  const folder = smallOffice();
  const early = await start(folder, '2022-11-28', 'look');
  expect(early.problems.filter(({ code }) => code === 'as-of-future')).toHaveLength(1);
  const late = await start(folder, '2026-11-28', 'check', { asOf: '2022-11-28' });
  expect(late.summary?.tasks).toEqual(early.summary?.tasks);
  expect((await start(folder, '2026-11-28', 'check', { asOf: '11月' })).exit).toBe(2);
});

it('nothing is sent that is true on another day', async () => {
  const refused = await start(smallOffice(), '2022-12-30', 'remind', { ...look, dryRun: false, asOf: '2022-12-29' });
  expect([refused.exit, refused.text]).toEqual([2, expect.stringContaining('不能按 2022-12-29 发送')]);
});
