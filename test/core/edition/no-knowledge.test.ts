/** What an office knows stands in the tables of its edition: no text in the code of core and engine says any of it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { editions } from '../../edition';
import type { Edition } from '../../../src/core/edition/edition';
import { shapes } from '../../../src/core/edition/shapes';
import { longDescribe } from '../../long';
import { languageWords } from './language-words';
import type { Columns } from '../../../src/core/tables/sheet';

const all = editions.names.map((name) => editions.open(name)).filter((edition) => edition !== null);

/** Words of the first edition's office in any length. */
const subjects = [
  ...[
    '法治',
    '普法',
    '执法',
    '处罚',
    '司法',
    '党政办',
    '镇',
    '村',
    '党委',
    '党工委',
    '党组',
    '法院',
    '立案',
    '受理',
    '复议',
  ],
  ...['诉讼', '信访', '调解', '行政', '备案', '评查', '律师', '经费', '培训', '街道', '纠纷', '当事'],
];

/** What the program calls its own sheets and columns says nothing of an edition. */
const common = new Set(
  all.flatMap(({ sheets }) =>
    Object.entries<{ title: string; columns: Columns }>(sheets).flatMap(([sheet, { title, columns }]) => {
      const known = Object.keys(shapes[sheet as keyof typeof shapes].fields);
      return [title, ...known.map((field) => columns[field]?.header ?? '')];
    }),
  ),
);

function namesOf({ name, indicators, areas, sections, departments, times, words }: Edition): string[] {
  return [
    ...[name, words.office, words.officeInFull, words.us, words.whole, words.group],
    ...indicators.flatMap((indicator) => [indicator.name, ...indicator.synonyms]),
    ...areas.map(({ area }) => area),
    ...sections.tasks,
    ...sections.narratives,
    ...departments.flatMap((department) => [department.name, ...department.aliases]),
    ...times.flatMap(({ marks }) => marks),
  ];
}

const names = [...new Set(all.flatMap(namesOf))].filter((name) => /\p{Script=Han}{3}/u.test(name) && !common.has(name));
const forbidden = [...subjects, ...names];
const codes = new Set(all.flatMap(({ indicators }) => indicators.map(({ code }) => code)));

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

/** Texts, parts of templates, patterns and names in a source, with their lines; no comments. */
function textsIn(path: string): { readonly at: string; readonly text: string }[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { at: string; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node) || ts.isIdentifier(node)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ at: `${path}:${String(line)}`, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What texts of our own are compared with: messages of Google's services, which are no words of an office. */
const services = 'src/core/base/failure-words.ts';

/** Words by which a source understands what people write: in its patterns, and in lists of three short ones or more. */
function understoodIn(path: string): { readonly at: string; readonly word: string }[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { at: string; word: string }[] = [];
  const visit = (node: ts.Node): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const isPattern =
      ts.isRegularExpressionLiteral(node) ||
      ((ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node)) && patternSign.test(node.text));
    const words = isPattern ? wordsOfPattern(node.text) : listed(node);
    found.push(...words.map((word) => ({ at: `${path}:${String(line)}`, word })));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A text that can only be a part of a pattern. */
const patternSign = /\(\?[:<=!]|\[[^\]]*\](?:[?*+{)|]|$)|\\[dsDpn]/u;

/** Each character of a class, and what stands together outside of them. */
function wordsOfPattern(pattern: string): readonly string[] {
  const signs: string[] = [];
  const rest = pattern.replace(/\\p\{[^}]*\}/gu, '').replace(/\[((?:\\.|[^\]])*)\]/gu, (_, all: string) => {
    signs.push(...(all.match(/\p{Script=Han}/gu) ?? []));
    return ' ';
  });
  return [...signs, ...(rest.match(/\p{Script=Han}+/gu) ?? [])];
}

function listed(node: ts.Node): readonly string[] {
  if (!ts.isArrayLiteralExpression(node) || node.elements.length < 3) return [];
  const words = node.elements.map((one) => (ts.isStringLiteral(one) ? one.text : ''));
  const isOfWords = words.every((word) => /^[^A-Za-z]{1,6}$/u.test(word));
  return isOfWords ? words.filter((word) => /\p{Script=Han}/u.test(word)) : [];
}

/** What the program calls its own: receivers, steps of reminding, what a heading is looked for by. */
const own = ['承办单位', '分管领导', '主要领导', '办公室', '红1', '红2', '红3', '缺报', '黄', '蓝', '数据存疑', '科室'];

longDescribe('the code of core and engine', () => {
  let texts: readonly { readonly at: string; readonly text: string }[];
  beforeAll(() => {
    texts = ['src/core', 'src/engine'].flatMap(sourcesIn).flatMap(textsIn);
  });

  it('reads what there is to read', () => {
    expect(texts.length).toBeGreaterThan(10_000);
    expect(names.length).toBeGreaterThan(150);
    expect(texts.some(({ text }) => text.includes('薄弱'))).toBe(true);
  });

  it('no subject, no indicator, area, section, department or organ of any edition is named', () => {
    const found = texts.flatMap(({ at, text }) =>
      forbidden.filter((word) => text.includes(word)).map((word) => `${at} ${word}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('no word of an office is understood by a pattern or a list: it stands in a table, as those of said.tsv do', () => {
    const read = ['src/core', 'src/jobs'].flatMap(sourcesIn).filter((path) => path !== services);
    const understood = read.flatMap(understoodIn);
    expect(understood.length).toBeGreaterThan(1000);
    expect(understood.filter(({ word }) => !languageWords.has(word) && !own.includes(word))).toEqual([]);
  });

  it('no indicator is named by its code', () => {
    expect(texts.filter(({ text }) => codes.has(text))).toEqual([]);
  });
});
