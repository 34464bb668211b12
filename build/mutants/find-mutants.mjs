/**
 * The small changes that break a file: found in its syntax tree, each a place and the text in its stead. Left alone are types,
 * codes and keys (any text without Chinese), and what is thrown at the program's own mistakes.
 */
import ts from 'typescript';

const swaps = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '+=': ['-='],
  '-=': ['+='],
};
const otherMethods = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  max: 'min',
  min: 'max',
};
/** Without the call its receiver stands. */
const droppedCalls = ['filter', 'sort', 'toSorted', 'reverse', 'slice', 'trim', 'replace', 'replaceAll', 'toLowerCase'];
/** Of a long list so many elements are dropped, one at a time. */
const mostDropped = 6;

/** All mutants of a file in the order of their places: `start`, `end`, `text`, `isStatement`, `isOnce` (of a constant), `line`, `within`, `change`. */
export function findMutants(path, source) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found = [];
  visit(file);
  return named(found.sort((a, b) => a.start - b.start || b.end - a.end));

  function visit(node) {
    if (isLeftAlone(node)) return;
    for (const text of node.parent && isExpression(node) ? insteadOf(node) : []) add(node, text, false);
    if (isRemovable(node)) add(node, '', true);
    ts.forEachChild(node, visit);
  }

  function add(node, text, isStatement) {
    const [start, end] = [node.getStart(file), node.end];
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    const change = `${oneLine(source.slice(start, end))} → ${text === '' ? '(removed)' : oneLine(text)}`;
    const isOnce = functionAround(node) === undefined;
    found.push({ path, start, end, text, isStatement, isOnce, line, within: nameAround(node), change });
  }

  function insteadOf(node) {
    return [...expressions(node), ...conditions(node), ...answers(node)].filter(
      (text, index, all) => text !== node.getText(file) && all.indexOf(text) === index,
    );
  }

  function expressions(node) {
    const textOf = (part) => part.getText(file);
    if (ts.isBinaryExpression(node)) return binary(node, textOf);
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return unary(node, textOf);
    if (ts.isCallExpression(node)) return calls(node, textOf);
    if (ts.isArrayLiteralExpression(node)) return shorter(node, textOf);
    if (ts.isNumericLiteral(node)) return [`(${node.text} + 1)`];
    if (node.kind === ts.SyntaxKind.TrueKeyword) return ['false'];
    if (node.kind === ts.SyntaxKind.FalseKeyword) return ['true'];
    if (ts.isRegularExpressionLiteral(node)) return looser(node.text);
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    return isText && /\p{Script=Han}/u.test(textOf(node)) ? ["''"] : [];
  }

  /** What an answer of a declared type can be without looking at anything. */
  function answers(node) {
    const owner = ts.isReturnStatement(node.parent) ? functionAround(node) : node.parent;
    const isAnswer = ts.isReturnStatement(node.parent) || (ts.isArrowFunction(owner) && owner.body === node);
    if (!isAnswer || owner === undefined || ts.isLiteralExpression(node)) return [];
    if (owner.type === undefined) return isCondition(node) ? ['true', 'false'] : [];
    return constantsOf(owner.type);
  }
}

function constantsOf(type) {
  if (ts.isUnionTypeNode(type)) {
    const isNull = (one) => ts.isLiteralTypeNode(one) && one.literal.kind === ts.SyntaxKind.NullKeyword;
    return type.types.some(isNull) ? ['null'] : [];
  }
  if (ts.isTypeOperatorNode(type)) return constantsOf(type.type);
  if (ts.isArrayTypeNode(type)) return ['[]'];
  if (type.kind === ts.SyntaxKind.BooleanKeyword || ts.isTypePredicateNode(type)) return ['true', 'false'];
  if (type.kind === ts.SyntaxKind.StringKeyword) return ["''"];
  return type.kind === ts.SyntaxKind.NumberKeyword ? ['0'] : [];
}

function binary({ left, operatorToken, right }, textOf) {
  const operator = textOf(operatorToken);
  if (['&&', '||', '??'].includes(operator)) return [textOf(left), textOf(right)];
  if (operator === '+' && [left, right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side))) {
    return [];
  }
  return (swaps[operator] ?? []).map((other) => `${textOf(left)} ${other} ${textOf(right)}`);
}

