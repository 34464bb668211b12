/** Finds the parts of a workbook by their relationships: programs give them names of their own. */
import { oncePer } from '../../../core/base/once-per';
import { Refusal } from '../../../core/base/refusal';
import { posix } from 'node:path';
import { damagedText, readable, type XlsxParts } from './xlsx-guard';
import { eachChild, enterRoot } from './xlsx-elements';
import { xmlAttribute, findAttributes, nameCode, scanXml, unescaped, type XmlScan } from './xlsx-xml';

/** A sheet of cells, with the parts it is read from. */
interface SheetPart {
  readonly title: string;
  readonly hidden: boolean;
  readonly part: string;
  readonly notes: string | null;
  /** A drawing with the charts on it, in their order; null without one. */
  readonly drawing: { readonly part: string; readonly charts: readonly string[] } | null;
}

export interface WorkbookParts {
  /** In the order of the tabs. */
  readonly sheets: readonly SheetPart[];
  readonly texts: string | null;
  readonly styles: string | null;
  /** Dates are counted from 1904. */
  readonly from1904: boolean;
}

/** Far above any office's; each is read for itself. */
const mostSheets = 255;
const sheetsTag = nameCode('sheets');
const sheetTag = nameCode('sheet');
const propertiesTag = nameCode('workbookPr');
const relationshipTag = nameCode('Relationship');

/** The parts of the workbook `name`. Throws with a Chinese text. */
export function findParts(name: string, parts: XlsxParts): WorkbookParts {
  return readable(name, () => {
    const workbook = workbookPart(parts);
    const links = linksOf(parts, workbook);
    const { listed, from1904 } = readWorkbook(parts.read(workbook));
    const sheets = listed.flatMap(({ id, title, hidden }) => {
      const link = links.find((one) => one.id === id);
      // Sheets that hold one chart, or macros of old, have no cells.
      if (link && link.type !== 'worksheet') return [];
      const part = link && parts.find(link.target);
      if (part === undefined) throw new Refusal(damagedText(name, `找不到工作表“${title}”的内容`));
      const own = linksOf(parts, part);
      return [{ title, hidden, part, notes: partOfType(parts, own, 'comments'), drawing: drawingOf(parts, own) }];
    });
    if (sheets.length > mostSheets)
      throw new Refusal(`${name} 有 ${String(sheets.length)} 张工作表，没有读取，请删除多余的工作表`);
    if (sheets.length === 0 || new Set(sheets.map(({ part }) => part)).size < sheets.length) {
      throw new Refusal(damagedText(name));
    }
    return {
      sheets,
      from1904,
      texts: partOfType(parts, links, 'sharedStrings'),
      styles: partOfType(parts, links, 'styles'),
    };
  });
}

interface Link {
  readonly id: string;
  /** The last word of the relationship's type: strict and transitional files differ in what stands before. */
  readonly type: string;
  /** From the root of the archive. */
  readonly target: string;
}

function workbookPart(parts: XlsxParts): string {
  const linked = partOfType(parts, linksOf(parts, ''), 'officeDocument');
  return linked ?? 'xl/workbook.xml';
}

function partOfType(parts: XlsxParts, links: readonly Link[], type: string): string | null {
  const link = links.find((one) => one.type === type);
  return (link && parts.find(link.target)) ?? null;
}

function drawingOf(parts: XlsxParts, links: readonly Link[]): SheetPart['drawing'] {
  const part = partOfType(parts, links, 'drawing');
  if (part === null) return null;
  const charts = linksOf(parts, part).filter(({ type }) => type === 'chart');
  return { part, charts: charts.flatMap(({ target }) => parts.find(target) ?? []) };
}

/** What a part refers to within the archive; files outside of it are never followed. */
function linksOf(parts: XlsxParts, part: string): readonly Link[] {
  const { folder, rels } = placeOf(part);
  const found = parts.find(rels);
  return found === undefined ? [] : linksFrom(parts.read(found))(folder);
}

interface PartPlace {
  readonly folder: string;
  /** The part that lists what it refers to. */
  readonly rels: string;
}

/** By the part's name: most workbooks have parts of the same few. */
const places = new Map<string, PartPlace>();
const mostPlaces = 1000;

function placeOf(part: string): PartPlace {
  const known = places.get(part);
  if (known !== undefined) return known;
  const folder = posix.dirname(part);
  const place = { folder, rels: posix.join(folder, '_rels', `${posix.basename(part)}.rels`) };
  if (places.size < mostPlaces) places.set(part, place);
  return place;
}

/** The links that a part lists, by the folder from which they lead on. */
const linksFrom = oncePer((xml: Buffer) => {
  const written = readLinks(xml);
  const byFolder = new Map<string, readonly Link[]>();
  return (folder: string): readonly Link[] => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const links = written.map(({ id, type, target }) => ({
      ...{ id, type },
      target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    }));
    byFolder.set(folder, links);
    return links;
  };
});

/** With the targets as they are written. */
function readLinks(xml: Buffer): readonly Link[] {
  const scan = scanXml(xml);
  const links: Link[] = [];
  eachChild(scan, enterRoot(scan), (name) => {
    if (name !== relationshipTag || xmlAttribute(scan, 'TargetMode') === 'External') return;
    links.push({
      id: xmlAttribute(scan, 'Id') ?? '',
      type: (xmlAttribute(scan, 'Type') ?? '').replace(/^.*\//su, ''),
      target: xmlAttribute(scan, 'Target') ?? '',
    });
  });
  return links;
}

interface ListedSheet {
  readonly id: string;
  readonly title: string;
  readonly hidden: boolean;
}

interface ListedWorkbook {
  readonly listed: readonly ListedSheet[];
  readonly from1904: boolean;
}

const readWorkbook = oncePer((xml: Buffer): ListedWorkbook => {
  const scan = scanXml(xml);
  const own = enterRoot(scan);
  const listed: ListedSheet[] = [];
  let from1904 = false;
  eachChild(scan, own, (name) => {
    if (name === propertiesTag) from1904 = /^(?:1|true)$/u.test(xmlAttribute(scan, 'date1904') ?? '');
    if (name !== sheetsTag) return;
    eachChild(scan, own, (child) => {
      if (child === sheetTag) listed.push(listedSheet(scan));
    });
  });
  return { listed, from1904 };
});

function listedSheet(scan: XmlScan): ListedSheet {
  const attributes = findAttributes(scan);
  const valueOf = (wanted: RegExp): string => attributes.find(([name]) => wanted.test(name))?.[1] ?? '';
  // The relationship has a prefix, whatever it is called; the sheet's own attributes have none.
  const id = valueOf(/^r:id$/u) || valueOf(/:id$/u);
  return { id, title: unescaped(valueOf(/^name$/u)), hidden: /hidden/iu.test(valueOf(/^state$/u)) };
}
