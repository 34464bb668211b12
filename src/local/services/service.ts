/** Makes a local service fit to be handed into the context of the bundle. */
import { errorText, isRefusal, refusalName } from '../../core/base/refusal';
import { ServiceError } from './service-error';
import { unsupported } from './sheets-grid';

/** How often each member that is a round trip on Google was called, by Google's name of it. */
export type Calls = Record<string, number>;

/** What a service needs to know of the run it serves. */
export interface ServiceRun {
  readonly calls: Calls;
  /** The Error of the context: `instanceof Error` must hold for those who catch there. */
  readonly contextError: ErrorConstructor;
  /** Stands between the script and the services, where given. */
  readonly between?: Between | undefined;
}

/**
 * Makes each call of a service, or does not: `name` is Google's name of the member, `args` are the script's own (to be
 * copied, not kept), and `make` makes the call, with other arguments where they are given. What it throws arrives at the script
 * as the service's own error.
 */
export type Between = (
  name: string,
  args: readonly unknown[],
  make: (changed?: readonly unknown[]) => unknown,
) => unknown;

/**
 * The service under Google's name: calls are counted, members it does not have are refused by name, and errors arrive as
 * errors of the context. Objects with methods that come back (locks, stores, blobs) are treated alike.
 */
export function offerService<T extends object>(name: string, service: T, run: ServiceRun): T {
  const offered = new Proxy(service, {
    get: (target, key) => {
      if (typeof key === 'symbol' || key === 'toJSON' || key === 'then') return undefined;
      if (!Object.hasOwn(target, key)) throw inContext(unsupported(`${name}.${key}`), run);
      const member: unknown = Reflect.get(target, key);
      if (isFunction(member)) return offerFunction(`${name}.${key}`, member, run);
      return typeof member === 'object' && member !== null ? offerService(`${name}.${key}`, member, run) : member;
    },
  });
  targets.set(offered, service);
  return offered;
}

/** Members of services are arrow functions: they need no object to be called on. */
function isFunction(member: unknown): member is (...args: unknown[]) => unknown {
  return typeof member === 'function';
}

/** What stands behind an offered object, for when it comes back as an argument. */
const targets = new WeakMap<object, object>();

function offerFunction(
  name: string,
  call: (...args: unknown[]) => unknown,
  run: ServiceRun,
): (...args: unknown[]) => unknown {
  return (...args) => {
    if (reachesGoogle(name)) run.calls[name] = (run.calls[name] ?? 0) + 1;
    const make = (changed: readonly unknown[] = args): unknown => call(...changed.map(unwrap));
    try {
      return offerResult(run.between ? run.between(name, args, make) : make(), run);
    } catch (error) {
      throw inContext(error, run);
    }
  };
}

/**
 * A refusal stays one: what a person can mend is known by its name on the other side too. What a service says bears Google's
 * name of it; a call that is wrong in itself is the program's own error.
 */
function inContext(error: unknown, { contextError }: ServiceRun): Error {
  const told = new contextError(errorText(error));
  if (isRefusal(error)) told.name = refusalName;
  else if (error instanceof Error && error.name === 'Error' && !(error instanceof ServiceError))
    told.name = 'Exception';
  return told;
}

/** Handles and blobs are made in the script's own process; every other call is a round trip on Google, and counts. */
export function reachesGoogle(name: string): boolean {
  return !/^(?:Blob|Utilities|HtmlService|HtmlOutput|HTTPResponse|AuthorizationInfo)\.|\.(?:getScriptLock|getScriptProperties|getDocumentProperties|getUserProperties|getUserCache|getActiveSpreadsheet|getOAuthToken|getScriptId)$/u.test(
    name,
  );
}

/** The object itself, where an offered one comes back within an argument. */
export function unwrap(argument: unknown): unknown {
  return typeof argument === 'object' && argument !== null ? (targets.get(argument) ?? argument) : argument;
}

/** Plain data goes through as it is; what has methods gets the same treatment as a service. */
function offerResult(result: unknown, run: ServiceRun): unknown {
  if (typeof result !== 'object' || result === null) return result;
  if (Array.isArray(result))
    return typeof result[0] === 'object' ? result.map((each) => offerResult(each, run)) : result;
  const hasMethods = Object.values(result).some((member) => typeof member === 'function');
  return hasMethods ? offerService(objectName(result), result, run) : result;
}

function objectName(result: object): string {
  const known = {
    getBytes: 'Blob',
    getResponseCode: 'HTTPResponse',
    getAuthorizationStatus: 'AuthorizationInfo',
    getContent: 'HtmlOutput',
    tryLock: 'Lock',
    getProperty: 'Properties',
    getEmail: 'User',
    getId: 'Spreadsheet',
    getUniqueId: 'Trigger',
    timeBased: 'TriggerBuilder',
    everyHours: 'ClockTriggerBuilder',
    create: 'ClockTriggerBuilder',
    put: 'Cache',
  };
  return Object.entries(known).find(([member]) => Object.hasOwn(result, member))?.[1] ?? 'Object';
}
