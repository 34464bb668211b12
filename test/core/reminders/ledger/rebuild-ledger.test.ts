/** A ledger that nobody can believe sends nothing by itself: a person says of each department what went out. */
import { keyText } from '../../../../src/core/reminders/due-item';
import { settle } from '../../../../src/core/reminders/ledger/ledger-steps';
import { rebuildLedger } from '../../../../src/core/reminders/ledger/rebuild-ledger';
import { at, hash, item, queued } from '../ledger-builder';

const now = at('2022-12-05');
const items = [item(), item({ subject: 'D-02' }, null), item({ department: '财政所' }, 'czs@town.example')];
const way = { channel: '邮件', hash } as const;

it('asks of all that would go out, by a number for each department, and not of what has no mailbox', () => {
  const told = rebuildLedger([], items, now, way).map(({ key, state, mail, reason }) =>
    [key.department, key.subject, state, mail, reason].join(' ').trim(),
  );
  const why = '催办记录不可靠，不能确定是否已发';
  expect(told).toEqual([
    `司法所 D-01 unknown 重建-2022-12-05-司法所 ${why}`,
    '司法所 D-02 queued  无邮箱',
    `财政所 D-01 unknown 重建-2022-12-05-财政所 ${why}`,
  ]);
  const [first] = rebuildLedger(queued(items), items, now, way);
  expect(first).toMatchObject({
    receiver: expect.stringMatching(/^sf\*{3}@/u) as string,
    channel: '邮件',
    claimedOn: now.day,
  });
});

it('keeps what is known to have gone out, cancels what is over, and goes by what the person says', () => {
  const sent = queued(items.slice(0, 1)).map((line) => ({ ...line, state: 'sent' as const, mail: 'm' }));
  const lines = rebuildLedger([...sent, ...queued([item({ subject: 'D-09' })])], items, now, way);
  expect(lines.map(({ key, state }) => `${key.subject} ${state}`)).toEqual([
    'D-01 sent',
    'D-09 cancelled',
    'D-02 queued',
    'D-01 unknown',
  ]);
  const said = settle(lines, '重建-2022-12-05-财政所', 'sent', now);
  expect(said.filter(({ state }) => state === 'sent').map(({ key }) => keyText(key))).toHaveLength(2);
});
