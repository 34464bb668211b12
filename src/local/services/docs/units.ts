/**
 * A segment of a Google Doc (a body, header, footer or note) as the list of what takes an index in it, one unit each: a UTF-16 code
 * unit, the line end of a paragraph, and the beginnings and the end of a table, its rows and cells (Docs API guide, "Document
 * structure"; the reference of StructuralElement, TableRow, TableCell).
 */

/** JSON of the API that is kept as it is. */
export type Look = Readonly<Record<string, unknown>>;

export type Unit =
  | { readonly kind: 'sign'; readonly sign: string; readonly style: Look }
  /** What is no text; one that takes more than one index is followed by units of null. */
  | { readonly kind: 'object'; readonly element: Look | null }
  | { readonly kind: 'end'; readonly style: Look; readonly paragraph: Look }
  | { readonly kind: 'table'; readonly table: Look }
  | { readonly kind: 'row'; readonly style: Look }
  | { readonly kind: 'cell'; readonly style: Look }
  | { readonly kind: 'table-end' }
  /** A section break or a table of contents, of as many units as it takes indexes. */
  | { readonly kind: 'fixed'; readonly element: Look | null };

/** What is used of a document of the API, read with the contents of its tabs. */
export interface DocJson {
  readonly tabs: readonly [{ readonly documentTab: DocTab }, ...Look[]];
}

/** The elements of a segment. */
export type Content = readonly Look[];

interface DocTab extends Partial<
  Record<(typeof segmentKinds)[number], Readonly<Record<string, { readonly content: Content }>>>
> {
  readonly body: { readonly content: Content };
  readonly lists?: Look;
}

/** Where the other segments beside the body stand. */
export const segmentKinds = ['headers', 'footers', 'footnotes'] as const;

interface Json {
  readonly startIndex?: number;
  readonly endIndex?: number;
  readonly [name: string]: unknown;
}

/** The units of a segment's content. */
export function unitsOf(content: readonly Json[]): Unit[] {
  return content.flatMap((element): Unit[] => {
    const { startIndex = 0, endIndex = 0, ...rest } = element;
    if (rest.paragraph !== undefined) return paragraphUnits(rest.paragraph as Json);
    if (rest.table !== undefined) return tableUnits(rest.table as Json);
    return Array.from({ length: endIndex - startIndex }, (_, at) => ({
      kind: 'fixed',
      element: at === 0 ? rest : null,
    }));
  });
}

function paragraphUnits({ elements = [], ...paragraph }: Json): Unit[] {
  return (elements as readonly Json[]).flatMap(({ startIndex = 0, endIndex = 0, ...element }): Unit[] => {
    const { content = '', textStyle = {} } = (element.textRun ?? {}) as { content?: string; textStyle?: Look };
    if (element.textRun === undefined) {
      return Array.from({ length: endIndex - startIndex }, (_, at) => ({
        kind: 'object',
        element: at === 0 ? element : null,
      }));
    }
    return content
      .split('')
      .map((sign) =>
        sign === '\n' ? { kind: 'end', style: textStyle, paragraph } : { kind: 'sign', sign, style: textStyle },
      );
  });
}

function tableUnits({ tableRows = [], ...table }: Json): Unit[] {
  const rows = (tableRows as readonly Json[]).flatMap(({ tableCells = [], tableRowStyle = {} }): Unit[] => [
    { kind: 'row', style: tableRowStyle as Look },
    ...(tableCells as readonly Json[]).flatMap(({ content = [], tableCellStyle = {} }): Unit[] => [
      { kind: 'cell', style: tableCellStyle as Look },
      ...unitsOf(content as readonly Json[]),
    ]),
  ]);
  return [{ kind: 'table', table }, ...rows, { kind: 'table-end' }];
}

/** Goes through units from one to the next. */
interface Cursor {
  readonly units: readonly Unit[];
  at: number;
}

/** The units as the API gives them, with their indexes: one that is 0 is left out, as JSON of the API leaves out what is the default. */
export function contentOf(units: readonly Unit[]): Json[] {
  return contentAt({ units, at: 0 });
}

function contentAt(cursor: Cursor): Json[] {
  const content: Json[] = [];
  for (let unit = cursor.units[cursor.at]; unit !== undefined; unit = cursor.units[cursor.at]) {
    if (unit.kind === 'row' || unit.kind === 'cell' || unit.kind === 'table-end') break;
    const start = cursor.at;
    const made = unit.kind === 'table' ? tableAt(cursor, unit.table) : flatAt(cursor, unit);
    content.push(spanned(start, cursor.at, made));
  }
  return content;
}

function spanned(start: number, end: number, json: Look): Json {
  return { ...(start === 0 ? {} : { startIndex: start }), endIndex: end, ...json };
}

function flatAt(cursor: Cursor, unit: Unit): Look {
  if (unit.kind !== 'fixed') return { paragraph: paragraphAt(cursor) };
  cursor.at += 1;
  for (let next = cursor.units[cursor.at]; next?.kind === 'fixed' && next.element === null;) {
    cursor.at += 1;
    next = cursor.units[cursor.at];
  }
  return unit.element ?? {};
}

function paragraphAt(cursor: Cursor): Look {
  const elements: Json[] = [];
  for (let unit = cursor.units[cursor.at]; unit !== undefined; unit = cursor.units[cursor.at]) {
    addInline(elements, unit, cursor.at);
    cursor.at += 1;
    if (unit.kind === 'end') return { elements, ...unit.paragraph };
  }
  throw new Error('a paragraph without its line end');
}

function addInline(elements: Json[], unit: Unit, at: number): void {
  const last = elements[elements.length - 1];
  if (unit.kind === 'object') {
    if (unit.element !== null) elements.push(spanned(at, at + 1, unit.element));
    else if (last) elements[elements.length - 1] = { ...last, endIndex: at + 1 };
    return;
  }
  if (unit.kind !== 'sign' && unit.kind !== 'end') throw new Error(`a ${unit.kind} within a paragraph`);
  const sign = unit.kind === 'sign' ? unit.sign : '\n';
  const run = last?.textRun as { readonly content: string; readonly textStyle: Look } | undefined;
  if (last && run && JSON.stringify(run.textStyle) === JSON.stringify(unit.style)) {
    const textRun = { content: run.content + sign, textStyle: run.textStyle };
    elements[elements.length - 1] = { ...last, endIndex: at + 1, textRun };
  } else elements.push(spanned(at, at + 1, { textRun: { content: sign, textStyle: unit.style } }));
}

function tableAt(cursor: Cursor, table: Look): Look {
  cursor.at += 1;
  const tableRows: Json[] = [];
  for (let unit = cursor.units[cursor.at]; unit?.kind === 'row'; unit = cursor.units[cursor.at]) {
    const start = cursor.at;
    cursor.at += 1;
    const tableCells = cellsAt(cursor);
    tableRows.push(spanned(start, cursor.at, { tableCells, tableRowStyle: unit.style }));
  }
  // Its end takes an index.
  cursor.at += 1;
  return { table: { ...table, rows: tableRows.length, tableRows } };
}

function cellsAt(cursor: Cursor): Json[] {
  const cells: Json[] = [];
  for (let unit = cursor.units[cursor.at]; unit?.kind === 'cell'; unit = cursor.units[cursor.at]) {
    const start = cursor.at;
    cursor.at += 1;
    const content = contentAt(cursor);
    cells.push(spanned(start, cursor.at, { content, tableCellStyle: unit.style }));
  }
  return cells;
}
