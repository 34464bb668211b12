/** Every sentence the cell readers can say, in one place; the reason follows the header and the quoted cell. */
import type { Cell } from '../base/grid';
import { tooLong } from '../base/limits';
import { clipped, normalised, printable, withoutFootnote } from '../base/text';
import type { ReadContext, Reading, Remark } from './readings';

/** Level, what is wrong, what to write instead. `{}` is the detail, `{year}` the report year, `{unit}` the column's unit. */
type RemarkText = readonly [level: Remark['level'], what: string, expected: string];

const anyCell = {
  'cell-error': ['error', '是公式错误或尚未算出的值', '请改正公式，或直接填写内容'],
  'cell-uncalculated': ['error', '还没有结果', '请重新计算并保存（用 WPS/Excel 打开后保存），或直接填写内容'],
  'cell-too-long': ['error', '，没有采用', '请缩短文字、数或数字格式后重新填写'],
  'cell-is-date': ['error', '已被表格软件变成日期', '请把单元格格式改为“常规”后重新填写'],
  'cell-is-bool': ['error', '是逻辑值', '请改填文字或数'],
  ditto: ['note', '按上一行的“{}”计', '如不对，请直接填写内容'],
  'ditto-number': ['doubt', '按上一行的“{}”计', '请核对，并直接填写数'],
  'ditto-open': ['error', '指的不是上一行的内容，或者上一行没有内容', '请直接填写内容'],
  'text-too-long': ['error', '超过2000字', '请压缩到300字以内'],
  'text-long-number': [
    'error',
    '是按数值录入的长号码，表格软件只保留前15位，后面的已经变成别的数字，没有采用',
    '请把单元格格式设为“文本”，再重新录入号码',
  ],
  'text-lost': ['doubt', '像是乱码，粘贴或保存时汉字变了，仍照原样采用', '请对照原件重新填写'],
  'control-characters': ['note', '含有不可见的控制字符，已去掉', '如显示不正常，请重新录入'],
} as const satisfies Record<string, RemarkText>;

const days = {
  'day-missing': ['error', '不存在', '请改为如 {year}-09-30'],
  'day-too-far': ['error', '超出报告年度前后5年', '请改为如 {year}-09-30'],
  'day-order': ['error', '日月顺序不明', '请改为如 {year}-03-05'],
  'day-short': ['error', '没有写明年月日，可能被当成小数', '请改为如 {year}-06-30'],
  'day-short-year': ['error', '年份没有写全', '请改为如 {year}-06-30'],
  'day-two-digits': ['doubt', '的年份只写了两位，按 {} 理解', '请核对，并写全年份，如 {year}-06-30'],
  'day-range': ['note', '是一段时间，按第一天 {} 计', '如不对，请写明年月日，如 {year}-06-30'],
  'day-several': ['note', '写了几天，按第一天 {} 计', '如不对，请一天一行'],
  'day-period': ['note', '没有写明是哪一天，按 {} 计', '如不对，请写明年月日，如 {year}-06-30'],
  'day-end': ['doubt', '没有写明是哪一天，按 {} 计', '请写明年月日，如 {year}-06-30'],
  'day-beside': ['note', '按其中的日期 {} 计', '如不对，请只写年月日，如 {year}-06-30'],
  'day-put-off': [
    'doubt',
    '说到延期，按那一天 {} 已经办结计',
    '请核对；已经办结的请只写年月日，如 {year}-06-30，还没有的请清空',
  ],
  'day-planned': [
    'error',
    '说的是打算或者期限，不是办好的那一天，没有采用',
    '已经办好的请只写年月日，如 {year}-06-30；还没有的请清空',
  ],
  'event-planned': [
    'error',
    '说的是打算或者期限，不是当天的日期，没有采用',
    '已经办了的请改为当天的日期，如 {year}-06-30；还没有办的请删去这一行',
  ],
  'day-reversed': ['error', '起止颠倒或跨年', '请改为如 {year}-06-30'],
  'day-number': ['error', '是一个数，不是日期', '请改为如 {year}-06-30'],
  'day-unreadable': ['error', '不是能识别的日期', '请改为如 {year}-06-30'],
  'day-serial': ['doubt', '是日期序号，按 {} 理解', '请把单元格设为日期格式并核对'],
  'day-hidden': ['error', '没有显示是哪一天，格内的日期是 {}', '请写明年月日，如 {year}-06-30'],
  'day-year-hidden': ['doubt', '没有显示年份，按格内的 {} 理解', '请核对年份，并写明年月日，如 {year}-06-30'],
  'day-part-hidden': ['doubt', '没有显示完整的日期，按格内的 {} 理解', '请核对，并写明年月日，如 {year}-06-30'],
  'day-open': ['note', '不是日期，按还没有计', '有了日期再填写，如 {year}-06-30'],
  'day-affirmed': ['note', '没有写是哪一天，按已有计', '请补写日期，如 {year}-06-30'],
  'year-assumed': ['note', '没有写年份，按 {} 理解', '如不对，请写明年月日，如 {year}-06-30'],
} as const satisfies Record<string, RemarkText>;

