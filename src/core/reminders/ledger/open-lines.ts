/** The lines of a ledger while its mails go out: each mail touches its own lines alone, however many there are. */
import { keyText, type DueItem } from '../due-item';
import type { LedgerLine } from './ledger';
import { isHandedOver } from './ledger-steps';

/** What a step of the ledger changed, and how many of all lines were, or may have been, handed over then. */
export interface LinesChange {
  readonly changed: readonly LedgerLine[];
  readonly handed: number;
}

export class OpenLines {
  /** As they stand now. */
  readonly lines: LedgerLine[];
  private readonly places = new Map<string, number>();
  private readonly touched = new Set<number>();
  private handed = 0;

  constructor(lines: readonly LedgerLine[]) {
    this.lines = [...lines];
    for (const [place, { key, state }] of lines.entries()) {
      this.places.set(keyText(key), place);
      if (isHandedOver(state)) this.handed += 1;
    }
  }

  /** Puts what the step makes of the items' lines in their places; gives the lines as they were. */
  move(
    items: readonly Pick<DueItem, 'key'>[],
    step: (own: readonly LedgerLine[]) => readonly LedgerLine[],
  ): readonly LedgerLine[] {
    const places = items.flatMap(({ key }) => this.places.get(keyText(key)) ?? []);
    const own = places.flatMap((place) => this.lines[place] ?? []);
    step(own).forEach((line, index) => {
      const [place = 0, old] = [places[index], own[index]];
      if (old === undefined || line === old) return;
      this.lines[place] = line;
      this.touched.add(place);
      this.handed += Number(isHandedOver(line.state)) - Number(isHandedOver(old.state));
    });
    return own;
  }

  /** What has changed since it was last asked for. */
  changes(): LinesChange {
    const changed = [...this.touched].flatMap((place) => this.lines[place] ?? []);
    this.touched.clear();
    return { changed, handed: this.handed };
  }
}
