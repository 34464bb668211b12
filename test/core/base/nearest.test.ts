import { createRequire } from 'node:module';
import type { distance } from 'fastest-levenshtein';
import { nearest, nearestFew, nearestIn } from '../../../src/core/base/nearest';

const levenshtein = createRequire(__filename)('fastest-levenshtein') as { distance: typeof distance };
const compared = jest.spyOn(levenshtein, 'distance');

afterAll(() => {
  jest.restoreAllMocks();
});
beforeEach(() => {
  compared.mockClear();
});

describe('the name that was meant', () => {
  it('has the fewest changed characters, the first of several', () => {
    expect(nearest('司法索', ['司法所', '司法站', '财政所'])).toBe('司法所');
    expect(nearest('司法', ['司法所', '司法站'])).toBe('司法所');
  });

  it('shares at least half of the longer text', () => {
    expect(nearest('甲乙丙', ['丁戊己', '甲乙丙丁戊己庚'])).toBeNull();
    expect(nearest('财务科室', ['财务中心'])).toBe('财务中心');
    expect(nearestFew('司法索', ['财政所', '司法所', '司法所', '司法站'])).toEqual(['司法所', '司法站']);
    expect(nearest('甲乙', ['甲'])).toBe('甲');
    expect(nearest('甲', ['甲乙', '甲乙丙'])).toBe('甲乙');
    expect(nearest('甲', ['甲乙丙'])).toBeNull();
  });

  it('is one of three at most, those with fewer changes first', () => {
    const names = ['司法甲乙', '司法站', '司法所', '司法局', '司法索索'];
    expect(nearestFew('司法索', names)).toEqual(['司法站', '司法所', '司法局']);
  });

  it('is sought for no text that is longer than a name', () => {
    expect(nearest('司'.repeat(61), ['司'.repeat(60)])).toBeNull();
    expect(compared).not.toHaveBeenCalled();
    expect(nearest('司'.repeat(60), ['司'.repeat(61)])).toBe('司'.repeat(61));
  });
});

describe('comparisons', () => {
  const names = (count: number): readonly { readonly id: string }[] =>
    Array.from({ length: count }, (_, index) => ({ id: `任务-${String(index).padStart(6, '0')}` }));
  const idOf = ({ id }: { readonly id: string }): readonly string[] => [id];

  it('of a text that is asked for again are made once', () => {
    const find = nearestIn(names(100), idOf);
    expect([find('任务-00000x'), find('任务-00000x')]).toEqual(['任务-000000', '任务-000000']);
    expect(compared).toHaveBeenCalledTimes(100);
  });

  it('are made once for a list, however often it is asked, and again for other names of it', () => {
    const items = names(100);
    expect(nearestIn(items, idOf)('任务-00000x')).toBe('任务-000000');
    expect(nearestIn(items, idOf)('任务-00000x')).toBe('任务-000000');
    expect(compared).toHaveBeenCalledTimes(100);
    expect(nearestIn(items, ({ id }) => [`${id}号`])('任务-00000x号')).toBe('任务-000000号');
  });

  it('of a text that is like none are made once, too', () => {
    const find = nearestIn(names(100), idOf);
    expect([find('甲-乙丙丁戊己庚'), find('甲-乙丙丁戊己庚')]).toEqual([null, null]);
    expect(compared).toHaveBeenCalledTimes(100);
  });

  it('of very many names are made with those that begin or end alike', () => {
    const many = names(5000).map(({ id }) => `${id.slice(-4)}号任务`);
    expect(nearest('4321号仁务', many)).toBe('4321号任务');
    expect(compared.mock.calls.length).toBeLessThanOrEqual(200);
  });

  it('do not grow with the rows that nobody knows, nor with the names', () => {
    const counts = [5000, 10_000, 20_000].map((count) => {
      compared.mockClear();
      const find = nearestIn(names(count), idOf);
      for (let row = 0; row < count; row += 1) find(`任务-${String(row)}x`);
      return compared.mock.calls.length;
    });
    expect(Math.max(...counts)).toBeLessThanOrEqual(1000 * 400);
    expect(counts[2]).toBeLessThan(counts[0]! * 1.1);
  });

  it('are made with all names that are no longer or shorter than what may be meant, where these are few', () => {
    const long = names(300).map(({ id }) => `${id}的很长的另一个名字`);
    expect(nearest('子乙丙丑', [...long, '甲乙丙丁'])).toBe('甲乙丙丁');
    expect(
      nearestFew(
        '子乙丙丑',
        Array.from({ length: 200 }, (_, at) => `丁乙丙${String(at % 10)}`),
      ),
    ).toHaveLength(3);
  });

  it('find one of many names by its beginning or its end', () => {
    const many = [...names(5000), { id: '矛盾纠纷排查' }];
    for (const find of [
      nearestIn(many, idOf),
      (text: string) =>
        nearest(
          text,
          many.map(({ id }) => id),
        ),
    ]) {
      expect(['矛盾纠分排查', '矛盾纠纷调解', '矛顿纠纷排查'].map(find)).toEqual(Array(3).fill('矛盾纠纷排查'));
      expect(find('甲乙纠纷丙丁')).toBeNull();
    }
  });
});
