/** What may be typed after `nianbao`, the text that explains it, and the orders it makes. */
import type { DayOnly, LedgerOrder, RemindOrder } from '../../contract/orders';
import { Refusal } from '../../core/base/refusal';

/** The options by the form `parseArgs` takes. */
export const optionForm = {
  json: { type: 'boolean' },
  'hub-only': { type: 'boolean' },
  year: { type: 'string' },
  edition: { type: 'string' },
  department: { type: 'string', multiple: true },
  organ: { type: 'string' },
  trace: { type: 'string' },
  fields: { type: 'boolean' },
  data: { type: 'string' },
  annotate: { type: 'string' },
  port: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'as-of': { type: 'string' },
  smtp: { type: 'string' },
  resume: { type: 'boolean' },
  settle: { type: 'string' },
  accept: { type: 'boolean' },
  all: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** The options as typed; what was not given is undefined. */
export type Options = {
  readonly [K in keyof typeof optionForm]?:
    | ((typeof optionForm)[K] extends { readonly multiple: true }
        ? readonly string[]
        : (typeof optionForm)[K]['type'] extends 'boolean'
          ? boolean
          : string)
    | undefined;
};

/** The commands an option belongs to; options not named here go with every command. */
export const optionOwners: Readonly<Partial<Record<keyof Options, readonly string[]>>> = {
  'hub-only': ['init'],
  year: ['init', 'remind'],
  edition: ['init'],
  department: ['init'],
  organ: ['init'],
  trace: ['fill'],
  fields: ['fill'],
  data: ['template check'],
  annotate: ['template check'],
  'dry-run': ['remind'],
  'as-of': ['check', 'report', 'remind'],
  smtp: ['remind'],
  resume: ['remind'],
  settle: ['ledger'],
  accept: ['ledger'],
  all: ['ledger'],
  port: ['serve'],
};

export const help = `用法：nianbao <命令> [文件夹] [选项]

命令：
  init <文件夹>     建立工作文件夹：总表、各单位填报表、报告模板；已有的文件不覆盖
  report [文件夹]   读取各表，生成年度报告和核对结果
  check [文件夹]    只检查各表，不生成报告
  remind [文件夹]   催办：把到期、逾期、缺报的事项写成邮件，放进“发件箱”，或者直接发出
  ledger [文件夹]   列出催办记录里要人工处理的，登记处理结果
  serve [文件夹]    在浏览器里使用以上各项，只有本机能打开
文件夹不写时为当前文件夹。
  fill <模板.docx> <数据.json> <输出.docx>   用任何数据填写任何模板，字段就是数据里的名称
  map <表.xlsx> [文件夹]                     看一本表的工作表和各列被认作什么，怎样改正
  template check <模板.docx>                 检查年度报告模板，列出全部错误

选项：
  --hub-only  与 init 同用：先只建总表，填好单位和任务后再运行 init 建各单位填报表
  --year 年份  与 init 同用：报告年度；不写时一至三月为上一年，其余为当年。与 remind 同用：今天离报告年度很远时，确认要发送的就是这一年度
  --edition 种类  与 init 同用：新建的总表编哪一种报告，如 安全生产；写错时列出全部种类，不写时为第一种
  --department 角色=单位  与 init 同用，可以写几次：本地的单位叫什么，如 执法=综合行政执法局；没有的写 教育=无。
                        在终端里用 --hub-only 时逐个询问；总表的单位、任务、指标都用这些名称
  --organ 机关   与 init 同用：新建的总表是哪种机关的，如 街道，或者写名称，如 ××区××街道；写错时列出全部类型
  --trace 文件.json     与 fill 同用：另存每个值的位置和字段
  --fields              与 fill 同用：nianbao fill --fields <数据.json>，列出数据里的字段和写法，不成文
  --data 数据.json      与 template check 同用：按这份数据的字段检查，不按年度报告的；没有用到的字段逐个列出
  --annotate 文件.docx  与 template check 同用：另存一份副本，错误写成批注
  --port 端口           与 serve 同用：固定端口；不写时自动选一个
  --dry-run             与 remind 同用：只看要发给谁、为什么、全文，什么都不写
  --as-of 日期          与 check、report、remind --dry-run 同用：把哪一天当作今天，如 2022-12-30
  --smtp 服务器         与 remind 同用：直接发出，如 smtps://smtp.example.cn:465；发件邮箱、用户名、密码放在环境变量
                        NIANBAO_SMTP_FROM、NIANBAO_SMTP_USER、NIANBAO_SMTP_PASSWORD
  --resume              与 remind 同用：工作文件夹像是副本、备份或从别的电脑来的，确认就从这一份接着发
  --settle 编号=已发    与 ledger 同用：登记一封状态不明或失败的通知，=已发 或 =未发
  --accept              与 ledger 同用：催办记录损坏又不能恢复时，以现状为准
  --all                 与 ledger 同用：列出全部记录
  --json      结果以 JSON 输出
  --help      显示本说明
  --version   显示版本

退出码：0 完成；1 完成，但有需要人工处理的问题；2 未能执行，没有写入任何文件`;

/** What the office calls its departments, by role; null when nothing was typed. Throws a refusal for what is no `角色=单位`. */
export function typedDepartments({ department }: Options): Readonly<Record<string, string>> | null {
  if (department === undefined) return null;
  const pairs = department.map((given): [string, string] => {
    const [, role, name] = /^([^=＝]+)[=＝](.+)$/u.exec(given.trim()) ?? [];
    if (role === undefined || name === undefined)
      throw new Refusal(`--department 应写成 角色=单位名称，如 执法=综合行政执法局，不是“${given}”`);
    return [role.trim(), name.trim()];
  });
  const twice = pairs.find(([role], index) => pairs.findIndex(([other]) => other === role) !== index);
  if (twice) throw new Refusal(`--department 写了两次角色“${twice[0]}”`);
  return Object.fromEntries(pairs);
}

/** The order of `check` and `report`, `{ asOf }`. */
export function dayOrder(options: Options): DayOnly {
  return { asOf: options['as-of'] ?? null };
}

/** The report year as typed, null where none was. Throws a refusal for what is no year. */
export function typedYear({ year }: Options): number | null {
  if (!/^20\d\d$/u.test(year ?? '2022')) throw new Refusal('--year 应为四位年份，如 2022');
  return year === undefined ? null : Number(year);
}

/** The order of `remind`, `{ dryRun, asOf, channel, year }`; with --smtp mails leave the computer, else they become files. */
export function remindOrder(options: Options): RemindOrder {
  const channel = options.smtp === undefined ? '发件箱' : '邮件';
  const confirmed = { year: typedYear(options), resume: options.resume === true };
  return { dryRun: options['dry-run'] === true, asOf: options['as-of'] ?? null, channel, ...confirmed };
}

/** The order of `ledger`, `{ settle, accept, all }`. Throws a refusal for a decision that cannot be read. */
export function ledgerOrder(options: Options): LedgerOrder {
  const accept = options.accept === true;
  if (accept && options.settle !== undefined) throw new Refusal('--accept 和 --settle 请分两次运行');
  const settle = options.settle === undefined ? null : decision(options.settle);
  return { settle, accept, all: options.all === true };
}

function decision(given: string): LedgerOrder['settle'] {
  const parts = /^(.+)[=＝](已发|未发)$/u.exec(given.trim());
  if (!parts) throw new Refusal('--settle 应写成 通知编号=已发 或 通知编号=未发，如 2022-12-30-司法所-1a2b3c4d=已发');
  return { mail: parts[1]?.trim() ?? '', to: parts[2] === '已发' ? 'sent' : 'queued' };
}
