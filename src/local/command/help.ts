/** What is said of the commands and their options: `nianbao help`, `nianbao help report`, and what a mistyped word may mean. */
import { nearest } from '../../core/base/nearest';
import { foldedLines } from './fold-lines';
import type { optionForm } from './options';

type OptionName = keyof typeof optionForm;

interface CommandHelp {
  /** What is typed, behind `nianbao`. */
  readonly usage: string;
  readonly does: string;
  readonly options: readonly OptionName[];
  readonly examples: readonly string[];
}

/** The commands in the order a year takes them. */
const commandHelps: Readonly<Record<string, CommandHelp>> = {
  start: {
    usage: 'start',
    does: '打开首页：最近的工作文件夹，新建、打开、示例；浏览器自动打开，只有本机能用',
    options: ['port', 'listen'],
    examples: ['start'],
  },
  init: {
    usage: 'init <文件夹>',
    does: '建立工作文件夹：总表、各单位填报表、报告模板；已有的文件不覆盖',
    options: ['hub-only', 'from', 'year', 'edition', 'organ', 'department', 'json'],
    examples: ['init 我的年报 --hub-only', 'init 我的年报', 'init 我的年报 --from 各单位台账'],
  },
  map: {
    usage: 'map <表.xlsx> [文件夹]',
    does: '看一本表的工作表和各列被认作什么，怎样改正',
    options: ['as-form', 'json'],
    examples: ['map 我的年报/填报/司法所.xlsx', 'map 我的年报/填报/司法所.xls --as-form'],
  },
  check: {
    usage: 'check [文件夹]',
    does: '只检查各表，不生成报告；列出全部问题，写结果.xlsx和核对单',
    options: ['as-of', 'json'],
    examples: ['check 我的年报'],
  },
  report: {
    usage: 'report [文件夹]',
    does: '读取各表，生成年度报告和核对结果',
    options: ['as-of', 'json'],
    examples: ['report 我的年报'],
  },
  dashboard: {
    usage: 'dashboard [文件夹]',
    does: '把看板写成一个文件“看板.html”：不联网，没有人名、电话、邮箱，可以作附件发给领导',
    options: ['json'],
    examples: ['dashboard 我的年报'],
  },
  remind: {
    usage: 'remind [文件夹]',
    does: '催办：把到期、逾期、缺报的事项写成邮件，放进“发件箱”，或者直接发出',
    options: ['dry-run', 'as-of', 'year', 'send', 'smtp', 'resume', 'json'],
    examples: ['remind 我的年报 --dry-run', 'remind 我的年报'],
  },
  ledger: {
    usage: 'ledger [文件夹]',
    does: '列出催办记录里要人工处理的，登记处理结果',
    options: ['settle', 'accept', 'all', 'json'],
    examples: ['ledger 我的年报', 'ledger 我的年报 --settle 通知编号=已发'],
  },
  schedule: {
    usage: 'schedule <on|off|show> [文件夹]',
    does: '定时催办：装上、去掉、查看系统自己的计划任务（cron、systemd、Windows 任务计划程序、launchd）',
    options: ['at'],
    examples: ['schedule on 我的年报 --at 08:30', 'schedule show 我的年报', 'schedule off 我的年报'],
  },
  serve: {
    usage: 'serve [文件夹]',
    does: '在浏览器里使用以上各项，只有本机能打开；当前文件夹里没有总表时打开首页',
    options: ['port', 'listen'],
    examples: ['serve 我的年报', 'serve 我的年报 --port 8022'],
  },
  'template check': {
    usage: 'template check <模板.docx>',
    does: '检查年度报告模板，列出全部错误',
    options: ['annotate', 'data', 'json'],
    examples: [
      'template check 我的年报/模板/年度报告.docx --annotate 批注.docx',
      'template check 通知模板.docx --data 数据.json',
    ],
  },
  fill: {
    usage: 'fill <模板.docx> <数据.json> <输出.docx>',
    does: '用任何数据填写任何模板，字段就是数据里的名称',
    options: ['trace', 'fields', 'json'],
    examples: ['fill 通知模板.docx 数据.json 通知.docx', 'fill --fields 数据.json'],
  },
  help: { usage: 'help [命令]', does: '说明；写命令名时只说明那一条', options: [], examples: ['help report'] },
};

