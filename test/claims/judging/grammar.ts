/** What no sentence may look like: signs of the program, empty places, doubled marks, words that count wrongly. */
import { judged, together, type Verdict } from '../../offices/verdict';
import { sentencesIn, type Passage } from '../reading/passages';

/** Kind → what shows it. `【待补：…】` is looked at elsewhere: it may stand where somebody must write. */
const slips: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['braces', /\{\{|\}\}/u],
  ['word of the program', /undefined|NaN|null|\[object|Infinity/u],
  ['long decimals', /\d+\.\d{7,}/u],
  ['rounded digits left', /\d\.\d*0{3,}|\d\.\d*9{4,}/u],
  ['doubled mark', /[，。、；：！？][，。、；：！？]/u],
  ['mark at the beginning', /^[，。、；：）》”]/u],
  ['empty brackets', /（）|《》|“”|（[，、；]|[，、；]）/u],
  [
    'empty list',
    /其中[，。、]|分别是[。，]|包括[。，]|，是。|由分别|由抓紧|由个单位|[也都仍]是。|(?:共|数|率)为[，。]/u,
  ],
  ['heading of nothing', /(?:^|。)[^，。]{2,9}方面。/u],
  ['zero counted', /(?<![\d.])0项|零个/u],
  ['均 of one', /(?<!\d)1\p{L}{1,2}，均/u],
  ['none of one', /(?<!\d)1(\p{L}{1,2})，(?!.*\d).*没有一\1/u],
  ['approval of nothing', /经批准[，。、；]/u],
  ['whole as its part', /共安排(?:安全生产)?重点任务(\d+)项，其中[^，、\d]+\1项，/u],
  ['two joined as three', /按照《[^》]*》、普法责任制/u],
  ['cases as a rate', /率(?:为|达到|是)?\d+\p{L}{1,2}中\d/u],
  ['more of nothing', /^(?!.*作出行政处罚决定).*另作出不予|^(?!.*应出庭).*，已出庭/u],
  ['left twice', /尚未审结[^。]*尚未审结/u],
  ['two for 二', /二个(?!月)/u],
  ['以下一个', /以下一个方面|以下一项/u],
  ['number without a digit', /(?<!\d)(?:年度)年，|共项|任务项/u],
  ['percent twice', /%%|万元万元/u],
];

/** One sentence. */
export function judgeGrammar(sentence: string): Verdict {
  return together([
    ...slips.map(([kind, pattern]) => {
      const [found = ''] = pattern.exec(sentence) ?? [];
      return judged(kind, sentence, found === '', found, 'nothing of the kind');
    }),
    ...respectively(sentence),
  ]);
}

/** 分别 is for two and more. */
function respectively(sentence: string): readonly Verdict[] {
  const lists = [...sentence.matchAll(/分别(?:是|为)([^，。；]+)/gu), ...sentence.matchAll(/由([^，。；]+?)分别/gu)];
  return lists.map(([all, list = '']) => judged('分别 with one', sentence, /[、和及]/u.test(list), all, 'two or more'));
}

/** A statement that stands twice in a part says nothing the second time; short ones may. */
export function judgeDoubles(passages: readonly Passage[]): Verdict {
  const seen = new Set<string>();
  return together(
    passages
      .flatMap(({ text }) => sentencesIn(text))
      .filter((sentence) => sentence.length >= 10)
      .map((sentence) => {
        const isNew = !seen.has(sentence);
        seen.add(sentence);
        return judged('said twice', sentence, isNew, 'twice', 'once');
      }),
  );
}
