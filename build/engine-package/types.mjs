/** The types of the package: what its door gives out, and every type these name, as the source declares them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** What results and problems say of the office's sheets: the engine never does. */
const ofSheets = new Set(['taken', 'covers']);

/** The text of `index.d.ts`: `names` of what the file `door` gives out, with all they name. */
export function packageTypes(door, names) {
  const files = new Map();
  const fileAt = (path) => {
    const known = files.get(path) ?? declarationsIn(path);
    files.set(path, known);
    return known;
  };
  const written = new Map();
  const waiting = names.map((name) => ({ path: door, name }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const found = findDeclaration(fileAt, next);
    if (found === null || written.get(next.name)?.key === found.key) continue;
    if (written.has(next.name)) throw new Error(`two declarations are called ${next.name}`);
    written.set(next.name, found);
    waiting.push(...found.named.map((name) => ({ path: found.path, name })));
  }
  return `${[...written.values()].map(({ text }) => text).join('\n\n')}\n`;
}

/** Where a name is declared; null for what is no declaration of ours (a global, a parameter). */
function findDeclaration(fileAt, { path, name }) {
  const { declared, imported } = fileAt(path);
  const own = declared.get(name);
  if (own) return { ...own, path, key: `${path} ${name}` };
  const from = imported.get(name);
  if (!from) return null;
  if (from.name !== name) throw new Error(`${name} has another name where it is declared`);
  return findDeclaration(fileAt, from);
}

/** What a file declares, and what it has from elsewhere. */
function declarationsIn(path) {
  const { outputText } = ts.transpileDeclaration(readFileSync(path, 'utf8'), { fileName: path });
  const file = ts.createSourceFile(path, outputText, ts.ScriptTarget.Latest, true);
  const declared = new Map();
  const imported = new Map();
  for (const statement of file.statements) {
    const from = statement.moduleSpecifier && pathOf(path, statement.moduleSpecifier.text);
    const list = statement.importClause?.namedBindings ?? statement.exportClause;
    for (const { name, propertyName } of list?.elements ?? [])
      imported.set(name.text, { path: from, name: (propertyName ?? name).text });
    if (statement.name) declared.set(statement.name.text, declarationOf(file, statement));
  }
  return { declared, imported };
}

function pathOf(path, specifier) {
  if (!specifier.startsWith('.')) return specifier;
  const found = `${join(dirname(path), specifier)}.ts`;
  if (!existsSync(found)) throw new Error(`${path}: no ${specifier}`);
  return found;
}

/** The text with its own comment, and the names in it. */
function declarationOf(file, statement) {
  const comments = ts.getLeadingCommentRanges(file.text, statement.pos) ?? [];
  const comment = comments.map(({ pos, end }) => `${file.text.slice(pos, end)}\n`).pop() ?? '';
  const left = (statement.members ?? []).filter(({ name }) => ofSheets.has(name?.getText(file)));
  const own = left.reduce((text, member) => text.replace(member.getFullText(file), ''), statement.getText(file));
  const plain = own.replace(/^(?:export )?(?:declare )?/u, '');
  const named = new Set();
  const visit = (node) => {
    if (left.includes(node)) return;
    if (ts.isTypeReferenceNode(node) || ts.isTypeQueryNode(node))
      named.add((node.typeName ?? node.exprName).getText(file));
    ts.forEachChild(node, visit);
  };
  visit(statement);
  const word = ts.isFunctionDeclaration(statement) || ts.isVariableStatement(statement) ? 'export declare' : 'export';
  return { text: `${comment}${word} ${plain}`, named: [...named] };
}
