/** Words that belong to a time or to a kind of organ, and stand in a report of another. */
import { judged, together, type Verdict } from '../../offices/verdict';
import type { KindOfOrgan, Level } from '../plans/plan';
import type { Truth } from './truth';

/** What a report of these years may name. */
const dated: readonly (readonly [words: RegExp, from: number, to: number])[] = [
  [/二十大/u, 2022, 2027],
  [/二十届[^。]*四中全会/u, 2025, 2030],
  [/二十届[^。]*三中全会/u, 2024, 2030],
  [/“八五”普法/u, 2021, 2025],
  [/“九五”普法/u, 2026, 2030],
  [/“七五”普法/u, 2016, 2020],
  [/实施纲要（2021[－—–-]2025年）/u, 2021, 2025],
  [/法治宣传教育法/u, 2025, 2999],
  [/行政执法监督条例/u, 2026, 2999],
  [/信访工作条例/u, 2022, 2999],
];

/** Words of other kinds of organ. */
const ofOthers: Readonly<Record<KindOfOrgan, RegExp>> = {
  镇: /乡党委|街道|党工委|办事处|管委会|全乡|本乡/u,
  乡: /镇党委|全镇|本镇|镇、村|街道|党工委|办事处|管委会/u,
  街道: /镇|法治乡|管委会|乡党委|全乡/u,
  局: /镇|法治乡|街道|各村|(?<!乡)村、|、村|行政村|管委会|办事处|党工委/u,
  开发区: /镇|法治乡|街道|办事处/u,
};

/** Words of other levels above; 省、市 are above all of them. */
const ofLevels: Readonly<Record<Level, RegExp>> = {
  县: /[区市旗]委、[区市旗]政府|[区市旗]司法局|法治(?:城区|城市|旗域)|依法治[区市旗]/u,
  区: /[县市旗]委、[县市旗]政府|[县市旗]司法局|法治(?:县域|城市|旗域)|依法治[县市旗]/u,
  市: /[县区旗]委、[县区旗]政府|[县区旗]司法局|法治(?:县域|城区|旗域)|依法治[县区旗]/u,
  旗: /[县区市]委、[县区市]政府|[县区市]司法局|法治(?:县域|城区|城市)|依法治[县区市]/u,
};

/** One sentence of the program's own. */
export function judgeTimes(sentence: string, { world, isYearOver }: Truth): Verdict {
  const [ahead = ''] = isYearOver ? [] : (/全年|年末|一年来|年底前已|全年度/u.exec(sentence) ?? []);
  return together([
    judged('year that is not over', sentence, ahead === '', ahead, `the year up to ${world.asOf}`),
    ...dated.map(([words, from, to]) => {
      const isTimely = world.year >= from && world.year <= to;
      const [found = ''] = words.exec(sentence) ?? [];
      return judged('word of another time', sentence, isTimely || found === '', found, `${String(from)}–${String(to)}`);
    }),
  ]);
}

/** One sentence; names of the office, of its departments, tasks and laws say nothing. */
export function judgeOrgan(sentence: string, { world, plan }: Truth): Verdict {
  if (plan.edition !== 'rule-of-law') return together([]);
  const own = [
    ...Object.values(world.settings ?? {}).flatMap((cell) => ('text' in cell ? [cell.text] : [])),
    ...world.departments.map(({ name }) => name),
    ...world.tasks.map(({ title }) => title),
  ].filter((word) => word.length > 1);
  const text = own.reduce((rest, word) => rest.replaceAll(word, ''), sentence).replaceAll(/《[^》]*》/gu, '');
  const [found = ''] = ofOthers[plan.organ].exec(text) ?? ofLevels[plan.above].exec(text) ?? [];
  return judged(
    'word of another organ',
    sentence,
    found === '',
    found,
    `a report of ${plan.organ} below ${plan.above}`,
  );
}
