/** Every sentence of every template is a claim with its condition or a sentence that praises, blames and concludes nothing. */
import { readFileSync, readdirSync } from 'node:fs';
import { linesOf, sentencesOf } from './sentences';

const keys = ['rule-of-law', 'work-safety'];
const kinds = ['职责', '计划', '连接', '标题', '告知', '不足'];

interface Word {
  readonly word: string;
  /** A wording that holds the word and praises nothing. */
  readonly other: string;
  readonly pattern: RegExp;
  readonly except: readonly string[];
}

const praise: readonly Word[] = linesOf('test/templates/praise-words.tsv').map(({ 词: word = '', 不算: other = '', 例外: except = '' }) => ({
  word,
  other,
  pattern: new RegExp(word.split('…').join('[^，。；]*'), 'u'),
  except: except.split('|').filter((start) => start !== ''),
}));

/** What is said only where the office wants its zeros told. */
const saidZero = /\{\{else if \(且 零报告 无疑\.[^{}]*\)\}\}[^{}]*/gu;

/** The words of praise in a sentence that may not hold them. */
function praiseIn(text: string): readonly string[] {
  return praise
    .filter(({ pattern, other, except }) => pattern.test(without(text, other)) && !except.some((start) => text.startsWith(start)))
    .map(({ word }) => word);
}

function without(text: string, other: string): string {
  return other === '' ? text : text.replaceAll(other, '');
}

function neutralLines(key: string): readonly { readonly text: string; readonly kind: string }[] {
  return linesOf(`test/templates/neutral/${key}.tsv`).map(({ 句子: text = '', 种类: kind = '' }) => ({ text, kind }));
}

/** `年度报告.txt:12 words` for each sentence that nobody has reviewed; the texts are given by their names. */
function unreviewed(key: string, templates: readonly (readonly [name: string, text: string])[]): readonly string[] {
  const known = new Set(neutralLines(key).map(({ text }) => text));
  return templates.flatMap(([name, template]) =>
    sentencesOf(template)
      .filter(({ text }) => !known.has(text))
      .map(({ text, line }) => `${name}:${String(line)} ${text}`),
  );
}

function templatesOf(key: string): readonly (readonly [name: string, text: string])[] {
  return readdirSync(`templates/${key}`).map((name) => [name, readFileSync(`templates/${key}/${name}`, 'utf8')]);
}

it('there is a list of neutral sentences for the templates of each edition', () => {
  const folders = readdirSync('templates', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name)).toEqual(keys);
});

describe.each(keys)('the templates of %s', (key) => {
  const templates = templatesOf(key);

  it('hold no sentence that is neither a claim nor reviewed as neutral', () => {
    expect(unreviewed(key, templates)).toEqual([]);
  });

  it.each([
    ['praise', '\n全镇执法水平显著提升。', '全镇执法水平显著提升'],
    ['blame within a condition', '{{#if 任务.逾期}}个别单位推进不力。{{/if}}', '个别单位推进不力'],
    ['a result beside a figure', '\n规范性文件备案率达到{{年度}}%。', '规范性文件备案率达到…%'],
  ])('would not hold %s', (_, planted, told) => {
    const withMore = templates.map(([name, text]) => [name, name === '年度报告.txt' ? text + planted : text] as const);
    expect(unreviewed(key, withMore).map((found) => found.replace(/^\S+:\d+ /u, ''))).toEqual([told]);
  });

  it('have no neutral sentence left over', () => {
    const said = new Set(templates.flatMap(([, template]) => sentencesOf(template).map(({ text }) => text)));
    expect(neutralLines(key).filter(({ text }) => !said.has(text))).toEqual([]);
  });

  it('have neutral sentences of known kinds, without words of praise', () => {
    const lines = neutralLines(key);
    expect(lines.filter(({ kind }) => !kinds.includes(kind))).toEqual([]);
    expect(lines.flatMap(({ text }) => praiseIn(text).map((word) => `${word}: ${text}`))).toEqual([]);
  });
});

describe.each(keys)('the tables of %s', (key) => {
  it('have no word of praise in the sentence of an indicator', () => {
    const rows = linesOf(`src/editions/${key}/indicators.tsv`);
    const told = rows.flatMap(({ 编码: code = '', 报告句: said = '' }) => praiseIn(said.replace(saidZero, '')).map((word) => `${code} ${word}`));
    expect(told).toEqual([]);
  });

  it('say of a part that it is none at all only where all have given it', () => {
    const table = readFileSync(`src/editions/${key}/weaknesses.tsv`, 'utf8');
    const said = [...table.matchAll(/(.{0,60})\{\{#if \(大于 指标\.[^}]*\}\}均\{\{\/if\}\}/gu)];
    expect(said.length).toBeGreaterThan(1);
    expect(said.flatMap(([, before = '']) => (/\{\{else if 报齐\.[^}]+\}\}，$/u.test(before) ? [] : [before]))).toEqual([]);
  });

  it('let a claim praise only by what is known of all and reached, or said to be none', () => {
    const rows = linesOf(`src/editions/${key}/claims.tsv`);
    const hollow = rows.filter(
      ({ 条件: condition = '', 文字: text = '' }) =>
        praiseIn(text.replace(/\{\{[^{}]*\}\}|没有一件/gu, '')).length > 0 &&
        !/达标\.|无疑\.|非 任务\.|等于 判断\.不达标 0/u.test(condition + text),
    );
    expect(hollow.map(({ 名称: name }) => name)).toEqual([]);
  });
});

it('an exception from the words of praise is one that some sentence needs', () => {
  const sentences = keys.flatMap((key) => neutralLines(key).map(({ text }) => text));
  const idle = praise.flatMap(({ word, other, pattern, except }) =>
    except
      .filter((start) => !sentences.some((text) => text.startsWith(start) && pattern.test(without(text, other))))
      .map((start) => `${word}: ${start}`),
  );
  expect(idle).toEqual([]);
});
