/**
 * What of a part is filled although it stands outside of its text: alternative texts, pictures, charts and SmartArt of drawings,
 * addresses of links. Everything else of a part is told by `findStrayTags`.
 */
import { relationshipsOf, resolved } from '../package/part-names';
import type { Frame } from '../../language/run';
import type { Scope } from '../../language/scope';
import { isAllowedField } from '../outgoing/field-codes';
import { filterRelationships, type Relationship } from '../outgoing/filter-relationships';
import type { PartFile } from '../package/open-package';
import type { PackageEdits } from '../package/package-edits';
import { utf8Text } from '../package/utf8-text';
import { escapeXml, legalXml, unescapeXml } from '../package/xml-text';
import type { Drawings } from '../writing/drawings';
import type { PartWriter } from '../writing/part-writer';
import { placedDrawing } from './placed-drawing';
import {
  holdsTags,
  linkAddress,
  placedChart,
  placedDiagram,
  type LinkAddress,
  type PartMeans,
  type PlacedParts,
} from './placed-parts';
import { mayHoldTag, type PlacedText, type PlacedTexts } from './placed-text';
import { cut, decodedTarget, withAttribute } from './cut-pieces';
import { hasPlacedTag, linkCode, textAttributes } from './placed-marks';
import { attributeOf, type PlacedPiece, type PlacedUnit } from './placed-unit';

/** What the objects of one document have in common. */
export interface PlacedMeans {
  readonly texts: PlacedTexts;
  readonly edits: PackageEdits;
}

/** The objects of one part. */
export class PlacedObjects {
  /** Links that were left out of the filled part, each as it was to be. */
  readonly badLinks: string[] = [];
  private readonly file: PartFile;
  private readonly means: PlacedMeans;
  private readonly related: ReadonlyMap<string, Relationship>;
  private readonly tagged: ReadonlySet<string>;
  private any: boolean | undefined;
  /** Ids of relationships that rounds of their own have taken the place of. */
  private readonly replaced = new Set<string>();

  constructor(file: PartFile, means: PlacedMeans) {
    this.file = file;
    this.means = means;
    const { kept } = filterRelationships(means.edits.text(relationshipsOf(file.path)) ?? '', file.path);
    this.related = new Map(kept.map((each) => [each.id, each]));
    this.tagged = new Set(kept.filter((each) => this.isTagged(each)).map(({ id }) => id));
  }

  /** False where the part has none: then nothing needs to be looked at. */
  get isAny(): boolean {
    return (this.any ??= this.tagged.size > 0 || hasPlacedTag(this.file.xml.source));
  }

  /** The XML in pieces: what is copied, and what each round writes. */
  pieces(xml: string, scope: Scope, writer: PartWriter): readonly (string | PlacedPiece)[] {
    const unit = this.unitOf(scope, writer);
    return cut(xml).reduce<(string | PlacedPiece)[]>((pieces, text) => {
      const piece = this.piece(text, unit) ?? text;
      const last = pieces[pieces.length - 1];
      if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
      else pieces.push(piece);
      return pieces;
    }, []);
  }

  /** `written`: parts by path. What the part refers to no more goes: the template's own pictures, charts, data and addresses with tags. */
  finish(written: ReadonlyMap<string, Uint8Array>): void {
    const { edits } = this.means;
    const bytes = written.get(this.file.path);
    if (bytes === undefined || this.tagged.size + this.replaced.size === 0) return;
    const xml = utf8Text(bytes);
    const gone = [...this.related.values()].filter(({ id, type }) => {
      return type === 'hyperlink' ? this.tagged.has(id) : this.replaced.has(id) && !xml.includes(`"${id}"`);
    });
    edits.unrelate(this.file.path, new Set(gone.map(({ id }) => id)));
    for (const { type, target } of gone) if (type !== 'hyperlink') edits.removeUnused(resolved(this.file.path, target));
  }

  /** Paths of the parts whose texts are filled where the part refers to them. */
  paths(): readonly string[] {
    return [...this.tagged].flatMap((id) => {
      const related = this.related.get(id);
      if (related === undefined || related.type === 'hyperlink') return [];
      const path = resolved(this.file.path, related.target);
      const shown = related.type === 'diagramData' ? this.pictureOf(path) : undefined;
      return shown ? [path, resolved(this.file.path, shown.target)] : [path];
    });
  }

