/** When a miss is a weakness, and when only a hint. */
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import type { AreaFinding } from '../../../src/core/findings/findings';
import type { Rows } from '../../../src/core/rows/rows';
import type { Settings } from '../../../src/core/settings/settings';
import { officeWith } from '../report/reached-office';
import { deadline, progress, settings, task } from './rows-builder';

function areas(rows: Rows, own: Partial<Settings> = {}): readonly AreaFinding[] {
  return findingsFromRows(rows, { ...settings, ...own }, []).value.areas;
}

/** `薄弱 执法: D3`, `提示 社会治理: E8` … */
function told(changes: string, own: Partial<Settings> = {}, change: (rows: Rows) => Rows = (rows) => rows): string[] {
  return areas(change(officeWith(changes)), own).map(
    ({ area, isWeakness, weakIndicators }) =>
      `${isWeakness ? '薄弱' : '提示'} ${area}: ${weakIndicators.map(({ indicator }) => indicator.code).join(' ')}`,
  );
}

/** The indicator with other rules. */
function withRules(code: string, rules: Partial<Rows['indicators'][number]>) {
  return (rows: Rows): Rows => ({
    ...rows,
    indicators: rows.indicators.map((line) => (line.code === code ? { ...line, ...rules } : line)),
  });
}

it.each([
  ['the law, from the first', 'D3=1', '薄弱 执法: D3'],
  ['the law, from the first decision without review', 'C6.1=9', '薄弱 执法: C6'],
  ['the law, 44.4 %', 'E8.1=4 E8.2=9', '薄弱 社会治理: E8'],
  ['the law, none of nine in time', 'F2.1=0 F2.2=9', '薄弱 公开: F2'],
  ['the law, below 90 % by a single case', 'F2.1=4 F2.2=5', '提示 公开: F2'],
  ['the law, two cases and not below 90 %', 'E8.1=36 E8.2=40 C2=40', '提示 社会治理: E8'],
  ['two of the office’s own standards', 'A1=1 A2=1', '薄弱 组织领导: A1 A2'],
  ['one of the office’s own standards', 'A1=0', '提示 组织领导: A1'],
  ['a document that is followed', 'D8.2=5920', '薄弱 法治意识: D8'],
  ['a document that is followed, short of the share it declares', 'E4.1=60', '提示 普法: E4'],
  ['a document that is followed, beyond it', 'E4.1=30', '薄弱 普法: E4'],
])('%s', (_, changes, expected) => {
  expect(told(changes)).toEqual([expected]);
});

it('a document that is followed weighs as the office’s own standard where the office wants it so', () => {
  expect(told('D8.2=5920', { normsAlone: false })).toEqual(['提示 法治意识: D8']);
  expect(told('D8.2=5920 D9.2=80 D9.3=80', { normsAlone: false })).toEqual(['薄弱 法治意识: D8 D9']);
  expect(told('D3=1', { normsAlone: false })).toEqual(['薄弱 执法: D3']);
  expect(told('E4.1=30', { normsAlone: false })).toEqual(['提示 普法: E4']);
});

it('an area is explained by the overdue tasks of its own indicators alone', () => {
  const late = (id: string, indicator: string | null) => task(id, { indicator, deadline: deadline('2022-06-30') });
  const rows = officeWith('D3=1');
  const found = areas({
    ...rows,
    tasks: [...rows.tasks, late('X-1', 'D3'), late('X-2', 'E4'), late('X-3', null), late('X-4', 'D3')],
    progress: [
      ...rows.progress,
      ...['X-1', 'X-2', 'X-3'].map((id) => progress(id, { status: 'in-progress' })),
      progress('X-4', { status: 'done', doneOn: '2022-06-01' }),
    ],
  });
  expect(found.find(({ area }) => area === '执法')?.tasks.map(({ task: { id } }) => id)).toEqual(['X-1']);
});

it('an area judged by a single indicator without a share of its own can be weak', () => {
  const own = withRules('F2', { standing: 'own', aloneAt: null });
  expect(told('F2.1=9', {}, own)).toEqual(['薄弱 公开: F2']);
});

it('one of two by which an area is judged is a hint', () => {
  expect(told('E6.1=5 E6.2=10')).toEqual(['提示 社会治理: E6']);
});

it('of what should be little, those are counted that there are, and the declared share itself is not beyond it', () => {
  const rules = withRules('C10', { aloneAt: 30, aloneCases: 4 });
  expect(told('C10.2=10 C10.3=3', {}, withRules('C10', { aloneAt: 30 }))).toEqual(['提示 执法: C10']);
  expect(told('C10.2=9 C10.3=3', {}, rules)).toEqual(['提示 执法: C10']);
  expect(told('C10.2=9 C10.3=4', {}, rules)).toEqual(['薄弱 执法: C10']);
});

it('what an office declares for its own indicators holds', () => {
  expect(told('A6=0', {}, withRules('A6', { redLine: true }))).toEqual(['薄弱 组织领导: A6']);
  expect(told('C9.1=10', {}, withRules('C9', { aloneAt: 60, aloneCases: 5 }))).toEqual(['薄弱 执法: C9']);
  expect(told('C9.1=10', {}, withRules('C9', { aloneAt: 60, aloneCases: 10 }))).toEqual(['薄弱 执法: C9']);
  expect(told('C9.1=10', {}, withRules('C9', { aloneAt: 60, aloneCases: 11 }))).toEqual(['提示 执法: C9']);
});
