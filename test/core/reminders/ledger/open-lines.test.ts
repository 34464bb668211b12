/** Each mail touches its own lines, and all that follows from the ledger as a whole stays what it is. */
import fc from 'fast-check';
import { claim, confirm, isHandedOver, withdraw } from '../../../../src/core/reminders/ledger/ledger-steps';
import { OpenLines } from '../../../../src/core/reminders/ledger/open-lines';
import { planLedger } from '../../../../src/core/reminders/ledger/plan-ledger';
import type { Mail } from '../../../../src/core/reminders/mail';
import { at, item } from '../ledger-builder';
import { rounds } from '../../../rounds';

const now = at('2022-12-01');
const items = Array.from({ length: 12 }, (_, index) => item({ subject: `D-${String(index)}` }));
const file = { hash: 'h', channel: '发件箱' } as const;
const mailOf = (subjects: readonly number[]): Mail => ({
  number: `2022-12-01-司法所-${String(subjects[0])}`,
  to: 'a@town.example',
  receiver: 'a***',
  items: subjects.flatMap((subject) => items[subject] ?? []),
});

/** The first was handed over by an earlier run. */
const earlier = mailOf([0]);
const lines = confirm(claim(planLedger([], items, now, false), earlier, file, now), earlier.number, now);

it('the lines, and how many of them were handed over, are those of steps that look at all', () => {
  const step = fc.record({
    subjects: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 4 }),
    isConfirmed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
      const open = new OpenLines(lines);
      let whole = lines;
      for (const { subjects, isConfirmed } of steps) {
        const mail = mailOf(subjects);
        if (whole.some(({ key, state }) => state !== 'queued' && mail.items.some((each) => each.key === key))) continue;
        const before = open.move(mail.items, (own) => claim(own, mail, file, now));
        whole = claim(whole, mail, file, now);
        if (isConfirmed) open.move(mail.items, (own) => confirm(own, mail.number, now));
        else open.move(mail.items, () => before);
        whole = isConfirmed ? confirm(whole, mail.number, now) : withdraw(whole, mail.number, '', now);
      }
      const { handed, changed } = open.changes();
      expect(open.lines.map(({ state, mail }) => [state, mail])).toEqual(
        whole.map(({ state, mail }) => [state, state === 'queued' ? '' : mail]),
      );
      expect(handed).toBe(whole.filter(({ state }) => isHandedOver(state)).length);
      expect(changed).toEqual(expect.arrayContaining(open.lines.slice(1).filter(({ state }) => state !== 'queued')));
      expect(open.changes().changed).toEqual([]);
    }),
    { numRuns: rounds(200) },
  );
});

it('what a step left as it was is no change', () => {
  const open = new OpenLines(lines);
  expect(open.move(mailOf([0, 1]).items, (own) => own)).toEqual(lines.slice(0, 2));
  open.move(mailOf([1, 2]).items, ([one, two]) => [one!, { ...two!, reason: '稍后' }]);
  expect(open.changes()).toEqual({ changed: [{ ...lines[2], reason: '稍后' }], handed: 1 });
  expect(open.move([item({ subject: '不在' })], (own) => own)).toEqual([]);
});

it('a mail of which a line is not waiting is not claimed', () => {
  const open = new OpenLines(lines);
  open.move(mailOf([1, 2]).items, (own) => claim(own, mailOf([1, 2]), file, now));
  expect(() => open.move(mailOf([2, 3]).items, (own) => claim(own, mailOf([2, 3]), file, now))).toThrow('not waiting');
});
