/** Receives a part's XML and text while it is being filled: counts places, lets empty paragraphs and tables vanish. */
import type { Found, Mark, Output } from '../../language/run';
import {
  hairline,
  isBlank,
  type OpenContainer,
  type OpenParagraph,
  type OpenTable,
  type ParagraphFrame,
} from './open-blocks';
import { objectSign } from '../parts/read-paragraph';
import type { SpotCounter } from '../parts/spot';
import { Utf8Buffer, type AddedParts } from '../package/utf8-buffer';
import { utf8Text } from '../package/utf8-text';
import { printable, textXml, type Look, type Numbers, type ValueRuns } from './value-runs';

/** Greatest size of a part in bytes. */
const maxPartLength = 200_000_000;

export class PartWriter implements Output {
  private readonly written = new Utf8Buffer();
  private readonly spots: SpotCounter;
  private readonly numbers: Numbers;
  private paragraph: OpenParagraph | null = null;
  private readonly tables: OpenTable[] = [];
  private readonly containers: OpenContainer[] = [{ lines: [], lastBlock: 'none', spare: '', lost: false }];

  /** What is undone when a paragraph vanishes, the last first. */
  private undos: readonly (readonly [of: OpenParagraph, undo: () => void])[] = [];

  /** The id of the note written next, where it is not the template's. */
  noteId: string | null = null;
  /** The look of the value printed next, when it brings runs of its own; null while a run is open. */
  look: Look | null = null;
  readonly values: ValueRuns;

  /** `spots` counts on where another writer of the same part has counted. */
  constructor(spots: SpotCounter, values: ValueRuns, numbers: Numbers) {
    this.spots = spots;
    this.values = values;
    this.numbers = numbers;
  }

  /** Begins anew with what is at hand; false where what was written says more than its text. */
  restart(): boolean {
    this.written.cut(0);
    this.spots.restart();
    this.paragraph = null;
    this.undos = [];
    this.tables.length = 0;
    this.containers.splice(0, Infinity, { lines: [], lastBlock: 'none', spare: '', lost: false });
    this.noteId = null;
    this.look = null;
    return this.values.isPlain;
  }

  /** The XML written so far, as UTF-8. */
  get bytes(): Uint8Array {
    return this.written.content();
  }

  /** What it was made of. */
  get added(): AddedParts {
    return this.written.added;
  }

  /** The printed text, one entry per paragraph or table row. */
  get lines(): readonly string[] {
    return this.containers[0]?.lines ?? [];
  }

  print(value: string, found?: Found, mark?: Mark): void {
    const { paragraph } = this;
    if (this.look === null && this.written.addPlain(value)) {
      if (paragraph) paragraph.text += value;
      return;
    }
    const text = printable(value);
    if (mark) mark.text = text;
    if (this.look === null) {
      this.written.add(textXml(text));
      if (paragraph) paragraph.text += text;
      return;
    }
    const { xml, shown, bookmark } = this.values.write(text, found, this.look);
    this.written.add(xml);
    if (paragraph) paragraph.text += shown;
    if (mark) mark.bookmark = bookmark;
  }

  locate(mark: Mark): void {
    const { paragraph } = this;
    if (!paragraph) return;
    if (paragraph.mark === null) paragraph.mark = mark;
    else if (paragraph.others === null) paragraph.others = [mark];
    else paragraph.others.push(mark);
  }

  onVanishing(undo: () => void): void {
    if (this.paragraph) this.undos = [[this.paragraph, undo], ...this.undos];
  }

  /** Takes back what is written from now on. */
  bookmark(): () => void {
    const { length } = this.written;
    const [container] = this.containers;
    const lines = container?.lines.length ?? 0;
    return () => {
      this.written.cut(length);
      if (container) container.lines = container.lines.slice(0, lines);
    };
  }

  full(): boolean {
    return this.written.length > maxPartLength;
  }

  /** XML of the template and the text it shows; pictures are numbered anew. */
  literal(xml: string, shown: string): void {
    this.add(xml);
    const { paragraph } = this;
    if (paragraph) paragraph.text += shown;
  }

  /** The next free number of a picture. */
  nextPicture(): number {
    return ++this.numbers.pictures;
  }

  beginParagraph(frame: ParagraphFrame): void {
    this.paragraph = {
      frame,
      outer: this.paragraph,
      before: this.written.length,
      mark: null,
      others: null,
      text: '',
    };
    this.add(frame.open);
  }

