/** Matters that were told under a former name of their department: its name is part of what makes a reminder the same. */
import { nameKey } from '../../base/text';
import type { Department } from '../../rows/rows';
import { keyText, otherSubjects, reminderLevels, type DueItem, type ItemKey } from '../due-item';
import { maskedMailbox } from '../mailbox';
import type { LedgerLine, Moment } from './ledger';
import { isHandedOver } from './ledger-steps';

/** What names are judged by. */
export interface NameWitness {
  readonly departments: readonly Pick<Department, 'name' | 'aliases'>[];
  readonly items: readonly DueItem[];
  readonly hash: (text: string) => string;
  readonly moment: Moment;
}

/**
 * The planned lines, but of those that have never been in a mail: superseded what the same mailbox was told under a name that the hub
 * has as 别名 now, and 状态不明 what was told under a name the hub has no more, where nobody can know whether it is the same
 * department's. A person settles it by `改名-2022-12-31-司法所`. `before`: the lines the plan was made from.
 */
export function heedFormerNames(
  before: readonly LedgerLine[],
  planned: readonly LedgerLine[],
  witness: NameWitness,
): readonly LedgerLine[] {
  const told = toldUnderOthers(before, witness);
  if (told.size === 0) return planned;
  const items = new Map(witness.items.map((item) => [keyText(item.key), item] as const));
  const means = { bearers: bearersOf(witness.departments), mayBeNew: mayBeNewName(before, witness), witness };
  return planned.map((line, index) => {
    if (line.state !== 'queued' || line.mail !== '') return line;
    const item = items.get(keyText(line.key));
    const twins = told.get(slotOf(line.key)) ?? [];
    const heeded = item === undefined ? line : judged(line, item, { ...means, twins });
    const old = before[index];
    return old?.state === heeded.state && old.reason === heeded.reason ? old : heeded;
  });
}

/** What was or may have been handed over for departments that the hub does not have, by slot; the office's own matters have none. */
function toldUnderOthers(
  lines: readonly LedgerLine[],
  { departments, items }: NameWitness,
): ReadonlyMap<string, readonly LedgerLine[]> {
  const present = new Set([...departments.map(({ name }) => name), ...items.map(({ key }) => key.department)]);
  const told = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    if (present.has(line.key.department) || !isHandedOver(line.state)) continue;
    const slot = slotOf(line.key);
    const others = told.get(slot);
    if (others) others.push(line);
    else told.set(slot, [line]);
  }
  return told;
}

/** One matter for one role, whoever's it is and whatever the level. */
function slotOf({ year, subject, due, role }: ItemKey): string {
  return [String(year), subject, due, role].join('|');
}

/** A former name → the departments that have it as 别名. */
function bearersOf(departments: NameWitness['departments']): ReadonlyMap<string, readonly string[]> {
  const bearers = new Map<string, readonly string[]>();
  for (const { name, aliases } of departments) {
    for (const alias of aliases) bearers.set(nameKey(alias), [...(bearers.get(nameKey(alias)) ?? []), name]);
  }
  return bearers;
}

/** Tells whether what was told at that mailbox may have been told to the department of an item under a former name. */
type MayBeNew = (item: DueItem, receiver: string) => boolean;

/**
 * A department that was told of anything under its name bore it then. A mailbox that another one has now is that one's. The number of
 * its row would tell more, but no journal holds it.
 */
function mayBeNewName(lines: readonly LedgerLine[], { items, hash }: NameWitness): MayBeNew {
  const known = new Set(lines.filter(({ state }) => isHandedOver(state)).map(({ key }) => key.department));
  const owned = new Set(items.flatMap(({ mailbox }) => (mailbox === null ? [] : [maskedMailbox(mailbox, hash)])));
  return ({ key }, receiver) => !known.has(key.department) && !owned.has(receiver);
}

interface Twins {
  readonly mayBeNew: MayBeNew;
  readonly twins: readonly LedgerLine[];
  readonly bearers: ReadonlyMap<string, readonly string[]>;
  readonly witness: NameWitness;
}

function judged(line: LedgerLine, item: DueItem, { twins, bearers, mayBeNew, witness }: Twins): LedgerLine {
  const { mailbox } = item;
  if (mailbox === null) return line;
  const receiver = maskedMailbox(mailbox, witness.hash);
  const { key } = line;
  const own = twins.filter((twin) => {
    const names = bearers.get(nameKey(twin.key.department));
    if (names !== undefined) return names.includes(key.department) && outranks(twin.key, key);
    // 填报表, 核对 … are everybody's: who was written to tells whose that was, or that nobody of now was told under his name.
    const isPerhapsOwn = !isEverybodys(key.subject) || twin.receiver === receiver || mayBeNew(item, twin.receiver);
    return twin.key.level === key.level && isPerhapsOwn;
  });
  const [first] = own;
  if (first === undefined) return line;
  const isSame = own.some(
    (twin) => twin.receiver === receiver && bearers.get(nameKey(twin.key.department))?.length === 1,
  );
  const former = first.key.department;
  if (isSame) return { ...line, state: 'superseded', reason: `改名前已告知（${former}）` };
  return {
    ...line,
    state: 'unknown',
    reason: `已告知过“${former}”，“单位”表里没有它了：是同一个单位改名的登记已发，不是的登记未发`,
    receiver: first.receiver,
    mail: `改名-${witness.moment.day}-${key.department}`,
    channel: first.channel,
    // The day of that mail: the address may get others today.
    claimedOn: first.claimedOn,
  };
}

function isEverybodys(subject: string): boolean {
  return Object.values<string>(otherSubjects).includes(subject);
}

/** The same level, or a red one above it: after that no lower one is told. */
function outranks({ level: told }: ItemKey, { level }: ItemKey): boolean {
  return told === level || (told.startsWith('红') && reminderLevels.indexOf(told) < reminderLevels.indexOf(level));
}
