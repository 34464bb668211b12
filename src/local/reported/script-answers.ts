/** What belongs to the script and not to Drive: its properties, triggers and mails, and what it is bound to. */
import type { Answer, Runner } from './answer';
import { noRight, withoutConsent } from './google-errors';
import { mayOpen, type GoogleWorld, type KeptTrigger } from './google-world';

/** The script of the first hub keeps its properties in the folder; before set-up it has none of a workspace. */
const mainHub = '总表.xlsx';

function storeOf({ properties }: GoogleWorld, { hub }: Runner): Record<string, string> | null {
  if (hub === mainHub) return null;
  const store = properties.get(hub) ?? {};
  properties.set(hub, store);
  return store;
}

const getProperty: Answer = (world, runner, { args: [key], make }) => {
  if (runner.isBare === true && !world.off.has('bare-open'))
    throw withoutConsent('PropertiesService', 'script.storage');
  const store = storeOf(world, runner);
  if (store !== null) return store[String(key)] ?? null;
  const kept = make() as string | null;
  // On disk a folder without properties is a workspace of its own; on Google there is none before set-up.
  return key === 'workspace' && kept?.startsWith('{"folder":".","hub":"总表.xlsx","folders"') === true ? null : kept;
};

const getProperties: Answer = (world, runner, { make }) => storeOf(world, runner) ?? make();

const setProperty: Answer = (world, runner, { args: [key, value], make }) => {
  const store = storeOf(world, runner);
  if (store === null) return make();
  store[String(key)] = String(value);
  return null;
};

const deleteProperty: Answer = (world, runner, { args: [key], make }) => {
  const store = storeOf(world, runner);
  if (store === null) return make();
  world.properties.set(runner.hub, Object.fromEntries(Object.entries(store).filter(([name]) => name !== key)));
  return null;
};

function triggersFor(world: GoogleWorld, { person, hub }: Runner): readonly KeptTrigger[] {
  const all = world.triggers.get(hub) ?? [];
  return world.off.has('own-triggers') ? all : all.filter(({ owner }) => owner === person);
}

function handleOf({ id, handler }: KeptTrigger): object {
  return { getHandlerFunction: () => handler, getUniqueId: () => id };
}

const newTrigger: Answer = (world, { person, hub }, { args: [handler] }) => {
  const make = (): object => {
    const all = world.triggers.get(hub) ?? [];
    const trigger = { id: `t${String(all.length + 1)}-${person}`, handler: String(handler), owner: person };
    world.triggers.set(hub, [...all, trigger]);
    return handleOf(trigger);
  };
  return { timeBased: () => ({ everyHours: () => ({ create: make }) }) };
};

const deleteTrigger: Answer = (world, { hub }, { args: [trigger] }) => {
  const id = (trigger as GoogleAppsScript.Script.Trigger).getUniqueId();
  const all = world.triggers.get(hub) ?? [];
  world.triggers.set(
    hub,
    all.filter((one) => one.id !== id),
  );
  return undefined;
};

const sendEmail: Answer = (world, { person }, { args: [message] }) => {
  const { to, subject, body } = message as { readonly to: string; readonly subject: string; readonly body: string };
  world.mails.push({ from: person, to, subject, text: body });
  return undefined;
};

/** Whoever has no right to the spreadsheet runs a script that is bound to it in vain. */
const activeSpreadsheet: Answer = (world, { person, hub }, { name }) => {
  if (!world.off.has('other-login') && !mayOpen(world, person, hub)) throw noRight(name);
  return { getId: () => hub };
};

const authorization: Answer = (world, { person }, { args: [, scopes = []] }) => {
  const withheld = world.withheld.get(person) ?? new Set();
  const isMissing = (scopes as readonly string[]).some((scope) => withheld.has(scope.replace(/^.*\/auth\//u, '')));
  return {
    getAuthorizationStatus: () => (isMissing && !world.off.has('consent') ? 'REQUIRED' : 'NOT_REQUIRED'),
    getAuthorizationUrl: () => 'https://script.google.com/macros/authorize',
  };
};

export const scriptAnswers: Readonly<Record<string, Answer>> = {
  'Properties.getProperty': getProperty,
  'Properties.getProperties': getProperties,
  'Properties.setProperty': setProperty,
  'Properties.deleteProperty': deleteProperty,
  'ScriptApp.getProjectTriggers': (world, runner) => triggersFor(world, runner).map(handleOf),
  'ScriptApp.newTrigger': newTrigger,
  'ScriptApp.deleteTrigger': deleteTrigger,
  'ScriptApp.getAuthorizationInfo': authorization,
  'MailApp.sendEmail': sendEmail,
  'SpreadsheetApp.getActiveSpreadsheet': activeSpreadsheet,
};
