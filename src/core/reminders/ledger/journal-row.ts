/** The rows of the journal 催办流水: each is a step of the ledger, or a part of one, as a text that bears its place and a checksum of all before it. */
import type { LedgerLine } from './ledger';

/** What a step says of itself. */
type JournalHead =
  /** All lines as they stand: whatever stands above is history. `strays`: as in `ReadJournal`. */
  | { readonly do: 'begin'; readonly strays: number; readonly before: string; readonly after: string }
  /** Lines as they became. */
  | { readonly do: 'lines' }
  /** 催办记录 is about to be written: its seal until then, and its seal then. */
  | { readonly do: 'shown'; readonly before: string; readonly after: string };

export type JournalStep = JournalHead & { readonly lines: readonly LedgerLine[] };

/** Where the journal ends: how many rows count, and the checksum of the last; empty for a journal without rows. */
export interface JournalTip {
  readonly rows: number;
  readonly chain: string;
}

/** One row, read. `more`: the step goes on in the next row. */
export interface JournalRow {
  readonly chain: string;
  readonly json: string;
  readonly number: number;
  readonly head: JournalHead;
  readonly lines: readonly LedgerLine[];
  readonly more: boolean;
}

export type Hash = (text: string) => string;

/** Google keeps 50,000 characters in a cell. */
const charactersARow = 40_000;
/** A remark of a person may be as long as a cell; it is kept there. */
const mostReason = 2000;
/** So many lines, each of some hundred characters, fit into a row. */
const linesARow = 60;

/** The rows of a step behind the tip, and the tip then. The first row of a `begin` stands for itself. */
export function rowsOfStep(
  tip: JournalTip,
  { lines, ...head }: JournalStep,
  hash: Hash,
): { readonly texts: readonly string[]; readonly tip: JournalTip } {
  const parts = partsOf(lines.map(packLine));
  const texts: string[] = [];
  let { rows, chain } = tip;
  for (const [index, part] of parts.entries()) {
    rows += 1;
    const more = index < parts.length - 1;
    const told = JSON.stringify({ n: rows, ...(index === 0 ? head : { do: 'lines' }), ...(more && { more }) });
    const json = `${told.slice(0, -1)},"lines":${part}}`;
    chain = chainOf(index === 0 && head.do === 'begin' ? '' : chain, json, hash);
    texts.push(`${chain} ${json}`);
  }
  return { texts, tip: { rows, chain } };
}

/** The checksum of a row behind another. */
export function chainOf(before: string, json: string, hash: Hash): string {
  return hash(`${before}\n${json}`).slice(0, 32);
}

/** The lines of each row as JSON; one row at least. */
function partsOf(lines: readonly PackedLine[]): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start === 0 || start < lines.length; start += linesARow) {
    parts.push(...jsonOf(lines.slice(start, start + linesARow)));
  }
  return parts;
}

/** In halves as long as a row has no room for them; a single line always has. */
function jsonOf(lines: readonly PackedLine[]): readonly string[] {
  const json = JSON.stringify(lines);
  if (json.length <= charactersARow || lines.length === 1) return [json];
  const middle = lines.length >> 1;
  return [...jsonOf(lines.slice(0, middle)), ...jsonOf(lines.slice(middle))];
}

/** Null for what is no row of a journal. Whether it stands in its place only the rows before it tell. */
export function parseRow(text: string): JournalRow | null {
  const chain = text.slice(0, 32);
  const json = text.slice(33);
  if (!/^[0-9a-f]{32}$/u.test(chain) || text[32] !== ' ') return null;
  try {
    const { n, more = false, lines, ...head } = JSON.parse(json) as WrittenRow;
    return { chain, json, number: n, head, lines: lines.map(unpackLine), more };
  } catch {
    return null;
  }
}

/** What the checksum vouches for. */
type WrittenRow = JournalHead & {
  readonly n: number;
  readonly more?: boolean;
  readonly lines: readonly PackedLine[];
};

type Key = LedgerLine['key'];

/** Year, department, subject, due, level, role; then the line's own members in the order they are declared in. */
type PackedLine = readonly [
  ...[Key['year'], Key['department'], Key['subject'], Key['due'], Key['level'], Key['role']],
  ...[LedgerLine['state'], LedgerLine['reason'], LedgerLine['receiver'], LedgerLine['mail'], LedgerLine['hash']],
  ...[LedgerLine['channel'], LedgerLine['queuedOn'], LedgerLine['claimedOn'], LedgerLine['attempts']],
  ...[LedgerLine['changedAt'], LedgerLine['by']],
];

function packLine(line: LedgerLine): PackedLine {
  const { key, state, receiver, mail, hash, channel, queuedOn, claimedOn, attempts, changedAt, by } = line;
  const { year, department, subject, due, level, role } = key;
  const reason = line.reason.slice(0, mostReason);
  return [
    year,
    department,
    subject,
    due,
    level,
    role,
    state,
    reason,
    receiver,
    mail,
    hash,
    channel,
    queuedOn,
    claimedOn,
    attempts,
    changedAt,
    by,
  ];
}

function unpackLine(packed: PackedLine): LedgerLine {
  const [year, department, subject, due, level, role, state, reason, receiver, mail, hash, ...rest] = packed;
  const [channel, queuedOn, claimedOn, attempts, changedAt, by] = rest;
  const key = { year, department, subject, due, level, role };
  return { key, state, reason, receiver, mail, hash, channel, queuedOn, claimedOn, attempts, changedAt, by };
}
