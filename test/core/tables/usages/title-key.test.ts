import { titleKey } from '../../../../src/core/tables/usages/title-key';

it.each(['任务进展2022年', '2022年任务进展', '任务进展 (2)', '任务进展的副本', '任务进展表'])(
  '%s is 任务进展',
  (title) => {
    expect(titleKey(title)).toBe(titleKey('任务进展'));
  },
);

it.each(['任务进展一', '3月任务进展'])('%s is another', (title) => {
  expect(titleKey(title)).not.toBe(titleKey('任务进展'));
});
