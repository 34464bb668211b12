/** What the office says of other names, as it is looked up and as it is advised. */
import {
  inMapping,
  isMappingAdvice,
  leftHint,
  mappedName,
  mappingName,
  rowsWord,
} from '../../../src/core/base/mapping';

it('a name is what the office says of it on that sheet, or of a sheet', () => {
  const mapping = [
    { sheet: '任务进展', from: '办妥', to: '完成日期' },
    { sheet: '指标', from: '办妥', to: '办结数' },
    { sheet: null, from: '进度表', to: '任务进展' },
  ];
  expect(mappedName(mapping, '任务进展', '办妥')).toBe('完成日期');
  expect(mappedName(mapping, '指标', '办妥')).toBe('办结数');
  expect(mappedName(mapping, null, '进度表')).toBe('任务进展');
  expect([mappedName(mapping, null, '办妥'), mappedName(mapping, '任务进展', '进度表')]).toEqual([null, null]);
  expect(mappedName(undefined, null, '进度表')).toBeNull();
});

it('a name that holds a sign which parts names stands between quotation marks', () => {
  expect(['办妥', '办妥日 期'].map(mappingName)).toEqual(['办妥', '办妥日 期']);
  for (const sign of '、,，=＝→:：;；\n') expect(mappingName(`办${sign}妥`)).toBe(`“办${sign}妥”`);
});

it('the advice to say so names the line to write, and is known as such', () => {
  const advice = inMapping('任务进展：办妥＝完成日期');
  expect(advice).toBe('在总表“设置”的“列对应”里写“任务进展：办妥＝完成日期”');
  expect([rowsWord, leftHint]).toEqual(['认作', '要读取的，请在“接入台账”里改']);
  expect([isMappingAdvice(`请改正，或者${advice}`), isMappingAdvice('请改正')]).toEqual([true, false]);
});
