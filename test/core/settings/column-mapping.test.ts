import { problemText } from '../../../src/core/base/problem';
import { columnMapping } from '../../../src/core/settings/column-mapping';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import { settingsGrid } from '../office-builder';
import { editions, ruleOfLaw } from '../../edition';

const place = { file: '总表.xlsx', sheet: '设置', cell: 'B40' };

function read(text: string): { readonly pairs: readonly string[]; readonly says: readonly string[] } {
  const { value, problems } = columnMapping(text, place, ruleOfLaw.declared);
  return {
    pairs: value.map(({ sheet, from, to }) => `${sheet ?? ''}|${from}|${to}`),
    says: problems.map(problemText),
  };
}

describe('the setting 列对应', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'headers of a sheet',
      '任务进展：办结情况＝状态、时间＝完成日期',
      ['任务进展|办结情况|状态', '任务进展|时间|完成日期'],
    ],
    ['a sheet', '工作表：落实情况＝任务进展', ['|落实情况|任务进展']],
    [
      'several lines, half-width signs, synonyms',
      '工作表: 落实=任务完成情况\n指标数据: 数=本年值 ; 任务分解：科室→责任单位',
      ['|落实|任务进展', '指标数据|数|填报值', '任务|科室|牵头单位'],
    ],
    [
      'headers by the office’s own name of the sheet',
      '落实：结果＝状态；工作表：落实＝任务进展',
      ['|落实|任务进展', '任务进展|结果|状态'],
    ],
    ['names with such signs in quotes', '任务进展：“问题、建议”＝存在问题', ['任务进展|问题、建议|存在问题']],
    ['a form’s line', '执法队伍：编制人数＝编制', ['执法队伍|编制人数|编制']],
    ['nothing', ' \n', []],
  ])('%s', (_, text, pairs) => {
    expect(read(text)).toEqual({ pairs, says: [] });
  });

  it.each<[string, string, string]>([
    ['no line of it', '随便写写', '“随便写写”看不懂，没有采用。请写成如：任务进展：办结情况＝状态、时间＝完成日期'],
    ['an unknown sheet', '任务进度：结果＝状态', '“任务进度：”没有采用：没有“任务进度”这张表。是否指“任务进展”？'],
    ['an unknown column', '任务进展：结果＝状况', '“结果＝状况”没有采用：“任务进展”没有“状况”列。'],
    [
      'a column still to be chosen',
      '任务进展：结果＝？',
      '“结果＝？”没有采用：“任务进展”没有“？”列。等号右边可用：任务编号、',
    ],
    ['a name twice', '任务进展：结果＝状态、结果＝完成率', '“结果”写了两次，“结果＝完成率”没有采用。请只留一个'],
  ])('%s is told, all else holds', (_, text, says) => {
    const { pairs, says: told } = read(`${text}；任务进展：时间＝完成日期`);
    expect(pairs).toContain('任务进展|时间|完成日期');
    expect(told).toEqual([expect.stringContaining(`总表.xlsx 设置!B40：列对应`)]);
    expect(told[0]).toContain(says);
  });

  it('stands in the hub', () => {
    const grid = settingsGrid({ columnMapping: '工作表：落实＝任务进展\n任务进展：结果＝状况' });
    const { value, problems } = settingsFromGrids([grid], editions, '2023-01-02');
    expect(value?.columnMapping).toEqual([{ sheet: null, from: '落实', to: '任务进展' }]);
    expect(problems).toEqual([expect.objectContaining({ code: 'mapping-unreadable', level: 'error' })]);
    expect(problems[0]?.place.cell).toMatch(/^B\d+$/u);
  });
});
