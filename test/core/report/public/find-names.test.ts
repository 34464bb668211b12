/** Names are told from the common words around them: no name begins inside a word, and 和 behind a word joins it to the next. */
import { readFileSync, readdirSync } from 'node:fs';
import { ruleOfLaw, workSafety } from '../../../edition';
import { publisherOf } from '../../../../src/core/report/public/publish-text';
import { longIt } from '../../../long';

const rules = [ruleOfLaw, workSafety].map(({ publicRules }) => publisherOf(publicRules, []));

/** What each edition takes for something in the text. */
const touched = (text: string): readonly string[] =>
  rules.flatMap((publish) => publish(text).changes.map(({ rule, actual }) => `${text}: ${rule} ${actual}`));

describe('ordinary sentences', () => {
  it.each([
    '分别牵头办理编制、经费和信访积案等难点事项',
    '对税、费和信访事项逐件登记',
    '及时受理公路和信访、供水和投诉事项',
    '住房安全信访、道路交通投诉均已答复',
    '关于加强信访工作的意见',
    '人民调解和信访工作同部署',
    '做好调解和诉讼的衔接',
    '市场监管和举报奖励',
    '由项目经费主任会议研究',
    '担任项目经理的人员',
    '逐项和信访人员核对',
    '、管理和信访',
    '公安等人员密集部门',
    '由党委书记、镇长任双组长',
    '由党工委书记任第一组长，办事处主任任第二组长、常务副组长',
    '由书记任总指挥，分管领导任执行副组长',
    '主要领导任双主任，分管领导任专职副书记',
    '班子成员任轮值组长、名誉组长，其他领导任常务副主任',
    '党组书记任首席组长，机关科长任执行组长',
  ])('%s', (text) => {
    expect(touched(text)).toEqual([]);
  });
});

describe('names beside the same words', () => {
  const [publish] = rules;

  it.each([
    ['各村及费明主任同意', '费明'],
    ['党政办张和主任到场', '张和'],
    ['、陈建和信访一案', '陈建和'],
    ['经于洋主任同意', '于洋'],
    ['由张和同志办理', '张和'],
    ['听取项立国举报', '项立国'],
    ['李强任双组长', '李强'],
    ['由李强任第一组长', '李强'],
    ['由书记李强任总指挥，赵敏任常务副组长', '赵敏'],
    ['由党委书记任双喜任组长', '任双喜'],
    ['书记任双全主持会议', '任双全'],
    ['由任常山主任主持', '任常山'],
  ])('%s', (text, name) => {
    expect(publish?.(text).text).not.toContain(name);
  });
});

/** The office's own words: of all tables and templates of both editions and of the example, without tags and signs. */
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

longIt('no text of the tables, the templates and the example is touched', () => {
  const example = 'examples/source/dazhanglou-2022';
  const texts = ['rule-of-law', 'work-safety']
    .flatMap((key) => [...tables(`src/editions/${key}`), `templates/${key}/年度报告.txt`])
    .concat(tables(example), ...readdirSync(`${example}/填报`).map((name) => tables(`${example}/填报/${name}`)))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => !/^[#/]/u.test(line))
    .flatMap((line) => line.split('\t'))
    // Addresses and names of files are masked by rights.
    .filter((text) => !/@|\.(?:txt|html)$/u.test(text));
  expect(texts.length).toBeGreaterThan(5000);
  expect([...new Set(texts)].flatMap(touched)).toEqual([]);
});

longIt('no word of the tables and templates ends in a name, whatever follows it', () => {
  expect(words.length).toBeGreaterThan(3000);
  const joined = [...new Set(words)].flatMap((word) =>
    ['信访事项', '和信访事项', '和投诉', '及举报'].map((next) => `做好${word}${next}`),
  );
  expect(joined.flatMap(touched)).toEqual([]);
});

it('each word of the list that ends like a surname does', () => {
  const listed = (finds: string): readonly string[] =>
    ruleOfLaw.publicRules.filter((rule) => rule.finds === finds).flatMap((rule) => rule.words);
  const surnames = new Set(listed('surnames'));
  expect(listed('word-ends').filter((word) => word.length !== 2 || !surnames.has(word.slice(1)))).toEqual([]);
});
