/** Puts pictures into a part: the file into the package, the drawing into the text. */
import { folderOf, relationshipsOf } from '../package/part-names';
import { chartRows, chartSheet, chartXml, type Chart, type ChartData } from './chart-xml';
import type { PackageEdits } from '../package/package-edits';
import { readPicture, type PictureFile } from '../package/picture-file';
import { sheetFile } from '../package/sheet-file';
import { escapeXml, legalXml } from '../package/xml-text';

/** What a picture is drawn from; `width` in centimetres, 0 for its own. */
export interface PictureOrder {
  readonly path: string;
  readonly width: number;
  readonly alt: string;
}

/** Gives the bytes of a picture by its path as the template writes it; null when there is none. */
export type PictureSource = (path: string) => Uint8Array | null;

const emuPerCentimetre = 360_000;
const emuPerPixel = 9525;
/** The text is no wider on any page of an official document. */
const maxWidth = 15.6 * emuPerCentimetre;
const maxHeight = 22 * emuPerCentimetre;

/** More columns than anybody can read. */
const maxPoints = 200;
/** Columns B to Z of the workbook behind the chart. */
const maxSeries = 25;

const mimeTypes = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const;
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';

export interface Embedded extends PictureFile {
  readonly id: string;
  /** The same picture as SVG, beside its PNG for programs that cannot show one. */
  readonly svg: string | null;
}

export class Drawings {
  private readonly part: string;
  private readonly edits: PackageEdits;
  private readonly source: PictureSource;
  private readonly known = new Map<string, Embedded | null>();

  /** `part` is the part the drawings stand in. */
  constructor(part: string, edits: PackageEdits, source: PictureSource) {
    this.part = part;
    this.edits = edits;
    this.source = source;
  }

