/**
 * What a person can mend is thrown as a Refusal, with a Chinese text; an Error tells of a mistake of the program, in English. So
 * an Error may hold no Chinese, nor a text that is made elsewhere.
 */
const errors = ['Error', 'TypeError', 'RangeError'];
const chinese = /\p{Script=Han}/u;

function isChinese(node) {
  if (node.type === 'Literal') return typeof node.value === 'string' && chinese.test(node.value);
  if (node.type === 'TemplateLiteral') return node.quasis.some(({ value }) => chinese.test(value.raw));
  if (node.type === 'BinaryExpression') return isChinese(node.left) || isChinese(node.right);
  return node.type === 'ConditionalExpression' && (isChinese(node.consequent) || isChinese(node.alternate));
}

const plain = ['Literal', 'TemplateLiteral', 'BinaryExpression', 'ConditionalExpression'];

/** The rule. */
export const refusals = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      NewExpression(node) {
        if (node.callee.type !== 'Identifier' || !errors.includes(node.callee.name)) return;
        const [text] = node.arguments;
        if (text === undefined) return;
        if (isChinese(text)) context.report({ node, message: 'what a person can mend is a Refusal' });
        else if (!plain.includes(text.type)) {
          context.report({ node, message: 'whose text is it: a Refusal, or an Error with words of its own' });
        }
      },
    };
  },
};
