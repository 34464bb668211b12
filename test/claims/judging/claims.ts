/**
 * What sentences of praise and of success mean, and when they are true. Our own list: whoever words the report differently must
 * still not say these things where the office's data say otherwise.
 */
import { isAnyJudged, isMore, isReached, isWeak, isZero, valueOf, type Truth } from './truth';

export interface Claim {
  readonly words: RegExp;
  /** What must be so. */
  readonly needs: string;
  readonly isTrue: (truth: Truth) => boolean;
}

const noneLeft = ({ tally }: Truth): boolean => tally.overdue + tally.unreported + tally.unclear === 0;
/** 参照标准单列＝否: of those that are only followed by analogy one alone makes no weakness. */
const noRedLineCrossed = (truth: Truth): boolean =>
  ![...truth.figures.values()].some(
    ({ line }) => line.redLine && !(truth.plan.hasNormsJoined && line.standing === '参照') && isWeak(truth, line.code),
  );
const someFellShort = ({ figures }: Truth): boolean =>
  [...figures.values()].some(({ weak, states }) => weak || states.length > 1);
const someDone = ({ tally }: Truth): boolean => tally.done > 0;

export const claimsOfLaw: readonly Claim[] = [
  {
    words: /摆在[^。]*重要位置/u,
    needs: 'A1 and A2 reached',
    isTrue: (truth) => isReached(truth, 'A1') && isReached(truth, 'A2'),
  },
  {
    words: /还有指标没有达到标准/u,
    needs: 'a figure that fell short',
    isTrue: (truth) => someFellShort(truth),
  },
  {
    words: /件件落实|项项落实|全部落实|全部完成|全面完成|圆满完成|如期完成|逐项销号|(?<!没有|未)全部按期/u,
    needs: 'tasks were done and none is late, unreported or unclear',
    isTrue: (truth) => noneLeft(truth) && someDone(truth),
  },
  {
    words: /定期开例会|年中有督查|年末有总结/u,
    needs: 'meetings were held, and the year is over',
    isTrue: (truth) => truth.isYearOver && isMore(truth, 'A2'),
  },
  { words: /及时协调解决/u, needs: 'A2 above 0', isTrue: (truth) => isMore(truth, 'A2') },
  {
    words: /亲自部署|亲自过问|亲自协调|亲自督办/u,
    needs: 'A1 above 0',
    isTrue: (truth) => isMore(truth, 'A1'),
  },
  {
    words: /带头学法|带头讲法/u,
    needs: 'A3 or A6 above 0',
    isTrue: (truth) => isMore(truth, 'A3') || isMore(truth, 'A6'),
  },
  {
    words: /坚持党委理论学习中心组学法制度|中心组学法制度落实/u,
    needs: 'A3 above 0',
    isTrue: (truth) => isMore(truth, 'A3'),
  },
  {
    words: /班子成员年终(?:应?述法)/u,
    needs: 'the year is over',
    isTrue: (truth) => truth.isYearOver,
  },
  {
    words: /各项工作还需要继续巩固和提高/u,
    needs: 'a figure that was judged',
    isTrue: isAnyJudged,
  },
  { words: /(?<!没有|未)全部述法/u, needs: 'A4 reached', isTrue: (truth) => isReached(truth, 'A4') },
  {
    words: /推行镇、村两级法律顾问|两级法律顾问制度/u,
    needs: 'B5 above 0',
    isTrue: (truth) => isMore(truth, 'B5'),
  },
  {
    words: /法律顾问围绕[^。]*开展/u,
    needs: 'B6 or B8 above 0',
    isTrue: (truth) => isMore(truth, 'B6') || isMore(truth, 'B8'),
  },
  { words: /由法律顾问参与审核/u, needs: 'C6.1 above 0', isTrue: (truth) => isMore(truth, 'C6.1') },
  { words: /防范法律风险/u, needs: 'B6 above 0', isTrue: (truth) => isMore(truth, 'B6') },
  {
    words: /先审查后讨论/u,
    needs: 'decisions were made and B2 is reached',
    isTrue: (truth) => isMore(truth, 'B1') && isReached(truth, 'B2'),
  },
  {
    words: /(?:由|经)?集体讨论决定，不以个人意见/u,
    needs: 'decisions were made and B4 is reached',
    isTrue: (truth) => isMore(truth, 'B1') && isReached(truth, 'B4'),
  },
  {
    words: /依法征求意见/u,
    needs: 'B3 does not fall short',
    isTrue: (truth) => isReached(truth, 'B3') || isZero(truth, 'B3.2'),
  },
  {
    words: /落实[^。]*三项制度|严格执行[^。]*三项制度|三项制度(?:全面|得到)落实/u,
    needs: 'C6, C7 and C8 do not fall short, and one of them is known',
    isTrue: (truth) =>
      !['C6', 'C7', 'C8'].some((code) => isWeak(truth, code)) &&
      ['C6', 'C7', 'C8'].some((code) => valueOf(truth, code) !== null),
  },
  {
    words: /坚持主体合法、程序正当/u,
    needs: 'there were cases, nobody unqualified, C9 does not fall short',
    isTrue: (truth) => isMore(truth, 'C2') && !isMore(truth, 'D3') && !isWeak(truth, 'C9') && !isWeak(truth, 'C6'),
  },
  {
    words: /严格规范公正文明执法/u,
    needs: 'nobody unqualified enforces the law',
    isTrue: (truth) => !isMore(truth, 'D3'),
  },
  {
    words: /没有被纠错|无被纠错/u,
    needs: 'C10.2 above 0 and C10.3 is 0',
    isTrue: (truth) => isMore(truth, 'C10.2') && isZero(truth, 'C10.3'),
  },
  {
    words: /没有败诉|无败诉/u,
    needs: 'C11.1 above 0 and C11.2 is 0',
    isTrue: (truth) => isMore(truth, 'C11.1') && isZero(truth, 'C11.2'),
  },
  {
    words: /没有发生行政复议|未发生行政复议/u,
    needs: 'C10.1 is 0',
    isTrue: (truth) => isZero(truth, 'C10.1'),
  },
  {
    words: /没有发生行政诉讼|未发生行政诉讼/u,
    needs: 'C11.3 or C11.1 is 0 and none is pending',
    isTrue: (truth) => !isMore(truth, 'C11.1') && !isMore(truth, 'C11.3') && !isMore(truth, 'C11.4'),
  },
  {
    words: /均以委托机关名义作出/u,
    needs: 'C2.5 is C2',
    isTrue: (truth) => isMore(truth, 'C2.5') && equalValues(truth, 'C2.5', 'C2'),
  },
  {
    words: /群众广泛参与|把矛盾化解在基层|认真化解/u,
    needs: 'E6 and E8 do not fall short',
    isTrue: (truth) => !isWeak(truth, 'E6') && !isWeak(truth, 'E8'),
  },
  {
    words: /(?:开展|组织)群众性法治文化活动/u,
    needs: 'E1 above 0',
    isTrue: (truth) => isMore(truth, 'E1'),
  },
  {
    words: /推动法律进机关|以法治文化浸润人心/u,
    needs: 'E1 above 0',
    isTrue: (truth) => isMore(truth, 'E1'),
  },
  {
    words: /(?:法律顾问)覆盖率达到|法律顾问全覆盖|法律顾问实现全覆盖/u,
    needs: 'B5 reached',
    isTrue: (truth) => isReached(truth, 'B5'),
  },
  {
    words: /阵地的(?:行政)?村达到/u,
    needs: 'E3 reached',
    isTrue: (truth) => isReached(truth, 'E3'),
  },
  {
    words: /全部持证|持证率达到/u,
    needs: 'D2 reached',
    isTrue: (truth) => isReached(truth, 'D2'),
  },
  {
    words: /法治政府建设稳步推进|取得(?:了)?(?:明显|显著|积极)?(?:成效|进展)|取得一定进展/u,
    needs: 'something was done of what was due',
    isTrue: (truth) => someDone(truth) || truth.tally.overdue + truth.tally.unreported + truth.tally.unclear === 0,
  },
  {
    words: /没有判定为薄弱|工作的精细化程度和常态化水平还需提高/u,
    needs: 'no red line was crossed',
    isTrue: noRedLineCrossed,
  },
  {
    words: /包容审慎/u,
    needs: 'G6 or G6.1 above 0, given by somebody at least',
    isTrue: (truth) => ['G6', 'G6.1'].some((code) => !isZero(truth, code)),
  },
  {
    words: /各项任务属于长期任务/u,
    needs: 'all tasks are running',
    isTrue: ({ tally, world }) => tally.running === world.tasks.length,
  },
  {
    words: /正按计划推进/u,
    needs: 'tasks are running',
    isTrue: ({ tally }) => tally.running > 0,
  },
];

