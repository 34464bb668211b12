/**
 * What up to three clicks on the page 接入台账 add to a workbook, and that its next month needs none; some of the workbooks built by
 * hand, `npm run fuzz -- ledgers` takes all.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCase } from './read-case';
import { triedClicks } from './clicks';

const books = ['registers/安全检查', 'tables/督查整改', 'tables/公开情况'];

it.each(books)('%s', (name) => {
  const { shares, second, secondAsks } = triedClicks(
    readCase(readFileSync(join(__dirname, 'books', `${name}.txt`), 'utf8')),
  );
  const [least, most] = [shares[0], shares[shares.length - 1]];
  expect(most).toMatchObject({ wrong: 0, lost: 0 });
  expect(most?.right).toBeGreaterThanOrEqual(least?.right ?? Infinity);
  expect((most?.said ?? 0) / (most?.saying ?? 1)).toBeGreaterThanOrEqual(0.92);
  expect(second.said / second.saying).toBeGreaterThanOrEqual(0.92);
  expect(secondAsks).toEqual([]);
});
