/** What is true on the stand-in for Google: who has accounts, who made and may open what, what people consented to. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BehaviourKey } from './behaviours';

/** A trigger as Google keeps it. */
export interface KeptTrigger {
  readonly id: string;
  readonly handler: string;
  readonly owner: string;
}

/** A mail that left, by the program or by Google itself. */
interface WorldMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Plain data, to be copied as a whole. Addresses of people are their names. */
export interface GoogleWorld {
  /** Where the files lie. */
  readonly folder: string;
  /** Behaviours that are switched off: there Google is as one would hope. */
  readonly off: Set<BehaviourKey>;
  /** For whom the script made a file. */
  readonly madeFor: Map<string, string>;
  /** Who may edit a file or folder; what lies in a folder is open to those as well. */
  readonly editors: Map<string, Set<string>>;
  /** Names of files that are not those they have on disk. */
  readonly names: Map<string, string>;
  /** Files a person threw away: still to be opened by their ids. */
  readonly binned: Set<string>;
  /** Folders and files that lie in a shared drive. */
  readonly inSharedDrive: Set<string>;
  /** Addresses without a Google account, and those the administrator lets nothing be shared with. */
  readonly withoutAccount: Set<string>;
  readonly forbidden: Set<string>;
  /** Scopes a person has not consented to. */
  readonly withheld: Map<string, Set<string>>;
  /** Services that are not enabled in the project. */
  readonly disabled: Set<string>;
  /** Properties of scripts by their hub; of the first script they lie in its folder. */
  readonly properties: Map<string, Record<string, string>>;
  readonly triggers: Map<string, readonly KeptTrigger[]>;
  readonly mails: WorldMail[];
  /** Whom Google itself wrote to of a share. */
  readonly notified: string[];
  /** Times of reads of each person. */
  readonly reads: Map<string, readonly number[]>;
  /** Milliseconds since 1970; null leaves time to the computer's clock. */
  now: number | null;
}

/** A world over a folder in which everything there is was made by the script for `owner`. */
export function makeWorld(folder: string, owner: string): GoogleWorld {
  const ids = readdirSync(folder, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((id) => !id.startsWith('.'));
  return {
    folder,
    off: new Set(),
    madeFor: new Map(['.', ...ids].map((id) => [id, owner])),
    editors: new Map([['.', new Set([owner])]]),
    names: new Map(),
    binned: new Set(),
    inSharedDrive: new Set(),
    withoutAccount: new Set(),
    forbidden: new Set(),
    withheld: new Map(),
    disabled: new Set(),
    properties: new Map(),
    triggers: new Map(),
    mails: [],
    notified: [],
    reads: new Map(),
    now: null,
  };
}

/** The file itself and the folders it lies in, up to the drive. */
function withParents(id: string): readonly string[] {
  const all = [id];
  // What is in somebody's own drive is open to nobody else.
  for (let at = id; at !== '.' && dirname(at) !== 'root'; at = dirname(at)) all.push(dirname(at));
  return all;
}

/** Whether the person has a right to the file, by whatever way. */
export function mayOpen({ editors }: GoogleWorld, person: string, id: string): boolean {
  return withParents(id).some((each) => editors.get(each)?.has(person) === true);
}

/** Whether the script sees the file when it runs for the person. */
export function isSeenFor(world: GoogleWorld, person: string, id: string): boolean {
  if (world.off.has('only-own')) return true;
  return mayOpen(world, person, id) && world.madeFor.get(id) === person;
}

export function isInSharedDrive({ inSharedDrive }: GoogleWorld, id: string): boolean {
  return withParents(id).some((each) => inSharedDrive.has(each));
}

/** Lets the person edit a file or folder, as people do in Drive themselves. */
export function letIn({ editors }: GoogleWorld, id: string, person: string): void {
  editors.set(id, new Set([...(editors.get(id) ?? []), person]));
}

/** Notes a file that the script made for the person. */
export function noteMade(world: GoogleWorld, id: string, person: string): void {
  world.madeFor.set(id, person);
  letIn(world, id, person);
}

/** A free id for a further file of the name in the folder. */
export function freeName(taken: (name: string) => boolean, name: string): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[A-Za-z]+)?$/u.exec(name) ?? [];
  for (let count = 2; ; count += 1) {
    const other = `${stem}~${String(count)}${ending}`;
    if (!taken(other)) return other;
  }
}

/** Where a file of the world lies on disk. */
export function placeOnDisk({ folder }: GoogleWorld, id: string): string {
  return join(folder, ...id.split('/'));
}
