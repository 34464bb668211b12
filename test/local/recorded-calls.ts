/** The calls of a run to Sheets and Drive as JSON, of each shape one: a workbook of a thousand alike cells is one cell. */
import type { Between } from '../../src/local/service';

/** One call: Google's name of the member and its arguments. */
export interface RecordedCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Gives the recorder for a host and the calls it has heard. */
export function recordCalls(): { readonly record: Between; readonly calls: () => RecordedCall[] } {
  const byShape = new Map<string, RecordedCall>();
  return {
    record: (name, args, make) => {
      if (/^(?:Sheets|Drive)\./u.test(name)) {
        const copied = args.map((arg) => (isPlain(arg) ? oneOfEach(JSON.parse(JSON.stringify(arg))) : undefined));
        byShape.set(`${name} ${shapeOf(copied)}`, { name, args: copied });
      }
      return make();
    },
    calls: () => [...byShape.values()],
  };
}

/** Contents of files are no JSON. */
function isPlain(arg: unknown): boolean {
  return arg !== undefined && !(typeof arg === 'object' && arg !== null && Object.hasOwn(arg, 'getBytes'));
}

/** The value with lists that hold each shape once. */
function oneOfEach(value: unknown): unknown {
  if (Array.isArray(value)) {
    return [...new Map(value.map(oneOfEach).map((item) => [shapeOf(item), item])).values()];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, oneOfEach(child)]));
}

/** What two values have in common that differ in texts and numbers only; masks of fields are part of the shape. */
function shapeOf(value: unknown): string {
  return JSON.stringify(value, (name, child: unknown) => {
    if (name === 'fields') return child;
    return typeof child === 'string' ? '' : typeof child === 'number' ? 0 : child;
  });
}
