/** What `--json` writes: one text, of which no more than a piece is made at a time. */
import fc from 'fast-check';
import type { Summary } from '../../../src/contract/summary';
import { cellPlace, placeRanges, placeTexts } from '../../../src/core/base/place';
import { jsonPieces, withEachCell } from '../../../src/local/command/json-pieces';
import { rounds } from '../../rounds';

it('the pieces are the text that JSON.stringify gives, however deep', () => {
  fc.assert(
    fc.property(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), (value) => {
      expect([...jsonPieces(value)].join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
    }),
    { numRuns: rounds(100) },
  );
});

it('a list of any length comes in pieces, nothing of it lost between them', () => {
  for (const length of [999, 1000, 1001, 3000, 100_001]) {
    const cells = Array.from({ length }, (_, row) => `司法所.xlsx 行政处罚!A${String(row)}`);
    const value = { exit: 0, summary: { indicators: [{ cells, name: '件数' }, { cells }] } };
    const pieces = [...jsonPieces(value)];
    expect(pieces.join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(200_000);
  }
});

it('cells told by the first and the last are written one by one, as if all had been told', () => {
  for (const length of [1, 99, 100, 1000, 1001, 250_000]) {
    const places = Array.from({ length }, (_, row) => cellPlace('司法所.xlsx', '行政处罚', row + 1, 27));
    const line = { code: 'C2', cells: [] as readonly string[], weak: false };
    const summaryWith = (cells: readonly string[]): Summary =>
      ({ counts: {}, indicators: [{ ...line, cells }, line] }) as unknown as Summary;
    const told = withEachCell(summaryWith(placeRanges(places)));
    const pieces = [...jsonPieces({ exit: 0, summary: told })];
    const whole = { exit: 0, summary: summaryWith(placeTexts(places)) };
    expect(pieces.join('')).toBe(`${JSON.stringify(whole, null, 2)}\n`);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(200_000);
  }
  expect(withEachCell(null)).toBeNull();
});
