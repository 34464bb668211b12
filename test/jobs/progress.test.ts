/** What a page is told while a run goes on: each stage, and what was found so far. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAnew } from '../local/shared-host';
import { removeFolders } from '../workspace/run-command';
import { smallOffice } from '../workspace/small-office';

afterAll(removeFolders);

interface Told {
  readonly text: string;
  readonly problems: readonly { readonly code: string; readonly workbook: string }[];
}

it('names a workbook that cannot be opened while others are read, and all problems once they are known', async () => {
  const folder = smallOffice('dazhanglou-2022-messy');
  writeFileSync(join(folder, '填报/司法所.xlsx'), 'no workbook');
  const entries = new Map<string, string>();
  const told: Told[] = [];
  const asker = await openAnew(folder, { mounts: {}, cache: entries });
  const ask = (): Told => asker.run('runJob', 'progress', '"run-1"') as Told;
  expect(ask()).toMatchObject({ text: '', problems: [] });
  const cache = {
    get: () => undefined,
    set: (key: string, value: string) => {
      entries.set(key, value);
      told.push(ask());
    },
  };
  const host = await openAnew(folder, { cache });
  const answer = host.run('runJob', 'report', 'null', 'run-1') as Told;
  expect([...new Set(told.map(({ text }) => text.slice(0, 2)))]).toEqual(['读取', '核对', '成文', '保存']);
  const whileReading = told.filter(({ text }) => text.startsWith('读取')).at(-1)?.problems ?? [];
  expect(whileReading.map(({ code }) => code)).toContain('workbook-unreadable');
  const found = told.at(-1)?.problems ?? [];
  expect(found.length).toBeGreaterThan(whileReading.length);
  expect(answer.problems).toEqual(expect.arrayContaining([...found]));
});

it('costs no call where nobody looks on', async () => {
  const host = await openAnew(smallOffice());
  host.run('runJob', 'look');
  expect(Object.keys(host.calls).filter((name) => name.startsWith('Cache'))).toEqual([]);
});
