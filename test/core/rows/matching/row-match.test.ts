/** One list of names serves all departments, and each finds only what is its own. */
import { knownNames, likenessProblem, likest, matcherOf } from '../../../../src/core/rows/matching/row-match';
import { titleForms } from '../../../../src/core/rows/matching/similarity';
import { ruleOfLaw } from '../../../edition';

interface Line {
  readonly key: string;
  readonly title: string;
  readonly lead: string;
}

const lines: readonly Line[] = [
  { key: 'A·司法所', title: '组织宪法宣传', lead: '司法所' },
  { key: 'A·财政所', title: '组织宪法宣传', lead: '财政所' },
  { key: 'B', title: '执法人员全员持证', lead: '司法所' },
];

const names = knownNames(
  lines.map((item) => ({ item, key: item.key, names: [item.title], usages: [] })),
  titleForms(ruleOfLaw.declared.words.rows),
);

function matcher(department: string) {
  const isOwn = ({ lead }: Line): boolean => lead === department;
  return matcherOf(() => names, { isOpen: isOwn, isNear: isOwn, mapping: undefined });
}

it('hints at nothing that only ends as the row does, but at what is like it before that', () => {
  const lost = { item: '败诉', forms: ['行政诉讼败诉件数', '败诉件数'] };
  const settled = { item: '调解', forms: ['人民调解案件数'] };
  expect(likest('已人民调解件数', [lost]).hint).toBeNull();
  expect(likest('败诉案件数', [lost]).hint).toBe('败诉');
  expect(likest('已人民调解件数', [lost, settled]).hint).toBe('调解');
});

function keyOf(department: string, text: string): string | undefined {
  return matcher(department)(text).matched?.item.key;
}

test('a title that several departments have is each one’s own line', () => {
  expect(keyOf('司法所', '组织宪法宣传')).toBe('A·司法所');
  expect(keyOf('财政所', '（一）组织宪法宣传')).toBe('A·财政所');
});

test('a title of others is nobody’s, by name as by likeness', () => {
  expect(keyOf('财政所', '执法人员全员持证')).toBeUndefined();
  expect(keyOf('财政所', '执法人员持证')).toBeUndefined();
  expect(keyOf('司法所', '执法人员持证')).toBe('B');
});

test('a form that two lines open to the department share says nothing', () => {
  const all = matcherOf(() => names, { isOpen: () => true, isNear: () => true, mapping: undefined });
  expect(all('组织宪法宣传').matched).toBeNull();
});

test('a table whose rows all bear numbers never looks at the names', () => {
  const isOpen = (): boolean => true;
  expect(() =>
    matcherOf<Line>(
      () => {
        throw new Error('looked at');
      },
      { isOpen, isNear: isOpen, mapping: undefined },
    ),
  ).not.toThrow();
});

test('how sure it is of a likeness is told, and of what is sure by its name nothing', () => {
  const row = {
    kind: 'task',
    department: '司法所',
    sheet: '任务进展',
    place: { file: '司法所.xlsx' },
    written: '执法人员持证',
    takenAs: 'B-01',
  } as const;
  const match = { ...row, name: '执法人员全员持证', certainty: 0.8 };
  expect(likenessProblem({ ...match, by: 'likeness' }).map(({ reason }) => reason)).toEqual([
    '“执法人员持证”按标题相近当作 B-01 执法人员全员持证（把握80%）',
  ]);
  expect(likenessProblem({ ...match, by: 'name' })).toEqual([]);
});
