/** The parts a drawing refers to – a chart, the data of SmartArt, addresses of links – which each round has of its own. */
import { folderOf, relationshipsOf } from '../package/part-names';
import type { Frame } from '../../language/run';
import { isAllowedLink } from '../outgoing/addresses';
import type { TextEdit } from '../outgoing/text-edits';
import type { PackageEdits } from '../package/package-edits';
import { readXml, type XmlPart } from '../package/read-xml';
import { legalXml } from '../package/xml-text';
import type { Chart } from '../writing/chart-xml';
import { isDrawable, storeChart } from '../writing/drawings';
import { drawingTexts } from './drawing-texts';
import { mayHoldTag, type PlacedText } from './placed-text';
import { chartFault, mostSeries, refilledChart } from './refill-chart';

/** The parts of one drawing. */
export interface PlacedParts {
  /** Whether any of them differs by round. */
  readonly isPlaced: boolean;
  /** Writes them for a round; gives what changes in the drawing, or null where a chart has nothing to show. */
  readonly write: (frame: Frame, data: Chart | null) => readonly TextEdit[] | null;
}

/** A relationship of the part that a piece refers to. */
export interface Referred {
  readonly id: string;
  readonly path: string;
}

export interface PartMeans {
  readonly edits: PackageEdits;
  /** The part that refers to the others. */
  readonly part: string;
  readonly compile: (text: string) => PlacedText;
}

/** Copies of a part with its texts filled; `type` is its content type, `relation` that of the relationship. */
interface CopyOrder {
  readonly path: string;
  readonly stem: string;
  readonly type: string;
  readonly relation: string;
}

const drawing = 'application/vnd.openxmlformats-officedocument.drawingml';

/** Writes the chart with its texts filled and, where `data` are given, other data; null where it is copied as it is. */
export function placedChart(
  { edits, part, compile }: PartMeans,
  { path }: Referred,
  refills: boolean,
): ChartWriter | null {
  const xml = readXml(edits.text(path) ?? '');
  if ('code' in xml) return null;
  const texts = drawingTexts(xml, compile);
  if (texts === null && !refills) return null;
  const fault = refills ? chartFault(xml) : null;
  if (fault !== null) return { fault, write: () => null };
  const most = mostSeries(xml);
  const write = (frame: Frame, data: Chart | null): string | null => {
    const filled = texts?.(frame) ?? xml.source;
    if (data === null) return copyPart(edits, part, chartOrder(path), filled);
    if (!isDrawable(data, most)) return null;
    const now = readXml(filled);
    const relationships = edits.text(relationshipsOf(path)) ?? undefined;
    const make = (book: string): string => ('code' in now ? filled : refilledChart(now, data, book));
    return storeChart(edits, part, { data, make, ...(relationships !== undefined && { relationships }) });
  };
  return { fault: null, write };
}

export interface ChartWriter {
  readonly fault: ReturnType<typeof chartFault>;
  /** The id of the relationship to the chart of the round; null where it has nothing to show. */
  readonly write: (frame: Frame, data: Chart | null) => string | null;
}

function chartOrder(path: string): CopyOrder {
  return { path, stem: 'charts/chart', type: `${drawing}.chart+xml`, relation: 'chart' };
}

/** Gives the id of the relationship to the copy. */
function copyPart(edits: PackageEdits, part: string, order: CopyOrder, text: string): string {
  const folder = folderOf(part);
  const name = edits.freeName(`${folder}${order.stem}`, 'xml');
  edits.write(name, text);
  edits.setType(name, order.type);
  const relationships = edits.text(relationshipsOf(order.path));
  if (relationships !== null) edits.write(relationshipsOf(name), relationships);
  return edits.relate(part, order.relation, name.slice(folder.length));
}

/** The data of SmartArt, and the picture of it that programs show until they lay it out anew. */
export interface Diagram {
  readonly data: string;
  readonly shown: string | null;
}

/** Writes data and picture with their texts filled; null where they hold none. */
export function placedDiagram(
  { edits, part, compile }: PartMeans,
  diagram: Diagram,
): ((frame: Frame) => string) | null {
  const data = partOf(edits, diagram.data);
  const shown = diagram.shown === null ? null : partOf(edits, diagram.shown);
  const texts = data && drawingTexts(data, compile);
  if (!data || !texts) return null;
  // A picture without the tags of the data shows something else: then there is none, and programs draw it anew.
  const pictureTexts = shown && drawingTexts(shown, compile);
  return (frame) => {
    const picture =
      pictureTexts && diagram.shown !== null
        ? copyPart(edits, part, diagramOrder(diagram.shown, 'Drawing'), pictureTexts(frame))
        : null;
    const text = texts(frame).replace(/(<(?:\w+:)?dataModelExt\b[^<>]*?\srelId=")[^"]*"/u, (_, before: string) => {
      return `${before}${picture ?? ''}"`;
    });
    return copyPart(edits, part, diagramOrder(diagram.data, 'Data'), picture === null ? withoutPicture(text) : text);
  };
}

function partOf(edits: PackageEdits, path: string): XmlPart | null {
  const xml = readXml(edits.text(path) ?? '');
  return 'code' in xml ? null : xml;
}

/** The extension that names the picture; a list of extensions that holds no other goes with it. */
function withoutPicture(text: string): string {
  const extension =
    /<(\w+:)ext\b[^<>]*>\s*<(?:\w+:)?dataModelExt\b[^<>]*(?:\/>|><\/(?:\w+:)?dataModelExt>)\s*<\/\1ext>/u;
  return text.replace(extension, '').replace(/<(\w+:)extLst>\s*<\/\1extLst>/u, '');
}

function diagramOrder(path: string, kind: 'Data' | 'Drawing'): CopyOrder {
  return kind === 'Data'
    ? { path, stem: 'diagrams/data', type: `${drawing}.diagramData+xml`, relation: 'diagramData' }
    : {
        path,
        stem: 'diagrams/drawing',
        type: 'application/vnd.ms-office.drawingml.diagramDrawing+xml',
        relation: 'http://schemas.microsoft.com/office/2007/relationships/diagramDrawing',
      };
}

/** A relationship to the address that the text gives; null where it lacks a value, or a reader may not be led there. */
export function linkAddress(text: PlacedText, frame: Frame): LinkAddress {
  const { text: filled, gaps } = text.fill(frame);
  const address = encoded(legalXml(filled).trim());
  const isWhole = /^(?:https?:\/\/[^/?#@\s]+(?:[/?#]|$)|mailto:[^\s@]+@[^\s@]+|#.)/iu.test(address);
  return { address: gaps === 0 && isAllowedLink(address) && isWhole ? address : null, shown: filled, gaps };
}

export interface LinkAddress {
  readonly address: string | null;
  /** As the text gives it. */
  readonly shown: string;
  readonly gaps: number;
}

/** A target with other signs is none, and programs call the document damaged; what is written in percent stays. */
function encoded(address: string): string {
  return encodeURI(address).replace(/%25([0-9A-F]{2})/giu, '%$1');
}

/** Whether a part holds tags in its texts. */
export function holdsTags(edits: PackageEdits, path: string): boolean {
  return mayHoldTag((edits.text(path) ?? '').replace(/<[^<>]*>/gu, ''));
}
