/**
 * A drawing of the template whose alternative text, link, chart or SmartArt holds tags: it stays as it is but for what they say. A
 * picture named in the alternative text comes into its frame, data named there into its chart.
 */
import { pictureHelper } from '../../language/helpers/document-helpers';
import { chartHelper } from '../../language/helpers/chart-helper';
import type { Frame } from '../../language/run';
import type { Special } from '../../language/special';
import { gapText } from '../../language/model';
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { unescapeXml, escapeXml, legalXml } from '../package/xml-text';
import type { LostDrawing } from '../writing/value-runs';
import { withPicture } from './fit-picture';
import { mayHoldTag, type PlacedText } from './placed-text';
import type { PlacedParts } from './placed-parts';
import { attributeOf, type PlacedPiece, type PlacedUnit } from './placed-unit';

/** An element whose attributes hold tags, and what of the drawing it names. */
interface Named {
  readonly start: number;
  readonly tag: string;
  readonly texts: readonly NamedText[];
  /** The fill of the picture it names; null for what is none. */
  readonly fill: Fill | null;
  readonly isPicture: boolean;
}

interface NamedText {
  readonly attribute: string;
  readonly text: PlacedText;
}

interface Fill {
  readonly start: number;
  readonly end: number;
  /** Width by height of the frame; null where nobody can tell. */
  readonly frame: number | null;
}

/** What is done to the drawing in each round. */
interface Plan {
  readonly xml: string;
  readonly named: readonly Named[];
  readonly parts: PlacedParts;
  readonly unit: PlacedUnit;
}

/** `docPr` names a drawing, `cNvPr` a picture or a shape within it. */
const naming = /<(?:\w+:)?(?:docPr|cNvPr)\b[^<>]*>/gu;
const attributes = ['descr', 'title'];

/** What writes a drawing in each round. `isReplaced`: another picture or data come into its frame. */
interface PlacedDrawing {
  readonly write: PlacedPiece;
  readonly isReplaced: boolean;
}

/** Null for a drawing that is only copied. */
export function placedDrawing(xml: string, unit: PlacedUnit): PlacedDrawing | null {
  const named = [...xml.matchAll(naming)].flatMap(({ 0: tag, index }) => namedIn(xml, { tag, start: index }, unit));
  const refills = named.some(({ texts }) => texts.some(({ text }) => text.helpers.has(chart)));
  const parts = unit.partsIn(xml, refills);
  if (named.length === 0 && !parts.isPlaced) return null;
  const plan = { xml, named, parts, unit };
  const fills = named.flatMap(({ fill, isPicture }) => (isPicture && fill ? [fill] : []));
  for (const { start, end } of fills) unit.replace(xml.slice(start, end));
  return { write: (frame) => written(plan, frame), isReplaced: refills || fills.length > 0 };
}

const [chart = ''] = chartHelper.names;

function namedIn(xml: string, { tag, start }: Pick<Named, 'tag' | 'start'>, unit: PlacedUnit): readonly Named[] {
  const texts = attributes.flatMap((attribute): readonly NamedText[] => {
    const source = attributeOf(tag, attribute);
    if (!mayHoldTag(source)) return [];
    return [{ attribute, text: unit.compile(unescapeXml(source), '替代文字') }];
  });
  if (texts.length === 0) return [];
  const fill = fillAfter(xml, start, tag);
  const helpers = new Set(texts.flatMap(({ text }) => [...text.helpers]));
  const isPicture = helpers.has(pictureHelper);
  if (isPicture && fill === null)
    unit.refuse(tag, '替代文字', ['里写了图片，可是这里不是图片', '请插入一张图片占位，再写它的替代文字']);
  if (helpers.has(chart) && !/<(?:\w+:)?chart\s/u.test(xml))
    unit.refuse(tag, '替代文字', ['里写了图表，可是这里不是图表', '请插入一个图表占位，再写它的替代文字']);
  return [{ start, tag, texts, fill, isPicture }];
}

