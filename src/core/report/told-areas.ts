/** The weak areas in the words that report, screen and 结果 print: the chosen texts with their figures filled in. */
import { placeText, placeTexts } from '../base/place';
import type { Problem, Result } from '../base/problem';
import type {
  AreaFinding,
  Findings,
  PlanItem,
  PrintedText,
  SaidPart,
  SaidText,
  ToldArea,
  WeakItem,
} from '../findings/findings';
import type { Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';
import { gapText } from '../../engine/fill';
import { dictionaryOf, modelWhenAsked } from './declare';
import { valueFields } from './fields';
import { fillOwnText, type OwnTextWords } from './own-text';
import { bare } from './wording';

/** How every gap begins. */
const gapMark = gapText('').slice(0, -1);

const none: PrintedText = { text: '', sources: [] };

interface Told {
  readonly rows: Rows;
  readonly settings: Settings;
  readonly areas: Result<readonly ToldArea[]>;
}

const toldByFindings = new WeakMap<Findings, Told>();

/**
 * The areas in their order; a text with a mistake in its tags is left out and reported at its cell. Worked out once for the report,
 * the screen and 结果.
 */
export function toldAreas(findings: Findings, rows: Rows, settings: Settings): Result<readonly ToldArea[]> {
  const known = toldByFindings.get(findings);
  if (known?.rows === rows && known.settings === settings) return known.areas;
  const areas = areasTold(findings, rows, settings);
  toldByFindings.set(findings, { rows, settings, areas });
  return areas;
}

function areasTold(findings: Findings, rows: Rows, settings: Settings): Result<readonly ToldArea[]> {
  const fields = valueFields(rows, settings.edition);
  const vocabulary = { model: modelWhenAsked(fields, { findings, rows, settings }), dictionary: dictionaryOf(fields) };
  const problems: Problem[] = [];
  const print: Print = (said) => {
    const printed = printedText(said, vocabulary);
    problems.push(...printed.problems);
    return printed.value;
  };
  return { value: findings.areas.map((area) => toldArea(area, print)), problems };
}

type Print = (said: SaidText) => PrintedText;
type ToldItem = ToldArea['items'][number];

/** Texts of the edition are held right by the build; of them nothing is told. */
function printedText({ text, place }: SaidText, vocabulary: OwnTextWords): Result<PrintedText> {
  const said = bare(text);
  if (said === '') return { value: none, problems: [] };
  const sources = place === null ? [] : [placeText(place)];
  if (!said.includes('{{')) return { value: { text: said, sources }, problems: [] };
  const filled = fillOwnText(said, place ?? { file: '' }, vocabulary);
  const problems = place === null ? [] : filled.problems;
  if (filled.value === null) return { value: none, problems };
  return {
    value: {
      text: bare(filled.value.text),
      sources: place === null ? filled.value.sources.slice(1) : filled.value.sources,
    },
    problems,
  };
}

function toldArea(finding: AreaFinding, print: Print): ToldArea {
  const shared = {
    problem: print(finding.shared.problem),
    cause: print(finding.shared.cause),
    action: print(finding.shared.action),
  };
  const own = finding.items.map((item) => ({ covered: item.covered, item: toldItem(item, print) }));
  const said = (part: SaidPart): PrintedText =>
    joined([shared[part], ...own.filter(({ covered }) => !covered.includes(part)).map(({ item }) => item[part])], '；');
  const items = own.map(({ covered, item }) => ({
    ...item,
    cause: covered.includes('cause') ? shared.cause : item.cause,
    action: covered.includes('action') ? shared.action : item.action,
  }));
  return {
    finding,
    problem: said('problem'),
    figures: joined(
      items.map(({ figures }) => figures),
      '；',
    ),
    cause: said('cause'),
    items,
    plans: plansOf(finding, items),
  };
}

function toldItem({ finding, lead, plan, ...said }: WeakItem, print: Print): ToldItem {
  const problem = print(said.problem);
  return {
    finding,
    problem: problem.text === '' ? { text: `${finding.indicator.name}没有达到标准`, sources: [] } : problem,
    figures: withTrend(finding, print(said.figures)),
    cause: print(said.cause),
    action: print(said.action),
    lead,
    plan,
  };
}

/** Figures with a gap in them are of another formula than the text was written for. */
function withTrend(finding: WeakItem['finding'], { text, sources }: PrintedText): PrintedText {
  const isWhole = text !== '' && !text.includes(gapMark);
  const told = isWhole ? text : figurePhrase(finding);
  const from = isWhole ? sources : placeTexts(finding.sources);
  return { text: finding.trend === '' ? told : `${told}，${finding.trend}`, sources: from };
}

/** `执法人员持证率为79.2%`; where counts stand for a rate: `案卷评查合格率按件数计为2件中1件`. */
function figurePhrase({ indicator, numerator, text }: WeakItem['finding']): string {
  const isCount = indicator.kind === 'rate' && numerator !== null && text.includes('中');
  return `${indicator.name}${isCount ? '按件数计为' : '为'}${text}`;
}

/** What is said once, each thing once; texts with commas of their own are told apart by the heavier sign. */
function joined(texts: readonly PrintedText[], sign?: string): PrintedText {
  const said = texts.filter(({ text }) => text !== '');
  const between = sign ?? (said.some(({ text }) => text.includes('，')) ? '；' : '，');
  return {
    text: [...new Set(said.map(({ text }) => text))].join(between),
    sources: [...new Set(said.flatMap(({ sources }) => sources))],
  };
}

/** Within a sentence, as `甲、乙和丙`; texts with commas of their own as `joined`. */
function listed(texts: readonly PrintedText[]): PrintedText {
  const { text, sources } = joined(texts);
  const parts = [...new Set(texts.map((one) => one.text).filter((one) => one !== ''))];
  const last = parts[parts.length - 1];
  if (last === undefined || parts.length < 2 || text.includes('；')) return { text, sources };
  return { text: `${parts.slice(0, -1).join('、')}和${last}`, sources };
}

/** The measures, each once with all that it is for; led by whoever leads all of it. */
function plansOf({ area, isWeakness }: AreaFinding, items: readonly ToldItem[]): readonly PlanItem[] {
  const actions = [...new Set(items.map(({ action }) => action.text))].filter((text) => text !== '');
  return actions.flatMap((text) => {
    const own = items.filter(({ action }) => action.text === text);
    const leads = new Set(own.map(({ lead }) => lead));
    const [first] = own;
    if (first === undefined) return [];
    return {
      ...{ area, isWeakness, action: first.action, plan: first.plan },
      lead: leads.size === 1 ? first.lead : '',
      indicators: own.map(({ finding }) => finding),
      problem: listed(own.map(({ problem }) => problem)),
    };
  });
}
