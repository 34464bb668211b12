/**
 * The service ScriptApp as far as triggers and consents go. Triggers are kept in `.nianbao/triggers.json`: an open
 * server or the system's own timer fires them (`local/schedule`); nobody has to consent to anything in a folder.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '../../core/base/refusal';
import { writeFileDurably } from '../base/atomic-write';
import { statOf } from '../base/workspace';
import { makeStateFolder, stateFolder } from './properties';

type LocalTrigger = Pick<GoogleAppsScript.Script.Trigger, 'getHandlerFunction' | 'getUniqueId'>;

/** What is supported of the service. */
export interface ScriptAppLocal {
  readonly getProjectTriggers: () => LocalTrigger[];
  readonly newTrigger: (functionName: string) => {
    readonly timeBased: () => { readonly everyHours: (hours: number) => { readonly create: () => LocalTrigger } };
  };
  readonly deleteTrigger: (trigger: LocalTrigger) => void;
  readonly getOAuthToken: () => string;
  /** The script is where its folder is. */
  readonly getScriptId: () => string;
  readonly AuthMode: { readonly FULL: string };
  readonly getAuthorizationInfo: (mode: string, scopes?: readonly string[]) => LocalAuthorization;
}

/** Whether somebody has to consent; the address where is empty where nobody has to. */
interface LocalAuthorization {
  readonly getAuthorizationStatus: () => string;
  readonly getAuthorizationUrl: () => string;
}

interface KeptTrigger {
  readonly id: string;
  readonly handler: string;
  readonly everyHours: number;
}

export function makeScriptApp(folder: string): ScriptAppLocal {
  const path = join(folder, stateFolder, 'triggers.json');
  const keep = (triggers: readonly KeptTrigger[]): void => {
    makeStateFolder(folder);
    writeFileDurably(path, Buffer.from(`${JSON.stringify(triggers, null, 2)}\n`, 'utf8'));
  };
  return {
    getProjectTriggers: () => readTriggers(path).map(handle),
    newTrigger: (handler) => ({
      timeBased: () => ({
        everyHours: (everyHours) => ({
          // Like Google's, it makes a second one where there is one already.
          create: () => {
            const made = { id: crypto.randomUUID(), handler, everyHours };
            keep([...readTriggers(path), made]);
            return handle(made);
          },
        }),
      }),
    }),
    getOAuthToken: () => 'local',
    getScriptId: () => resolve(folder),
    AuthMode: { FULL: 'FULL' },
    getAuthorizationInfo: () => ({ getAuthorizationStatus: () => 'NOT_REQUIRED', getAuthorizationUrl: () => '' }),
    deleteTrigger: (trigger) => {
      keep(readTriggers(path).filter(({ id }) => id !== trigger.getUniqueId()));
    },
  };
}

/** Whether a trigger of the folder calls the function; false as well where the file cannot be read. */
export function isTriggerKept(folder: string, handler: string): boolean {
  try {
    return readTriggers(join(folder, stateFolder, 'triggers.json')).some((one) => one.handler === handler);
  } catch {
    return false;
  }
}

function handle({ id, handler }: KeptTrigger): LocalTrigger {
  return { getHandlerFunction: () => handler, getUniqueId: () => id };
}

function readTriggers(path: string): readonly KeptTrigger[] {
  if (!statOf(path)) return [];
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly KeptTrigger[];
  } catch (error) {
    throw new Refusal(`${stateFolder}/triggers.json 已损坏，请删除后重新运行`, { cause: error });
  }
}
