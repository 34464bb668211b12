/** What the first part of the report says of offices of which all is good, all is bad, all is nothing or nothing is known. */
import type { Rows } from '../../../src/core/rows/rows';
import type { Settings } from '../../../src/core/settings/settings';
import { figure } from '../findings/rows-builder';
import { longIt } from '../../long';
import { allMissed, allReached, allZero, nothingKnown } from './offices';
import { paragraphs } from './sample-report';

const praise = [
  '法治政府建设稳步推进',
  '摆在全局工作的重要位置',
  '件件落实',
  '覆盖率达到',
  '坚持先审查后讨论、集体决定',
  '三项制度得到落实',
  '没有被纠错的情形',
  '没有败诉',
  '行政村达到',
  '亲自部署',
  '带头学法',
  '全部述法',
];

/** The opening and the first part. */
function firstPart(rows: Rows, own: Partial<Settings> = {}): readonly string[] {
  const lines = paragraphs(rows, own);
  return lines.slice(0, lines.indexOf('二、存在的不足及薄弱环节'));
}

/** With the usual settings an office is printed once, whatever is asked of it. */
const saidOf = new Map<Rows, string>();

function said(rows: Rows, own?: Partial<Settings>): string {
  const text = (own === undefined ? saidOf.get(rows) : undefined) ?? firstPart(rows, own).join('\n');
  if (own === undefined) saidOf.set(rows, text);
  return text;
}

/** The office with another value for some codes, null for one that the first department asked leaves blank. */
function withFigures(rows: Rows, values: Readonly<Record<string, number | null>>): Rows {
  const left = new Set(Object.keys(values).filter((code) => values[code] === null));
  const figures = rows.figures
    .filter(({ code }) => !left.delete(code))
    .map((one) => {
      const value = values[one.code] ?? null;
      return value === null ? one : figure(one.code, value, one.department);
    });
  return { ...rows, figures };
}

/** The office whose task of that number is not done. */
function late(rows: Rows, id: string): Rows {
  const progress = rows.progress.map((one) =>
    one.taskId === id
      ? { ...one, status: { ...one.status, value: 'in-progress' as const }, doneOn: { ...one.doneOn, value: null } }
      : one,
  );
  return { ...rows, progress };
}

longIt.each(praise)('says “%s” where all is reached', (words) => {
  expect(said(allReached)).toContain(words);
});

describe.each([
  ['all is missed', allMissed],
  ['all is zero', allZero],
  ['nothing is known', nothingKnown],
])('where %s', (_, rows) => {
  longIt.each(praise)('it does not say “%s”', (words) => {
    expect(said(rows)).not.toContain(words);
  });

  longIt.each([false, true])('each paragraph is a whole one, zeros told: %s', (zeroReports) => {
    const lines = firstPart(rows, { zeroReports });
    const body = lines.slice(lines.findIndex((line) => line.startsWith('（一）')));
    expect(body.filter((line) => !/[。】]$/u.test(line) || line.length < 12)).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/，，|，。|。。|、。|方面。|方面，?另|（）|(?<!\d)0[件次人名份个条场万]|NaN/u);
  });
});

describe.each<readonly [what: string, rows: Rows, words: string]>([
  ['a task is late', late(allReached, 'A-01'), '件件落实'],
  ['a task is late', late(allReached, 'A-01'), '稳步推进'],
  [
    'a task has not been reported',
    { ...allReached, progress: allReached.progress.filter(({ taskId }) => taskId !== 'A-01') },
    '件件落实',
  ],
  ['one decision was not reviewed', withFigures(allReached, { 'B2.1': 9 }), '先审查后讨论'],
  ['one village has no adviser', withFigures(allReached, { 'B5.2': 29 }), '覆盖率达到'],
  ['a department has not said what it published', withFigures(allReached, { 'C7.1': null }), '三项制度得到落实'],
  ['a department has published less', withFigures(allReached, { 'C7.1': 9 }), '三项制度得到落实'],
  ['nothing was decided', withFigures(allReached, { 'C10.2': 0 }), '没有被纠错'],
  ['nobody has said what was put right', withFigures(allReached, { 'C10.3': null }), '没有被纠错'],
  ['nothing was judged', withFigures(allReached, { 'C11.1': 0 }), '没有败诉'],
  ['the head has taught no class', withFigures(allReached, { A6: 0 }), '亲自部署'],
  ['the committee has not learned', withFigures(allReached, { A3: 0 }), '带头学法'],
  ['one of them has not reported', withFigures(allReached, { 'A4.1': 9 }), '全部述法'],
])('where %s', (_, rows, words) => {
  longIt.each(['gap', 'marked'] as const)(
    `it does not say “${words}”, figures that lack somebody as a %s`,
    (partialFigures) => {
      expect(said(rows, { partialFigures })).not.toContain(words);
    },
  );
});

