/** A native chart as its own part (ECMA-376 part 1, chapter 21.2): values are cached, and stand in the workbook behind it. */
import type { Special } from '../../language/special';
import { escapeXml, legalXml } from '../package/xml-text';

export type Chart = Special & { readonly kind: 'chart' };

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const sheet = '数据';

/** The rows of the workbook behind the chart. */
export function chartRows({ names, label, series }: ChartData): readonly (readonly (string | number)[])[] {
  return [
    [label, ...series.map(({ name }) => name)],
    ...names.map((name, at) => [name, ...series.map(({ values }) => values[at] ?? '')]),
  ];
}

/** What of a chart is data. */
export type ChartData = Pick<Chart, 'names' | 'label' | 'series'>;

/** Name of the workbook's only sheet. */
export const chartSheet = sheet;

/** The part's XML; `workbook` is the relationship to the workbook behind it. */
export function chartXml(chart: Chart, workbook: string): string {
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const plots = { bar: barPlot, line: linePlot, pie: piePlot };
  const legend =
    chart.form === 'pie' || chart.series.length > 1
      ? '<c:legend><c:legendPos val="r"/><c:overlay val="0"/></c:legend>'
      : '';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<c:chartSpace xmlns:c="${drawing}/chart" xmlns:a="${drawing}/main" xmlns:r="${relationships}">` +
    '<c:date1904 val="0"/><c:roundedCorners val="0"/>' +
    `<c:chart>${titleXml(chart.title)}<c:plotArea><c:layout/>${plots[chart.form](chart)}</c:plotArea>${legend}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:externalData r:id="${workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

function titleXml(title: string): string {
  if (title === '') return '<c:autoTitleDeleted val="1"/>';
  const run = `<a:r><a:rPr lang="zh-CN" sz="1400" b="0"/><a:t>${plain(title)}</a:t></a:r>`;
  const text = `<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1400" b="0"/></a:pPr>${run}</a:p></c:rich></c:tx>`;
  return `<c:title>${text}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`;
}

function barPlot(chart: Chart): string {
  const series = seriesXml(chart, (at) => `${fill(colourAt(at))}<c:invertIfNegative val="0"/>`, '');
  const plot = '<c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>';
  return `<c:barChart>${plot}${series}<c:gapWidth val="80"/>${axisIds}</c:barChart>${axes}`;
}

function linePlot(chart: Chart): string {
  const line = (at: number): string =>
    `<c:spPr><a:ln w="28575"><a:solidFill><a:srgbClr val="${colourAt(at)}"/></a:solidFill></a:ln></c:spPr>` +
    `<c:marker><c:symbol val="circle"/><c:size val="6"/>${fill(colourAt(at))}</c:marker>`;
  const series = seriesXml(chart, line, '<c:smooth val="0"/>');
  const plot = '<c:grouping val="standard"/><c:varyColors val="0"/>';
  return `<c:lineChart>${plot}${series}<c:marker val="1"/>${axisIds}</c:lineChart>${axes}`;
}

function piePlot(chart: Chart): string {
  const series = seriesXml({ ...chart, series: chart.series.slice(0, 1) }, () => slices(chart), '');
  return `<c:pieChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="0"/></c:pieChart>`;
}

const palette = ['4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47', '264478', '9E480E', '636363', '997300'];

/** A document without theme has no colours of its own for the slices. */
function slices({ names }: Chart): string {
  const each = names.map((_, at) => {
    const colour = fill(colourAt(at));
    return `<c:dPt><c:idx val="${String(at)}"/><c:bubble3D val="0"/>${colour}</c:dPt>`;
  });
  return each.join('');
}

function colourAt(at: number): string {
  return palette[at % palette.length] ?? '4472C4';
}

function fill(colour: string): string {
  return `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr>`;
}

/** `look` (of the series at a place) and `last` are what the kind of chart has before the labels and at the end. */
function seriesXml(chart: Chart, look: (at: number) => string, last: string): string {
  const percent = chart.form === 'pie' ? '1' : '0';
  const shown = chart.form === 'pie' ? '0' : '1';
  const labels =
    `<c:dLbls><c:showLegendKey val="0"/><c:showVal val="${shown}"/><c:showCatName val="0"/>` +
    `<c:showSerName val="0"/><c:showPercent val="${percent}"/><c:showBubbleSize val="0"/></c:dLbls>`;
  const each = chart.series.map((_, at) => {
    const { name, categories, values } = seriesCaches(chart, at, 'General');
    const index = String(at);
    return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${name}${look(at)}${labels}<c:cat>${categories}</c:cat><c:val>${values}</c:val>${last}</c:ser>`;
  });
  return each.join('');
}

/** The references of a series to the workbook behind the chart, each with what it holds there. */
export interface SeriesCaches {
  /** All of `c:tx`. */
  readonly name: string;
  readonly categories: string;
  readonly values: string;
}

/** `format` is the number format of the values. */
export function seriesCaches({ names, series }: ChartData, at: number, format: string): SeriesCaches {
  const column = String.fromCharCode(66 + at);
  const end = String(names.length + 1);
  const count = `<c:ptCount val="${String(names.length)}"/>`;
  const { name, values } = series[at] ?? { name: '', values: [] };
  const points = values.map((value, index) => (value === null ? '' : point(index, String(value)))).join('');
  const text = (range: string, cache: string): string =>
    `<c:strRef><c:f>${sheet}!${range}</c:f><c:strCache>${cache}</c:strCache></c:strRef>`;
  return {
    name: `<c:tx>${text(`$${column}$1`, `<c:ptCount val="1"/>${point(0, plain(name))}`)}</c:tx>`,
    categories: text(`$A$2:$A$${end}`, count + names.map((each, index) => point(index, plain(each))).join('')),
    values:
      `<c:numRef><c:f>${sheet}!$${column}$2:$${column}$${end}</c:f><c:numCache>` +
      `<c:formatCode>${format}</c:formatCode>${count}${points}</c:numCache></c:numRef>`,
  };
}

function point(index: number, value: string): string {
  return `<c:pt idx="${String(index)}"><c:v>${value}</c:v></c:pt>`;
}

function plain(text: string): string {
  return escapeXml(legalXml(text));
}

const axisIds = '<c:axId val="111111111"/><c:axId val="222222222"/>';
const axes =
  '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>' +
  '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>' +
  '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="222222222"/><c:crosses val="autoZero"/>' +
  '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>' +
  '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>' +
  '<c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>' +
  '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
  '<c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>';
