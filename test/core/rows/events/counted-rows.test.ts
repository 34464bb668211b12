/** Which rows of an own sheet count, and why one does not: each side of each bound. */
import type { Condition, DetailSheet, ShareRule } from '../../../../src/core/edition/edition';
import {
  isNoneOfThem,
  isUntold,
  mayMeet,
  outsideOf,
  toldInOffice,
} from '../../../../src/core/rows/events/counted-rows';
import type { EventRow, Said } from '../../../../src/core/rows/rows';
import type { Column, Columns } from '../../../../src/core/tables/sheet';
import { ruleOfLaw, trainingTable } from '../../../edition';
import { department, noRows, quantity, settings } from '../../findings/rows-builder';

const text: Column = { ...trainingTable.columns.topic!, choiceUsages: {}, required: false };
const dated: Column = { ...trainingTable.columns.day!, choiceUsages: {}, required: false };

function row(said: Readonly<Record<string, Partial<Said> | string | null>>): EventRow {
  const cells = Object.entries(said).map(([field, one]): [string, Said] => {
    if (one === null) return [field, { value: null, shown: '' }];
    return [field, typeof one === 'string' ? { value: one, shown: one } : { value: null, shown: '', ...one }];
  });
  return { department: '司法所', said: Object.fromEntries(cells), place: { file: '司法所.xlsx' }, columns: {} };
}

function detail(columns: Columns, day: string | null): Pick<DetailSheet, 'sheet' | 'day'> {
  return { sheet: { ...trainingTable, columns }, day };
}

describe('by its day', () => {
  const columns = { day: { ...dated, required: true }, topic: { ...text, required: true }, other: dated };
  const outside = outsideOf(detail(columns, 'day'), { ...settings, cutoff: '2022-10-31' });

  it.each<[string, EventRow, string | null]>([
    ['on the first of January', row({ day: '2022-01-01', topic: '轮训' }), null],
    ['on the day before', row({ day: '2021-12-31', topic: '轮训' }), 'other-time'],
    ['on the last day that is counted', row({ day: '2022-10-31', topic: '轮训' }), null],
    ['on the day after', row({ day: '2022-11-01', topic: '轮训' }), 'other-time'],
    ['on a day nobody can read', row({ day: { shown: '上半年' }, topic: '轮训' }), null],
    ['on no day', row({ day: null, topic: '轮训' }), null],
    ['planned for a day', row({ day: { shown: '预计12月20日' }, topic: '轮训' }), 'open'],
    ['of which nothing that must be there is', row({ day: null, topic: null }), 'empty'],
    [
      'of which all is taken to be said that must be there',
      row({ day: null, topic: { value: '轮训', shown: ' ' } }),
      'empty',
    ],
    ['of which a word stands that nobody understands', row({ day: null, topic: { shown: '？' } }), 'empty'],
  ])('a row %s', (_, one, why) => {
    expect(outside(one)).toBe(why);
  });

  it('a row of a sheet with one required column alone is never empty for it', () => {
    const single = outsideOf(detail({ day: dated, topic: { ...text, required: true } }, 'day'), settings);
    expect(single(row({ day: null, topic: null }))).toBeNull();
    expect(outside(row({ day: { isAbsent: true }, topic: null }))).toBeNull();
  });

  it('of which another day decides, by that, and by its own where the sheet has no such column', () => {
    const byOther = outsideOf(detail(columns, 'day'), settings, 'other');
    expect(byOther(row({ day: '2021-05-01', other: '2022-05-01', topic: '轮训' }))).toBeNull();
    expect(byOther(row({ day: '2022-05-01', other: '2021-05-01', topic: '轮训' }))).toBe('other-time');
    expect(byOther(row({ day: '2021-05-01', other: { isAbsent: true }, topic: '轮训' }))).toBe('other-time');
    const dayless = outsideOf(detail(columns, null), settings, 'other');
    expect(dayless(row({ other: { isAbsent: true }, topic: '轮训' }))).toBeNull();
  });
});

it('a row whose text says that the thing is not done yet does not count, and one of another time is of another time', () => {
  const told = { ...text, choiceUsages: { 未到: ['未开展'] } };
  const outside = outsideOf(detail({ day: dated, state: told }, 'day'), settings);
  expect(outside(row({ day: '2022-05-01', state: '未开展' }))).toBe('undone');
  expect(outside(row({ day: '2022-05-01', state: '已开展' }))).toBeNull();
  expect(outside(row({ day: '2021-05-01', state: '未开展' }))).toBe('other-time');
  const choice = outsideOf(detail({ day: dated, state: { ...told, type: 'choice' } }, 'day'), settings);
  expect(choice(row({ day: '2022-05-01', state: '未开展' }))).toBeNull();
});

