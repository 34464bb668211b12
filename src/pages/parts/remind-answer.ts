/** What the job `remind` says in its details, as far as the page shows it. */

interface ItemKey {
  readonly department: string;
  readonly subject: string;
  readonly due: string;
  readonly level: string;
  readonly role: string;
}

/** One mail, looked at or handed over. */
export interface RemindMail {
  readonly mail: string;
  /** Masked. */
  readonly receiver: string;
  readonly fate: 'planned' | 'sent' | 'failed' | 'unknown';
  readonly reason: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly string[];
  readonly items: readonly ItemKey[];
}

/** A line of 催办记录. */
export interface RemindLine extends ItemKey {
  readonly state: string;
  readonly reason: string;
  readonly receiver: string;
  readonly mail: string;
  readonly changedAt: string;
}

export interface RemindDetails {
  readonly dryRun: boolean;
  readonly day: string;
  /** The next working day, where today is none; null otherwise. */
  readonly restUntil: string | null;
  readonly channel: string;
  /** How many mails may still go out on the day. */
  readonly left: number;
  readonly mails: readonly RemindMail[];
  readonly waiting: readonly RemindLine[];
  readonly attention: readonly RemindLine[];
  readonly counts: Readonly<Record<string, number>>;
}
