/**
 * Applies requests to the segments of a Google Doc, in their order, by the rules of the API's reference: what it calls invalid is
 * refused here, and what it leaves open comes out in the least welcome way.
 */
import { ServiceError } from '../service-error';
import { unsupported } from '../sheets-grid';
import { deleteTableRow, insertTableRow, updateTableCellStyle, updateTableRowStyle } from './apply-table-requests';
import { fieldsOf, kindOf } from './doc-forms';
import { changed, invalid, outsideOfTables, segmentOf, type Location, type Segments } from './segments';
import type { Look, Unit } from './units';

interface Range {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly segmentId?: string;
}

/** Changes the segments; where it throws they are not to be used. */
export function applyRequests(segments: Segments, requests: readonly object[]): void {
  requests.forEach((request, index) => {
    const kind = kindOf(request);
    try {
      // Its form was looked at.
      (actions[kind] as (segments: Segments, body: never) => void)(
        segments,
        (request as Readonly<Record<string, unknown>>)[kind] as never,
      );
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      throw new ServiceError(error.message.replace('Invalid requests', `Invalid requests[${String(index)}].${kind}`));
    }
  });
}

function unitsIn(segments: Segments, { startIndex, endIndex, segmentId }: Range): Unit[] {
  const units = segmentOf(segments, segmentId);
  if (!(startIndex >= 0 && endIndex > startIndex)) throw invalid('The range should not be empty');
  if (endIndex > units.length)
    throw invalid(`Index ${String(endIndex)} must be less than the end index of the referenced segment`);
  return units;
}

const isHigh = (unit: Unit | undefined): boolean => unit?.kind === 'sign' && /^[\ud800-\udbff]$/u.test(unit.sign);
const isLow = (unit: Unit | undefined): boolean => unit?.kind === 'sign' && /^[\udc00-\udfff]$/u.test(unit.sign);

function demandWholeSign(units: readonly Unit[], index: number): void {
  if (isHigh(units[index - 1]) && isLow(units[index])) throw invalid('The index is within a surrogate pair');
}

function isInParagraph(unit: Unit | undefined): boolean {
  return unit?.kind === 'sign' || unit?.kind === 'end' || unit?.kind === 'object';
}

/** Control signs and the private use area are stripped, as the reference says. */
function isStripped(sign: string): boolean {
  const code = sign.charCodeAt(0);
  return code <= 0x08 || (code >= 0x0c && code <= 0x1f) || (code >= 0xe000 && code <= 0xf8ff);
}

interface InsertText {
  readonly location: Location;
  readonly text: string;
}

function insertText(segments: Segments, { location: { index, segmentId }, text }: InsertText): void {
  const units = segmentOf(segments, segmentId);
  if (!isInParagraph(units[index]))
    throw invalid('The insertion index must be inside the bounds of an existing paragraph');
  demandWholeSign(units, index);
  const before = units[index - 1];
  const near = before?.kind === 'sign' ? before : units[index];
  const style = near?.kind === 'sign' || near?.kind === 'end' ? near.style : {};
  const end = units.slice(index).find((unit) => unit.kind === 'end');
  if (end?.kind !== 'end') throw invalid('there is no paragraph');
  const paragraph = without(withoutHeading(end.paragraph), 'positionedObjectIds');
  const inserted = text.split('').filter((sign) => !isStripped(sign));
  units.splice(
    index,
    0,
    ...inserted.map((sign): Unit =>
      sign === '\n' ? { kind: 'end', style, paragraph } : { kind: 'sign', sign, style },
    ),
  );
}

/** Each heading has an id of its own, which the service gives. */
function withoutHeading(paragraph: Look): Look {
  return { ...paragraph, paragraphStyle: without((paragraph.paragraphStyle ?? {}) as Look, 'headingId') };
}

function without(look: Look, name: string): Look {
  return Object.fromEntries(Object.entries(look).filter(([one]) => one !== name));
}

function deleteContentRange(segments: Segments, { range }: { readonly range: Range }): void {
  const units = unitsIn(segments, range);
  const { startIndex, endIndex } = range;
  demandWholeSign(units, startIndex);
  demandWholeSign(units, endIndex);
  const gone = units.slice(startIndex, endIndex);
  demandWholeTables(gone);
  const bare = outsideOfTables(units, startIndex, endIndex);
  demandFreeEnds(units, bare, endIndex);
  const isWhole = startIndex === 0 || !isInParagraph(units[startIndex - 1]) || units[startIndex - 1]?.kind === 'end';
  // Nobody says what becomes of the looks of two paragraphs that are joined.
  if (!isWhole && bare.some((at) => units[at]?.kind === 'end'))
    throw unsupported('deleteContentRange across paragraphs');
  units.splice(startIndex, endIndex - startIndex);
}

