/** Drive v3 as it is reported: what a script of scope drive.file sees, shares and downloads. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { childId, mimeTypes, statOf } from '../base/workspace';
import { bytesOfBlob } from '../services/utilities';
import type { Answer, Runner, ServiceCall } from './answer';
import { noAccount, notFound, sharingForbidden, succeeded } from './google-errors';
import { freeName, isInSharedDrive, isSeenFor, letIn, noteMade, placeOnDisk, type GoogleWorld } from './google-world';

type File = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;
type Options = Readonly<Record<string, unknown>>;

function demandSeen(
  world: GoogleWorld,
  { person }: Runner,
  call: string,
  [id, options]: readonly [string, Options],
): void {
  const isMissing = id !== 'root' && statOf(placeOnDisk(world, id)) === null;
  const isSeen = id === 'root' || isSeenFor(world, person, id);
  const isReached = !isInSharedDrive(world, id) || options.supportsAllDrives === true || world.off.has('shared-drives');
  if (isMissing || !isSeen || !isReached) throw notFound(call, id);
}

function named(world: GoogleWorld, file: File): File {
  const name = world.names.get(file.id ?? '');
  return name === undefined || file.name === undefined ? file : { ...file, name };
}

function asItLies({ binned }: GoogleWorld, id: string, file: File): File {
  return binned.has(id) ? { ...file, trashed: true } : file;
}

const list: Answer = (world, { person }, { name, args, make }) => {
  const [options = {}] = args as readonly [Options?];
  const isWhole =
    options.includeItemsFromAllDrives === true && options.supportsAllDrives === true && 'corpora' in options;
  const reaches = (id: string): boolean => isWhole || world.off.has('shared-drives') || !isInSharedDrive(world, id);
  const parents = [...String(options.q).matchAll(/'([^']*)' in parents/gu)].map(([, id = '']) => id);
  const unseen = parents.find((id) => !isSeenFor(world, person, id) || !reaches(id));
  if (unseen !== undefined) throw notFound(name, '.');
  const answer = make() as { readonly files: readonly File[] };
  const seen = answer.files.filter(
    ({ id = '' }) => isSeenFor(world, person, id) && reaches(id) && !(world.binned.has(id) && !world.off.has('bin')),
  );
  return { ...answer, files: seen.map((file) => named(world, file)) };
};

const get: Answer = (world, runner, { name, args, make }) => {
  const [id, options = {}] = args as readonly [string, Options?];
  demandSeen(world, runner, name, [id, options]);
  if (options.alt !== 'media') return asItLies(world, id, named(world, make() as File));
  const blob = make() as GoogleAppsScript.Base.Blob;
  if (world.off.has('bytes-throw')) return blob;
  if (/^text\/|json$/u.test(blob.getContentType() ?? '')) return blob.getDataAsString();
  throw succeeded(bytesOfBlob(blob) ?? new Uint8Array());
};

const exportFile: Answer = (world, runner, { name, args, make }) => {
  demandSeen(world, runner, name, [String(args[0]), {}]);
  const blob = make();
  if (world.off.has('export-throws')) return blob;
  throw succeeded(bytesOfBlob(blob) ?? new Uint8Array());
};

const create: Answer = (world, runner, { name, args, make }) => {
  const [resource, blob, options = {}] = args as readonly [File, unknown, Options?];
  const [parent = 'root'] = resource.parents ?? [];
  demandSeen(world, runner, name, [parent, options]);
  // Everybody's own drive; that of one person lies beside that of another here.
  if (parent === 'root') mkdirSync(placeOnDisk(world, parent), { recursive: true });
  const ending = endings[resource.mimeType ?? ''] ?? '';
  return makeNamed(world, runner, { resource, parent, ending }, (given) => make([given, blob, options]));
};

/** A file that is to be made, or to have another name. */
interface Naming {
  readonly resource: File;
  readonly parent: string;
  readonly ending: string;
}

/** Names in a folder may be double on Google, and are not on disk. */
function makeNamed(
  world: GoogleWorld,
  { person }: Runner,
  { resource, parent, ending }: Naming,
  make: (given: File) => unknown,
): File {
  const wanted = resource.name ?? '';
  const isTaken = (one: string): boolean => {
    const whole = one.endsWith(ending) ? one : `${one}${ending}`;
    return statOf(placeOnDisk(world, childId(parent, whole))) !== null;
  };
  const isDouble = isTaken(wanted) && !world.off.has('double-names');
  const given = isDouble ? { ...resource, name: freeName(isTaken, wanted) } : resource;
  const made = make(given) as File;
  const id = made.id ?? '';
  noteMade(world, id, person);
  if (isDouble) world.names.set(id, wanted);
  return named(world, made);
}

