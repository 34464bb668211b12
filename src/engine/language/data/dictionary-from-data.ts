/** Takes the dictionary of a template's fields from the data itself, so that any template can be filled from any JSON. */
import type { Problem, Result } from '../../../core/base/problem';
import { isList, isTraced, traced, type Dictionary, type Field, type Model, type ModelRecord } from '../model';
import { WrittenNumber } from './read-json';

/** What a template can be filled with: the data as a model, and the fields found in them. */
export interface DescribedData {
  readonly model: ModelRecord;
  readonly dictionary: Dictionary;
}

/** Lists within records within lists: deeper data are a mistake or an attack. */
const maxDataDepth = 40;

/**
 * The model and dictionary of parsed JSON; null with a problem when it is no record. The items of a list share their
 * fields. A value that is null everywhere and the items of a list that is always empty may be anything.
 */
export function describeData(data: unknown, file: string): Result<DescribedData | null> {
  const problems: Problem[] = [];
  const report = (code: string, path: string, reason: string, expected: string): void => {
    const place = path === '' ? { file } : { file, spot: `“${path}”` };
    problems.push({ code, level: 'error', place, actual: '', reason, expected });
  };
  const model = modelFrom(data, { path: '', depth: 0, report });
  const field = fieldOf(model);
  if (field.type !== 'record' || !isRecord(model)) {
    report('data-shape', '', '数据最外层不是“{…}”', '请把数据写成 {"字段": 值, …}');
    return { value: null, problems };
  }
  if (problems.length > 0) return { value: null, problems };
  return { value: { model, dictionary: field.fields }, problems };
}

type ReportData = (code: string, path: string, reason: string, expected: string) => void;

interface DataPlace {
  readonly path: string;
  readonly depth: number;
  readonly report: ReportData;
}

function modelFrom(data: unknown, { path, depth, report }: DataPlace): Model {
  if (typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean' || data === null) return data;
  if (data instanceof WrittenNumber) return traced(data.value, data.text);
  if (typeof data !== 'object' || depth >= maxDataDepth) {
    report('data-depth', path.slice(0, 60), '数据套得太深', `请不要超过 ${String(maxDataDepth)} 层`);
    return null;
  }
  const inside = (key: string): DataPlace => ({ path: path === '' ? key : `${path}.${key}`, depth: depth + 1, report });
  if (Array.isArray(data)) return data.map((item: unknown, index) => modelFrom(item, inside(String(index))));
  const record = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, modelFrom(value, inside(key))]));
  if (!isTraced(record)) return record;
  report('data-name', path, '字段“kind”的值不能是“traced”', '请改用别的值');
  return null;
}

function isRecord(model: Model): model is ModelRecord {
  return typeof model === 'object' && model !== null && !isList(model) && !isTraced(model);
}

const anything: Field = { type: 'any', help: '' };
/** Items of different kinds: some are values, others lists or records. What each is shows when it is printed. */
const mixed: Field = { type: 'any', help: '' };

function fieldOf(model: Model): Field {
  // Each field is an object of its own: by it is known which of them a template names.
  if (model === null) return { type: 'any', help: '' };
  if (typeof model === 'string') return { type: 'text', help: '' };
  if (typeof model === 'number') return { type: 'number', help: '' };
  if (typeof model === 'boolean') return { type: 'bool', help: '' };
  if (isTraced(model)) return { type: 'number', help: '' };
  if (isList(model)) {
    const of = model.reduce<Field>((shared, item) => sharedField(shared, fieldOf(item)), anything);
    return { type: 'list', help: '', of };
  }
  const fields = Object.entries(model).map(([name, value]) => [name, fieldOf(value)] as const);
  return { type: 'record', help: '', fields: Object.fromEntries(fields) };
}

/** What two items of a list are taken for: all fields of both; numbers beside texts are texts. */
function sharedField(left: Field, right: Field): Field {
  if (left === mixed || right === mixed) return mixed;
  if (left.type === 'any') return right;
  if (right.type === 'any') return left;
  if (left.type === 'list' && right.type === 'list') {
    return { type: 'list', help: '', of: sharedField(left.of, right.of) };
  }
  if (left.type === 'record' && right.type === 'record') return sharedRecord(left.fields, right.fields);
  if (isBranch(left) || isBranch(right)) return mixed;
  return left.type === right.type ? left : { type: 'text', help: '' };
}

function isBranch({ type }: Field): boolean {
  return type === 'list' || type === 'record';
}

function sharedRecord(left: Dictionary, right: Dictionary): Field {
  const fields = new Map(Object.entries(left));
  for (const [name, other] of Object.entries(right)) {
    const mine = fields.get(name);
    fields.set(name, mine ? sharedField(mine, other) : other);
  }
  return { type: 'record', help: '', fields: Object.fromEntries(fields) };
}