/** What stands for the option in a line of help, and what it does. */
const optionHelps: Readonly<Record<OptionName, readonly [form: string, does: string]>> = {
  'hub-only': ['--hub-only', '先只建总表，填好单位和任务后再运行 init 建各单位填报表'],
  from: [
    '--from 文件夹',
    '各单位自己的台账在这个文件夹里：按它们提出总表的单位和任务，并把它们复制进“填报”，单位照旧用自己的表',
  ],
  'as-form': ['--as-form', '把读到的全部填进程序的填报表，放进“核对单”：单位想换用它的，不用重新抄'],
  year: [
    '--year 年份',
    'init：报告年度，不写时一至三月为上一年，其余为当年。remind：今天离报告年度很远时，确认要发送的就是这一年度',
  ],
  edition: ['--edition 种类', '新建的总表编哪一种报告，如 安全生产；写错时列出全部种类，不写时为第一种'],
  department: [
    '--department 角色=单位',
    '可以写几次：本地的单位叫什么，如 执法=综合行政执法局；没有的写 教育=无。在终端里用 --hub-only 时逐个询问',
  ],
  organ: ['--organ 机关', '新建的总表是哪种机关的，如 街道，或者写名称，如 ××区××街道；写错时列出全部类型'],
  trace: ['--trace 文件.json', '另存每个值的位置和字段'],
  fields: ['--fields', 'fill --fields <数据.json>：列出数据里的字段和写法，不成文'],
  data: ['--data 数据.json', '按这份数据的字段检查，不按年度报告的；没有用到的字段逐个列出'],
  annotate: ['--annotate 文件.docx', '另存一份副本，错误写成批注'],
  port: ['--port 端口', '固定端口；不写时自动选一个'],
  listen: ['--listen 0.0.0.0', '只在容器里用：接受容器以外的连接；地址里的口令照样要有'],
  at: ['--at 时:分', '每天几点运行，不写时为 08:30'],
  'dry-run': ['--dry-run', '只看要发给谁、为什么、全文，什么都不写'],
  'as-of': ['--as-of 日期', '把哪一天当作今天，如 2022-12-30；remind 只与 --dry-run 同用'],
  send: ['--send', '直接发出，用“发信设置”页里存的服务器；不写时放进“发件箱”'],
  smtp: [
    '--smtp 服务器',
    '直接发出，不用存的设置，如 smtps://smtp.example.cn:465；发件邮箱、用户名、密码放在环境变量 NIANBAO_SMTP_FROM、NIANBAO_SMTP_USER、NIANBAO_SMTP_PASSWORD',
  ],
  resume: ['--resume', '工作文件夹像是副本、备份或从别的电脑来的，确认就从这一份接着发'],
  settle: [
    '--settle 编号=已发',
    '登记一封在发件箱里、状态不明或失败的通知，=已发 或 =未发；发件箱=已发 登记发件箱里的全部；登记错了写 编号=撤回',
  ],
  accept: ['--accept', '催办记录损坏又不能恢复时，以现状为准'],
  all: ['--all', '列出全部记录'],
  json: ['--json', '结果以 JSON 输出'],
  help: ['--help', '显示说明'],
  version: ['--version', '显示版本'],
};

/** Options that need no command. */
const everywhere: readonly OptionName[] = ['help', 'version'];
const width = 80;
const exitCodes = '退出码：0 完成；1 完成，但有需要人工处理的问题；2 未能执行，没有写入任何文件';

/** The commands an option belongs to. */
export function ownersOf(option: string): readonly string[] {
  if (everywhere.some((name) => name === option)) return Object.keys(commandHelps);
  return Object.entries(commandHelps).flatMap(([name, { options }]) =>
    options.some((own) => own === option) ? [name] : [],
  );
}

/** The command that the typed words name, `template check` among them; null when they name none. */
export function commandNamed([first = '', second = '']: readonly string[]): string | null {
  if (first === 'template') return second === 'check' ? 'template check' : null;
  return Object.hasOwn(commandHelps, first) ? first : null;
}

/** All commands, a line each. */
export function overview(): string {
  const lines = Object.values(commandHelps).map(({ usage, does }) => entry(usage, does));
  return [
    '用法：nianbao <命令> [文件夹] [选项]',
    '',
    ...lines,
    '',
    '文件夹不写时为当前文件夹。一条命令的选项：nianbao help <命令>；版本：nianbao -v',
    exitCodes,
  ].join('\n');
}

/** One command with its options and examples. */
export function helpOf(command: string): string {
  const help = commandHelps[command];
  if (!help) return overview();
  const options = help.options.map((option) => entry(...optionHelps[option]));
  return [
    `用法：nianbao ${help.usage}${options.length === 0 ? '' : ' [选项]'}`,
    ...foldedLines(help.does, width, '  '),
    ...(options.length === 0 ? [] : ['', '选项：', ...options]),
    '',
    '例：',
    ...help.examples.map((example) => `  nianbao ${example}`),
  ].join('\n');
}

/** `没有命令“chek”，是不是想写 check？全部命令见 nianbao help`. */
export function unknownCommand(typed: string): string {
  const meant = nearest(typed, Object.keys(commandHelps));
  return `没有命令“${typed}”${meant === null ? '' : `，是不是想写 ${meant}？`}。全部命令见 nianbao help`.replace(
    '？。',
    '？',
  );
}

/** The same for an option, of the command where it is known. */
export function unknownOption(typed: string, command: string | null): string {
  const own = command === null ? Object.keys(optionHelps) : (commandHelps[command]?.options ?? []);
  const meant = nearest(typed.replace(/^-+/u, ''), [...own, ...everywhere]);
  const hint = meant === null ? '。' : `，是不是想写 --${meant}？`;
  return `不认识的选项 ${typed}${hint}用法见 nianbao help${command === null ? '' : ` ${command}`}`;
}

/** What is typed in the first column; what does not fit there stands alone above its meaning. */
function entry(form: string, does: string): string {
  const indent = ' '.repeat(6);
  return [`  ${form}`, ...foldedLines(does, width, indent)].join('\n');
}
