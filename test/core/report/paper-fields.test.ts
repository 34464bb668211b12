import fc from 'fast-check';
import { layOutSignature } from '../../../src/core/report/paper-fields';
import { width } from '../../../src/core/report/text-width';

const names = ['中共大张楼镇委员会', '大张楼镇人民政府'];

it('sets a joint signature two characters from the edge, the date two further right', () => {
  const { beforeNames, beforeDate } = layOutSignature(names, '2023年2月18日');
  expect(beforeNames).toBe('　'.repeat(28 - 2 - 9));
  expect(beforeDate).toBe('　'.repeat(28 - 2 - 9 + 2));
});

it('moves short signatures left of a longer date', () => {
  const { beforeNames, beforeDate } = layOutSignature(['甲镇政府'], '2023年12月18日');
  expect(width(beforeDate) + width('2023年12月18日')).toBe(28 - 2);
  expect(beforeDate.length - beforeNames.length).toBe(2);
});

it('never runs over the line', () => {
  const name = fc.string({ unit: fc.constant('镇'), minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('2023年2月1日', '2023年12月18日'),
      (all, date) => {
        const { beforeNames, beforeDate } = layOutSignature(all, date);
        expect(Math.max(...all.map((each) => width(beforeNames + each)))).toBeLessThanOrEqual(28);
        expect(width(beforeDate + date)).toBeLessThanOrEqual(28);
      },
    ),
  );
});
