/** What an office knows stands in the tables of its edition: no text in the code of core and engine says any of it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { editions } from '../../edition';
import type { Edition } from '../../../src/core/edition/edition';
import { shapes } from '../../../src/core/edition/shapes';
import { longDescribe } from '../../long';
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

  it('no indicator is named by its code', () => {
    expect(texts.filter(({ text }) => codes.has(text))).toEqual([]);
  });
});