it('of several texts one is enough to say so', () => {
  const told = { ...text, choiceUsages: { 未到: ['未开展'] } };
  const outside = outsideOf(detail({ day: dated, state: told, note: told }, 'day'), settings);
  expect(outside(row({ day: '2022-05-01', state: '已开展', note: '未开展' }))).toBe('undone');
});

describe('of a list without days', () => {
  const columns = { name: text, term: text, since: dated };
  const outside = outsideOf(detail(columns, null), { ...settings, cutoff: '2022-06-30' });

  it.each([
    ['2019.1-2021.12', 'vacant'],
    ['2019年1月至2022年6月', null],
    ['2019年1月至2022年5月', 'vacant'],
    ['2020.7.1-2022.6.29', 'vacant'],
    ['2020.7.1-2022.6.30', null],
    ['2020/7/1~2022/6/29', 'vacant'],
    ['2019-2021', 'vacant'],
    ['2019-2022', null],
    ['聘期：2019年1月起至2021年12月止', 'vacant'],
    ['2021年12月', null],
    ['2019-2020-2021', null],
    ['2018.1-2019.12，2020.1-2021.12', null],
    ['2019年优秀，2021年离任', null],
    [`2019.1-2021.12${' '.repeat(26)}`, 'vacant'],
    [`2019.1-2021.12${' '.repeat(27)}`, null],
    ['长期', null],
    ['', null],
  ])('a term of %s is %s in June 2022', (term, why) => {
    expect(outside(row({ name: '张三', term }))).toBe(why);
  });

  it('only a text tells a term, and a post that nobody holds is none', () => {
    expect(outside(row({ name: '张三', since: { shown: '2019.1-2021.12' } }))).toBeNull();
    const [word = ''] = ruleOfLaw.declared.words.rows.vacancies;
    expect(word).not.toBe('');
    expect([outside(row({ name: `（${word}）`, term: '' })), outside(row({ name: '张三', term: null }))]).toEqual([
      'vacant',
      null,
    ]);
  });
});

const is = (field: string, word: string): Condition => ({ field, test: 'is', word });
const of = { columns: { a: text, b: text }, ownNames: [] };

describe('whether a row may count', () => {
  const where = [is('a', '是'), is('b', '是')];
  const isOpen = ({ field }: Condition): boolean => field === 'a';

  it('it may where what is not known is open alone, and nothing else rules it out', () => {
    const may = (b: string, open = isOpen) => mayMeet(row({ a: null, b }), where, of, open);
    expect([may('是'), may('否'), may('是', () => false), may('否', () => true)]).toEqual([true, false, false, true]);
  });

  it.each<[Condition['test'], boolean]>([
    ['is', true],
    ['filled', true],
    ['own-name', true],
    ['is-not', false],
    ['dated', false],
    ['once', false],
  ])('a column that is not there leaves open what it is asked for: %s %s', (test, open) => {
    const asked = [{ field: 'a', test, word: '是' }, is('b', '是')];
    expect(isUntold(row({ a: { isAbsent: true }, b: '是' }), asked, of)).toBe(open);
    expect(isUntold(row({ a: null, b: '是' }), asked, of)).toBe(false);
  });
});

describe('that there is none', () => {
  const rule = (...where: readonly Condition[]): ShareRule => ({
    ...{ code: 'E1', fields: [], where, saysZero: false, isTotal: false },
  });
  const [yes, no, blank] = [row({ a: '是' }), row({ a: '否' }), row({ a: null })];

  it.each<[string, ShareRule, readonly EventRow[], readonly EventRow[], boolean]>([
    ['is said where each row says another word', rule(is('a', '是')), [], [no, no], true],
    ['is not where one counts', rule(is('a', '是')), [yes], [yes, no], false],
    ['is not where one row is blank', rule(is('a', '是')), [], [no, blank], false],
    ['is said by the word that keeps all out', rule({ field: 'a', test: 'is-not', word: '是' }), [], [yes], true],
    ['is not by what is not filled in', rule({ field: 'a', test: 'filled', word: '' }), [], [no], false],
    ['is not by names of others', rule({ field: 'a', test: 'own-name', word: '' }), [], [no], false],
    ['is not where one condition of two says nothing', rule(is('a', '是'), is('b', '是')), [], [no], false],
  ])('%s', (_, one, counting, rows, said) => {
    expect(isNoneOfThem(one, counting, rows)).toBe(said);
  });
});

