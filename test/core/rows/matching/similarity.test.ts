/** Titles of one thing are told from titles of two. */
import fc from 'fast-check';
import { similarity, titleForms } from '../../../../src/core/rows/matching/similarity';
import { ruleOfLaw } from '../../../edition';

const titleForm = titleForms(ruleOfLaw.declared.words.rows);

const of = (one: string, other: string): number => similarity(titleForm(one), titleForm(other));

it.each([
  ['执法人员全员持证', '执法人员持证'],
  ['办结执法人员持证', '执法人员持证'],
  ['执法人员培训60学时', '执法培训不少于60学时'],
  ['行政执法案卷评查', '评查行政执法案卷'],
  ['国家宪法日集中宣传', '开展国家宪法日宣传'],
  ['3. 印发2025年度工作要点', '印发年度工作要点'],
])('%s may be %s', (one, other) => {
  expect(of(one, other)).toBeGreaterThanOrEqual(0.6);
});

it.each([
  ['合同审查', '合法性审查'],
  ['一季度排查矛盾纠纷', '二季度排查矛盾纠纷'],
  ['执法人员持证', '执法经费到位'],
  ['普法宣传', '宣传栏更新'],
  ['', '工作要点'],
])('%s is not %s', (one, other) => {
  expect(of(one, other)).toBeLessThan(0.6);
});

it('is 1 for the same only, and the same both ways', () => {
  expect(of('（一）工作要点', '工作要点')).toBe(1);
  expect(of('街道党工委专题研究', '街道党委专题研究')).toBe(1);
  expect(of('工作要点', '年度工作要点')).toBeLessThan(1);
  expect(of('执法队伍建设', '队伍建设')).toBe(of('队伍建设', '执法队伍建设'));
});

it('what is less than the least is nothing, all else as it is', () => {
  const title = fc
    .array(fc.constantFrom('行', '政', '许', '可', '数', '会', '议', '次', '3月'), { maxLength: 10 })
    .map((words) => words.join(''));
  fc.assert(
    fc.property(title, title, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, least) => {
      const whole = similarity(one, other);
      expect(similarity(one, other, least)).toBe(whole < least ? 0 : whole);
    }),
  );
});
