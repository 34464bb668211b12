/** Collects what a part prints, in output order, as few steps as possible: literal XML is joined until something must run. */
import { applyAction, Assembler } from '../../language/assemble';
import type { Action } from '../../language/compile-tags';
import type { Step } from '../../language/run';
import type { PartWriter } from './part-writer';
import { repeatedPieces, type NoteKind, type PrintNote, type RepeatMeans } from './repeated-marks';
import type { RoundIds } from './round-ids';
import type { PlacedPiece } from '../placed/placed-unit';
import { RangeMarks } from '../parts/range-marks';
import { childOf, openTag, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { escapeXml } from '../package/xml-text';

export class Emitter {
  readonly writer: PartWriter;
  readonly part: XmlPart;
  readonly ranges: RangeMarks;
  /** Names the paragraph being put down while it may vanish; empty otherwise. */
  vanishing = '';
  /** True: all of it may be written more than once. */
  private readonly repeated: boolean;
  private readonly means: EmitterMeans;
  private readonly assembler = new Assembler();
  private xml = '';
  private shown = '';
  private run: XmlElement | null = null;
  private inText = false;

  constructor(part: XmlPart, writer: PartWriter, means: EmitterMeans) {
    this.part = part;
    this.writer = writer;
    this.means = means;
    this.repeated = means.repeated;
    this.ranges = new RangeMarks();
  }

  /** Name of the innermost loop, in all parts of the document; empty outside of loops. */
  get loop(): string {
    const { loop } = this.assembler;
    return loop === null ? (this.repeated ? this.means.path : '') : `${this.means.path} ${String(loop)}`;
  }

  /** See `Assembler`. */
  get branch(): Assembler['branch'] {
    return this.assembler.branch;
  }

  /** The branches of blocks we are in. */
  get path(): string {
    return this.assembler.path;
  }

  /** XML outside of runs. */
  markup(xml: string): void {
    this.closeRun();
    this.xml += xml;
  }

  /** XML put down where we are, inside or outside of a run. */
  raw(xml: string): void {
    this.endText();
    this.xml += xml;
  }

  /** A paragraph's content as it was written, and the text it shows. */
  literal(xml: string, shown: string): void {
    this.markup(xml);
    this.shown += shown;
  }

  /** Writes something with runs of its own (a text box) into the open run. */
  suspendRun(write: () => void): void {
    const { run } = this;
    this.endText();
    this.run = null;
    write();
    this.run = run;
  }

  /** Text with the look of a run. */
  text(run: XmlElement, text: string): void {
    if (text === '') return;
    this.openText(run);
    this.xml += escapeXml(text);
    this.shown += text;
  }

  /** Something else in a run; `shown` stands for it in the text. */
  object(run: XmlElement, xml: string, shown: string): void {
    this.openRun(run);
    this.xml += xml;
    this.shown += shown;
  }

  /** What a tag prints, with the look of a run: inside it, or in runs of its own. */
  value(run: XmlElement, step: Step, own: boolean): void {
    if (!own && !this.writer.values.always) {
      this.openText(run);
      this.step(step);
      return;
    }
    this.closeRun();
    const { writer } = this;
    const properties = childOf(run, 'w:rPr');
    const look = { tag: openTag(this.part, run), properties: properties ? sourceOf(this.part, properties) : '' };
    this.step((frame) => {
      writer.look = look;
      step(frame);
      writer.look = null;
    });
  }

  /** A block tag between runs; false when blocks cross. */
  block(action: Action, block: number): boolean {
    this.closeRun();
    this.flush();
    return applyAction(this.assembler, action, block);
  }

  /** Something the writer does; `xml` is handed to it ready to print. */
  event(xml: string, act: (xml: string) => void): void {
    this.closeRun();
    const ready = this.clean(xml);
    this.step(() => {
      act(ready);
    });
  }

  finish(): Step {
    this.closeRun();
    this.flush();
    return this.assembler.finish();
  }

  /** Opens a run like this one, so that objects and boxes can be put in. */
  openRun(run: XmlElement): void {
    if (this.run === run && !this.inText) return;
    this.endText();
    if (this.run === run) return;
    this.closeRun();
    const properties = childOf(run, 'w:rPr');
    this.xml += openTag(this.part, run) + (properties ? sourceOf(this.part, properties) : '');
    this.run = run;
  }

  closeRun(): void {
    this.endText();
    if (this.run) this.xml += '</w:r>';
    this.run = null;
  }

  private openText(run: XmlElement): void {
    if (this.run === run && this.inText) return;
    this.openRun(run);
    this.xml += '<w:t xml:space="preserve">';
    this.inText = true;
  }

  private endText(): void {
    if (this.inText) this.xml += '</w:t>';
    this.inText = false;
  }

  private step(step: Step): void {
    this.flush();
    this.assembler.step(step);
  }

  private flush(): void {
    const { xml, shown } = this;
    this.xml = '';
    this.shown = '';
    if (xml === '' && shown === '') return;
    const { placed } = this.means;
    if (placed === null || xml === '') this.flushPiece(xml, shown);
    else
      placed(xml, this).forEach((piece, index) => {
        this.flushPlaced(piece, index === 0 ? shown : '');
      });
  }

  private flushPlaced(piece: string | PlacedPiece, shown: string): void {
    if (typeof piece === 'string') {
      this.flushPiece(piece, shown);
      return;
    }
    const { writer } = this;
    this.assembler.step((frame) => {
      const written = piece(frame);
      writer.literal(written.xml, shown + written.shown);
    });
  }

  private flushPiece(xml: string, shown: string): void {
    if (this.loop !== '') {
      this.flushRepeated(xml, shown);
      return;
    }
    this.ranges.note(xml, `${this.path} ${this.vanishing}`);
    if (this.means.marked) noteOutside(xml, this.means.ids);
    this.flushMarked(xml, shown);
  }

  private flushRepeated(xml: string, shown: string): void {
    this.flushMarked(this.ranges.cleanOthers(xml), shown);
  }

  /** What each round has of its own, or, in a branch that may not be printed, a note that goes with it. */
  private flushMarked(xml: string, shown: string): void {
    const { means, loop, writer } = this;
    if (!means.marked || this.path + loop === '') {
      this.literalSteps(xml, shown);
      return;
    }
    const note: RepeatMeans['note'] = (kind, id) => means.note(kind, id, this);
    for (const [index, piece] of repeatedPieces(xml, { ids: means.ids, loop, note }).entries()) {
      if (typeof piece === 'string') this.literalSteps(piece, index === 0 ? shown : '');
      else
        this.assembler.step((frame) => {
          writer.literal(piece(frame), '');
        });
    }
  }

  private literalSteps(xml: string, shown: string): void {
    if (xml === '' && shown === '') return;
    const { writer } = this;
    const [first = '', ...rest] = aroundPictureIds(xml);
    this.assembler.step(() => {
      writer.literal(first, shown);
    });
    for (const piece of rest) {
      this.assembler.step(() => {
        writer.literal(String(writer.nextPicture()), '');
        writer.literal(piece, '');
      });
    }
  }

  private clean(xml: string): string {
    return this.loop !== '' ? this.ranges.clean(xml) : xml;
  }
}

/** What the emitter of a part is made with. */
export interface EmitterMeans {
  readonly ids: RoundIds;
  /** Of the part, as it names its loops. */
  readonly path: string;
  /** Whether the part holds marks or notes that each round of a loop has of its own. */
  readonly marked: boolean;
  readonly repeated: boolean;
  /** Compiles a note for the place where the emitter is; null where there is none. */
  readonly note: (kind: NoteKind, id: string, at: Pick<Emitter, 'branch'>) => PrintNote | null;
  /** Parts XML where something stands that is filled though it is no text; null where the part has nothing of the kind. */
  readonly placed: ((xml: string, at: Pick<Emitter, 'branch'>) => readonly (string | PlacedPiece)[]) | null;
}

/** Marks outside of loops: one whose other end stands in a loop is no pair. */
function noteOutside(xml: string, ids: RoundIds): void {
  if (!/bookmark|commentRange/u.test(xml)) return;
  const mark = /<w:(bookmark|commentRange)(?:Start|End)\b[^<>]*?\sw:id="([^"<]*)"/gu;
  for (const [, kind, id = ''] of xml.matchAll(mark))
    ids.note(kind === 'bookmark' ? 'bookmark' : 'comment', { id, name: '' }, '');
}

/** The XML cut where the id of each drawing stands; ids may stand only once in a document. */
function aroundPictureIds(xml: string): readonly string[] {
  const pieces = xml.split(/(<wp:docPr\b[^<>]*?\bid=")\d+(?=")/u);
  return pieces.flatMap((piece, index) => (index % 2 === 0 ? [`${piece}${pieces[index + 1] ?? ''}`] : []));
}
