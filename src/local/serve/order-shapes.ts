/** What the orders of a page look like: one that misses something would otherwise be taken for its opposite, a look for a sending. */
import type { LookOrder } from '../../contract/cockpit';
import type { FeedbackEntry, FeedbackOrder } from '../../contract/feedback';
import type { IntakeOrder, RuleAnswer } from '../../contract/intake';
import type {
  DayOnly,
  LedgerOrder,
  PageOrders,
  RemindOrder,
  RolesOrder,
  SetUpPageOrder,
  TemplateOrder,
  TickOrder,
  TimerOrder,
  UploadOrder,
} from '../../contract/orders';

type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const flag: Shape = (value) => typeof value === 'boolean';
const whole: Shape = (value) => Number.isSafeInteger(value);
const nothing: Shape = (value) => value === null;
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
/** Has all members of the type, so that the compiler notices one that is missed here; others may be there as well. */
const object =
  <T extends object>(members: { readonly [Name in keyof Required<T>]: Shape }): Shape =>
  (value) =>
    isObject(value) && Object.entries<Shape>(members).every(([name, shape]) => shape(value[name]));

const day = either(nothing, text);
const dayOnly = either(nothing, object<DayOnly>({ asOf: optional(text) }));
const noted = { signedOn: day, reply: text, rectifyOn: day, settled: either(nothing, flag) };
const answer = object<RuleAnswer>({ sheet: text, kind: text, name: text, as: text });
const kinds = { edition: optional(text), organ: optional(text) };

const shapes: { readonly [Name in keyof PageOrders]: Shape } = {
  'set-up': object<SetUpPageOrder>({
    ...kinds,
    // Ledgers go by the path of their folder.
    from: optional(nothing),
    hubOnly: flag,
    year: either(nothing, whole),
    anew: optional(flag),
    departments: optional(each(text)),
    ledgerFolder: optional(text),
    isTrial: optional(flag),
  }),
  roles: object<RolesOrder>(kinds),
  check: dayOnly,
  report: dayOnly,
  look: either(nothing, object<LookOrder>({ forMail: flag })),
  template: object<TemplateOrder>({ do: words('state', 'check', 'restore') }),
  remind: object<RemindOrder>({
    dryRun: flag,
    asOf: either(nothing, text),
    channel: either(nothing, text),
    year: optional(whole),
    letters: optional(whole),
    resume: optional(flag),
    brief: optional(flag),
    most: optional(whole),
  }),
  ledger: object<LedgerOrder>({
    settle: either(
      nothing,
      object<NonNullable<LedgerOrder['settle']>>({ mail: text, to: words('sent', 'queued', 'back') }),
    ),
    accept: flag,
    all: optional(flag),
    asOf: optional(text),
  }),
  feedback: object<FeedbackOrder>({ ...noted, code: text, before: optional(object<FeedbackEntry>(noted)) }),
  'self-check': nothing,
  who: nothing,
  state: nothing,
  'intake-list': nothing,
  // Names: of a page, and of the run that is watched.
  open: text,
  progress: text,
  tick: object<TickOrder>({ channel: either(nothing, text) }),
  upload: object<UploadOrder>({
    what: words('template', 'picture', 'department'),
    name: text,
    content: text,
    instead: flag,
  }),
  timer: object<TimerOrder>({ do: words('on', 'off', 'take-over', 'status') }),
  intake: object<IntakeOrder>({
    file: text,
    content: either(nothing, text),
    department: either(nothing, text),
    answers: list(answer),
    confirm: flag,
  }),
};

/** Whether a page of this version could have ordered that of the job. */
export function isOrderOf(job: keyof PageOrders, order: unknown): boolean {
  return shapes[job](order);
}
