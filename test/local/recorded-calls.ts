/** The calls of a run to Sheets, Drive and Docs as JSON, of each shape one: a workbook of a thousand alike cells is one cell. */
import type { Between } from '../../src/local/services/service';

/** One call: Google's name of the member and its arguments. */
export interface RecordedCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Hears of a call before it is made; what it throws stands in for the call. */
export type Recorder = (name: string, args: readonly unknown[]) => void;

/** The recorder as a host takes it. */
export function listening(record: Recorder): Between {
  return (name, args, make) => {
    record(name, args);
    return make();
  };
}

/** Gives the recorder for a host and the calls it has heard. A batch counts as so many calls with one request each. */
export function recordCalls(): { readonly record: Recorder; readonly calls: () => RecordedCall[] } {
  const byShape = new Map<string, RecordedCall>();
  return {
    record: (name, args) => {
      if (!/^(?:Sheets|Drive|Docs)\./u.test(name)) return;
      const copied = args.map((arg) => (isPlain(arg) ? oneOfEach(JSON.parse(JSON.stringify(arg))) : undefined));
      for (const each of oneByOne(copied)) byShape.set(`${name} ${shapeOf(each)}`, { name, args: each });
    },
    calls: () => [...byShape.values()],
  };
}

function oneByOne([first, ...rest]: readonly unknown[]): (readonly unknown[])[] {
  if (typeof first !== 'object' || first === null || !('requests' in first)) return [[first, ...rest]];
  const { requests, ...others } = first as { readonly requests: readonly unknown[] };
  return requests.map((request) => [{ ...others, requests: [request] }, ...rest]);
}

/** Contents of files are no JSON. */
function isPlain(arg: unknown): boolean {
  return arg !== undefined && !(typeof arg === 'object' && arg !== null && Object.hasOwn(arg, 'getBytes'));
}

/** The value with lists that hold each shape once; all rows become one with each cell once. */
function oneOfEach(value: unknown): unknown {
  if (isRows(value)) return [{ values: oneOfEach(value.flatMap(({ values }) => values)) }];
  // Most items of long lists are alike: what is within them is looked at once only.
  if (Array.isArray(value)) return distinct(distinct(value).map(oneOfEach));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, oneOfEach(child)]));
}

function distinct(items: readonly unknown[]): unknown[] {
  return [...new Map(items.map((item) => [shapeOf(item), item])).values()];
}

function isRows(value: unknown): value is readonly { readonly values: readonly unknown[] }[] {
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const isRow = (row: unknown): boolean =>
    typeof row === 'object' &&
    row !== null &&
    'values' in row &&
    Array.isArray(row.values) &&
    Object.keys(row).length === 1;
  return rows.length > 0 && rows.every(isRow);
}

/** What two values have in common that differ in texts and numbers only; masks of fields are part of the shape. */
function shapeOf(value: unknown): string {
  return JSON.stringify(value, (name, child: unknown) => {
    if (name === 'fields') return child;
    return typeof child === 'string' ? '' : typeof child === 'number' ? 0 : child;
  });
}
