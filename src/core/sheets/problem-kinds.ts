/** What a problem is about, in a word people filter by: the names of rules are for programs. */

/** The first that fits counts. */
const kinds: readonly (readonly [word: string, codes: RegExp])[] = [
  ['指标缺数', /^(?:figure-incomplete|figures-missing)$/u],
  ['报告待补', /^value-missing$/u],
  ['公开版', /^(?:public|outgoing)-/u],
  ['程序的文件', /^(?:results|ledger|history|journal|check-notes?|trace|sending|workspace)-/u],
  ['邮箱和发件箱', /^(?:mailbox|mail)-/u],
  ['台账读法', /^(?:rule|mapping|from)-/u],
  [
    '模板',
    /^(?:tag|template|block|helper|field|else|close|doc|data|chart|picture|path|limit|name|core|custom|extended|embedded|external)-|^(?:content-dropped|reference-lost|empty-table-mark|value-composite|number-of|not-applicable)$/u,
  ],
  ['文件', /^(?:file|zip|xml|link|workbook)-/u],
  ['单位和封面', /^(?:department|cover|filler|role)-/u],
  [
    '任务进展',
    /^(?:feedback|task|status|approval|done|completion|town|section)-|^(?:not-approved|hundred-not-done|deferred-before-due|steps-unreadable|day-without-done|line-missing|line-twice|frequency-and-count|fewer-than-promised)$/u,
  ],
  [
    '日期和时限',
    /^(?:deadline|day|as-of|cutoff|sign-date|holidays|monthly-day|time|year|due)-|^outside-period$|^counted-by-end$|^(?:upheld|lost|ended)-without-day$/u,
  ],
  [
    '表的样子',
    /^(?:column|header|heading|sheets?|merged|hidden|rows?|cells?|table|sub-rows|roster|options|periods?|shape|label|total-row|remark|nothing|example|struck)-|^(?:total-row|section-row)$/u,
  ],
  [
    '数字',
    /^(?:number|figures?|forms|things|integer|percent|money|unit|rate|typed-rate|total|details|crowd|joint|share|fewer|parts?|paid|changed|same|other|standards?|registers)-/u,
  ],
  [
    '设置和清单',
    /^(?:edition|organ|superior|level|hub|key|formula|indicator|direction|weak|weakness|cause|wording|narrative|choice|yes-no|code)-|^required-blank$/u,
  ],
  ['文字', /^(?:text|control)-/u],
];

/** The word for the name of a rule; 其他 for one that is nowhere listed. */
export function problemKind(code: string): string {
  return kinds.find(([, codes]) => codes.test(code))?.[0] ?? '其他';
}