const deadlines = {
  'deadline-unreadable': ['error', '不是能识别的时限', '请改为如 {year}-06-30、6月底前、每季度末或长期坚持'],
  'deadline-vague': ['error', '没有具体日期', '请写明日期，如 {year}-06-30；没有期限的请写“长期坚持”'],
  'deadline-event': ['error', '以事件为期，没有具体日期', '请写明日期，如 {year}-10-15'],
  'deadline-status': ['error', '是办理情况，不是时限', '请在本栏写时限，如 {year}-06-30；办理情况写在“状态”栏'],
  'deadline-before-month': ['error', '不清楚是否包括当月', '请改为如 6月底前 或 5月底前'],
  'deadline-reversed': ['error', '起止颠倒或跨年', '请改为如 {year}年3月至6月，跨年的分成两项任务'],
  'deadline-month-end': ['note', '没有写明日期，按 {} 理解', '如不对，请写明日期，如 {year}-06-30'],
  'deadline-exclusive': ['doubt', '按“之前”不含当日，理解为 {}', '如含当日，请改为如 6月30日前'],
  'deadline-festival': ['doubt', '按放假节日推算为 {}', '请写明日期，如 {year}-06-30'],
  'deadline-immediate': ['doubt', '按下达日期 {} 理解', '请写明日期，如 {year}-06-30'],
  'deadline-no-start': ['error', '没有下达日期，无法推算', '请写明日期，如 {year}-06-30，或填写“起始”栏'],
  'deadline-open': [
    'doubt',
    '没有写明日期，按没有期限的任务计',
    '请写明日期，如 {year}-06-30；没有期限的请写“长期坚持”',
  ],
  'deadline-last': ['note', '最后一期按 {} 计', '如不对，请只写一种时限，如 每季度末'],
  'deadline-last-early': [
    'doubt',
    '两种时限合不上，最后一期按 {} 计',
    '请核对，并只写一种时限，如 每季度末；另外还有一次的，请写明各次的日期',
  ],
  'deadline-clamped': ['note', '有的月份没有这一天，按当月最后一天计', '如不对，请改为如 每月底前'],
} as const satisfies Record<string, RemarkText>;