describe('whether own sheets tell a figure', () => {
  const [own, other] = [department('司法所', { aliases: ['法治办'] }), department('综治中心')];
  const columns = { day: dated, a: text, number: text };
  const share = (more: Partial<ShareRule>): ShareRule => ({
    ...{ code: 'E1', fields: [], where: [], saysZero: false, isTotal: false },
    ...more,
  });
  const june = (said: Readonly<Record<string, Partial<Said> | string | null>>) => row({ day: '2022-06-01', ...said });
  const three = { value: quantity(3), shown: '3' };

  function isTold(
    rule: ShareRule,
    rows: readonly EventRow[],
    { none = 0, code = 'E1', filledBy = '司法所', of: asked = own.name, keeper = own } = {},
  ): boolean {
    const list = { ...ruleOfLaw.details[0]!, ...detail(columns, 'day'), shares: [rule] };
    const said = Array.from({ length: none }, () => ({ department: keeper.name, place: { file: '' } }));
    const indicators = noRows.indicators.map((one) => ({ ...one, filledBy }));
    return toldInOffice(
      [
        { department: keeper, events: [{ detail: list, rows, none: said }] },
        { department: keeper === own ? other : own, events: [] },
      ],
      { ...noRows, departments: [own, other], indicators },
      settings,
    )(asked)(code);
  }

  it.each<[string, ShareRule, readonly EventRow[], boolean]>([
    ['by rows that count', share({}), [june({ a: '是' })], true],
    ['by no rows', share({}), [], false],
    [
      'by no numbers, though none of a kind would be 0',
      share({ saysZero: true, fields: ['number'] }),
      [june({ number: null })],
      false,
    ],
    ['by rows of another time', share({}), [row({ day: '2021-06-01', a: '是' })], false],
    [
      'by rows that meet what is asked',
      share({ where: [is('a', '是')] }),
      [june({ a: '是' }), june({ a: '否' })],
      true,
    ],
    ['by rows that all say there is none', share({ where: [is('a', '是')] }), [june({ a: '否' })], true],
    ['by rows of which one is blank', share({ where: [is('a', '是')] }), [june({ a: '否' }), june({ a: null })], false],
    [
      'by rows that say 0 where none counts',
      share({ where: [is('a', '是')], saysZero: true }),
      [june({ a: null })],
      true,
    ],
    ['by numbers', share({ fields: ['number'] }), [june({ number: three }), june({ number: null })], true],
    ['by numbers that are not there', share({ fields: ['number'] }), [june({ number: null })], false],
    [
      'by numbers that are not there, of rows of which not all is said',
      share({ fields: ['number'], where: [is('a', '是')] }),
      [june({ number: null, a: null })],
      false,
    ],
    [
      'by a number of two that are multiplied',
      share({ fields: ['number', 'a'], where: [is('day', '2022-06-01')] }),
      [june({ number: three, a: null })],
      false,
    ],
    [
      'where a column is not there',
      share({ where: [is('a', '是')] }),
      [june({ a: '是' }), june({ a: { isAbsent: true } })],
      false,
    ],
    [
      'where the name is another of the department’s own',
      share({ where: [{ field: 'a', test: 'own-name', word: '' }] }),
      [june({ a: '法治 办' })],
      true,
    ],
  ])('%s', (_, rule, rows, told) => {
    expect(isTold(rule, rows)).toBe(told);
  });

  it.each([
    [share({}), false],
    [share({ saysZero: true }), true],
    [share({ fields: ['number'] }), true],
  ])('by a word that there is none, where that makes 0 of it: %j', (rule, told) => {
    expect(isTold(rule, [], { none: 1 })).toBe(told);
  });

  it('of the code alone, and of one that nobody is asked for not at all', () => {
    expect(isTold(share({}), [june({})], { code: 'E2' })).toBe(false);
    expect(isTold(share({ code: 'X9' }), [june({})], { code: 'X9' })).toBe(false);
  });

  it('by the sheets of another where one alone is asked, and each for itself where several are', () => {
    const kept = { keeper: other };
    expect(isTold(share({}), [june({})], kept)).toBe(true);
    expect(isTold(share({}), [june({})], { ...kept, filledBy: '各单位' })).toBe(false);
    expect(isTold(share({}), [june({})], { ...kept, filledBy: '各单位', of: other.name })).toBe(true);
    expect(isTold(share({}), [june({})], { ...kept, of: other.name })).toBe(false);
  });
});
