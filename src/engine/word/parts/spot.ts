/** Says in words where in a document something stands; used for the template's tags and for the printed values alike. */

// Taken once: in a context made for a script, every look at a global is slow, and this runs for every cell.
const toText = String;

interface TableCount {
  readonly table: number;
  row: number;
  column: number;
  /** The words for the row, made when somebody asks. */
  words: string;
}

/** Counts headings, paragraphs and tables while a part is walked in reading order. */
export class SpotCounter {
  private readonly part: string;
  private heading = '';
  private paragraphs = 0;
  private tables = 0;
  private boxes = 0;
  private readonly open: TableCount[] = [];
  private readonly columns: string[] = [];

  /** `part` is empty for the body, else 页眉, 页脚, 脚注 or 尾注. */
  constructor(part: string) {
    this.part = part;
  }

  /** Counts from the beginning. */
  restart(): void {
    this.heading = '';
    this.paragraphs = 0;
    this.tables = 0;
    this.boxes = 0;
    this.open.length = 0;
  }

  /**
   * The words for the paragraph that ends here; a heading is what the next paragraphs are counted under, unless tags make
   * it: its words say nothing to people. Nobody asks for the words of most cells: then they are left empty.
   */
  endParagraph(text: string, styledHeading: boolean, asked = true): string {
    const table = this.open[0];
    if (table && !asked) return '';
    if (table) return this.cellWords(table);
    const heading = headingIn(text, styledHeading);
    if (heading !== null && says(heading)) {
      this.heading = heading;
      this.paragraphs = 0;
    } else this.paragraphs++;
    if (heading !== null) return `${this.part}标题“${heading}”`;
    const under = this.heading === '' ? this.part || (this.boxes > 0 ? '' : '正文') : `“${this.heading}”下`;
    return `${under}${this.boxes > 0 ? '文本框' : ''}第 ${toText(this.paragraphs)} 段`;
  }

  /** Rows and columns have their words once: documents with hundreds of thousands of cells are told cell by cell. */
  private cellWords(table: TableCount): string {
    if (table.words === '') table.words = `${this.part}表 ${toText(table.table)} 第 ${toText(table.row)} 行`;
    const column = (this.columns[table.column] ??= `第 ${toText(table.column)} 列`);
    return table.words + column;
  }

  openTable(): void {
    const outer = this.open[0];
    if (!outer) this.tables++;
    this.open.push({ table: this.tables, row: 0, column: 0, words: '' });
  }

  openRow(): void {
    const table = this.open[this.open.length - 1];
    if (table) {
      table.row++;
      table.column = 0;
      table.words = '';
    }
  }

  openCell(): void {
    const table = this.open[this.open.length - 1];
    if (table) table.column++;
  }

  closeTable(): void {
    this.open.pop();
  }

  /** A table that vanished is not counted. */
  dropTable(): void {
    if (this.open.length === 0) this.tables--;
  }

  openBox(): void {
    this.boxes++;
  }

  closeBox(): void {
    this.boxes--;
  }
}

const numbered = /^(?:第[一二三四五六七八九十百]+[章节部]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u;

/** Whether words are left of it without its tags and its number. */
function says(heading: string): boolean {
  return !heading.includes('{{') || /\p{Script=Han}{2}/u.test(heading.replace(/\{\{[^{}]*(?:\}\}|$)/gu, ''));
}

/**
 * The heading in a paragraph's text, or null: all of it when its style is a heading's, else what stands before the first
 * full stop after 一、 or （一）, as official documents number their headings. Cut to 30 characters.
 */
function headingIn(text: string, styled: boolean): string | null {
  const line = text.trim();
  if (line === '') return null;
  const sentence = line.split('。')[0] ?? '';
  if (!styled && !(numbered.test(line) && sentence.length <= 40)) return null;
  const label = styled ? line : sentence;
  return label.length > 30 ? `${label.slice(0, 30)}…` : label;
}
