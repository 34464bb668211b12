/** What the rest of the program gets of an edition. */
import { openEditions } from '../../../src/core/edition/open-edition';
import { shapes } from '../../../src/core/edition/shapes';
import type { Columns } from '../../../src/core/tables/sheet';
import { compiledWith } from '../../edition-tables';

const texts = compiledWith().texts ?? [];
const editions = openEditions(texts);
const [first = '', second = ''] = editions.names;

it('opens an edition by its name, the same object each time, and none for a name nobody knows', () => {
  expect(editions.names).toEqual(['法治政府建设', '安全生产']);
  expect(editions.open(first)?.key).toBe('rule-of-law');
  expect(editions.open(second)).toBe(editions.open(second));
  expect(editions.open('环境保护')).toBeNull();
});

it('gives the same second edition whether or not the first was opened before', () => {
  expect(openEditions(texts).open(second)).toEqual(editions.open(second));
});

it.each(editions.names)('%s has every sheet with the fields and types the program reads', (name) => {
  const sheets = editions.open(name)?.sheets;
  const known: Readonly<Record<string, { readonly kind: string; readonly fields: Readonly<Record<string, string>> }>> =
    shapes;
  const made = Object.entries(sheets ?? {});
  const wrong = made.flatMap(([sheet, { kind, columns }]) => [
    ...(known[sheet]?.kind === kind ? [] : [sheet]),
    ...Object.entries(known[sheet]?.fields ?? {})
      .filter(([field, type]) => (columns as Columns)[field]?.type !== type)
      .map(([field]) => `${sheet}.${field}`),
  ]);
  expect(made.map(([sheet]) => sheet)).toEqual(Object.keys(shapes));
  expect(wrong).toEqual([]);
});

it('fills in what a line leaves out', () => {
  const { sheets, indicators, relations } = editions.open(first) ?? {};
  expect(sheets?.settings.columns.signer).toEqual({
    header: '签发人',
    synonyms: [],
    type: 'text',
    unit: null,
    required: false,
    open: true,
    width: 12,
    help: '签发的职务，可留空',
    choices: [],
    usages: [],
    choiceUsages: {},
    isRanked: false,
    whenAbsent: '',
    standIns: [],
    printedAs: '签发人',
    prefill: '',
    list: null,
  });
  expect(indicators?.find(({ role }) => role === 'completion')).toMatchObject({
    kind: 'rate',
    numerator: null,
    minSample: 1,
  });
  expect(relations?.find(({ carried }) => carried !== null)).toMatchObject({
    level: 'error',
    unless: ['结余', '结转'],
  });
});

it('declares the own sheets of an edition between the figures and the suggestions of a department', () => {
  const titles = (name: string): string[] => editions.open(name)?.declared.department.map(({ title }) => title) ?? [];
  expect(titles(second)).toEqual([
    '封面',
    '任务进展',
    '指标数据',
    '隐患排查台账',
    '应急演练',
    '问题与建议',
    '督办反馈',
  ]);
  expect(titles(first)).toEqual([
    ...['封面', '任务进展', '指标数据'],
    ...['执法队伍', '培训明细', '普法明细', '案件明细'],
    ...['信访明细', '检查明细', '复议应诉明细', '法律顾问服务', '法律顾问聘任', '审查明细', '调解明细'],
    ...['问题与建议', '督办反馈'],
  ]);
});

it('takes from the first edition what is the same there, and nothing else', () => {
  const [one, other] = [editions.open(first)?.sheets, editions.open(second)?.sheets];
  expect(other?.selfCheck).toBe(one?.selfCheck);
  expect(other?.progress.columns.taskId.help).toBe('由街道预填');
  expect(one?.progress.columns.taskId.help).toBe('由镇里预填');
  expect(Object.keys(other?.settings.columns ?? {})).not.toContain('villages');
});
