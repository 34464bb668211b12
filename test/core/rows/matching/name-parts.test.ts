/** What a name of a figure says, in whatever order it stands. */
import { partsReader } from '../../../../src/core/rows/matching/name-parts';

const partsOf = partsReader({ dueWords: ['应', '按时应'], notDue: ['应急'], doneWords: ['已', '按时', '数'] });

it('is the thing, and whether it was due or done', () => {
  expect(partsOf('应答复申请')).toMatchObject({ stage: 'due', content: '答复申请', modifier: '' });
  expect(partsOf('已答复申请数（件）')).toMatchObject({ stage: 'done', content: '答复申请数' });
  expect(partsOf('答复申请按时')).toMatchObject({ stage: 'done', content: '答复申请' });
  expect(partsOf('应急演练')).toMatchObject({ stage: null, content: '应急演练' });
});

it('is turned round where 的 stands in it, and loses only what says that it was done', () => {
  expect(partsOf('已办结的信访事项').turned).toEqual(['信访事项已办结', '信访事项办结']);
  expect(partsOf('应办结的信访事项').turned).toEqual(['信访事项应办结', '信访事项应办结']);
  expect(partsOf('已办结信访事项').turned).toEqual(['办结信访事项']);
});
