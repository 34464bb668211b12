/** Whether a workspace is the one this computer knows, or a copy, a backup, one from another computer. */
import { longDay, type Day } from '../../base/day';
import type { JournalTip } from './journal-row';
import type { LedgerLine } from './ledger';
import { isHandedOver } from './ledger-steps';

/**
 * The high-water mark, kept outside of the workspace and written before each step of the journal: the journal ends with the one
 * checksum or, once the step is written, with the other.
 */
export interface HighWater {
  readonly before: string;
  readonly after: string;
  /** Lines handed over, as of `after`; NaN for a mark that cannot be read. */
  readonly handed: number;
  /** China time of that step; empty for a mark that cannot be read. */
  readonly at: string;
  /** Where the workspace was then; empty where places mean nothing. */
  readonly place: string;
}

/**
 * `behind`: the journal lacks what the mark knows, as a backup does, or went on elsewhere from an earlier day. `elsewhere`: it
 * has steps this computer knows nothing of, or this computer knows nothing of it at all, though mails were sent.
 */
export type PlaceDoubt = 'behind' | 'elsewhere';

/** What the mark is held against. */
export interface PlaceWitness {
  readonly tip: JournalTip;
  /** Checksums of all rows of the journal. */
  readonly chains: ReadonlySet<string>;
  readonly lines: readonly LedgerLine[];
}

/**
 * The mark as it was kept; what cannot be read fits no journal. A workspace that bears no name may be a backup of former days:
 * what was handed over in its very place is not forgotten.
 */
export function markFrom(kept: { readonly text: string; readonly isOfPlace: boolean } | null): HighWater | null {
  if (kept === null) return null;
  const mark = parsedMark(kept.text);
  return kept.isOfPlace && mark.handed === 0 ? null : mark;
}

function parsedMark(text: string): HighWater {
  try {
    const mark = JSON.parse(text) as Partial<HighWater> | null;
    return typeof mark?.handed === 'number' && typeof mark.at === 'string' ? (mark as HighWater) : unreadable;
  } catch {
    return unreadable;
  }
}

const unreadable: HighWater = { before: '?', after: '?', handed: NaN, at: '', place: '' };

/** Null where nothing contradicts. What lies in 发件箱 tells for itself: without a mark only mails that left the computer count. */
export function doubtOfPlace(mark: HighWater | null, { tip, chains, lines }: PlaceWitness): PlaceDoubt | null {
  if (mark === null) return lines.some(hasLeft) ? 'elsewhere' : null;
  if (tip.chain === mark.before || tip.chain === mark.after) return null;
  return chains.has(mark.after) ? 'elsewhere' : 'behind';
}

function hasLeft({ state, channel }: LedgerLine): boolean {
  return channel === '邮件' && isHandedOver(state);
}

/** Lines that were, or may have been, handed over. */
export function countHanded(lines: readonly LedgerLine[]): number {
  return lines.reduce((count, { state }) => (isHandedOver(state) ? count + 1 : count), 0);
}

/** What a person is told before being asked. */
export function placeDoubtText(doubt: PlaceDoubt, mark: HighWater | null, lines: readonly LedgerLine[]): string {
  const here = `这里的催办记录已交出 ${String(countHanded(lines))} 条`;
  if (mark === null) return `${here}，但这台电脑（这个用户）没有发过：工作文件夹像是从另一台电脑复制来的。`;
  if (mark.at === '') return `${here}，但这台电脑记下的发信记号读不出来，不能核对这一份是不是正在用的。`;
  const known = `这台电脑记得的是 ${String(mark.handed)} 条（${longDay(mark.at.slice(0, 10) as Day)}）`;
  return doubt === 'behind'
    ? `${here}，${known}：工作文件夹像是恢复了以前的备份，或者在原处新建的，或者是一份副本，原来那份后来又发过。`
    : `${here}，${known}：后来的不是在这台电脑上发的，工作文件夹像是在另一台电脑上用过。`;
}

/** The two ways on. */
export const placeRemedies: readonly string[] = [
  '先弄清楚哪一份是正在用的。确实要从这里接着发的，加 --resume（页面上另有一问）；',
  '不能确定哪些已经发过的，先运行 nianbao ledger --accept：没有发出记录的事项列为“状态不明”，由人逐项确认，程序不会自行重发。',
];