  /** What SmartArt is shown by, from its data. */
  private pictureOf(data: string): Relationship | undefined {
    const text = this.means.edits.text(data) ?? '';
    const start = text.indexOf('dataModelExt');
    const tag = start < 0 ? '' : text.slice(start, text.indexOf('>', start) + 1);
    return this.related.get(/\srelId="([^"]*)"/u.exec(tag)?.[1] ?? '');
  }

  /** Paths of the charts that get other data, with their own workbooks. */
  readonly refilled = new Set<string>();

  private isTagged({ type, target }: Relationship): boolean {
    if (type === 'hyperlink') return mayHoldTag(target);
    return /^(?:chart|diagramData)$/u.test(type) && holdsTags(this.means.edits, resolved(this.file.path, target));
  }

  private piece(xml: string, unit: PlacedUnit): PlacedPiece | null {
    if (xml.startsWith('<w:drawing')) return this.drawing(xml, unit);
    if (xml.startsWith('<w:instrText')) return this.code(xml, unit);
    return xml.startsWith('<') ? this.element(xml, unit) : null;
  }

  /** A drawing with what programs show instead that cannot show it: that is none of another picture. */
  private drawing(xml: string, unit: PlacedUnit): PlacedPiece | null {
    const end = xml.lastIndexOf('</w:drawing>') + '</w:drawing>'.length;
    const [own, instead] = [xml.slice(0, end), xml.slice(end)];
    const placed = placedDrawing(own, unit);
    const isReplaced = placed?.isReplaced === true;
    if (isReplaced) unit.replace(instead);
    const rest = isReplaced ? [/^<\/[^>]*>|$/u.exec(instead)?.[0] ?? ''] : cut(instead);
    const pieces = rest.map((each) => (isReplaced ? null : this.piece(each, unit)) ?? each);
    if (placed === null && pieces.every((each) => typeof each === 'string')) return null;
    return (frame) => {
      const { xml: drawn, shown } = placed?.write(frame) ?? { xml: unit.numbered(own), shown: '' };
      return { xml: drawn + pieces.map((each) => (typeof each === 'string' ? each : each(frame).xml)).join(''), shown };
    };
  }

  /** A start tag: its link, and texts in its attributes. */
  private element(tag: string, unit: PlacedUnit): PlacedPiece | null {
    const attributes = textAttributes.filter((name) => mayHoldTag(attributeOf(tag, name)));
    const texts = attributes.map((name) => ({
      name,
      text: unit.compile(unescapeXml(attributeOf(tag, name)), wordsFor(name)),
    }));
    for (const { text } of texts)
      if (text.helpers.has('图片') || text.helpers.has('图表'))
        unit.refuse(tag, '替代文字', ['里写了图片或图表，可是这里换不了', '请写在图片、图表自己的替代文字里']);
    const id = linkOf(tag);
    const link = this.tagged.has(id) ? this.linkText(id, unit) : null;
    if (texts.length === 0 && link === null) return null;
    return (frame) => {
      const named = texts.reduce((now, { name, text }) => withAttribute(now, name, text.fill(frame).text), tag);
      return { xml: link === null ? unit.numbered(named) : this.linked(named, linkAddress(link, frame)), shown: '' };
    };
  }

  private linkText(id: string, unit: PlacedUnit): PlacedText {
    const target = this.related.get(id)?.target ?? '';
    return unit.compile(decodedTarget(target), '链接地址');
  }

  /** The link to its address of the round; without one that a reader may be led to, its text alone. */
  private linked(tag: string, link: LinkAddress): string {
    const { edits } = this.means;
    if (link.address === null) {
      if (link.gaps === 0) this.badLinks.push(link.shown);
      return /^<\w+:hlink/u.test(tag) ? '' : tag.replace(/\s\w+:id="[^"]*"/u, '');
    }
    const id = edits.relate(this.file.path, 'hyperlink', link.address, true);
    return tag.replace(/(\s\w+:id=")[^"]*"/u, (_, before: string) => `${before}${id}"`);
  }

  /** The code of a link as other programs write it: `HYPERLINK "…"`. */
  private code(xml: string, unit: PlacedUnit): PlacedPiece | null {
    const [, open = '', code = '', close = ''] = /^(<[^<>]*>)([^<]*)(<.*)$/su.exec(xml) ?? [];
    const plain = unescapeXml(code);
    if (!mayHoldTag(plain)) return null;
    const [, head = '', target = '', rest = ''] = linkCode.exec(plain) ?? [];
    const text = unit.compile(target, '链接地址');
    return (frame) => {
      const link = linkAddress(text, frame);
      if (link.address === null && link.gaps === 0) this.badLinks.push(link.shown);
      const now = `${head}${(link.address ?? '').replace(/\\/gu, '%5C').replace(/"/gu, '%22')}${rest}`;
      const isKept = link.address !== null && isAllowedField({ code: now, holdsFields: false, holdsText: false });
      return { xml: `${open}${escapeXml(isKept ? now : nowhere)}${close}`, shown: '' };
    };
  }

  private unitOf(scope: Scope, writer: PartWriter): PlacedUnit {
    const { texts, edits } = this.means;
    const { path, label } = this.file;
    const spot = (what: string): string => `${label === '' ? '正文' : label}的${what}`;
    const drawings: Drawings = writer.values.drawings;
    const compile: PlacedUnit['compile'] = (text, what) => texts.compile(text, scope, spot(what));
    return {
      compile,
      refuse: (tag, what, [reason, expected]) => {
        texts.refuse(unescapeXml(attributeOf(tag, 'descr')), spot(what), [`${spot(what)}${reason}`, expected]);
      },
      partsIn: (drawing, refills) => {
        const means = { edits, part: path, compile: (text: string) => compile(text, '图表、SmartArt 文字') };
        return this.partsIn(drawing, refills, { ...means, unit: () => this.unitOf(scope, writer) });
      },
      embed: (picture) => drawings.embed(picture),
      replace: (old) => {
        for (const [, id = ''] of old.matchAll(/\s\w+:(?:embed|link|id)="([^"]*)"/gu)) this.replaced.add(id);
      },
      lose: (what) => {
        writer.values.lost.push(what);
      },
      numbered: (drawing) =>
        drawing.replace(/(<wp:docPr\b[^<>]*?\bid=")\d+(?=")/u, `$1${String(writer.nextPicture())}`),
      text: (text) => `<w:t xml:space="preserve">${escapeXml(legalXml(text))}</w:t>`,
    };
  }

  private partsIn(xml: string, refills: boolean, means: PartMeans & { readonly unit: () => PlacedUnit }): PlacedParts {
    const pieces = [...xml.matchAll(/<(?:\w+:)?(?:chart|relIds|hlink\w+)\s[^<>]*>/gu)].flatMap(({ 0: tag, index }) => {
      const write = this.partWriter(tag, refills, means);
      return write ? [{ start: index, tag, write }] : [];
    });
    return {
      isPlaced: pieces.length > 0,
      write: (frame, data) => {
        const edits = pieces.map(({ start, tag, write }) => ({
          start,
          end: start + tag.length,
          text: write(frame, data),
        }));
        return edits.every(({ text }) => text !== null)
          ? edits.map((edit) => ({ ...edit, text: edit.text ?? '' }))
          : null;
      },
    };
  }

  /** What writes an element that refers to another part; null where it is the same in each round. */
  private partWriter(
    tag: string,
    refills: boolean,
    means: PartMeans & { readonly unit: () => PlacedUnit },
  ): ((frame: Frame, data: Parameters<PlacedParts['write']>[1]) => string | null) | null {
    if (/^<(?:\w+:)?hlink/u.test(tag)) {
      const write = this.element(tag, means.unit());
      return write && ((frame) => write(frame).xml);
    }
    const attribute = /^<(?:\w+:)?relIds/u.test(tag) ? 'dm' : 'id';
    const id = new RegExp(`\\s\\w+:${attribute}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
    const write = this.relatedWriter(id, refills, means);
    if (write === null) return null;
    this.replaced.add(id);
    return (frame, data) => {
      const now = write(frame, data);
      return now === null ? null : tag.replace(`:${attribute}="${id}"`, `:${attribute}="${now}"`);
    };
  }

  private relatedWriter(id: string, refills: boolean, means: PartMeans): ReturnType<PlacedObjects['chartWriter']> {
    const related = this.related.get(id);
    if (related?.type === 'chart') return this.chartWriter(id, refills, means);
    if (related?.type !== 'diagramData') return null;
    const data = resolved(this.file.path, related.target);
    const shown = this.pictureOf(data);
    const path = shown ? resolved(this.file.path, shown.target) : null;
    const write = placedDiagram(means, { data, shown: path });
    if (write !== null && shown) this.replaced.add(shown.id);
    return write;
  }

  private chartWriter(
    id: string,
    refills: boolean,
    means: PartMeans,
  ): ((frame: Frame, data: Parameters<PlacedParts['write']>[1]) => string | null) | null {
    const path = resolved(this.file.path, this.related.get(id)?.target ?? '');
    const writer = placedChart(means, { id, path }, refills);
    if (writer?.fault)
      this.means.texts.refuse('图表', `${this.file.label === '' ? '正文' : this.file.label}的图表`, writer.fault);
    if (writer && refills) this.refilled.add(path);
    return writer?.write ?? null;
  }
}

/** A link that leads nowhere, in place of one that may not stay. */
const nowhere = ' HYPERLINK \\l "" ';

function wordsFor(attribute: string): string {
  return attribute.endsWith('tooltip') ? '超链接的屏幕提示' : '替代文字';
}

function linkOf(tag: string): string {
  return /^<\w+:(?:hyperlink|hlink\w+)\s/u.test(tag) ? (/\s\w+:id="([^"]*)"/u.exec(tag)?.[1] ?? '') : '';
}
