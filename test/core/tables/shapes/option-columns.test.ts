/** Options across with marks under them are one column. */
import { casesTable, progressTable, publicityTable } from '../../../edition';
import { readShape } from './shaped';

const head = '类别|程序||决定日期|罚没金额（元）|执法名义';
const merges = ['B1:C1', 'A1:A2', 'D1:D2', 'E1:E2', 'F1:F2'];

it('a name merged above its options', () => {
  const { values, told, unread, ends } = readShape(
    casesTable,
    `${head}\n|简易|普通|||\n罚款|√||2022-03-01|200|本级\n罚款||✓|2022-04-06|3000|本级`,
    merges,
    ['procedure', 'amount'],
  );
  expect(values).toEqual(['procedure 简易@B3', 'amount 0.02@E3', 'procedure 普通@B4', 'amount 0.3@E4']);
  expect([told, unread, ends[1]]).toEqual([[], 0, 0]);
});

it('two marks name no option, and none is told as none', () => {
  const { values, problems, unread } = readShape(
    casesTable,
    `${head}\n|简易程序|普通程序|||\n罚款|√|√|2022-03-01|200|本级\n罚款|×|×|2022-04-06|3000|本级`,
    merges,
    ['procedure'],
  );
  expect(values).toEqual([]);
  const told = problems.map(({ place, level, reason }) => `${place.cell ?? ''} ${level} ${reason}`);
  expect(told).toContain('B3 error 程序的简易、普通都打了勾，分不清是哪一个');
  expect(told).toContain('B4 note 程序的各项都没有打勾，按没有填写计');
  expect(unread).toBe(0);
});

it('where ticks stand in a row, a ring is none', () => {
  const { values } = readShape(
    casesTable,
    `${head}\n|简易|普通|||\n罚款|○|√|2022-03-01|200|本级\n罚款|○||2022-03-02|200|本级`,
    merges,
    ['procedure'],
  );
  expect(values).toEqual(['procedure 普通@B3', 'procedure 简易@B4']);
});

it('states of a task', () => {
  const { values, unread } = readShape(
    progressTable,
    '任务编号|重点任务|已完成|进行中|未启动|进展情况\nA-01|开会|√|||开了\nA-02|培训||√||办了两期\nA-03|考试|||√|',
    [],
    ['taskId', 'status'],
  );
  expect(values).toEqual([
    ...['taskId A-01@A2', 'status done@C2', 'taskId A-02@A3', 'status in-progress@C3'],
    ...['taskId A-03@A4', 'status not-started@C4'],
  ]);
  expect(unread).toBe(0);
});

it('yes and no under their question', () => {
  const { values } = readShape(
    publicityTable,
    '日期|主题|是否牵头||场次\n||是|否|\n2022-03-15|维权|√||1\n2022-04-26|宣传||√|1',
    ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'],
    ['leads'],
  );
  expect(values).toEqual(['leads true@C3', 'leads false@C4']);
});

it('numbers under the words are counts, no marks', () => {
  const { told } = readShape(casesTable, `${head}\n|简易|普通|||\n罚款|3|5|2022-03-01|200|本级`, merges, ['procedure']);
  expect(told.join()).not.toContain('options');
});