const numbers = {
  'number-range': ['error', '是一个范围，不是一个数', '请填写一个数，如 4{unit}'],
  'number-vague': ['error', '没有具体数目', '请填写一个数，如 12{unit}'],
  'number-sum': ['error', '是算式，不是一个数', '请填写合计数，如 15{unit}'],
  'number-two': ['error', '含有两个数', '本格只填一个数，如 4{unit}，其余填入各自的栏'],
  'number-letters': ['error', '数字里混有字母', '请检查是否把 l 当作 1、把 O 当作 0，改为如 12{unit}'],
  'number-negative': ['error', '是负数', '请填写 0 或正数；没有发生的填 0'],
  'number-words': ['error', '不是数', '请填写一个数，如 12{unit}'],
  'number-elsewhere': ['error', '没有数，只指向别处', '请直接填写数，如 12{unit}，出处写在备注栏'],
  'number-percent': ['error', '是百分数，本栏应填数量', '请填写一个数，如 12{unit}'],
  'number-unit': ['error', '的单位“{}”与本栏单位“{unit}”不一致', '请按本栏单位填写，如 12{unit}'],
  'number-too-large': ['error', '太大，不像是真实的数', '请核对位数，如 12{unit}'],
  'number-unreadable': ['error', '不是能识别的数', '请填写一个数，如 12{unit}'],
  'number-chinese': ['note', '是汉字数字，按 {} 计', '请核对，建议写成阿拉伯数字'],
  'number-parts': ['doubt', '分几项写，按合计 {} 计', '请核对，建议只写合计数，如 12{unit}'],
  'number-expanded': ['note', '按 {} 计', '请核对'],
  'number-scaled': ['doubt', '是缩小后显示的数，按 {}', '请核对，并改用不缩小的数字格式，按本栏单位填写'],
  'number-about': ['note', '是约数，按 {} 计，不参与精确核对', '有准确数的请填写准确数'],
  'number-least': ['note', '按至少 {} 计，不参与精确核对', '有准确数的请填写准确数'],
  'number-about-odd': ['doubt', '在准确到个位的数后又写约数，按 {} 计', '请改为准确数，或如 10余{unit}'],
  'number-about-twice': ['doubt', '重复使用约数词，按 {} 计', '请只用一个约数词，如 约300{unit}'],
  'number-none': ['note', '按 0 计', '没有此项职责的请填“不涉及”'],
  'number-none-yet': ['doubt', '按 0 计', '确实没有发生的请填 0；还没有统计出来的请先空着'],
  'number-unsure': ['doubt', '括号里的话说它还不准，按 {} 计', '请填写准确数；还没有统计出来的请先空着'],
  'number-aside': ['note', '括号里的数没有读取，按 {} 计', '要填报的请填在它自己的格里'],
  'number-aside-less': ['doubt', '括号里的话像是要减去，按 {} 计，没有减', '请核对，只写应当计入的数'],
  'number-hours': ['doubt', '按 {} 学时计', '请核对，并直接填学时数，如 4'],
  'number-each': ['note', '是每人的学时，按 {} 计', '如不对，请直接填一个人的学时'],
  'number-fraction': ['error', '{}不是整数，没有采用', '请填写整数，如 12{unit}'],
  'integer-unreadable': ['error', '不是整数', '请改为如 {}'],
} as const satisfies Record<string, RemarkText>;

const amounts = {
  'money-converted': ['note', '按 {}万元 计', '请核对'],
  'money-large': ['doubt', '没有写单位，按 {}万元 计', '如果单位是元，请写成如 35000元'],
  'money-small': ['doubt', '没有写单位，按 {}元 计', '如果单位是万元，请写成如 2.86万元'],
  'percent-ask': ['error', '分不清是比例还是百分数', '请写明百分号，如 80%'],
  'percent-over': ['error', '超过100%', '请填写0%至100%之间的数，如 80%'],
} as const satisfies Record<string, RemarkText>;

