/** The office's own words against the figures: told where they contradict, within one clause, and nowhere else. */
import { contradicted, otherNumberInText, outOfTimeInText } from '../../../../src/core/findings/doubts/wording-doubts';
import type { Figure, Rows } from '../../../../src/core/rows/rows';
import { figure, hub, task, weakText } from '../rows-builder';
import { lines, townWith } from './town-with';

function paragraph(text: string, section = '存在不足'): Rows['narratives'][number] {
  return { section, order: 1, text, condition: '', source: '', place: hub('综述素材', 'C4') };
}

describe('paid in full, and yet lacking', () => {
  const paid = [figure('D10.1', 5), figure('D10.2', 5)];
  const told = (text: string, figures: readonly Figure[] = paid, section = '存在不足'): string[] =>
    lines(contradicted(townWith({ figures, narratives: [paragraph(text, section)] })));
  const doubt = '总表.xlsx C4 执法经费到位率为 100%，却把经费写成薄弱环节';

  it.each([
    '经费不足',
    '人员不多，执法经费仍有缺口。',
    '人员不多；经费紧张',
    '经费一二三四五六七八九十一二不足',
    '经费不足，经费充足',
  ])('%s', (text) => {
    expect(told(text)).toEqual([doubt]);
  });

  it.each([
    '经费充足，人员不足',
    '人员不足；经费充足',
    '缺口不在经费',
    '不足的是人员',
    '经费一二三四五六七八九十一二三不足',
  ])('not %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('speaks of that figure, where it is reached, and of sections on what lacks', () => {
    expect(told('经费不足', [figure('D10.1', 5), figure('D10.2', 3)])).toEqual([]);
    expect(told('经费不足', [figure('D10.1', 5), figure('D10.2', 3), figure('E8.1', 9), figure('E8.2', 9)])).toEqual(
      [],
    );
    expect(told('经费不足', [])).toEqual([]);
    expect(told('经费不足', paid, '主要做法')).toEqual([]);
  });

  it('is asked of the office’s line on a weakness, too, and not of one on a hint', () => {
    const weak = (figures: string): string[] =>
      lines(
        contradicted(
          townWith({
            figures: [
              ...paid,
              ...figures.split(' ').map((pair) => figure(pair.split('=')[0] ?? '', Number(pair.split('=')[1]))),
            ],
            weakTexts: [weakText('', { indicator: 'D3', problem: '经费不足，无资格人员参与执法' })],
          }),
        ),
      );
    expect(weak('D3=1')).toEqual(['总表.xlsx D3 执法经费到位率为 100%，却把经费写成薄弱环节']);
    expect(weak('D3=0')).toEqual([]);
  });
});

describe('denied by a figure', () => {
  const lost = [figure('C11.1', 3), figure('C11.2', 2), figure('C11.3', 3)];
  const half = [figure('D1.3', 12), figure('D2.1', 9), figure('E8.1', 9), figure('E8.2', 10)];
  const told = (text: string, figures: readonly Figure[], section = '规范执法'): string[] =>
    lines(contradicted(townWith({ figures, narratives: [paragraph(text, section)] })));

  it.each([
    ['全年办理行政诉讼案件3件，没有败诉。', '行政诉讼败诉件数为 2件', '没有败诉', lost],
    ['行政诉讼无一败诉', '行政诉讼败诉件数为 2件', '行政诉讼无一败诉', lost],
    ['连续保持零败诉', '行政诉讼败诉件数为 2件', '连续保持零败诉', lost],
    ['全年未发生行政诉讼案件', '行政诉讼收案件数为 3件', '全年未发生行政诉讼案件', lost],
    ['执法人员全部持证上岗', '执法人员持证率为 75.0%', '执法人员全部持证上岗', half],
    ['100%持证；其他', '执法人员持证率为 75.0%', '100%持证', half],
    ['信访事项全部按期办结', '信访按期办结率为 90.0%', '信访事项全部按期办结', half],
  ])('%s', (text, figure, clause, figures) => {
    expect(told(text, figures)).toEqual([`总表.xlsx C4 ${figure}，这一段却写“${clause}”`]);
  });

  it.each([
    ['全年未发生行政诉讼败诉案件以外的问题', half],
    ['行政诉讼败诉2件', lost],
    ['确保执法人员全部持证上岗', half],
    ['明年将实现零败诉', lost],
    ['上年没有败诉', lost],
    ['执法人员尚未全部持证', half],
    ['全部案件已经公示，持证情况已经登记', half],
    ['没有败诉', [figure('C11.1', 3), figure('C11.2', 0)]],
    ['没有败诉', []],
    ['执法人员全部持证上岗', [figure('D1.3', 9), figure('D2.1', 9)]],
  ])('not %s', (text, figures) => {
    expect(told(text, figures)).toEqual([]);
  });
});

