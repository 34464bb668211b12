/** Reads are tried again as long as that can help, and never so often that Google refuses them. */
import { paced, patiently } from '../../src/google/patience';

const waited: number[] = [];
let now = 0;
beforeEach(() => {
  waited.length = 0;
  now += 10 * 60_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  const sleep = (time: number): void => {
    waited.push(time);
    now += time;
  };
  Object.assign(globalThis, { Utilities: { sleep } });
});
afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'Utilities');
});

/** A read that fails with these words before it gives `read`; counts the tries. */
function failing(...words: readonly string[]): { read: () => string; tries: () => number } {
  let tries = 0;
  const read = (): string => {
    const word = words[tries];
    tries += 1;
    if (word !== undefined) throw new Error(word);
    return 'read';
  };
  return { read, tries: () => tries };
}

it('a service that fails twice is asked a third time, after some seconds', () => {
  const { read } = failing('Service Spreadsheets timed out', '服务器出错');
  expect(patiently(read)).toBe('read');
  expect(waited).toHaveLength(2);
  expect(Math.max(...waited)).toBeLessThanOrEqual(6000);
});

it('the third failure is told as it is', () => {
  const { read, tries } = failing('one', 'two', 'three');
  expect(() => patiently(read)).toThrow('three');
  expect(tries()).toBe(3);
});

it.each(['File not found: abc', '您没有访问权限', 'Service invoked too many times for one day: spreadsheet'])(
  'what lasts is not asked twice: %s',
  (words) => {
    const { read, tries } = failing(words);
    expect(() => patiently(read)).toThrow(words);
    expect([tries(), waited]).toEqual([1, []]);
  },
);

it.each(["Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute'", '请求过于频繁'])(
  'a quota of the minute, which the run before may have used up, is waited for: %s',
  (words) => {
    const { read } = failing(words, words);
    expect(patiently(read)).toBe('read');
    expect(waited.reduce((sum, time) => sum + time, 0)).toBeGreaterThan(60_000);
  },
);

it('two hundred reads are never more than sixty within any minute', () => {
  const times: number[] = [];
  for (let count = 0; count < 200; count += 1) {
    paced(() => times.push(now));
    now += 300;
  }
  const within = times.map((start) => times.filter((time) => time >= start && time < start + 60_000).length);
  expect(Math.max(...within)).toBeLessThan(60);
  expect(Math.max(...within)).toBeGreaterThan(40);
});

it('a clock that was set back, or a service that was slow meanwhile, makes no read wait', () => {
  const fifty = (): void => {
    for (let count = 0; count < 50; count += 1) paced(() => 0);
  };
  fifty();
  expect(waited).toEqual([]);
  now -= 2 * 3_600_000;
  paced(() => 0);
  expect(waited).toEqual([]);
  now += 24 * 3_600_000;
  fifty();
  now += 20_000;
  paced(() => 0);
  expect(waited).toEqual([40_000]);
});
