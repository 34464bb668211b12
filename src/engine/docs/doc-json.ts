/**
 * What is used of a Google Doc as the Docs API (v1) gives and takes it. Indexes count UTF-16 code units from the start of a segment;
 * those that are 0 are left out.
 */

/** A style as the API writes it: a member that is not there is inherited. */
export type Look = Readonly<Record<string, unknown>>;

/** A document, read with the contents of its tabs. */
export interface DocJson {
  readonly revisionId?: string;
  readonly tabs?: readonly DocTab[];
}

interface DocTab {
  readonly documentTab?: DocContent;
  readonly childTabs?: readonly DocTab[];
}

/** The segments and lists of a tab, by id. */
export interface DocContent {
  readonly body?: DocSegment;
  readonly headers?: Readonly<Record<string, DocSegment>>;
  readonly footers?: Readonly<Record<string, DocSegment>>;
  readonly footnotes?: Readonly<Record<string, DocSegment>>;
  readonly lists?: Readonly<Record<string, DocList>>;
}

/** A body, header, footer, footnote, cell or table of contents. */
export interface DocSegment {
  readonly content?: readonly DocElement[];
}

interface DocList {
  readonly listProperties?: { readonly nestingLevels?: readonly Look[] };
}

interface Spanned {
  readonly startIndex?: number;
  readonly endIndex?: number;
}

export interface DocElement extends Spanned {
  readonly paragraph?: DocParagraph;
  readonly table?: DocTable;
  readonly tableOfContents?: DocSegment;
  readonly sectionBreak?: object;
}

export interface DocParagraph {
  readonly elements?: readonly DocInline[];
  readonly paragraphStyle?: Look;
  readonly bullet?: { readonly listId?: string; readonly nestingLevel?: number };
  readonly positionedObjectIds?: readonly string[];
}

/** A run of text, or something else that stands in the line. */
export interface DocInline extends Spanned {
  readonly textRun?: { readonly content?: string; readonly textStyle?: Look };
}

export interface DocTable {
  readonly columns?: number;
  readonly tableRows?: readonly DocRow[];
}

export interface DocRow extends Spanned {
  readonly tableCells?: readonly DocCell[];
  readonly tableRowStyle?: Look;
}

interface DocCell extends DocSegment {
  readonly tableCellStyle?: Look;
}

interface Location {
  readonly index: number;
  /** Left out for the body. */
  readonly segmentId?: string;
}

export interface DocRange {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly segmentId?: string;
}

interface CellLocation {
  readonly tableStartLocation: Location;
  readonly rowIndex: number;
  readonly columnIndex: number;
}

interface TableRange {
  readonly tableCellLocation: CellLocation;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The requests of `documents.batchUpdate` that are made. */
export type DocRequest =
  | { readonly insertText: { readonly location: Location; readonly text: string } }
  | { readonly deleteContentRange: { readonly range: DocRange } }
  | { readonly updateTextStyle: { readonly range: DocRange; readonly textStyle: Look; readonly fields: string } }
  | {
      readonly updateParagraphStyle: {
        readonly range: DocRange;
        readonly paragraphStyle: Look;
        readonly fields: string;
      };
    }
  | { readonly deleteParagraphBullets: { readonly range: DocRange } }
  | { readonly insertTableRow: { readonly tableCellLocation: CellLocation; readonly insertBelow: boolean } }
  | { readonly deleteTableRow: { readonly tableCellLocation: CellLocation } }
  | {
      readonly updateTableRowStyle: {
        readonly tableStartLocation: Location;
        readonly rowIndices: readonly number[];
        readonly tableRowStyle: Look;
        readonly fields: string;
      };
    }
  | {
      readonly updateTableCellStyle: {
        readonly tableRange: TableRange;
        readonly tableCellStyle: Look;
        readonly fields: string;
      };
    };