function unary(node, textOf) {
  const inner = textOf(node.operand);
  if (node.operator === ts.SyntaxKind.ExclamationToken || node.operator === ts.SyntaxKind.MinusToken) return [inner];
  const other = node.operator === ts.SyntaxKind.PlusPlusToken ? '--' : '++';
  const isStep = [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator);
  if (!isStep) return [];
  return [ts.isPrefixUnaryExpression(node) ? `${other}${inner}` : `${inner}${other}`];
}

function calls(node, textOf) {
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || node.questionDotToken || callee.questionDotToken) return [];
  const name = callee.name.text;
  const receiver = textOf(callee.expression);
  if (droppedCalls.includes(name)) return [receiver];
  if (!Object.hasOwn(otherMethods, name)) return [];
  return [`${receiver}.${otherMethods[name]}(${node.arguments.map(textOf).join(', ')})`];
}

function shorter({ elements, parent }, textOf) {
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) return [];
  const step = Math.max(1, Math.ceil(elements.length / mostDropped));
  const dropped = elements.filter((_, index) => index % step === 0);
  return dropped.map(
    (one) =>
      `[${elements
        .filter((other) => other !== one)
        .map(textOf)
        .join(', ')}]`,
  );
}

/** The pattern that may begin, or end, anywhere. */
function looser(text) {
  const end = text.lastIndexOf('/');
  const [pattern, flags] = [text.slice(1, end), text.slice(end)];
  const isAlone = !/\|/u.test(pattern);
  return [
    ...(isAlone && pattern.startsWith('^') && pattern.length > 1 ? [`/${pattern.slice(1)}${flags}`] : []),
    ...(isAlone && pattern.endsWith('$') && !pattern.endsWith('\\$') && pattern.length > 1
      ? [`/${pattern.slice(0, -1)}${flags}`]
      : []),
  ];
}

function conditions(node) {
  const { parent } = node;
  const isIf = ts.isIfStatement(parent) && parent.expression === node;
  const isChoice = ts.isConditionalExpression(parent) && parent.condition === node;
  return isIf || isChoice ? ['true', 'false'] : [];
}

function isCondition(node) {
  if (ts.isParenthesizedExpression(node)) return isCondition(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isCallExpression(node)) {
    return /\.(?:some|every|includes|has|test|startsWith|endsWith)$/u.test(node.expression.getText());
  }
  return ts.isBinaryExpression(node) && /^(?:[!=]==|[<>]=?|&&|\|\|)$/u.test(node.operatorToken.getText());
}

/** Something whose value may be another one: not a type, a name that is declared or what is assigned to. */
function isExpression(node) {
  if (!ts.isExpression(node)) return false;
  const { parent } = node;
  if (parent.name === node || parent.propertyName === node) return false;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return false;
  if (ts.isOptionalChain(parent) && parent.expression === node && ts.isOptionalChain(node)) return false;
  return !(ts.isExpressionStatement(parent) && !isStep(node));
}

/** A statement as a whole is taken away, or its step is turned round. */
function isStep(node) {
  return ts.isBinaryExpression(node) || ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node);
}

function isRemovable(node) {
  return (ts.isExpressionStatement(node) && !isDirective(node)) || ts.isContinueStatement(node);
}

function isDirective({ expression }) {
  return ts.isStringLiteral(expression);
}

function isLeftAlone(node) {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTaggedTemplateExpression(node)) return true;
  return ts.isNewExpression(node) && node.expression.getText() === 'Error';
}

function functionAround(node) {
  for (let one = node.parent; one !== undefined; one = one.parent) if (ts.isFunctionLike(one)) return one;
  return undefined;
}

/** The function or constant in which it stands: with it a mutant is found again when lines have moved. */
export function nameAround(node) {
  let name = '';
  for (let one = node.parent; one !== undefined; one = one.parent) {
    const isNamed = ts.isFunctionDeclaration(one) || ts.isVariableDeclaration(one) || ts.isMethodDeclaration(one);
    if (isNamed && one.name && ts.isIdentifier(one.name)) name = one.name.text;
  }
  return name;
}

/** The same change may be made in several places of a function: they are numbered. */
function named(mutants) {
  const counts = new Map();
  return mutants.map((one) => {
    const key = `${one.within} ${one.change}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { ...one, change: count === 1 ? one.change : `${one.change} (${String(count)})` };
  });
}

/** For one line of a table. */
export function oneLine(text) {
  return text.replace(/\s+/gu, ' ');
}