const copy: Answer = (world, runner, { name, args, make }) => {
  const [resource, id, options = {}] = args as readonly [File, string, Options?];
  demandSeen(world, runner, name, [id, options]);
  const [parent = 'root'] = resource.parents ?? [];
  demandSeen(world, runner, name, [parent, options]);
  const ending = /\.[a-z]+$/u.exec(id)?.[0] ?? '';
  return makeNamed(world, runner, { resource, parent, ending }, (given) => make([given, id, options]));
};

const endings: Readonly<Record<string, string>> = {
  [mimeTypes.spreadsheet]: '.xlsx',
  [mimeTypes.googleDoc]: '.gdoc',
};

const update: Answer = (world, runner, { name, args, make }) => {
  const [resource, id, blob, options = {}] = args as readonly [File, string, unknown, Options?];
  demandSeen(world, runner, name, [id, options]);
  if (resource.trashed === true) world.binned.add(id);
  if (resource.trashed === true) return { id, trashed: true };
  if (resource.name === undefined) return named(world, make() as File);
  const ending = /\.[a-z]+$/u.exec(id)?.[0] ?? '';
  const naming = { resource, parent: dirname(id), ending };
  return makeNamed(world, runner, naming, (given) => make([given, id, blob, options]));
};

const listPermissions: Answer = (world, runner, { name, args, make }) => {
  const [id, options = {}] = args as readonly [string, Options?];
  demandSeen(world, runner, name, [id, options]);
  return make();
};

const createPermission: Answer = (world, runner, { name, args, make }) => {
  const [{ emailAddress = '' }, id, options = {}] = args as readonly [{ emailAddress?: string }, string, Options?];
  demandSeen(world, runner, name, [id, options]);
  const isNotified = options.sendNotificationEmail !== false;
  if (world.forbidden.has(emailAddress) && !world.off.has('sharing-forbidden')) throw sharingForbidden(emailAddress);
  if (world.withoutAccount.has(emailAddress) && !isNotified && !world.off.has('no-account'))
    throw noAccount(emailAddress);
  if (isNotified) world.notified.push(emailAddress);
  letIn(world, id, emailAddress);
  return make();
};

/** A download by its address: the script's right to the file is the same, and so are its flags. */
const fetchFile: Answer = (world, runner, call) => {
  const address = String(call.args[0]);
  const id = decodeURIComponent(/\/files\/([^/?]+)/u.exec(address)?.[1] ?? '');
  const options = { supportsAllDrives: address.includes('supportsAllDrives=true') };
  const isExport = address.includes('/export?');
  try {
    // The export of a Google Doc has no such flag.
    demandSeen(world, runner, 'drive.files.get', [id, isExport ? { supportsAllDrives: true } : options]);
  } catch {
    return refused(404, `{"error":{"code":404,"message":"File not found: ${id}.","errors":[{"reason":"notFound"}]}}`);
  }
  return fetched(world, call, isExport);
};

/** What Google exports at most. */
const largestExport = 10 * 1024 * 1024;

function fetched(world: GoogleWorld, { make }: ServiceCall, isExport: boolean): unknown {
  const answer = make() as GoogleAppsScript.URL_Fetch.HTTPResponse;
  const isLarge = isExport && answer.getResponseCode() === 200 && answer.getContent().length > largestExport;
  if (isLarge && !world.off.has('export-large')) {
    return refused(
      403,
      '{"error":{"code":403,"message":"This file is too large to be exported.","errors":[{"reason":"exportSizeLimitExceeded"}]}}',
    );
  }
  return answer;
}

function refused(code: number, text: string): object {
  return { getResponseCode: () => code, getContentText: () => text, getContent: () => [...Buffer.from(text)] };
}

export const driveAnswers: Readonly<Record<string, Answer>> = {
  'Drive.Files.list': list,
  'Drive.Files.get': get,
  'Drive.Files.export': exportFile,
  'Drive.Files.create': create,
  'Drive.Files.copy': copy,
  'Drive.Files.update': update,
  'Drive.Permissions.list': listPermissions,
  'Drive.Permissions.create': createPermission,
  'UrlFetchApp.fetch': fetchFile,
};
