/**
 * Puts other data into a chart of the template: its look stays. What it shows is kept in the chart as references to the workbook
 * behind it, each with a copy of what it holds (ECMA-376 part 1, 21.2.2); both are made anew, so that they say the same.
 */
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { attribute, elementsOf, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { seriesCaches, type ChartData } from '../writing/chart-xml';
import { childrenNamed, findNamed } from './drawing-texts';

/** Plots whose series are a name, categories and values. */
const plots = /(?:^|:)(?:bar|bar3D|line|line3D|pie|pie3D|doughnut|ofPie|area|area3D|radar)Chart$/u;
/** Those that show one series only. */
const single = /(?:^|:)(?:pie|pie3D|ofPie)Chart$/u;

/** Why the chart cannot be refilled, and what to do; null where it can. */
export function chartFault(xml: XmlPart): readonly [reason: string, expected: string] | null {
  const area = findNamed(xml.root, 'plotArea');
  const found = area ? elementsOf(area).filter(({ name }) => name.endsWith('Chart')) : [];
  if (found.some(({ name }) => !plots.test(name)))
    return ['这种图表不能换数据', '请用柱形、折线、饼形、圆环、面积或雷达图'];
  return found.some((plot) => childrenNamed(plot, 'ser').length > 0)
    ? null
    : ['图表里没有系列', '请在 Word 里给图表留至少一个系列'];
}

/** The most series the chart can show. */
export function mostSeries(xml: XmlPart): number {
  const area = findNamed(xml.root, 'plotArea');
  const isSingle = area !== null && elementsOf(area).some(({ name }) => single.test(name));
  return isSingle ? 1 : 25;
}

/** The chart with the data; `book` is its relationship to the workbook behind it. */
export function refilledChart(xml: XmlPart, data: ChartData, book: string): string {
  const area = findNamed(xml.root, 'plotArea');
  const all = area ? elementsOf(area).filter(({ name }) => plots.test(name)) : [];
  const series = all.flatMap((plot) => childrenNamed(plot, 'ser'));
  const edits = series.map((each, at): TextEdit => {
    const text = at < data.series.length ? seriesXml(xml, each, data, { at, copied: false }) : '';
    return { start: each.start, end: each.end, text };
  });
  const last = series[series.length - 1];
  const more = data.series.slice(series.length).map((_, index) => {
    return last ? seriesXml(xml, last, data, { at: series.length + index, copied: true }) : '';
  });
  if (last && more.length > 0) edits.push({ start: last.end, end: last.end, text: more.join('') });
  const gone = all.filter((plot) => {
    const own = childrenNamed(plot, 'ser');
    return own.length > 0 && own.every((each) => series.indexOf(each) >= data.series.length);
  });
  return withEdits(xml.source, [...edits, ...emptied(xml, all, gone), ...bookEdits(xml, book)]);
}

/** Plots that have lost all their series go, and the axes that were theirs alone. */
function emptied(xml: XmlPart, all: readonly XmlElement[], gone: readonly XmlElement[]): readonly TextEdit[] {
  const axes = (plot: XmlElement): readonly (string | null)[] =>
    childrenNamed(plot, 'axId').map((each) => attribute(xml, each, 'val'));
  const used = new Set(all.filter((plot) => !gone.includes(plot)).flatMap(axes));
  const lost = gone.flatMap(axes).filter((id) => !used.has(id));
  const siblings = elementsOf(gone[0]?.parent ?? xml.root).filter(({ name }) => name.endsWith('Ax'));
  return [...gone, ...siblings.filter((axis) => axes(axis).some((id) => lost.includes(id)))].map(
    ({ start, end }): TextEdit => ({ start, end, text: '' }),
  );
}

/** The link to the workbook stands before the settings for print and the drawings that lie on the chart. */
function bookEdits({ root }: XmlPart, book: string): readonly TextEdit[] {
  const c = root.name.replace(/chartSpace$/u, '');
  const old = [...childrenNamed(root, 'pivotSource'), ...childrenNamed(root, 'externalData')];
  const next = elementsOf(root).find(({ name }) => /:?(?:printSettings|userShapes|extLst)$/u.test(name));
  const at = next?.start ?? root.innerEnd;
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const link = `<${c}externalData xmlns:r="${relationships}" r:id="${book}"><${c}autoUpdate val="0"/></${c}externalData>`;
  return [...old.map(({ start, end }): TextEdit => ({ start, end, text: '' })), { start: at, end: at, text: link }];
}

interface SeriesPlace {
  readonly at: number;
  /** Whether it is made after the last one of the template. */
  readonly copied: boolean;
}

/** What stands between index, order and name, and the categories (CT_BarSer and its like): the look. */
function seriesXml(xml: XmlPart, series: XmlElement, data: ChartData, { at, copied }: SeriesPlace): string {
  const format = formatOf(xml, series);
  const caches = seriesCaches(data, at, format);
  const children = elementsOf(series);
  const c = series.name.replace(/ser$/u, '');
  const local = ({ name }: XmlElement): string => name.slice(c.length);
  const index = String(at);
  const number = (name: string): string => {
    const own = children.find((each) => local(each) === name);
    return copied || !own ? `<${c}${name} val="${index}"/>` : sourceOf(xml, own);
  };
  const replaced = /^(?:idx|order|tx|cat|val)$/u;
  const look = children.filter((each) => !replaced.test(local(each)) && !isStale(xml, each, { data, copied }));
  const isBehind = (each: XmlElement): boolean => /^(?:smooth|shape|extLst)$/u.test(local(each));
  const before = look.filter((each) => !isBehind(each)).map((each) => lookXml(xml, each, { data, at, copied }));
  const behind = look.filter(isBehind).map((each) => sourceOf(xml, each));
  const shown =
    `<${c}cat>${renamed(caches.categories, c)}</${c}cat>` + `<${c}val>${renamed(caches.values, c)}</${c}val>`;
  const head = number('idx') + number('order') + renamed(caches.name, c);
  return `<${c}ser>${head}${before.join('')}${shown}${behind.join('')}</${c}ser>`;
}

function renamed(text: string, c: string): string {
  return c === 'c:' ? text : text.replace(/(<\/?)c:/gu, `$1${c}`);
}

function formatOf(xml: XmlPart, series: XmlElement): string {
  const values = childrenNamed(series, 'val')[0];
  const code = values && findNamed(values, 'formatCode');
  const text = code ? xml.source.slice(code.inner, code.innerEnd) : '';
  return text === '' ? 'General' : text;
}

interface Staleness {
  readonly data: ChartData;
  readonly copied: boolean;
}

/** What belongs to points or cells that are gone. */
function isStale(xml: XmlPart, element: XmlElement, { data, copied }: Staleness): boolean {
  if (/:?(?:dPt)$/u.test(element.name)) return copied || indexOf(xml, element) >= data.names.length;
  // Bars of errors and labels that are read from cells, and names of series that are hidden.
  if (/:?errBars$/u.test(element.name)) return /<\w+:(?:plus|minus)\b/u.test(sourceOf(xml, element));
  return /:?extLst$/u.test(element.name) && (copied || sourceOf(xml, element).includes('<c15:'));
}

function indexOf(xml: XmlPart, element: XmlElement): number {
  const index = childrenNamed(element, 'idx')[0];
  return Number((index && attribute(xml, index, 'val')) ?? 0);
}

/** Labels of points that are gone go; a series that was not in the template has the next colour. */
function lookXml(xml: XmlPart, element: XmlElement, { data, at, copied }: Staleness & SeriesPlace): string {
  const { start } = element;
  const gone = /:?dLbls$/u.test(element.name)
    ? childrenNamed(element, 'dLbl').filter((each) => copied || indexOf(xml, each) >= data.names.length)
    : [];
  const edits = gone.map((each) => ({ start: each.start - start, end: each.end - start, text: '' }));
  const text = withEdits(sourceOf(xml, element), edits);
  if (!copied || !/:?(?:spPr|marker)$/u.test(element.name)) return text;
  return text.includes('srgbClr') ? '' : text.replace(/"accent\d"/gu, `"accent${String((at % 6) + 1)}"`);
}
