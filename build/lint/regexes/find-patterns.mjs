/** Finds the regular expressions of a source file in its syntax tree, with the reason written beside one. */
import ts from 'typescript';

/** A comment that begins so says why a pattern may take more steps than its text is long: `// bounded: one line of a mail`. */
const reasonMark = /\/[/*]+\s*bounded: *(\S.*?)(?:\*\/)?$/iu;
/** What stands in for a word that is only known while the program runs. */
const anyWord = '甲乙';

/** Each as `{ at: 'src/x.ts:12', source, flags, reason }`; `source` null where it cannot be told from the file. */
export function findPatterns(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lines = text.split('\n');
  const constants = constantsOf(file);
  const found = [];
  const visit = (node) => {
    const pattern = literalPattern(node) ?? builtPattern(node, constants);
    if (pattern !== null) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line;
      const reason = reasonAt(lines, line) ?? reasonAt(lines, firstLine(file, node));
      found.push({ ...pattern, at: `${path}:${String(line + 1)}`, reason });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Where the declaration begins that the pattern is the value of. */
function firstLine(file, { parent }) {
  return file.getLineAndCharacterOfPosition(parent.getStart()).line;
}

function reasonAt(lines, line) {
  const beside = reasonMark.exec(lines[line] ?? '');
  if (beside) return beside[1];
  for (let above = line - 1; /^\s*(?:\/\/|\/\*\*|\*)/u.test(lines[above] ?? ''); above -= 1) {
    const match = reasonMark.exec(lines[above]);
    if (match) return match[1];
  }
  return null;
}

function literalPattern(node) {
  if (node.kind !== ts.SyntaxKind.RegularExpressionLiteral) return null;
  const end = node.text.lastIndexOf('/');
  return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
}

function builtPattern(node, constants) {
  const isBuilt =
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'RegExp';
  if (!isBuilt) return null;
  const [source, flags] = node.arguments ?? [];
  return {
    source: source === undefined ? null : textOf(source, constants, true),
    flags: flags === undefined ? '' : (textOf(flags, constants, false) ?? 'u'),
  };
}

/** What names of the whole file stand for, as far as they are texts. */
function constantsOf(file) {
  const constants = new Map();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer) constants.set(name.text, initializer);
    }
  }
  return constants;
}

/** The text of an expression; within one, `anyWord` for what the file does not say. Null for no text at all. */
function textOf(node, constants, isWhole) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression, constants, isWhole);
  if (ts.isTaggedTemplateExpression(node)) return templateText(node.template, constants, true);
  if (ts.isTemplateExpression(node)) return templateText(node, constants, false);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return `${textOf(node.left, constants, false) ?? anyWord}${textOf(node.right, constants, false) ?? anyWord}`;
  }
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'source') {
    const known = ts.isIdentifier(node.expression) ? constants.get(node.expression.text) : undefined;
    return known === undefined ? null : (literalPattern(known)?.source ?? null);
  }
  if (ts.isIdentifier(node) && constants.has(node.text)) return textOf(constants.get(node.text), constants, isWhole);
  if (ts.isCallExpression(node) && !isWhole) return `(?:${anyWord}|丙)`;
  return isWhole ? null : anyWord;
}

function templateText(template, constants, isRaw) {
  const own = (part) => (isRaw ? (part.rawText ?? part.text) : part.text);
  if (ts.isNoSubstitutionTemplateLiteral(template)) return own(template);
  const spans = template.templateSpans.map(
    ({ expression, literal }) => `${textOf(expression, constants, false) ?? anyWord}${own(literal)}`,
  );
  return `${own(template.head)}${spans.join('')}`;
}
