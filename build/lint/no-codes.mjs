/**
 * Which figure an indicator's code stands for is an edition's and the hub's to say: no rule may name one. A text that is a
 * code, `C2` or `D1.1`, is refused.
 */
const code = /^[A-Z]\d{1,2}(\.\d{1,2})*$/u;
const message = 'no rule names an indicator by its code: let the edition say what the indicator is for';

/** The rule. */
export const noCodes = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = (node, text) => {
      if (code.test(text)) context.report({ node, message });
    };
    return {
      Literal: (node) => {
        if (typeof node.value === 'string') check(node, node.value);
      },
      TemplateElement: (node) => {
        check(node, node.value.raw);
      },
      Property: ({ key, computed }) => {
        if (!computed && key.type === 'Identifier') check(key, key.name);
      },
    };
  },
};
