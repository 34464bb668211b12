/** The service ScriptApp as far as triggers go. They are kept in `.nianbao/triggers.json`; nothing here fires them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
    deleteTrigger: (trigger) => {
      keep(readTriggers(path).filter(({ id }) => id !== trigger.getUniqueId()));
    },
  };
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