const words = {
  'status-not-done': ['note', '按未完成计，是否逾期由程序按时限判断', '如不对，请从下列各项中选填：{}'],
  'status-composed': ['note', '按“{}”计', '如不对，请从下拉表里选'],
  'status-done-late': ['note', '按已完成计，是否晚于时限由程序按完成日期判断', '如不对，请从下拉表里选'],
  'status-rest': ['error', '中的“{}”读不明白，这个状态没有采用', '请从下拉表里选一项，其余的话写在进展情况里'],
  'status-conflict': ['error', '前后说法不一致，这个状态没有采用', '请从下拉表里选一项，其余的话写在进展情况里'],
  'status-unknown': ['error', '不是规定的状态', '请从下列各项中选填：{}'],
  'status-affirmed': ['doubt', '按已完成计', '请写明状态，如 已完成'],
  'status-partly': ['doubt', '按推进中计', '确已完成的请改为“已完成”并填写完成日期'],
  'approval-until': ['note', '按延期至 {} 计，那一天以后按新时限判断', '如不对，请写明年月日，如 延期至{year}-12-31'],
  'approval-day': ['error', '中的日期“{}”读不明白，按没有写明新时限的延期计', '请写明年月日，如 延期至{year}-12-31'],
  'choice-taken': ['note', '按“{}”计', '如不对，请从下拉表里选'],
  'choice-unknown': ['error', '不是可选的内容', '请从下列各项中选填：{}'],
  'yes-no-open': ['note', '按还没有计', '如不对，请填写“是”或“否”'],
  'yes-no-unknown': ['error', '既不是“是”也不是“否”', '请填写“是”或“否”'],
} as const satisfies Record<string, RemarkText>;

const sentences = { ...anyCell, ...days, ...deadlines, ...numbers, ...amounts, ...words };

/** The stable names of all remarks on cells. */
export type RemarkCode = keyof typeof sentences;

/** The remark on a cell, its blanks filled: `完成时限“9月31日”不存在`, `请改为如 2022-09-30`. */
export function remark(code: RemarkCode, cell: Cell, context: ReadContext, detail = ''): Remark {
  const [level, what, expected]: RemarkText = sentences[code];
  const fill = (text: string): string =>
    text
      .replace('{}', detail)
      .replace('{year}', String(context.reportYear))
      .replace('{unit}', context.unit ?? '');
  return { code, level, reason: `${context.header}“${quoted(cell)}”${fill(what)}`, expected: fill(expected) };
}

/** A cell that cannot be used: no value and why. */
export function refused(code: RemarkCode, cell: Cell, context: ReadContext, detail = ''): Reading<never> {
  return { value: null, remarks: [remark(code, cell, context, detail)] };
}

/** Nothing stands there. */
export const nothingRead: Reading<never> = { value: null, remarks: [] };

/** What a person sees in the cell, on one line and not too long. */
export function quoted(cell: Cell): string {
  return clipped(printable(cell.shown).replace(/\s+/gu, ' ').trim(), 30);
}

/** What stands where a formula has no result yet: 公式未计算 in a file, the others on Google. */
const unfinished = /^(?:Loading\.*|加载中.*|正在加载.*)$/iu;
const failed = /^#(?:N\/A|REF|DIV\/0|VALUE|NAME|NUM|NULL|SPILL|ERROR)/iu;

/** The reading of a cell that holds an error value or text like it (`#N/A`, `Loading...`); null for all others. */
export function readError(cell: Cell, context: ReadContext): Reading<never> | null {
  if (cell.refused !== undefined) {
    const { code, reason, expected } = cell.refused;
    return { value: null, remarks: [{ code, level: 'error', reason: `${context.header}${reason}`, expected }] };
  }
  const text = normalised(cell.shown);
  if (unfinished.test(text) || (cell.kind === 'error' && text === '公式未计算')) {
    return refused('cell-uncalculated', cell, context);
  }
  if (cell.kind === 'error' && cell.value === tooLong) {
    return refused('cell-too-long', cell, context);
  }
  return cell.kind === 'error' || failed.test(text) ? refused('cell-error', cell, context) : null;
}

/**
 * The cell as compared text: of a text cell what was typed, of any other what is shown. Empty when blank. The ' by which a
 * number is kept a text is left out where some program has left it in.
 */
export function cellText(cell: Cell): string {
  return cell.kind === 'blank' ? '' : compared(typedText(cell));
}

/** The same without the mark of a footnote at the end, for what is no count: behind a number the mark is told. */
export function unmarkedText(cell: Cell): string {
  return cell.kind === 'blank' ? '' : compared(withoutFootnote(typedText(cell)));
}

function typedText({ value, shown }: Cell): string {
  return typeof value === 'string' ? value : shown;
}

function compared(text: string): string {
  return normalised(text).replace(/^['‘’`]+(?=\d)/u, '');
}
