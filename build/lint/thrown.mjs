/**
 * What was thrown is shown to people by one function, which cuts it, takes bytes out and hides addresses. So nothing else may make
 * a text of what a `catch` or a failed promise gives.
 */
const message = 'what was thrown is shown by failureWords, decided on by says';

/** Whose first argument is called with what failed; `then` takes it as its second. */
const handlers = { catch: 0, withFailureHandler: 0, then: 1 };

/** The parameter that gets what failed, where the function is such a handler. */
function failedOf(node) {
  const { parent } = node;
  if (parent?.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') return null;
  const name = parent.callee.property.name;
  return Object.hasOwn(handlers, name) && parent.arguments[handlers[name]] === node ? node.params[0] : null;
}

/** Whether the place where it stands makes a text of it. */
function isText(node) {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return parent.object === node && isWords(parent.property.name);
  if (parent.type === 'CallExpression') return ['String', 'errorText'].includes(parent.callee.name);
  return parent.type === 'TemplateLiteral' || (parent.type === 'BinaryExpression' && parent.operator === '+');
}

function isWords(name) {
  return ['message', 'stack', 'toString'].includes(name);
}

/** The rule. */
export const thrown = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = (node, failed) => {
      if (failed?.type === 'ObjectPattern') {
        if (failed.properties.some(({ key }) => isWords(key?.name))) context.report({ node: failed, message });
        return;
      }
      const variables = failed ? context.sourceCode.getDeclaredVariables(node) : [];
      const [variable] = variables.filter(({ name }) => name === failed.name);
      for (const { identifier } of variable?.references ?? []) {
        if (isText(identifier)) context.report({ node: identifier, message });
      }
    };
    return {
      CatchClause: (node) => check(node, node.param),
      ArrowFunctionExpression: (node) => check(node, failedOf(node)),
      FunctionExpression: (node) => check(node, failedOf(node)),
    };
  },
};
