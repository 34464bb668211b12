/** The checker's own arithmetic, by examples anybody can do with pen and paper. */
import { add, compare, fixed, isNear, over, plain, spelled, subtract, times, whole } from './fractions';

describe('exact fractions', () => {
  it('lose nothing', () => {
    expect(compare(add(spelled('0.1'), spelled('0.2')), spelled('0.3'))).toBe(0);
    expect(compare(times(over(whole(1), whole(3)), whole(3)), whole(1))).toBe(0);
    expect(compare(subtract(whole(1), spelled('1.5')), spelled('-0.5'))).toBe(0);
    expect(compare(over(whole(2), whole(3)), spelled('0.6667'))).toBe(-1);
  });

  it.each([
    ['38.25', 1, '38.3'],
    ['0.05', 1, '0.1'],
    ['0.04', 1, '0.0'],
    ['99.95', 1, '100.0'],
    ['7', 0, '7'],
    ['2.675', 2, '2.68'],
  ])('%s to %i decimals is %s', (text, decimals, printed) => {
    expect(fixed(spelled(text), decimals)).toBe(printed);
  });

  it('leave out needless zeros', () => {
    expect(['2.50', '3.00', '120', '0.4'].map((text) => plain(spelled(text), 2))).toEqual(['2.5', '3', '120', '0.4']);
  });

  it('tell a number that is near from one that is not', () => {
    expect(isNear(100 / 3, over(whole(100), whole(3)))).toBe(true);
    expect(isNear(33.333, over(whole(100), whole(3)))).toBe(false);
  });

  it('refuse what is no number', () => {
    expect(() => spelled('3-5次')).toThrow('no number');
    expect(() => over(whole(1), whole(0))).toThrow('nothing to divide by');
  });
});