/** Refuses the line ends of paragraphs that must stay. */
function demandFreeEnds(units: readonly Unit[], range: readonly number[], end: number): void {
  const last = lastEnds(units);
  for (const at of range.filter((one) => units[one]?.kind === 'end')) {
    if (last.has(at)) throw invalid('The range cannot include the newline character at the end of the segment');
    const next = units[at + 1]?.kind;
    if ((next === 'table' || next === 'fixed') && at + 1 >= end) {
      throw invalid('Cannot delete the newline character before a table or section break');
    }
  }
}

function demandWholeTables(gone: readonly Unit[]): void {
  let depth = 0;
  for (const { kind } of gone) {
    if (kind === 'table') depth += 1;
    if (depth === 0 && (kind === 'row' || kind === 'cell' || kind === 'table-end')) {
      throw invalid('Cannot delete a part of a table');
    }
    if (kind === 'table-end') depth -= 1;
  }
  if (depth > 0) throw invalid('Cannot delete the start of a table without the entire table');
}

/** The line ends with which cells and the segment end. */
function lastEnds(units: readonly Unit[]): ReadonlySet<number> {
  return new Set(
    units.flatMap(({ kind }, at) => {
      const next = units[at + 1];
      return kind === 'end' && (next === undefined || ['cell', 'row', 'table-end'].includes(next.kind)) ? [at] : [];
    }),
  );
}

interface Styling {
  readonly range: Range;
  readonly fields: string;
}

function updateTextStyle(
  segments: Segments,
  { range, textStyle, fields }: Styling & { readonly textStyle: Look },
): void {
  const units = unitsIn(segments, range);
  const names = fieldsOf('updateTextStyle', fields);
  for (let at = range.startIndex; at < range.endIndex; at += 1) {
    const unit = units[at];
    if (unit?.kind === 'sign' || unit?.kind === 'end')
      units[at] = { ...unit, style: changed(unit.style, textStyle, names) };
  }
}

/** The line ends of the paragraphs that a range touches. */
function endsOf(units: readonly Unit[], { startIndex, endIndex }: Range): readonly number[] {
  const within = units.flatMap(({ kind }, at) => (kind === 'end' && at >= startIndex && at < endIndex ? [at] : []));
  const next = units.findIndex(({ kind }, at) => kind === 'end' && at >= endIndex - 1);
  return [...new Set([...within, ...(isInParagraph(units[endIndex - 1]) ? [next] : [])])];
}

function updateParagraphStyle(
  segments: Segments,
  { range, paragraphStyle, fields }: Styling & { readonly paragraphStyle: Look },
): void {
  const units = unitsIn(segments, range);
  const names = fieldsOf('updateParagraphStyle', fields);
  if (names.includes('pageBreakBefore') && (range.segmentId !== undefined || isInTable(units, range.startIndex))) {
    throw invalid('pageBreakBefore is not supported here');
  }
  for (const at of endsOf(units, range)) {
    const unit = units[at];
    if (unit?.kind !== 'end') continue;
    const style = changed((unit.paragraph.paragraphStyle ?? {}) as Look, paragraphStyle, names);
    units[at] = { ...unit, paragraph: { ...unit.paragraph, paragraphStyle: style } };
  }
}

function isInTable(units: readonly Unit[], index: number): boolean {
  const count = (kind: Unit['kind']): number => units.slice(0, index).filter((unit) => unit.kind === kind).length;
  return count('table') > count('table-end');
}

/** The nesting is "visually preserved by adding indent". */
function deleteParagraphBullets(segments: Segments, { range }: { readonly range: Range }): void {
  const units = unitsIn(segments, range);
  for (const at of endsOf(units, range)) {
    const unit = units[at];
    if (unit?.kind !== 'end' || unit.paragraph.bullet === undefined) continue;
    const indent = { magnitude: 36, unit: 'PT' };
    const style = { ...((unit.paragraph.paragraphStyle ?? {}) as Look), indentStart: indent, indentFirstLine: indent };
    units[at] = { ...unit, paragraph: { ...without(unit.paragraph, 'bullet'), paragraphStyle: style } };
  }
}

const actions = {
  insertText,
  deleteContentRange,
  updateTextStyle,
  updateParagraphStyle,
  deleteParagraphBullets,
  insertTableRow,
  deleteTableRow,
  updateTableRowStyle,
  updateTableCellStyle,
};
