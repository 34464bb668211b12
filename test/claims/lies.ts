/**
 * Sentences that are false of an office, as somebody might put them into a template: where, in which kind of office, and what the
 * checker must call them. Tags are those of the templates.
 */
import { plainPlan, type Plan } from './plans/plan';
import type { Part } from './reading/passages';

export interface Lie {
  readonly part: Part;
  readonly text: string;
  /** Of which office it is false. */
  readonly of: Pick<Plan, 'shape'> & Partial<Plan>;
  readonly kind: string;
  /** A template that says so is refused: there is no report. */
  readonly isRefused?: boolean;
}

const failed = { shape: 'failed' } as const;
const reached = { shape: 'reached' } as const;
const zero = { shape: 'zero' } as const;
const street = { shape: 'reached', organ: '街道', above: '区', isHalf: true, year: 2023 } as const;

/** What is said wrongly → how it is said. */
export const lies: Readonly<Record<string, Lie>> = {
  'all done beside overdue tasks': { part: 'work', text: '推动各项任务件件落实。', of: failed, kind: 'claim' },
  'ticked off beside overdue tasks': { part: 'work', text: '对各项任务逐项销号。', of: failed, kind: 'claim' },
  'coverage of 0 reached': {
    part: 'work',
    text: '法律顾问覆盖率达到{{指标.法律顾问覆盖率}}。',
    of: zero,
    kind: 'claim',
  },
  'zero as an achievement': {
    part: 'work',
    text: '接待法律咨询{{指标.法律咨询人次}}。',
    of: zero,
    kind: 'zero among achievements',
  },
  'heads that did nothing in person': {
    part: 'work',
    text: '主要负责人坚持重要工作亲自部署。',
    of: zero,
    kind: 'claim',
  },
  'heads that did not study': { part: 'work', text: '党政主要负责人带头学法守法用法。', of: zero, kind: 'claim' },
  'nothing corrected where nothing was decided': {
    part: 'work',
    text: '行政复议案件没有被纠错的情形。',
    of: zero,
    kind: 'claim',
  },
  'nothing lost where there was no case': { part: 'work', text: '行政诉讼案件没有败诉。', of: zero, kind: 'claim' },
  'reviewed before discussed, without a decision': {
    part: 'work',
    text: '坚持重大行政决策先审查后讨论。',
    of: zero,
    kind: 'claim',
  },
  'three systems that were not kept': {
    part: 'work',
    text: '落实行政执法公示、执法全过程记录、重大执法决定法制审核三项制度。',
    of: failed,
    kind: 'claim',
  },
  'all reported who did not': { part: 'work', text: '应述法的人员全部述法。', of: failed, kind: 'claim' },
  'all certified who are not': { part: 'work', text: '在岗执法人员全部持证。', of: failed, kind: 'claim' },
  'clean cases of unqualified people': { part: 'work', text: '坚持严格规范公正文明执法。', of: failed, kind: 'claim' },
  'a year that is not over': {
    part: 'work',
    text: '全年工作平稳有序推进。',
    of: street,
    kind: 'year that is not over',
  },
  'the number of another figure': {
    part: 'work',
    text: '作出行政处罚决定{{指标.人民调解受理件数}}。',
    of: reached,
    kind: 'number',
  },
  'the measure word of another figure': {
    part: 'work',
    text: '开展行政检查{{指标.合同审查份数}}。',
    of: reached,
    kind: 'number',
  },
  'the rate of another figure': {
    part: 'work',
    text: '执法经费到位率为{{指标.法学专业占比}}。',
    of: failed,
    kind: 'number',
  },
  'a part beside a larger whole': {
    part: 'work',
    text: '学法考试应考7人，参考9人。',
    of: failed,
    kind: 'part above its whole',
  },
  'more than all of them': { part: 'work', text: '调解成功率达到104.2%。', of: reached, kind: 'share above all' },
  'a number that nobody gave': { part: 'work', text: '发放法治手册98765份。', of: reached, kind: 'number nobody gave' },
  'a number with its bits': {
    part: 'work',
    text: '任务完成率为86.95652173913044%。',
    of: reached,
    kind: 'long decimals',
  },
  'tasks counted wrongly': {
    part: 'work',
    text: '共安排重点任务997项。',
    of: failed,
    kind: 'number of tasks',
  },
  'done and due exchanged': {
    part: 'work',
    text: '截至年底，应完成{{任务.完成}}项，已完成{{任务.应完成}}项。',
    of: failed,
    kind: 'number of tasks',
  },
  'a plan of other years': { part: 'work', text: '落实“七五”普法规划。', of: reached, kind: 'word of another time' },
  'a law before its time': {
    part: 'work',
    text: '贯彻《行政执法监督条例》。',
    of: street,
    kind: 'word of another time',
  },
  'a county above a district': {
    part: 'work',
    text: '主动加强与县司法局的联系。',
    of: street,
    kind: 'word of another organ',
  },
  'a town that is a street': {
    part: 'work',
    text: '镇党委带头落实责任。',
    of: street,
    kind: 'word of another organ',
  },
  'a statement twice': {
    part: 'work',
    text: '坚持把依法办事贯穿工作全过程。坚持把依法办事贯穿工作全过程。',
    of: reached,
    kind: 'said twice',
  },
  'a word of the program': { part: 'work', text: '由undefined组织实施。', of: reached, kind: 'word of the program' },
  'a tag that stays': { part: 'work', text: '建成阵地}}多处。', of: reached, kind: 'braces', isRefused: true },
  'a mark twice': { part: 'work', text: '工作有序开展，，持续推进。', of: reached, kind: 'doubled mark' },
  'empty brackets': { part: 'work', text: '按简易程序（）办理。', of: reached, kind: 'empty brackets' },
  'an empty list': { part: 'faults', text: '到期没有完成的任务分别是。', of: failed, kind: 'empty list' },
  '分别 of one': { part: 'plan', text: '由司法所分别抓紧办理。', of: reached, kind: '分别 with one' },
  '二个 for 两个': { part: 'faults', text: '主要表现在以下二个方面。', of: reached, kind: 'two for 二' },
  'one of several': { part: 'faults', text: '主要表现在以下一个方面。', of: reached, kind: '以下一个' },
  'first of one': {
    part: 'faults',
    text: '一是会风还没有转变。主要原因是督促不够。',
    of: reached,
    kind: '一是 for a single one',
  },
  'a weakness without a cause': {
    part: 'faults',
    text: '一是作风还没有转变。',
    of: reached,
    kind: 'weakness without a cause',
  },
  'some of what nobody did': {
    part: 'faults',
    text: '部分人员没有参加学法考试。学法考试应考7人，均未参考。主要原因是督促不够。',
    of: reached,
    kind: 'some where there is none',
  },
  'a gap of what nobody lacks': {
    part: 'work',
    text: '审查合同、协议【待补：指标.合同审查份数】。',
    of: reached,
    kind: 'gap of what nobody must give',
  },
  'a kind of work without a fact': { part: 'work', text: '行政许可方面。', of: reached, kind: 'heading of nothing' },
  'all of one': { part: 'work', text: '依申请公开应答复1件，均未按期答复。', of: failed, kind: '均 of one' },
  'none as some': { part: 'faults', text: '还有0项到期没有完成。', of: reached, kind: 'zero counted' },
  'an important place without a meeting': {
    part: 'work',
    text: '镇党委把法治政府建设摆在全局工作的重要位置。',
    of: zero,
    kind: 'claim',
  },
  'a paragraph of nothing': {
    part: 'work',
    text: '队伍、装备和经费是规范执法的保障。',
    of: failed,
    kind: 'paragraph of nothing',
  },
  'a weakness without a figure': {
    part: 'faults',
    text: '一是作风不够扎实。主要原因是督促不够。',
    of: reached,
    kind: 'weakness without a figure',
  },
  'a weakness without a measure': {
    part: 'faults',
    text: '一是作风还没有转变。主要原因是督促不够。',
    of: reached,
    kind: 'measures',
  },
  'blamed for what was reached': {
    part: 'faults',
    text: '一是法学专业和大专以上学历人员偏少，有9名。主要原因是人员来源单一。',
    of: reached,
    kind: 'blames what did not fall short',
  },
  'a reached figure among the weak': {
    part: 'faults',
    text: '群众法治知晓率为{{指标.群众法治知晓率}}，还没有达到预期目标。',
    of: reached,
    kind: 'reached figure among the weak',
  },
  'a cure for the healthy': {
    part: 'plan',
    text: '针对法治意识方面的不足，组织未参考、未合格人员补考。',
    of: reached,
    kind: 'blames what did not fall short',
  },
  'a change that there was not': {
    part: 'work',
    text: '开展行政检查{{指标.行政检查次数}}，比上年增加3次。',
    of: reached,
    kind: 'change since last year',
  },
  'left out of nothing': { part: 'work', text: '另有2项完成情况待核实。', of: reached, kind: 'leans on nothing' },
  'gaps that nobody found': {
    part: 'plan',
    text: '对照查找出的差距，逐项研究。',
    of: reached,
    kind: 'leans on nothing',
  },
  'all tasks not due beside due ones': {
    part: 'work',
    text: '各项任务属于长期任务或者尚未到期。',
    of: failed,
    kind: 'claim',
  },
  'an approval of nothing': { part: 'work', text: '经批准。', of: reached, kind: 'approval of nothing' },
  'none of a single one': {
    part: 'work',
    text: '作出重大行政决策1件，未经合法性审查，没有一件经集体讨论。',
    of: failed,
    kind: 'none of one',
  },
  'denied what happened': { part: 'work', text: '年内没有作出重大行政决策。', of: failed, kind: 'denial' },
  'praised here, blamed there': {
    part: 'work',
    text: '行政诉讼案件没有败诉。',
    of: failed,
    kind: '一 against 二',
  },
};

/** The office of which the lie is false; all that is not given is plain. */
export function planOfLie({ of }: Lie): Plan {
  return { ...plainPlan, ...of };
}
