/** Collects what a part prints, in output order, as few steps as possible: literal XML is joined until something must run. */
import { applyAction, Assembler } from '../../language/assemble';
import type { Action } from '../../language/compile-tags';
import type { Step } from '../../language/run';
import type { PartWriter } from './part-writer';
import { RangeMarks } from '../parts/range-marks';
import { childOf, openTag, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { escapeXml } from '../package/xml-text';

export class Emitter {
  readonly writer: PartWriter;
  readonly part: XmlPart;
  readonly ranges: RangeMarks;
  /** Names the paragraph being put down while it may vanish; empty otherwise. */
  vanishing = '';
  private readonly assembler = new Assembler();
  private xml = '';
  private shown = '';
  private run: XmlElement | null = null;
  private inText = false;

  constructor(part: XmlPart, writer: PartWriter) {
    this.part = part;
    this.writer = writer;
    this.ranges = new RangeMarks(part.prefix);
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
    if (this.run) this.xml += `</${this.part.prefix}r>`;
    this.run = null;
  }

  private openText(run: XmlElement): void {
    if (this.run === run && this.inText) return;
    this.openRun(run);
    this.xml += `<${this.part.prefix}t xml:space="preserve">`;
    this.inText = true;
  }

  private endText(): void {
    if (this.inText) this.xml += `</${this.part.prefix}t>`;
    this.inText = false;
  }

  private step(step: Step): void {
    this.flush();
    this.assembler.step(step);
  }

  private flush(): void {
    const { writer, shown } = this;
    const xml = this.clean(this.xml);
    this.xml = '';
    this.shown = '';
    if (xml === '' && shown === '') return;
    if (!this.assembler.inLoop) this.ranges.note(xml, `${this.path} ${this.vanishing}`);
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
    return this.assembler.inLoop ? this.ranges.clean(xml) : xml;
  }
}

/** The XML cut where the id of each drawing stands; ids may stand only once in a document. */
function aroundPictureIds(xml: string): readonly string[] {
  const pieces = xml.split(/(<wp:docPr\b[^<>]*?\bid=")\d+(?=")/u);
  return pieces.flatMap((piece, index) => (index % 2 === 0 ? [`${piece}${pieces[index + 1] ?? ''}`] : []));
}
