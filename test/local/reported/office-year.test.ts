/** The year of an office by two people. `npm run fuzz -- google` lives through it under every fault and behaviour. */
import { emptyOffice, yearSteps } from './office-year';

it('every answer, mail and file of the year is true', async () => {
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
