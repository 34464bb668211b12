/** What is seen of 司法所's figure and task in each place where something could be mistaken, in a few words. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { figureText, missingCountText } from '../../src/pages/parts/figure-text';
import type { ReminderSummary } from '../../src/contract/reminders';
import type { Summary } from '../../src/contract/summary';
import { lightWords, taskStateWords } from '../../src/core/base/state-words';
import { openWarmOffice } from '../local/shared-host';
import { clockOn } from '../on-day';
import { wordText } from '../workspace/run-command';
import { department } from './states';

/** The places by the headers of the table. */
export type Seen = Readonly<Record<string, string>>;

interface Answer {
  readonly exit: number;
  readonly summary: Summary;
}

interface Reminded {
  readonly details: Pick<ReminderSummary, 'mails' | 'waiting'>;
}

const today = '2026-01-08';
const nothing = 'nothing';

/** Runs what an office runs, once each, and looks. `isWithheld`: the service fails for the department's workbook. */
export async function seenIn(folder: string, isWithheld: boolean): Promise<Seen> {
  const between = (name: string, args: readonly unknown[], make: () => unknown): unknown => {
    const isAsked = name === 'Sheets.Spreadsheets.get' && JSON.stringify(args).includes(department);
    if (isWithheld && isAsked) throw new Error('The service is currently unavailable.');
    return make();
  };
  const run = async (...call: readonly string[]): Promise<unknown> =>
    (await openWarmOffice(folder, { between, clock: clockOn(today) })).run('runJob', ...call);
  const checked = (await run('check')) as Answer;
  const reported = (await run('report')) as Answer;
  const looked = (await run('look')) as Answer;
  const reminded = (await run('remind', JSON.stringify({ dryRun: true, asOf: null, channel: null }))) as Reminded;
  return {
    figure: figureIn(checked.summary, 'X1'),
    rate: figureIn(checked.summary, 'X3'),
    sentence: sentenceIn(folder),
    'weak area': listed(checked.summary.weakAreas.map(({ area }) => area)),
    light: lightIn(checked.summary),
    mail: mailIn(reminded),
    dashboard: dashboardIn(looked.summary),
    核对单: paperIn(folder),
    'exit code': `${String(checked.exit)} ${String(reported.exit)}`,
  };
}

function listed(words: readonly string[]): string {
  return words.length === 0 ? nothing : [...new Set(words)].join(', ');
}

function figureIn({ indicators }: Summary, wanted: string): string {
  const line = indicators.find(({ code }) => code === wanted);
  if (line === undefined) return nothing;
  const lacking = line.coverage.missing.map((one) => `${one.department} ${one.why}`);
  return [line.state, line.text, ...lacking].filter((part) => part !== '').join(' ');
}

function sentenceIn(folder: string): string {
  const report = readdirSync(join(folder, '报告')).find((name) => name.endsWith('.docx'));
  if (report === undefined) return nothing;
  return /全年巡查[^。]*。/u.exec(wordText(join(folder, '报告', report)))?.[0] ?? nothing;
}

function lightIn({ tasks }: Summary): string {
  const task = tasks.find(({ id }) => id === 'T-1');
  return task === undefined ? nothing : `${lightWords[task.light]} ${taskStateWords[task.state]}`;
}

/** As whom the receiver is told, at which level, about what. */
function mailIn({ details }: Reminded): string {
  const items = [...details.mails.flatMap((mail) => mail.items), ...details.waiting];
  const about = items.filter((item) => item.department === department || item.subject === 'T-1');
  return listed(about.map(({ role, level, subject }) => `${role}: ${level} ${subject}`));
}

function dashboardIn(summary: Summary): string {
  const line = summary.indicators.find(({ code }) => code === 'X1');
  return `${line === undefined ? nothing : figureText(line)}; ${missingCountText(summary)}`;
}

/** The cells it names. */
function paperIn(folder: string): string {
  const path = join(folder, '核对单', `${department} 核对单.docx`);
  if (!existsSync(path)) return nothing;
  return listed(wordText(path).match(/“[^”]*”表(?: [A-Z]+\d+ 格)?|整本/gu) ?? []);
}
