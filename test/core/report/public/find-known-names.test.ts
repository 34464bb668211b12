/** Names the office's own lists hold, and those that stand in one list with a name: an unknown person's is masked or asked about. */
import { readFileSync, readdirSync } from 'node:fs';
import { ruleOfLaw, workSafety } from '../../../edition';
import { publisherOf } from '../../../../src/core/report/public/publish-text';
import { longIt } from '../../../long';

const publish = publisherOf(ruleOfLaw.publicRules, ['王小明']);

describe('a name beside a known one is masked, wherever the known one stands', () => {
  it.each([
    ['王小明、李小红', '有关人员、有关人员'],
    ['李小红、王小明到场', '有关人员、有关人员到场'],
    ['参加人：李小红、赵四、王小明、钱五方、欧阳海天', '参加人：有关人员、有关人员、有关人员、有关人员、有关人员'],
    ['由李小红和王小明负责', '由有关人员和有关人员负责'],
    ['王小明，李小红，赵四。', '有关人员，有关人员，有关人员。'],
    ['王小明/李小红', '有关人员/有关人员'],
    ['王小明\n李小红\n赵四', '有关人员\n有关人员\n有关人员'],
    ['组长：王小明 李小红 赵四', '组长：有关人员 有关人员 有关人员'],
    ['王小明（综合岗）、李小红（文书）、赵四', '有关人员（综合岗）、有关人员（文书）、有关人员'],
    ['李小红（文书）、王小明', '有关人员（文书）、有关人员'],
    ['王小明主任、李小红参加', '主任、有关人员参加'],
    ['王小明、古丽·艾力、李 四', '有关人员、有关人员、有关人员'],
    ['镇长周正、李小红到场', '镇长到场'],
    ['王某某、李小红到场', '有关人员、有关人员到场'],
  ])('%s', (text, now) => {
    expect(publish(text).text).toBe(now);
  });

  it('is told as what it is', () => {
    expect(publish('李小红、王小明到场').changes).toEqual([
      { rule: '和姓名并列的姓名', does: 'mask', actual: '李小红', instead: '有关人员' },
      { rule: '名单和姓名列里的姓名', does: 'mask', actual: '王小明', instead: '有关人员' },
    ]);
  });
});

describe('what may be a name there and may be another word stays and is asked about', () => {
  it.each([
    ['王小明、李小红前赴外地', '李小红'],
    ['组织李小红、王小明到场', '李小红'],
  ])('%s', (text, name) => {
    const { text: now, changes } = publish(text);
    expect(now).toBe(text.replace('王小明', '有关人员'));
    expect(changes.filter(({ does }) => does === 'ask')).toEqual([
      { rule: '和姓名并列、可能是姓名', does: 'ask', actual: name, instead: '' },
    ]);
  });
});

it.each([
  '王小明、司法所、党政办',
  '王小明及各村',
  '王小明、马庄村和李庄村',
  '大张楼村、王小明',
  '王小明、安全生产、金融、文化和房屋管理',
  '王小明到场，高标准农田已建成',
  '王小明和信访人员',
  '调解、王小明',
])('what is no name beside a known one stays, unasked: %s', (text) => {
  expect(publish(text).changes.map(({ actual }) => actual)).toEqual(['王小明']);
});

const words = ['rule-of-law', 'work-safety', 'common']
  .flatMap((key) => tables(`src/editions/${key}`))
  .concat(['rule-of-law', 'work-safety'].map((key) => `templates/${key}/年度报告.txt`))
  .concat(['', '/填报/司法所', '/填报/党政办'].flatMap((part) => tables(`examples/source/dazhanglou-2022${part}`)))
  .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
  .filter((line) => !/^[#/]/u.test(line))
  .flatMap((line) => line.replace(/\{\{[^{}]*\}\}/gu, '').split(/[\t，。；：、‖|]/u))
  .filter((one) => /^\p{Script=Han}{2,}$/u.test(one));

function tables(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv') && name !== 'public.tsv')
    .map((name) => `${folder}/${name}`);
}

longIt('no word of the tables, templates and the example is masked beside a name, on either side', () => {
  expect(words.length).toBeGreaterThan(3000);
  const masked = [ruleOfLaw, workSafety].flatMap(({ publicRules }) => {
    const beside = publisherOf(publicRules, ['王小明']);
    return [...new Set(words)]
      .flatMap((word) => [`${word}、王小明、${word}`, `${word}和王小明主任和${word}`, `${word}\n王小明\n${word}`])
      .flatMap((text) => beside(text).changes.filter(({ does, rule }) => does !== 'ask' && rule.startsWith('和姓名')))
      .map(({ actual }) => actual);
  });
  expect([...new Set(masked)]).toEqual([]);
});

longIt.each([['王小明、'], ['李小红、王小明、'], ['王小明 '], ['李小红、'], ['王小明（']])(
  'a list without end comes to an end: %s',
  (part) => {
    const long = part.repeat(40_000 / part.length);
    expect(publish(`王小明、${long}`).text.length).toBeLessThanOrEqual(long.length * 2 + 10);
  },
);
