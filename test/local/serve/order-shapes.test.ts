/** Orders as pages give them, and orders that miss something or say it in another form. */
import type { PageOrders } from '../../../src/contract/orders';
import { isOrderOf } from '../../../src/local/serve/order-shapes';

const noted = { signedOn: '2022-12-01', reply: '已整改', rectifyOn: null, settled: null } as const;
/** Those that are a name; the others are objects, or nothing. */
type Named = 'open' | 'progress';
const orders: { readonly [Name in Exclude<keyof PageOrders, Named>]: readonly PageOrders[Name][] } = {
  'set-up': [
    { hubOnly: true, year: null },
    { hubOnly: false, year: 2022, edition: null, organ: '街道', departments: { 执法: '执法局' }, isTrial: true },
  ],
  roles: [{ edition: null, organ: null }],
  check: [null, { asOf: null }, { asOf: '2022-12-30' }],
  look: [null, { forMail: false }],
  template: [{ do: 'restore' }],
  remind: [
    { dryRun: true, asOf: '2022-12-30', channel: null },
    { dryRun: false, asOf: null, channel: '发件箱', year: 2022, letters: 3, resume: true },
  ],
  ledger: [
    { settle: null, accept: false },
    { settle: { mail: '发件箱', to: 'sent' }, accept: false, all: true, asOf: null },
  ],
  feedback: [
    { ...noted, code: '督2022-D-01-1130' },
    { ...noted, code: '督2022-D-01-1130', before: noted },
  ],
  report: [null, { asOf: '2022-12-30' }],
  'self-check': [null],
  who: [null],
  state: [null],
  'intake-list': [null],
  tick: [{ channel: null }, { channel: '邮件' }],
  upload: [{ what: 'template', name: '年度报告.docx', content: 'AAAA', instead: false }],
  timer: [{ do: 'off' }],
  intake: [
    { file: '司法所.xlsx', content: null, department: null, answers: [], confirm: false },
    {
      file: 'a.xlsx',
      content: 'AAAA',
      department: '司法所',
      answers: [{ sheet: '一', kind: 'column', name: '状态', as: '状态' }],
      confirm: true,
    },
  ],
};
const given = Object.entries(orders).flatMap(([job, each]) =>
  each.map((order) => [job as keyof PageOrders, order as unknown] as const),
);

it.each(given)('takes %s %j', (job, order) => {
  expect(isOrderOf(job, order)).toBe(true);
});

it.each(given.filter(([, order]) => order !== null))(
  'refuses %s %j with any needed member in another form',
  (job, order) => {
    const members = Object.entries(order as Record<string, unknown>);
    for (const [name, value] of members) {
      if (value !== null)
        expect([name, isOrderOf(job, { ...Object.fromEntries(members), [name]: [7] })]).toEqual([name, false]);
    }
    for (const other of [undefined, 5, 'x', [], [order]]) expect(isOrderOf(job, other)).toBe(false);
  },
);

it.each(['open', 'progress'] as const)('takes for %s a name alone', (job) => {
  expect([null, undefined, {}, ['a'], 'a'].map((order) => isOrderOf(job, order))).toEqual([
    ...[false, false, false, false, true],
  ]);
});

it('takes for a job without an order none at all', () => {
  for (const job of ['self-check', 'who', 'state', 'intake-list'] as const)
    expect([undefined, {}, 'a', { asOf: null }].filter((order) => isOrderOf(job, order))).toEqual([]);
});

it('takes no order that misses whether to send, to turn off or to write', () => {
  expect(isOrderOf('remind', { asOf: null, channel: null })).toBe(false);
  expect(isOrderOf('timer', {})).toBe(false);
  expect(isOrderOf('tick', {})).toBe(false);
  expect(isOrderOf('upload', { what: 'template', name: 'a', content: '' })).toBe(false);
  expect(isOrderOf('set-up', {})).toBe(false);
  expect(isOrderOf('ledger', { settle: null })).toBe(false);
  expect(isOrderOf('intake', { file: 'a.xlsx', content: null, department: null, answers: [{}], confirm: true })).toBe(
    false,
  );
});
