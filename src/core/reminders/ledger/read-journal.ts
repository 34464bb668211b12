/** The ledger as its journal tells it, or the row from which on it cannot be believed. */
import { keyText } from '../due-item';
import { chainOf, parseRow, type Hash, type JournalRow, type JournalTip } from './journal-row';
import type { LedgerLine } from './ledger';

export interface ReadJournal {
  /** In the order in which they came to be. */
  readonly lines: readonly LedgerLine[];
  readonly tip: JournalTip;
  /** Seals of 催办记录 before and after it was last written; a run may have been ended between the two. */
  readonly shown: { readonly before: string; readonly after: string };
  /** Mails in 发件箱 that no line names and that a person has taken note of. */
  readonly strays: number;
  /** The last step was not written to its end: it never happened, and the next one takes its place. */
  readonly isTorn: boolean;
  /** Checksums of all rows that bear one, history too: by these one sees whether another journal goes on from this one. */
  readonly chains: ReadonlySet<string>;
}

/** `row`: from 1. */
export type FoundJournal = ReadJournal | { readonly damagedRow: number };

/**
 * Reads from the last step on that says how all lines stand and is whole. Null for a journal without a step: what was cut off in
 * its very first has not happened.
 */
export function readJournal(texts: readonly string[], hash: Hash): FoundJournal | null {
  const rows = texts.map(parseRow);
  const chains = new Set(rows.flatMap((row) => (row === null ? [] : [row.chain])));
  let end = rows.length;
  for (let from = rows.length - 1; from >= 0; from -= 1) {
    if (!isBegin(rows[from], hash)) continue;
    const found = readFrom({ texts, rows, from, end }, hash);
    if (found === null) end = from;
    else return 'damagedRow' in found ? found : { ...found, isTorn: found.tip.rows < rows.length, chains };
  }
  const isUnbegun = end === 0 || (end === 1 && isCutOff(texts[0]));
  return isUnbegun ? null : { damagedRow: 1 };
}

function isBegin(row: JournalRow | null | undefined, hash: Hash): row is JournalRow {
  return row?.head.do === 'begin' && row.chain === chainOf('', row.json, hash);
}

/** The part of a row that was written before its writer was ended. */
function isCutOff(text: string | undefined): boolean {
  return text?.endsWith('}') === false;
}

interface Stretch {
  readonly texts: readonly string[];
  readonly rows: readonly (JournalRow | null)[];
  /** The row of a `begin`, from 0, and the row behind the last one. */
  readonly from: number;
  readonly end: number;
}

type ReadStretch = Omit<ReadJournal, 'isTorn' | 'chains'>;

/** Null where not even the first step is whole. */
function readFrom(
  { texts, rows, from, end }: Stretch,
  hash: Hash,
): ReadStretch | { readonly damagedRow: number } | null {
  const lines = new Map<string, LedgerLine>();
  let read: Omit<ReadStretch, 'lines'> | null = null;
  let step: JournalRow[] = [];
  let chain = '';
  for (let index = from; index < end; index += 1) {
    const row = rows[index] ?? null;
    if (row === null || !isInPlace(row, index, chain, hash)) {
      if (index === texts.length - 1 && isCutOff(texts[index])) break;
      return { damagedRow: index + 1 };
    }
    chain = row.chain;
    step.push(row);
    if (row.more) continue;
    for (const line of step.flatMap((part) => part.lines)) lines.set(keyText(line.key), line);
    read = { ...factsOf(step[0] ?? row, read), tip: { rows: index + 1, chain } };
    step = [];
  }
  return read === null ? null : { ...read, lines: [...lines.values()] };
}

function isInPlace({ number, head, chain, json }: JournalRow, index: number, before: string, hash: Hash): boolean {
  return number === index + 1 && chain === chainOf(head.do === 'begin' ? '' : before, json, hash);
}

function factsOf(
  { head }: JournalRow,
  known: Pick<ReadStretch, 'shown' | 'strays'> | null,
): Pick<ReadStretch, 'shown' | 'strays'> {
  const { shown = { before: '', after: '' }, strays = 0 } = known ?? {};
  if (head.do === 'lines') return { shown, strays };
  return {
    shown: { before: head.before, after: head.after },
    strays: head.do === 'begin' ? head.strays : strays,
  };
}
