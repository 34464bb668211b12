/** A hub without tasks has those of the town's table: what its own list lacks is then nothing, what is wrong in it still is. */
import { problemText } from '../../../../src/core/base/problem';
import { readOffice } from '../ledger-office';

const table = `序号|重点任务|责任单位|完成时限|是否完成|进展情况
1|印发工作要点|法治办|3月底前|是|已印发
2|宪法日宣传|财经办|12月上旬|√|5场`;
const office = { year: 2025, departments: ['法治办', '财经办'], books: { '台账.xlsx': { 法治建设台账: table } } };

const told = (codes: readonly string[], tasks: readonly string[] = []): readonly string[] =>
  readOffice({ ...office, tasks })
    .problems.filter(({ code, place }) => codes.includes(code) && !/^法治办|^财经办/u.test(place.file))
    .map(problemText);

it('says which table was taken, and what to do where that is wrong', () => {
  expect(told(['town-table'])).toEqual([
    '台账.xlsx 法治建设台账：总表没有任务，按“台账.xlsx”的“法治建设台账”采用各项任务和进展。如不对，请把任务写进总表的“任务”。',
  ]);
});

it('asks for no sheet of tasks in the hub', () => {
  expect(told(['sheet-missing']).filter((text) => text.includes('任务'))).toEqual([]);
});

it('still tells what was left out of the hub’s own list where no task was taken from it', () => {
  expect(told(['row-unlike', 'sheet-missing'], ['||宪法日宣传||']).filter((text) => text.includes('任务'))).toEqual([
    expect.stringMatching(/^总表\.xlsx 任务!D4：第4行“宪法日宣传”没有能读出的内容，不像数据，没有采用。/u),
  ]);
});

it('is not read under a title of another year, where nothing in it is of the report’s', () => {
  const titled = (title: string, tasks: readonly string[]) => {
    const books = { '台账.xlsx': { 法治建设台账: `${title}\n${table}` } };
    const { value, problems } = readOffice({ ...office, books, tasks });
    return [
      value.progress.length,
      problems.filter(({ code }) => code === 'workbook-other-year').map(({ level }) => level),
    ];
  };
  const tasks = ['A-01|组织领导|印发工作要点|法治办|3月底前'];
  expect(titled('2024年任务台账', tasks)).toEqual([0, ['error']]);
  expect(titled('2024年任务台账', [])).toEqual([0, ['error']]);
  expect(titled('2024年任务台账（2025年修订）', tasks)).toEqual([1, []]);
});
