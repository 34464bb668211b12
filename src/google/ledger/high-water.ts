/** What is kept of a workspace's ledger outside of it, so that a copy or a backup of the workspace cannot bring it back. */
import { hashOf } from '../digest';
import { keepState, readState } from '../run-guard';

const markName = 'ledger-mark';
const identityName = 'identity';

/** On Drive the script is the workspace: a copy of it has properties of its own. A folder is copied whole, and bears a name. */
export interface Homeland {
  readonly isOnDrive: boolean;
}

/** The mark, as it was kept. */
export interface KeptMark {
  readonly text: string;
  /** The workspace bears no name: the mark is that of another one which was in this very place. */
  readonly isOfPlace: boolean;
}

/** Null when none was ever set here. */
export function readMark({ isOnDrive }: Homeland): KeptMark | null {
  const identity = isOnDrive ? null : readState(identityName);
  const former = isOnDrive || typeof identity === 'string' ? null : userProperties().getProperty(placeName());
  const name = typeof identity === 'string' ? identity : former;
  const text = isOnDrive ? scriptProperties().getProperty(markName) : name === null ? null : markOf(name);
  return text === null ? null : { text, isOfPlace: former !== null };
}

/** Keeps a mark. Throws where it cannot be written: then nothing may be sent. */
export type KeepMark = (text: string) => void;

/** For a run, in which the workspace keeps its name: the name is read, or given, with the first mark. */
export function markKeeper({ isOnDrive }: Homeland): KeepMark {
  let name = isOnDrive ? markName : null;
  return (text) => {
    name ??= `${markName}-${ensureIdentity()}`;
    (isOnDrive ? scriptProperties() : userProperties()).setProperty(name, text);
  };
}

function markOf(identity: string): string | null {
  return userProperties().getProperty(`${markName}-${identity}`);
}

function placeName(): string {
  return `place-${hashOf(workplace()).slice(0, 16)}`;
}

/** Where the folder is. */
export function workplace(): string {
  return ScriptApp.getScriptId();
}

/** The name of the folder's workspace, which it gets when it has none. */
export function ensureIdentity(): string {
  const known = readState(identityName);
  return typeof known === 'string' ? known : renewIdentity();
}

/** A folder that goes on by itself: whatever bears its former name is another workspace from now on. */
export function renewIdentity(): string {
  const identity = Utilities.getUuid();
  keepState(identityName, identity);
  userProperties().setProperty(placeName(), identity);
  return identity;
}

function scriptProperties(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getScriptProperties();
}

function userProperties(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getUserProperties();
}