  endParagraph(): void {
    const { paragraph } = this;
    this.paragraph = paragraph?.outer ?? null;
    if (!paragraph || this.full()) return;
    const { frame, text, mark, others } = paragraph;
    const isGone = !frame.stays && isBlank(text);
    if (this.undos.length > 0) this.settleUndos(paragraph, isGone);
    if (isGone) {
      this.written.cut(paragraph.before);
      this.dropParagraph(frame);
      return;
    }
    this.add(frame.close);
    const shown = text.includes(objectSign) ? text.split(objectSign).join('') : text;
    const spot = this.spots.endParagraph(shown, frame.styledHeading, mark !== null);
    if (mark !== null) mark.place = spot;
    if (others !== null) for (const other of others) other.place = spot;
    this.addBlock('paragraph', shown);
  }

  private settleUndos(paragraph: OpenParagraph, isGone: boolean): void {
    const mine = this.undos.filter(([of]) => of === paragraph);
    if (isGone) for (const [, undo] of mine) undo();
    this.undos = this.undos.filter((each) => !mine.includes(each));
  }

  /** A paragraph that held nothing but block tags. */
  dropParagraph(frame: Pick<ParagraphFrame, 'open' | 'close'>): void {
    const container = this.container();
    container.spare = frame.open + frame.close;
    container.lost = true;
  }

  /** `joined`: the template has another table right before it. */
  beginTable(xml: string, joined = false): void {
    this.tables.push({ before: this.written.length, rows: 0, cells: [] });
    this.spots.openTable();
    // Two tables without a paragraph between them would be shown as one.
    if (this.container().lastBlock === 'table' && !joined) this.add(hairline);
    this.add(xml);
  }

  endTable(xml: string): void {
    const table = this.tables.pop();
    this.spots.closeTable();
    if (table === undefined) return;
    if (table.rows === 0) {
      this.written.cut(table.before);
      this.spots.dropTable();
      this.container().lost = true;
      return;
    }
    this.add(xml);
    this.container().lastBlock = 'table';
  }

  beginRow(xml: string): void {
    this.spots.openRow();
    this.add(xml);
    const table = this.tables[this.tables.length - 1];
    if (table) table.cells = [];
  }

  endRow(xml: string): void {
    this.add(xml);
    const table = this.tables[this.tables.length - 1];
    if (!table) return;
    table.rows++;
    this.container().lines.push(table.cells.join(' | '));
  }

  beginCell(xml: string): void {
    this.spots.openCell();
    this.beginContainer(xml);
  }

  endCell(xml: string): void {
    const lines = this.endContainer(xml);
    this.tables[this.tables.length - 1]?.cells.push(lines.length === 1 ? (lines[0] ?? '') : lines.join('\n'));
  }

  beginBox(xml: string): void {
    this.spots.openBox();
    this.beginContainer(xml);
  }

  endBox(xml: string): void {
    const lines = this.endContainer(xml);
    this.spots.closeBox();
    this.container().lines.push(...lines.map((line) => `文本框：${line}`));
  }

  beginContainer(xml: string): void {
    this.add(this.noteId === null ? xml : xml.replace(/(\sw:id\s*=\s*)"[^"]*"/u, `$1"${this.noteId}"`));
    this.containers.push({ lines: [], lastBlock: 'none', spare: '', lost: false });
  }

  endContainer(xml: string): readonly string[] {
    const container = this.containers.pop();
    if (container?.lost === true && container.lastBlock !== 'paragraph') {
      this.add(container.spare || '<w:p/>');
      container.lines.push('');
    }
    this.add(xml);
    return container?.lines ?? [];
  }

  /** Word wants a paragraph at the end of the body: where the last one vanished, one that takes no room. */
  endBody(): void {
    const { lastBlock, lost } = this.container();
    if (lost && lastBlock !== 'paragraph') this.add(lastBlock === 'table' ? hairline : '<w:p/>');
  }

  /** Ends a container whose lines belong to the part itself. */
  endNote(xml: string): void {
    const lines = this.endContainer(xml);
    this.container().lines.push(...lines);
  }

  /** Puts down what another writer has written, and its lines. */
  append({ bytes, lines }: Pick<PartWriter, 'bytes' | 'lines'>): void {
    this.written.add(utf8Text(bytes));
    this.container().lines.push(...lines);
  }

  /** XML of the template: the same pieces come again and again. */
  private add(piece: string): void {
    this.written.addAgain(piece);
  }

  private container(): OpenContainer {
    const container = this.containers[this.containers.length - 1];
    if (container === undefined) throw new Error('a container was closed twice');
    return container;
  }

  private addBlock(kind: 'paragraph', line: string): void {
    const container = this.container();
    container.lastBlock = kind;
    // Most cells have one line; the first push would take room for many.
    if (container.lines.length === 0) container.lines = [line];
    else container.lines.push(line);
  }
}