  /** The content of a run, or null when there is no such picture. `number` is the drawing's own in the document. */
  picture({ path, width, alt }: PictureOrder, number: number): string | null {
    const embedded = this.embed(path);
    if (embedded === null) return null;
    const size = sizeOf(embedded, width);
    const extension = embedded.svg === null ? '' : svgExtension(embedded.svg);
    const name = escapeXml(legalXml(path.replace(/^.*\//u, '')));
    const content =
      `<pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr id="${String(number)}" name="${name}"/>` +
      '<pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>' +
      `<pic:blipFill><a:blip r:embed="${embedded.id}">${extension}</a:blip>` +
      '<a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>` +
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>';
    return inlineXml({ number, name, alt, size, uri: `${drawing}/picture`, content });
  }

  /** The content of a run, or null when there is nothing to draw or too much. */
  chart(chart: Chart, number: number): string | null {
    if (!isDrawable(chart, chart.form === 'pie' ? 1 : maxSeries)) return null;
    const id = storeChart(this.edits, this.part, { data: chart, make: (book) => chartXml(chart, book) });
    const content = `<c:chart xmlns:c="${drawing}/chart" r:id="${id}"/>`;
    const [wide, high] = [clamped(chart.width, maxWidth), clamped(chart.height, maxHeight)];
    const size = `cx="${String(wide)}" cy="${String(high)}"`;
    const alt = `${chart.title} ${chart.names.map((each, at) => [each, ...chart.series.map(({ values }) => String(values[at] ?? ''))].join(' ')).join('，')}`;
    const shown = escapeXml(legalXml(chart.title === '' ? (chart.series[0]?.name ?? '') : chart.title));
    return inlineXml({
      number,
      name: shown,
      alt: alt.trim().slice(0, 500),
      size,
      uri: `${drawing}/chart`,
      content,
    });
  }

  /** The picture in the package, stored when it is asked for first; null when there is no such picture. */
  embed(path: string): Embedded | null {
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const bytes = this.source(path);
    const file = bytes && readPicture(bytes);
    const embedded = bytes && file ? this.store(path, bytes, file) : null;
    this.known.set(path, embedded);
    return embedded;
  }

  private store(path: string, bytes: Uint8Array, file: PictureFile): Embedded | null {
    if (file.kind !== 'svg') return { ...file, id: this.relate(bytes, file.kind), svg: null };
    const fallback = this.source(path.replace(/\.svg$/iu, '.png'));
    if (fallback === null || readPicture(fallback)?.kind !== 'png') return null;
    return { ...file, id: this.relate(fallback, 'png'), svg: this.relate(bytes, 'svg') };
  }

  private relate(bytes: Uint8Array, kind: PictureFile['kind']): string {
    const folder = folderOf(this.part);
    const name = this.edits.freeName(`${folder}media/picture`, kind);
    this.edits.write(name, bytes);
    this.edits.setDefaultType(kind, mimeTypes[kind]);
    return this.edits.relate(this.part, 'image', name.slice(folder.length));
  }
}

/** Whether there is something to draw, and not too much. */
export function isDrawable({ names, series }: ChartData, most = maxSeries): boolean {
  return names.length > 0 && names.length <= maxPoints && series.length <= most;
}

interface StoredChart {
  readonly data: ChartData;
  /** The chart's XML; `book` is its relationship to the workbook behind it. */
  readonly make: (book: string) => string;
  /** Its relationships to others; none where it is not given. */
  readonly relationships?: string;
}

/** Puts a chart and the workbook behind it into the package; gives the id by which the part refers to it. */
export function storeChart(edits: PackageEdits, part: string, { data, make, relationships }: StoredChart): string {
  const folder = folderOf(part);
  const name = edits.freeName(`${folder}charts/chart`, 'xml');
  const book = edits.freeName(`${folder}embeddings/chart`, 'xlsx');
  edits.write(name, '');
  if (relationships !== undefined) edits.write(relationshipsOf(name), relationships);
  const widths = [24, ...data.series.map(() => 14)];
  edits.write(book, sheetFile({ title: chartSheet, rows: chartRows(data), widths }));
  edits.write(name, make(edits.relate(name, 'package', `../${book.slice(folder.length)}`)));
  edits.setType(name, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml');
  edits.setDefaultType('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  return edits.relate(part, 'chart', name.slice(folder.length));
}

/** At least a centimetre, at most what the page has room for; in EMU. */
function clamped(centimetres: number, most: number): number {
  return Math.round(Math.min(most, Math.max(1, centimetres) * emuPerCentimetre));
}

/** What makes a picture shown by its SVG where a program can. */
export function svgExtension(id: string): string {
  const space = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main';
  return (
    '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">' +
    `<asvg:svgBlip xmlns:asvg="${space}" r:embed="${id}"/></a:ext></a:extLst>`
  );
}

/** `cx="…" cy="…"` in EMU; the proportions are kept, and the page's text area is never left. */
function sizeOf({ width, height }: PictureFile, centimetres: number): string {
  const wished = centimetres > 0 ? centimetres * emuPerCentimetre : width * emuPerPixel;
  const wide = Math.min(wished, maxWidth, (maxHeight * width) / height);
  return `cx="${String(Math.max(1, Math.round(wide)))}" cy="${String(Math.max(1, Math.round((wide * height) / width)))}"`;
}

interface Inline {
  readonly number: number;
  readonly name: string;
  readonly alt: string;
  /** `cx="…" cy="…"`. */
  readonly size: string;
  readonly uri: string;
  readonly content: string;
}

/** A drawing that stands in the line of text. */
function inlineXml({ number, name, alt, size, uri, content }: Inline): string {
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return (
    `<w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" xmlns:a="${drawing}/main"` +
    ` xmlns:r="${relationships}" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>` +
    `<wp:docPr id="${String(number)}" name="${name}" descr="${escapeXml(legalXml(alt)).replace(/\s+/gu, ' ')}"/>` +
    `<a:graphic><a:graphicData uri="${uri}">${content}</a:graphicData></a:graphic></wp:inline></w:drawing>`
  );
}