describe('another number', () => {
  const told = (text: string, figures = [figure('E1', 26), figure('D10.1', 7.256), figure('A4.2', 12)]): string[] =>
    lines(otherNumberInText(townWith({ figures, narratives: [paragraph(text)] })));

  it.each([
    ['普法活动25场次', '普法活动场次写作 25，报告算得 26场次'],
    ['全年普法活动25场次。', '普法活动场次写作 25，报告算得 26场次'],
    ['全年普法活动共计开展了约25场次。', '普法活动场次写作 25，报告算得 26场次'],
    ['普法活动25.5场次', '普法活动场次写作 25.5，报告算得 26场次'],
    ['执法经费预算7.2万元', '执法经费预算写作 7.2，报告算得 7.26万元'],
    ['应述法10人', '应述法人数写作 10，报告算得 12人'],
  ])('%s', (text, reason) => {
    expect(told(text)).toEqual([`总表.xlsx C4 段落里${reason}`]);
  });

  it.each([
    '普法活动26场次',
    '普法活动共计开展了大约为25场次',
    '普法活动，25场次',
    '普法活动25人次',
    '普法活动有声有色',
    '法治宣传25场次',
    '执法经费预算7.3万元',
    '执法经费预算7.26万元',
    '执法经费预算7.256万元',
  ])('none: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('is not asked about where the report has none, and the field to write is told', () => {
    expect(told('普法活动25场次', [])).toEqual([]);
    const town = townWith({ figures: [figure('E1', 26)], narratives: [paragraph('普法活动25场次')] });
    expect(otherNumberInText(town).map(({ expected }) => expected)).toEqual([
      '请核对；写成 {{指标.普法活动场次}} 就由程序填数',
    ]);
  });
});

describe('out of its time', () => {
  const plan = '落实“九五”普法规划';
  const reason = '这里说到九五，从2026年1月1日到2030年12月31日，报告写到2022年12月31日';

  it.each<[string, Partial<Rows>, string]>([
    ['a paragraph', { narratives: [paragraph(plan)] }, '综述素材 C4'],
    ['the problem of a weakness', { weakTexts: [weakText('普法', { problem: plan })] }, '薄弱 普法'],
    ['its cause', { weakTexts: [weakText('普法', { cause: plan })] }, '薄弱 普法'],
    ['its measure', { weakTexts: [weakText('普法', { action: plan })] }, '薄弱 普法'],
    ['the title of a task', { tasks: [task('A-01', { title: plan })] }, '任务 A-A-01'],
    ['its phrase', { tasks: [task('A-01', { title: '', phrase: plan })] }, '任务 A-A-01'],
  ])('in %s', (_, rows, place) => {
    const found = outOfTimeInText(townWith(rows));
    expect(found.map((one) => `${one.place.sheet ?? ''} ${one.place.cell ?? ''} ${one.reason}`)).toEqual([
      `${place} ${reason}`,
    ]);
    expect(found[0]?.actual).toBe(plan);
  });

  it('is quoted by its first thirty characters', () => {
    const [found] = outOfTimeInText(townWith({ narratives: [paragraph(`${'很'.repeat(40)}${plan}`)] }));
    expect(found?.actual).toBe('很'.repeat(30));
  });

  it('no more once that time has come', () => {
    const rows = { narratives: [paragraph(plan)] };
    const on = (lastDay: string): readonly unknown[] =>
      outOfTimeInText(townWith(rows, { lastDay: lastDay as '2026-01-01' }));
    expect([on('2025-12-31'), on('2026-01-01'), on('2030-12-31'), on('2031-01-01')].map((one) => one.length)).toEqual([
      1, 0, 0, 1,
    ]);
  });
});