function equalValues(truth: Truth, left: string, right: string): boolean {
  const [a, b] = [valueOf(truth, left), valueOf(truth, right)];
  return a !== null && b !== null && a.above * b.below === b.above * a.below;
}

export const claimsOfSafety: readonly Claim[] = [
  {
    words: /没有发生生产安全事故|未发生生产安全事故|实现零事故/u,
    needs: 'H4 is 0',
    isTrue: (truth) => isZero(truth, 'H4'),
  },
  {
    words: /全部整改|全部完成|全部落实/u,
    needs: 'H1 reached',
    isTrue: (truth) => isReached(truth, 'H1') && noneLeft(truth),
  },
  {
    words: /没有判定为薄弱环节/u,
    needs: 'no red line was crossed',
    isTrue: noRedLineCrossed,
  },
];

/** What 三 speaks of as known. */
export const claimsOfPlan: readonly Claim[] = [
  {
    words: /对照查找出的差距|逐项销号/u,
    needs: 'a figure that fell short, or a task that is late',
    isTrue: (truth) => someFellShort(truth) || truth.tally.overdue > 0,
  },
  { words: /到期没有完成的任务/u, needs: 'tasks that are late', isTrue: ({ tally }) => tally.overdue > 0 },
  { words: /经批准延期的任务/u, needs: 'tasks that were put off', isTrue: ({ tally }) => tally.deferred > 0 },
];

/** Praise in 一 that cannot stand beside blame in 二. */
export const opposites: readonly (readonly [praise: RegExp, blame: RegExp])[] = [
  [/件件落实|全部完成|逐项销号/u, /到期没有完成|任务完成率/u],
  [/法律顾问覆盖率达到|法律顾问全覆盖/u, /法律顾问覆盖率/u],
  [/先审查后讨论/u, /合法性审查率|未经(?:合法性)?审查/u],
  [/不以个人意见/u, /集体讨论率/u],
  [/依法征求意见/u, /征求意见达标率/u],
  [/落实[^。]*三项制度/u, /公示率|全过程记录率|法制审核率/u],
  [/坚持主体合法、程序正当/u, /评查合格率|无资格参与执法/u],
  [/没有被纠错/u, /纠错率/u],
  [/没有败诉/u, /败诉率/u],
  [/(?<!没有|未)全部述法/u, /述法率/u],
  [/把矛盾化解在基层/u, /调解成功率|信访按期办结率/u],
  [/亲自部署/u, /专题研究法治会议次数|专题研究[^。]*0次/u],
  [/带头学法/u, /讲法治课次数/u],
];
