/** Stands between the script and the local services and answers as Google is reported to: see `behaviours.ts`. */
import { readFileSync } from 'node:fs';
import { reachesGoogle, type Between } from '../services/service';
import type { Answer, Runner } from './answer';
import { driveAnswers } from './drive-answers';
import { mergesOverFrozen } from './frozen-merge';
import { frozenMerge, noRight, noSuchEntity, notEnabled, overQuota, tooLarge, withoutConsent } from './google-errors';
import { isSeenFor, mayOpen, placeOnDisk, type GoogleWorld } from './google-world';
import { scriptAnswers } from './script-answers';
import { statOf } from '../base/workspace';

/** The services of the world for one run. */
export function onGoogle(world: GoogleWorld, runner: Runner): Between {
  const answers = { ...driveAnswers, ...scriptAnswers, ...sheetsAnswers, ...docsAnswers };
  return (name, args, make) => {
    spendTime(world, name, args);
    demandConsent(world, runner, name);
    demandEnabled(world, name);
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
    return answer === undefined ? make() : answer(world, runner, { name, args, make });
  };
}

const latency = JSON.parse(readFileSync('build/latency.json', 'utf8')) as Readonly<Record<string, number>>;

function spendTime(world: GoogleWorld, name: string, args: readonly unknown[]): void {
  if (world.now === null) return;
  if (name === 'Utilities.sleep') world.now += Number(args[0]);
  else if (reachesGoogle(name) && !world.off.has('latency')) world.now += latency[name] ?? latency.other ?? 0;
}

/** The scope a member needs, by the reference of each; null for those that need none. */
export function scopeOf(name: string): string | null {
  return scopes.find(([members]) => members.test(name))?.[1] ?? null;
}

const scopes: readonly (readonly [RegExp, string])[] = [
  [/^Sheets\./u, 'spreadsheets'],
  [/^(?:Drive|Docs)\./u, 'drive.file'],
  [/^UrlFetchApp\./u, 'script.external_request'],
  [/^MailApp\./u, 'script.send_mail'],
  [/^ScriptApp\.(?:getProjectTriggers|newTrigger|deleteTrigger)$/u, 'script.scriptapp'],
  [/^(?:SpreadsheetApp\.getUi|Ui\.)/u, 'script.container.ui'],
  [/^User\.getEmail$/u, 'userinfo.email'],
];

function demandConsent(world: GoogleWorld, { person, isBare = false }: Runner, name: string): void {
  const scope = scopeOf(name);
  if (world.off.has('consent') || scope === null || scope === 'script.container.ui') return;
  if (isBare || world.withheld.get(person)?.has(scope) === true) throw withoutConsent(name, scope);
}

function demandEnabled({ disabled, off }: GoogleWorld, name: string): void {
  const service = name === 'UrlFetchApp.fetch' ? 'Drive' : (name.split('.')[0] ?? '');
  if (disabled.has(service) && !off.has('api-off')) throw notEnabled(service);
}

/** Google allows so many a minute and person. */
const readsAMinute = 60;
/** What Google recommends at most. */
const largestBatch = 2 * 1024 * 1024;

const sheetsAnswers: Readonly<Record<string, Answer>> = {
  'Sheets.Spreadsheets.get': (world, runner, { name, args: [id], make }) => {
    demandSpreadsheet(world, runner, name, String(id));
    countRead(world, runner);
    return make();
  },
  'Sheets.Spreadsheets.batchUpdate': (world, runner, { name, args: [body, id], make }) => {
    demandSpreadsheet(world, runner, name, String(id));
    if (!world.off.has('large-batch') && JSON.stringify(body).length > largestBatch) throw tooLarge();
    const { requests = [] } = body as { readonly requests?: readonly GoogleAppsScript.Sheets.Schema.Request[] };
    if (!world.off.has('frozen-merge') && mergesOverFrozen(requests)) throw frozenMerge();
    return make();
  },
};

/** Shared drives need no flag here. */
const ofDocument =
  (place: number): Answer =>
  (world, runner, { name, args, make }) => {
    if (!world.off.has('docs-by-file') && !isSeenFor(world, runner.person, String(args[place]))) {
      throw noSuchEntity(name);
    }
    return make();
  };

const docsAnswers: Readonly<Record<string, Answer>> = {
  'Docs.Documents.get': ofDocument(0),
  'Docs.Documents.batchUpdate': ofDocument(1),
};

function demandSpreadsheet(world: GoogleWorld, { person }: Runner, name: string, id: string): void {
  if (world.off.has('sheets-by-right')) return;
  if (statOf(placeOnDisk(world, id)) === null) throw noSuchEntity(name);
  if (!mayOpen(world, person, id)) throw noRight(name);
}

function countRead(world: GoogleWorld, { person }: Runner): void {
  const { now } = world;
  if (now === null || world.off.has('quota-minute')) return;
  const recent = (world.reads.get(person) ?? []).filter((at) => at > now - 60_000);
  if (recent.length >= readsAMinute) throw overQuota();
  world.reads.set(person, [...recent, now]);
}
