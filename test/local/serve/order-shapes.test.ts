/** Orders as pages give them, and orders that miss something or say it in another form. */
import type { PageOrders } from '../../../src/contract/orders';
import { isOrderOf } from '../../../src/local/serve/order-shapes';

const noted = { signedOn: '2022-12-01', reply: '已整改', rectifyOn: null, settled: null } as const;
const orders: { readonly [Name in keyof PageOrders]?: readonly PageOrders[Name][] } = {
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

it('takes no order that misses whether to send, to turn off or to write', () => {
  expect(isOrderOf('remind', { asOf: null, channel: null })).toBe(false);
  expect(isOrderOf('timer', {})).toBe(false);
  expect(isOrderOf('set-up', {})).toBe(false);
  expect(isOrderOf('ledger', { settle: null })).toBe(false);
  expect(isOrderOf('intake', { file: 'a.xlsx', content: null, department: null, answers: [{}], confirm: true })).toBe(
    false,
  );
});