longIt('a rate below its target is told as a plain figure', () => {
  expect(said(withFigures(allReached, { 'B5.2': 29 }))).toContain('法律顾问覆盖率为96.8%。');
});

longIt('a rate of nothing at all is not told among what was done', () => {
  const text = said(withFigures(allReached, { 'B5.1': 0, 'B5.2': 0, 'C7.1': 0, 'C8.1': 0 }));
  expect(text).not.toMatch(/(?:覆盖率|公示率|记录率)为0%/u);
});

longIt('what there is at the end of the year is told as that of now before it has ended', () => {
  expect(said(allReached)).toContain('年末有民主法治示范村');
  expect(said(allReached, { asOf: '2022-06-30', lastDay: '2022-06-30' })).toContain('现有民主法治示范村');
});

longIt('nothing is told of the end of a year that has not ended', () => {
  const half = { asOf: '2022-06-30', lastDay: '2022-06-30' } as const;
  expect(said(allReached)).toContain('组织班子成员年终述法，应述法');
  expect(said(allReached, half)).toContain('组织班子成员述法，应述法');
  expect(said(withFigures(allReached, { 'A4.1': 3 }), half)).toContain('班子成员应述法');
});

longIt('of tasks of which none is known to be due the first kind is told as 其中, the others beside it', () => {
  const silent = { ...allReached, progress: [] };
  const [lead] = silent.tasks.map((task) => task.lead);
  const workbooks = silent.workbooks.map((book) =>
    book.department === lead ? { ...book, status: { kind: 'refused', why: '年度不符' } as const } : book,
  );
  expect(said(silent)).toMatch(/其中\d+项到期任务的牵头单位还没有报送进展。还有\d+项属于长期任务/u);
  expect(said({ ...silent, workbooks })).toMatch(
    /其中\d+项完成情况待核实。另有\d+项到期任务的牵头单位还没有报送进展。还有\d+项属于长期任务/u,
  );
});

describe('what there is does not vanish beside a zero', () => {
  const none = { C2: 0, 'C2.2': 0, 'C2.3': 0, 'C2.5': 0, C3: 0, 'C7.1': 0, 'C8.1': 0, 'C6.1': 0, 'C6.2': 0 };

  longIt('cases that were opened or not punished, without a punishment', () => {
    const text = said(withFigures(allReached, { ...none, 'C2.1': 9, 'C2.4': 6 }));
    expect(text).toContain('行政处罚方面，立案63件，作出不予行政处罚决定42件。');
  });

  longIt('lawsuits that are pending', () => {
    const text = said(
      withFigures(allReached, { 'C11.3': 4, 'C11.4': 3, 'C11.1': 0, 'C11.2': 0, 'C12.1': 0, 'C12.2': 0 }),
    );
    expect(text).toContain('行政诉讼方面，新收以本镇为被告的案件4件，上年结转3件，尚未审结7件。');
  });

  longIt('cases of reconsideration, decided or not', () => {
    expect(said(withFigures(allReached, { 'C10.1': 5, 'C10.2': 3 }))).toContain(
      '行政复议方面，以本镇为被申请人的案件5件，审结3件，没有被纠错的情形，尚未审结2件。',
    );
    expect(said(withFigures(allReached, { 'C10.1': 5, 'C10.2': 0 }))).toContain('案件5件，尚未审结5件。');
  });
});

describe('a zero that was said', () => {
  const words = ['没有发生以本镇为被申请人的行政复议案件。', '没有发生行政处罚案件。', '全年没有作出重大行政决策。'];

  longIt.each(words)('is “%s” where the office wants it', (sentence) => {
    expect(said(allZero, { zeroReports: true })).toContain(sentence);
    expect(said(allZero)).not.toContain(sentence);
  });

  longIt('is not one that nobody said, or not all', () => {
    expect(said(nothingKnown, { zeroReports: true })).not.toMatch(/没有(?!人)/u);
    expect(said(withFigures(allZero, { C2: null }), { zeroReports: true })).not.toContain('没有发生行政处罚案件');
  });

  longIt('is no sentence of an indicator without words for it', () => {
    expect(said(allZero)).not.toContain('第一议题');
    expect(said(allZero, { zeroReports: true })).toContain('没有收到检察建议、司法建议。');
  });
});

longIt('what the law wants told and nobody wrote is a gap, whatever the figures', () => {
  for (const rows of [allMissed, allZero, nothingKnown]) expect(said(rows)).toContain('【待补：第一责任人】');
  for (const rows of [allReached, allMissed, allZero, nothingKnown])
    expect(paragraphs(rows)).toContain('【待补：其他情况】');
});