/** The fill of the picture that comes after its name, and the proportions of its frame. */
function fillAfter(xml: string, start: number, tag: string): Fill | null {
  const rest = xml.slice(start);
  const open = /<(?:\w+:)?blipFill\b[^<>]*>/u.exec(rest);
  const close = /<\/(?:\w+:)?blipFill>/u.exec(rest);
  const next = rest.slice(tag.length).search(/<(?:\w+:)?(?:cNvPr)\b/u);
  const isNext = tag.includes('docPr') || next < 0 || (open !== null && open.index < next + tag.length);
  if (!open || !close || !isNext) return null;
  const end = close.index + close[0].length;
  // The fill of a shape stands behind the shape's extent, that of a picture before it.
  const isOfShape = /<(\/?)(?:\w+:)?spPr\b/u.exec(rest.slice(end))?.[1] === '/';
  const extents = isOfShape
    ? [...rest.slice(0, open.index).matchAll(extent)].slice(-1)
    : rest.slice(end).matchAll(extent);
  const [first] = extents;
  return { start: start + open.index, end: start + end, frame: first ? proportions(first) : null };
}

const extent = /<(?:\w+:)?ext\b[^<>]*?\scx="(\d+)"[^<>]*?\scy="(\d+)"/gu;

/** Width by height; null where there is none. */
function proportions([, wide, high]: RegExpExecArray): number | null {
  const frame = Number(wide) / Number(high);
  return frame > 0 && frame < Infinity ? frame : null;
}

function written({ xml, named, parts, unit }: Plan, frame: Frame): ReturnType<PlacedPiece> {
  const edits: TextEdit[] = [];
  let data: (Special & { readonly kind: 'chart' }) | null = null;
  for (const each of named) {
    const { tag, specials } = filledTag(each, frame);
    edits.push({ start: each.start, end: each.start + each.tag.length, text: tag });
    data = specials.find((special) => special.kind === 'chart') ?? data;
    const picture = specials.find((special) => special.kind === 'picture');
    if (!picture || !each.fill) continue;
    const embedded = unit.embed(picture.path);
    if (embedded === null) return lost(unit, { kind: '图片', name: picture.path });
    const { start, end, frame: own } = each.fill;
    edits.push({ start, end, text: withPicture(xml.slice(start, end), embedded, picture.fit, own) });
  }
  const related = parts.write(frame, data);
  if (related === null) return lost(unit, { kind: '图表', name: data?.title ?? '' });
  return { xml: unit.numbered(withEdits(xml, [...edits, ...related])), shown: '' };
}

/** The element with its attributes filled, and what they name beside text. A picture that says nothing has its own words. */
function filledTag(
  { tag, texts }: Named,
  frame: Frame,
): { readonly tag: string; readonly specials: readonly Special[] } {
  const specials: Special[] = [];
  const filled = texts.reduce((now, { attribute, text }) => {
    const value = text.fill(frame);
    specials.push(...value.specials);
    const words = value.specials.map((special) => (special.kind === 'picture' ? special.alt : ''));
    const shown = [value.text.trim(), ...words].filter((each) => each !== '').join(' ');
    const attributeText = escapeXml(legalXml(shown)).replace(/\s+/gu, ' ');
    return now.replace(new RegExp(`(\\s${attribute}\\s*=\\s*)("[^"<]*"|'[^'<]*')`, 'u'), (_, before: string) => {
      return `${before}"${attributeText}"`;
    });
  }, tag);
  return { tag: filled, specials };
}

/** A gap for all to see stands where the drawing was. */
function lost(unit: PlacedUnit, what: LostDrawing): ReturnType<PlacedPiece> {
  unit.lose(what);
  const gap = gapText(`${what.kind} ${what.name}`.trim());
  return { xml: unit.text(gap), shown: gap };
}
