/** What may be typed after `nianbao`, and the orders it makes. */
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
  from: { type: 'string' },
  'as-form': { type: 'boolean' },
  trace: { type: 'string' },
  fields: { type: 'boolean' },
  data: { type: 'string' },
  annotate: { type: 'string' },
  port: { type: 'string' },
  listen: { type: 'string' },
  at: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'as-of': { type: 'string' },
  smtp: { type: 'string' },
  resume: { type: 'boolean' },
  send: { type: 'boolean' },
  settle: { type: 'string' },
  accept: { type: 'boolean' },
  all: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
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

/** The order of `remind`, `{ dryRun, asOf, channel, year }`; with --smtp or --send mails leave the computer, else they become files. */
export function remindOrder(options: Options): RemindOrder {
  const channel = options.smtp === undefined && options.send !== true ? '发件箱' : '邮件';
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
  const [, whose = '', word = ''] = /^(.+)[=＝](已发|未发|撤回)$/u.exec(given.trim()) ?? [];
  const to = decisions.get(word);
  if (to === undefined)
    throw new Refusal(
      '--settle 应写成 通知编号=已发 或 通知编号=未发，如 2022-12-30-司法所-1a2b3c4d=已发，发件箱里的全部发出了写 发件箱=已发，登记错了写 通知编号=撤回',
    );
  // The file lies in 发件箱 under its number, and its name is what people copy.
  const mail = whose.trim().replace(/^(?:.*[/\\])?([^/\\]+)\.eml$/iu, '$1');
  return { mail, to };
}

const decisions = new Map<string, NonNullable<LedgerOrder['settle']>['to']>([
  ['已发', 'sent'],
  ['未发', 'queued'],
  ['撤回', 'back'],
]);
