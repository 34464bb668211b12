import type { Rule } from 'eslint';

/** The rule, for its test. */
export const thrown: Rule.RuleModule;
