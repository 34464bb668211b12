/** What the orders of a page look like: one that misses something would otherwise be taken for its opposite, a look for a sending. */
import type { PageOrders } from '../../contract/orders';

type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const flag: Shape = (value) => typeof value === 'boolean';
const whole: Shape = (value) => Number.isSafeInteger(value);
const nothing: Shape = (value) => value === null;
const anything: Shape = () => true;
const either =
  (...shapes: readonly Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value));
const optional = (shape: Shape): Shape => either((value) => value === undefined, nothing, shape);
const words =
  (...given: readonly string[]): Shape =>
  (value) =>
    given.some((word) => word === value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);
const each =
  (shape: Shape): Shape =>
  (value) =>
    isObject(value) && Object.values(value).every(shape);
/** Members that are not named here may be there as well. */
const object =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    isObject(value) && Object.entries(members).every(([name, shape]) => shape(value[name]));

const day = either(nothing, text);
const dayOnly = either(nothing, object({ asOf: optional(text) }));
const noted = { signedOn: day, reply: text, rectifyOn: day, settled: either(nothing, flag) };
const answer = object({ sheet: text, kind: text, name: text, as: text });
const kinds = { edition: optional(text), organ: optional(text) };

const shapes: { readonly [Name in keyof PageOrders]?: Shape } = {
  'set-up': object({
    ...kinds,
    hubOnly: flag,
    year: either(nothing, whole),
    anew: optional(flag),
    departments: optional(each(text)),
    ledgerFolder: optional(text),
    isTrial: optional(flag),
  }),
  roles: object(kinds),
  check: dayOnly,
  report: dayOnly,
  look: either(nothing, object({ forMail: flag })),
  template: object({ do: words('state', 'check', 'restore') }),
  remind: object({
    dryRun: flag,
    asOf: either(nothing, text),
    channel: either(nothing, text),
    year: optional(whole),
    letters: optional(whole),
    resume: optional(flag),
  }),
  ledger: object({
    settle: either(nothing, object({ mail: text, to: words('sent', 'queued', 'back') })),
    accept: flag,
    all: optional(flag),
    asOf: optional(text),
  }),
  feedback: object({ ...noted, code: text, before: optional(object(noted)) }),
  timer: object({ do: words('on', 'off', 'take-over', 'status') }),
  intake: object({
    file: text,
    content: either(nothing, text),
    department: either(nothing, text),
    answers: list(answer),
    confirm: flag,
  }),
};

/** Whether a page of this version could have ordered that of the job. */
export function isOrderOf(job: keyof PageOrders, order: unknown): boolean {
  return order !== undefined && (shapes[job] ?? anything)(order);
}
