/** What stands on the command line of `ledger`, as an order. */
import { ledgerOrder } from '../../../src/local/command/options';

it.each([
  ['2022-12-22-司法所-84998d44=已发', '2022-12-22-司法所-84998d44', 'sent'],
  ['发件箱/2022-12-22-司法所-84998d44.eml＝未发', '2022-12-22-司法所-84998d44', 'queued'],
  ['C:\\年报\\发件箱\\2022-12-22-司法所-84998d44.EML=已发', '2022-12-22-司法所-84998d44', 'sent'],
  ['发件箱=已发', '发件箱', 'sent'],
  ['2022-12-22-司法所-84998d44=撤回', '2022-12-22-司法所-84998d44', 'back'],
  ['司法所|A/01|红1=已发', '司法所|A/01|红1', 'sent'],
])('--settle %s', (settle, mail, to) => {
  expect(ledgerOrder({ settle }).settle).toEqual({ mail, to });
});

it('--settle without a decision is refused', () => {
  expect(() => ledgerOrder({ settle: '2022-12-22-司法所-84998d44' })).toThrow('应写成 通知编号=已发');
});
