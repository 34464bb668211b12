/** The year of an office by two people. `npm run fuzz -- google` lives through it under every fault and behaviour. */
import { longIt } from '../../long';
import { emptyOffice, yearSteps } from './office-year';
import { officeYear, sweepFaults } from './sweep-google';
import { owner } from './google-office';

const tick = yearSteps.findIndex(({ name }) => name === 'the timer fires');

longIt('every answer, mail and file of the year is true', async () => {
  const world = await emptyOffice();
  const complaints: string[] = [];
  for (const { name, before, act, judge } of yearSteps) {
    before(world);
    const told = await act(world);
    complaints.push(...judge(world, told).map((complaint) => `${name}: ${complaint}`));
  }
  expect(complaints).toEqual([]);
  expect(world.mails).toHaveLength(3);
});

longIt('after a fault in the middle of a tick the same mails have gone out, each once', async () => {
  const { faults, injected } = await sweepFaults(officeYear, tick, { every: 20, from: 0 });
  expect(faults).toEqual([]);
  expect(injected).toBeGreaterThan(2);
});

it('the judge sees a mail too many, one too few, and one that says what is not so', async () => {
  const world = await emptyOffice();
  const judge = yearSteps[tick]?.judge;
  const said = (to: string, text: string): void => void world.mails.push({ from: owner, to, subject: '', text });
  said('sfs@town.example', 'A-01 A-02');
  said('fg@town.example', 'A-01');
  expect(judge?.(world, null)).toEqual([expect.stringContaining('mails to')]);
  said('czs@town.example', 'B-01 没有收到填报表');
  expect(judge?.(world, null)).toEqual([expect.stringContaining('czs@town.example is told')]);
  world.mails.pop();
  said('czs@town.example', 'B-01');
  expect(judge?.(world, null)).toEqual([]);
  said('czs@town.example', 'B-01');
  expect(judge?.(world, null)).not.toEqual([]);
});
