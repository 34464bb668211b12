import { createRequire } from 'node:module';
import type { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { editions } from '../../edition';
import { nearest, nearestCode, nearestFew, nearestIn, sharesMoreThanEnd } from '../../../src/core/base/nearest';

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

describe('a name that only ends alike', () => {
  it.each([
    ['已人民调解件数', '行政诉讼败诉件数'],
    ['已人民调解件数', '败诉件数'],
    ['调解件数', '诉讼件数'],
    ['便民中心', '综治中心'],
    ['件数', '败诉件数'],
    ['处罚率', '覆盖率'],
  ])('%s is not %s', (text, name) => {
    expect(sharesMoreThanEnd(text, name)).toBe(false);
    expect(nearest(text, [name])).toBeNull();
  });

  it.each([
    ['予盾纠纷排查', '矛盾纠纷排查'],
    ['法制审核件数', '法治审核件数'],
    ['人民调节件数', '人民调解件数'],
    ['民调解件数', '人民调解件数'],
    ['镇法治办', '法治办'],
    ['农业农林办', '农业农村办公室'],
  ])('%s may be %s', (text, name) => {
    expect(nearest(text, [name])).toBe(name);
  });

  const names = editions.names.flatMap((one) => editions.open(one)?.indicators.map(({ name }) => name) ?? []);

  it('is none of the indicators of any edition for what shares nothing before 件数, 次数, 人数, 率 with them', () => {
    const other = fc.array(fc.constantFrom(...Array.from('甲乙丙丁戊己庚辛壬癸')), { minLength: 2, maxLength: 6 });
    const end = fc.constantFrom('件数', '次数', '人数', '率', '数量');
    expect(names.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(other, end, (signs, ending) => {
        expect(nearest(signs.join('') + ending, names)).toBeNull();
      }),
    );
  });

  it('each indicator of each edition is found with one slip in it, wherever that is', () => {
    const slip = fc.tuple(fc.constantFrom(...names.filter(({ length }) => length > 3)), fc.nat());
    fc.assert(
      fc.property(slip, ([name, at]) => {
        const typed = Array.from(name, (sign, index) => (index === at % name.length ? '〇' : sign)).join('');
        expect(nearestFew(typed, names)).toContain(name);
      }),
    );
  });
});

describe('the code that was meant', () => {
  const codes = ['督2022-D-01-1130', '督2022-D-02-1130', '核2022-司法所'];

  it.each([
    ['督2022-D-01-1103', '督2022-D-01-1130'],
    ['核2022-司法', '核2022-司法所'],
    ['D-02-1130', '督2022-D-02-1130'],
    ['1130', null],
    ['督2022-X-09-0615', null],
    ['核2022-财政办', null],
  ])('%s: %s', (text, code) => {
    expect(nearestCode(text, codes)).toBe(code);
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
