/** The small office on the stand-in for Google: its world, and runs in it by one person or another. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorText, isRefusal } from '../../../src/core/base/refusal';
import type { JobAnswer } from '../../../src/contract/answer';
import { letIn, makeWorld, type GoogleWorld } from '../../../src/local/reported/google-world';
import type { Runner } from '../../../src/local/reported/answer';
import { onGoogle } from '../../../src/local/reported/google-double';
import type { Between } from '../../../src/local/services/service';
import { makeSmallOffice, morning } from '../../faults/small-office';
import { freshPlace } from '../../faults/office-store';
import { openWarmOffice } from '../shared-host';

export const owner = 'ban@town.example';
export const colleague = 'tong@town.example';
export const stranger = 'stranger@elsewhere.example';
export const hub = '总表.xlsx';

let base: Promise<string> | undefined;

async function makeBase(): Promise<string> {
  const folder = freshPlace();
  await makeSmallOffice(folder);
  return folder;
}

let settled: Promise<GoogleWorld> | undefined;

async function settle(): Promise<GoogleWorld> {
  const world = await bareWorld();
  const folders = { departments: '填报', templates: '模板', reports: '报告', outbox: '发件箱' };
  const workspace = JSON.stringify({ folder: '.', hub, isOnDrive: true, folders });
  mkdirSync(join(world.folder, '.nianbao'));
  writeFileSync(join(world.folder, '.nianbao/properties.json'), JSON.stringify({ script: { workspace } }));
  await runJob(world, owner, ['set-up', { hubOnly: false, year: null }]);
  letIn(world, '.', colleague);
  return world;
}

/** A world in which the owner set everything up, and the colleague was let into the folder. */
export async function settledWorld(): Promise<GoogleWorld> {
  return copyWorld(await (settled ??= settle()));
}

/** The same world in a folder of its own. */
export function copyWorld(world: GoogleWorld): GoogleWorld {
  const folder = freshPlace();
  cpSync(world.folder, folder, { recursive: true, preserveTimestamps: true });
  return { ...structuredClone(world), folder };
}

/** As the folder would be, without anything the script remembers. */
export async function bareWorld(): Promise<GoogleWorld> {
  const folder = freshPlace();
  cpSync(await (base ??= makeBase()), folder, { recursive: true });
  const world = makeWorld(folder, owner);
  world.now = morning;
  return world;
}

/** What a test puts in the place of a call; `make` is the world's own answer. */
export type Meddler = (name: string, args: readonly unknown[], make: () => unknown) => unknown;

/** One run of a function of the bundle. */
export async function call(
  world: GoogleWorld,
  who: string | Runner,
  job: readonly [string, ...unknown[]],
  meddle: Meddler = (_, __, make) => make(),
): Promise<unknown> {
  const runner = typeof who === 'string' ? { person: who, hub } : who;
  const google = onGoogle(world, runner);
  const between: Between = (name, args, make) => meddle(name, args, () => google(name, args, make));
  const clock = (): number => world.now ?? Date.now();
  const host = await openWarmOffice(world.folder, { between, clock, user: runner.person, mounts: {} });
  return host.run(...job);
}

/** The answer of a job, or what it threw as one: a tick refuses by throwing, since Google mails that text to the trigger's owner. */
export async function runJob(
  world: GoogleWorld,
  who: string | Runner,
  [job, order]: readonly [string, unknown],
  meddle?: Meddler,
): Promise<JobAnswer> {
  try {
    return (await call(world, who, ['runJob', job, JSON.stringify(order)], meddle)) as JobAnswer;
  } catch (error) {
    const text = job === 'tick' && isRefusal(error) ? errorText(error) : `THREW ${String(error)}`;
    return { exit: 2, text, files: [], problems: [], summary: null };
  }
}

/** What is said to a person and is no sentence of ours: raw words of a service outside of brackets, bytes, addresses, length. */
export function rawWords(text: string): readonly string[] {
  const outside = text.replace(/（[^（）]*）/gu, '').replace(/“[^”]*”/gu, '');
  const quoted = [...text.matchAll(/（([^（）]*)）/gu)].map(([, inside = '']) => inside);
  return [
    ...(/[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/u.test(outside) ? [`raw English: ${outside.slice(0, 160)}`] : []),
    ...(text.includes('THREW') ? [text.slice(0, 160)] : []),
    ...(quoted.some((one) => one.length > 210) ? ['a quotation is longer than 200 characters'] : []),
    // Line ends are ours.
    // eslint-disable-next-line no-control-regex
    ...(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]/u.test(text) ? ['bytes'] : []),
    ...(/[\w.+-]+@[\w-]+\.\w/u.test(text) ? [`a mail address: ${text.slice(0, 120)}`] : []),
  ];
}
