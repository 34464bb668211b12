/** No time zone moves a day: the lights of all tasks are the same wherever the machine thinks it stands. */
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { longIt } from '../long';
import { root } from '../workspace/run-command';

/** Runs in a process of its own: in here, setting TZ would not reach the clock. */
const script = `
  const { importSources } = await import(${JSON.stringify(pathToFileURL(`${root}/build/import-sources.mjs`).href)});
  const { overdueDays } = await importSources({ 'test/independent/overdue-days': 'overdueDays' });
  const expected = overdueDays();
  const zones = Intl.supportedValuesOf('timeZone');
  const offsets = new Set();
  const different = zones.filter((zone) => {
    process.env.TZ = zone;
    offsets.add(new Date(2024, 0, 1).getTimezoneOffset());
    return overdueDays() !== expected;
  });
  console.log(JSON.stringify({ zones: zones.length, offsets: offsets.size, different, size: expected.length }));
`;

longIt('the overdue set of 2024 to 2027 is one and the same in every zone', () => {
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    cwd: root,
  });
  const found = JSON.parse(out) as { zones: number; offsets: number; different: string[]; size: number };
  expect(found.different).toEqual([]);
  expect(found.zones).toBeGreaterThan(400);
  // Were the zone not really changed, nothing would be proved.
  expect(found.offsets).toBeGreaterThan(20);
  expect(found.size).toBeGreaterThan(1000);
});
