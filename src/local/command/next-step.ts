/** The line that ends what a command says: what a person does next. */
import type { JobAnswer } from '../../contract/answer';
import type { LedgerDetails, ReminderCounts } from '../../contract/reminders';
import { reminderStateWords } from '../../core/base/state-words';
import type { Options } from './options';

/** What was run: the command, the folder as it was typed (null for the current one), and its options. */
export interface RunCommand {
  readonly name: string;
  readonly folder: string | null;
  readonly options: Options;
}

/** `下一步：…`, or null where nothing was done, which says itself what is to be done. */
export function nextStep(run: RunCommand, answer: JobAnswer): string | null {
  if (answer.exit === 2) return null;
  const step = stepsByCommand[run.name]?.(run, answer) ?? null;
  return step === null ? null : `下一步：${step}`;
}

type Step = (run: RunCommand, answer: JobAnswer) => string | null;

const stepsByCommand: Readonly<Record<string, Step>> = {
  init: (run) =>
    run.options.from !== undefined
      ? `打开 ${inFolder(run, '总表.xlsx')}，核对“设置”“单位”“任务”，再运行 ${command('check', run)}；认错的列在 ${command('serve', run)} 的“接入台账”里点选`
      : run.options['hub-only'] === true
        ? `打开 ${inFolder(run, '总表.xlsx')}，填好“设置”“单位”“任务”，再运行 ${command('init', run)}\n各单位已有台账的，不用重填：nianbao init <新文件夹> --from <台账文件夹>，或在 nianbao start 的首页点“从台账开始”`
        : `把 ${inFolder(run, '填报')} 里的表发给各单位，填好收回原处，再运行 ${command('check', run)}`,
  check: (run, { exit }) =>
    exit === 1
      ? `把“核对单”发给各单位改表，改好再运行 ${command('check', run)}；先出报告用 ${command('report', run)}`
      : `生成报告 ${command('report', run)}`,
  report: (run, { exit }) =>
    exit === 1
      ? `打开“报告”里的 Word 文件，补上【待补】处的数或设置，再运行 ${command('report', run)}`
      : `打开“报告”里的 Word 文件通读；催办先看 ${command('remind', run)} --dry-run`,
  remind: afterRemind,
  ledger: (run, { details }) =>
    run.options.settle === undefined && run.options.accept !== true && isListing(details)
      ? `登记一封 ${command('ledger', run)} --settle 通知编号=已发`
      : `再催办 ${command('remind', run)} --dry-run`,
  map: ({ options }) =>
    options['as-form'] === true
      ? '打开“核对单”里的新表看一遍，要换用的改名放进“填报”'
      : '认错的，把末尾几行照抄进总表“设置”的“列对应”里改正，再看一次',
  'check-template': (_, { exit }) => (exit === 0 ? '模板可以用，运行 nianbao report <文件夹>' : '改好模板，再检查一次'),
  fill: () => '用 Word 或 WPS 打开输出的文件看一遍',
};

function afterRemind(run: RunCommand, { details }: JobAnswer): string | null {
  const { mails, planned, unsent, attention, waiting, restUntil } = details as ReminderCounts;
  const { options } = run;
  const again = `${restUntil === null ? '' : `${restUntil} `}运行 ${command('remind', run)}`;
  const hasLedgerWork = unsent + attention > 0;
  if (options['dry-run'] === true && mails > 0) return `看过无误，${again}`;
  if (mails === 0 && !hasLedgerWork)
    return waiting === 0 ? null : `没有发的，上面写着原因；缺邮箱的填在总表里，${again}`;
  if (options.smtp !== undefined || options.send === true) return afterSending(run, planned, hasLedgerWork);
  return `打开 ${inFolder(run, '发件箱')} 里的文件发送；要登记、人工处理的见 ${command('ledger', run)}`;
}

function afterSending(run: RunCommand, planned: number, hasLedgerWork: boolean): string {
  if (hasLedgerWork) return `要人工处理的见 ${command('ledger', run)}`;
  const way = run.options.send === true ? '--send' : `--smtp ${String(run.options.smtp)}`;
  return planned > 0
    ? `没有发出的，上面写着原因；排除以后再运行 ${command('remind', run)} ${way}`
    : `发出的记录见 ${command('ledger', run)} --all`;
}

/** The lines a person has to do something about. */
function isListing(details: unknown): boolean {
  const open: readonly string[] = [reminderStateWords.written, reminderStateWords.failed, reminderStateWords.unknown];
  return (details as LedgerDetails).lines.some(({ state }) => open.includes(state));
}

function command(name: string, { folder }: RunCommand): string {
  return folder === null ? `nianbao ${name}` : `nianbao ${name} ${quoted(folder)}`;
}

function inFolder({ folder }: RunCommand, name: string): string {
  return folder === null ? name : `${folder.replace(/[/\\]$/u, '')}/${name}`;
}

/** A name with blanks is one word in double quotes on every system. */
export function quoted(text: string): string {
  return /\s/u.test(text) ? `"${text}"` : text;
}
