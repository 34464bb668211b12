/** Records as forms, as 活动登记卡 is: each label beside its value. They become a table of a row each. */
import { isFilled, shownAt, type Cell, type Grid } from '../../base/grid';
import { headerKey, isBlankText } from '../../base/text';
import { strayProblems } from '../account/stray-cells';
import type { Declared } from '../declared';
import type { Column, Table } from '../sheet';
import { isUsualName, titleRows } from '../usages/usual-title';
import { labelNames, labelsOf, pairsOf } from './form-shapes';
import type { FormLines } from './form-lines';
import { cardParts, type CardPart } from './several-cards';
import { asRows, takenAs, textCell, type ShapedGrid } from './shaped-grid';

/** The cards, and the table whose records they are. */
export interface RecordCard {
  readonly table: Table;
  readonly grid: ShapedGrid;
}

/** So many labels beside their values make a card. */
const enough = 3;

/** The cards by the title of the sheet and their labels; null where the sheet is none. */
export function recordCard(grid: Grid, tables: readonly Table[], declared: Declared): RecordCard | null {
  if (grid.part !== undefined) return null;
  const titled = grid.rows.slice(0, titleRows).some(beginsTwice) ? withoutTwins(grid) : grid;
  const [first] = tables
    .filter((table) => isUsualName(grid, table) || (titled !== grid && isUsualName(titled, table)))
    .map((table) => ({ table, cards: cardsOf(grid, table, declared) }))
    .filter(({ cards }) => cards.length > 0)
    .sort((one, other) => countOf(other.cards) - countOf(one.cards));
  return first === undefined ? null : { table: first.table, grid: asRecords(grid, first.cards) };
}

/** The rows in which a title may stand; the same one over each of the cards beside each other stands once. */
function withoutTwins(grid: Grid): Grid {
  const rows = grid.rows.slice(0, titleRows).map((cells) => {
    const filled = cells.flatMap((cell) => (isFilled(cell) ? [cell] : []));
    return new Set(filled.map(beginning)).size === 1 ? filled.slice(0, 1) : cells;
  });
  return { ...grid, rows };
}

function beginning({ shown }: Cell): string {
  return headerKey(shown).slice(0, titleStart);
}

/** Whether the first two texts of a row begin alike, as those of no usual row do. */
function beginsTwice(cells: Grid['rows'][number]): boolean {
  let first: string | null = null;
  for (const cell of cells) {
    if (!isFilled(cell)) continue;
    if (first !== null) return first === beginning(cell);
    first = beginning(cell);
  }
  return false;
}

/** Titles of one kind begin with so many same characters: 普法活动登记卡（一）. */
const titleStart = 5;

const countOf = (cards: readonly FormLines[]): number => cards.reduce((sum, { lines }) => sum + lines.length, 0);

/**
 * What the sheet's cards say, of which one at least is whole. Of several those may be blank, or wait for something; what has too few
 * labels to be a card is listed.
 */
function cardsOf(grid: Grid, table: Table, declared: Declared): readonly FormLines[] {
  const names = labelNames(table);
  const labelsOn =
    (part: Grid) =>
    (row: number, column: number): string | undefined =>
      names.get(headerKey(shownAt(part, row, column)));
  const ways = cardParts(grid, labelsOf(grid, labelsOn(grid))).map((parts) =>
    parts.map((part) => ({ ...part, card: pairsOf(part, labelsOn(part.grid), declared) })),
  );
  type Part = (typeof ways)[number][number];
  const isCard = ({ card, isOpen }: Part): boolean => !isOpen && (isLaid(card) || filledIn(card).length === 0);
  const told = (parts: readonly Part[], isRead: (part: Part) => boolean): readonly FormLines[] =>
    parts.map((part) => (isRead(part) ? part.card : listed(part)));
  const several = ways.find((parts) => parts.some(isWholePart) && parts.filter(isCard).length > 1);
  if (several !== undefined) return told(several, isCard);
  const below = ways[ways.length - 1] ?? [];
  const [first] = below;
  return first !== undefined && isWholePart(first) ? told(below, (part) => part === first) : [];

  function isWholePart({ card, isOpen }: Part): boolean {
    return !isOpen && isWhole(table, card);
  }
}

function filledIn({ lines }: FormLines): FormLines['lines'] {
  return lines.filter(({ value }) => !isBlankText(value.shown));
}

/** Enough stands to the right of labels, and not all of it in one row, as a header does. */
function isLaid(card: FormLines): boolean {
  const filled = filledIn(card);
  return (
    filled.length >= enough &&
    filled.every(({ labelAt, valueAt }) => labelAt.row === valueAt.row) &&
    new Set(filled.map(({ labelAt }) => labelAt.row)).size > 1
  );
}

/** All that a record must have is there. */
function isWhole({ columns }: Table, card: FormLines): boolean {
  const labels = new Set(filledIn(card).map(({ label }) => label));
  return (
    isLaid(card) &&
    Object.values<Column>(columns).every(
      ({ header, required, whenAbsent }) => !required || whenAbsent !== '' || labels.has(header),
    )
  );
}

/** No card: all its cells are told. */
function listed({ grid, from, end }: CardPart): FormLines {
  const cells = grid.rows
    .slice(from, end)
    .flatMap((all, at) => all.flatMap((cell, column) => (isFilled(cell) ? [{ row: from + at, column }] : [])));
  return { lines: [], taken: [], problems: strayProblems(grid, cells, '不在登记卡里') };
}

/** A row for each card that is filled, below the labels of all. */
function asRecords(grid: Grid, cards: readonly FormLines[]): ShapedGrid {
  const filled = cards.filter((card) => filledIn(card).length > 0);
  const lines = filled.flatMap((card) => card.lines);
  const header = lines.filter((line) => lines.find(({ label }) => label === line.label) === line);
  const records = filled.map((card) => ({
    first: card.lines[0],
    cells: header.map(({ label }) => card.lines.find((line) => line.label === label)),
  }));
  const rows = records.map(({ cells }) => cells.map((line) => line?.value));
  // What a card leaves out is told where it begins.
  const places = records.map(({ first, cells }) => cells.map((line) => line?.valueAt ?? first?.labelAt));
  const others = cards.flatMap((card) => card.lines.filter((line) => !header.includes(line)));
  return asRows(grid, [header.map(({ label }) => textCell(label)), ...rows], {
    taken: [
      ...cards.flatMap(({ taken }) => taken),
      ...takenAs(
        'header',
        others.map(({ labelAt }) => labelAt),
      ),
    ],
    problems: cards.flatMap(({ problems }) => problems),
    origins: [header.map(({ labelAt }) => labelAt), ...places],
  });
}
