/** The protocol of sending, in all its histories: nothing twice, nothing lost in silence. */
import { exploreLedger, withWords } from './ledger-model';

describe('a mail handed to a service', () => {
  const found = exploreLedger({ channel: '邮件', lock: true, settles: true });

  it('goes out once at most and is never lost without being shown, in any of the states', () => {
    expect(found).toMatchObject({ duplicates: 0, lost: 0, falseAlarms: 0 });
    expect(found.states).toBeGreaterThan(2000);
    expect(found.settled).toBeGreaterThan(0);
    expect(found.forAPerson).toBeGreaterThan(0);
  });

  it('would go out twice without the lock, or if stale claims were sent again', () => {
    const few = { runs: 2, atOnce: 2, faults: 1, words: 0 };
    expect(exploreLedger({ channel: '邮件', lock: false, settles: true }, few).duplicates).toBeGreaterThan(0);
    expect(exploreLedger({ channel: '邮件', lock: true, settles: false }, few).duplicates).toBeGreaterThan(0);
  });
});

it('a file in the outbox is made once, and no history leaves anything to a person', () => {
  const found = exploreLedger({ channel: '发件箱', lock: true, settles: true });
  expect(found).toMatchObject({ duplicates: 0, lost: 0, forAPerson: 0, falseAlarms: 0 });
  expect(found.states).toBeGreaterThan(1000);
});

describe('a person who says what was sent, by a slip too, and takes it back', () => {
  it.each(['邮件', '发件箱'] as const)('makes nothing go out twice, nor loses anything for good (%s)', (channel) => {
    const found = exploreLedger({ channel, lock: true, settles: true }, withWords);
    expect(found).toMatchObject({ duplicates: 0, lost: 0, falseAlarms: 0, unmade: 0 });
    expect(found.slips > 0).toBe(true);
    expect(found.settled).toBeGreaterThan(0);
  });
});
