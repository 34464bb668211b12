/** What a piece of work costs, in steps of going through lists: the same number on every computer, whatever else it is doing. */

type Callback = (...args: unknown[]) => unknown;
type Method = (this: unknown, ...args: unknown[]) => unknown;

const going = ['map', 'filter', 'flatMap', 'forEach', 'some', 'every', 'find', 'findIndex', 'reduce'] as const;
const seeking = ['includes', 'indexOf'] as const;

/** How often the work went to an item of a list, by the methods that go through one. */
export function stepsOf(work: () => void): number {
  let steps = 0;
  const methods = Array.prototype as unknown as Record<(typeof going | typeof seeking)[number], Method>;
  const own = new Map([...going, ...seeking].map((name) => [name, methods[name]]));
  const counting = (call: unknown): Callback =>
    function (this: unknown, ...args) {
      steps += 1;
      return (call as Callback).apply(this, args);
    };
  for (const name of going)
    methods[name] = function (call, ...more) {
      return own.get(name)?.call(this, counting(call), ...more);
    };
  for (const name of seeking)
    methods[name] = function (...args) {
      steps += (this as ArrayLike<unknown>).length;
      return own.get(name)?.apply(this, args);
    };
  try {
    work();
  } finally {
    for (const [name, method] of own) methods[name] = method;
  }
  return steps;
}
