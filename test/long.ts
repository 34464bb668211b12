/** Tests that take seconds of a processor each, beside quicker ones of the same promise or of what few changes touch. */

/**
 * `it` of such tests: left out of `npm test`, which counts them at its end, and run by `npm run fuzz -- long` and where NIANBAO_LONG is 1,
 * as in `.ci/run`.
 */
export const longIt = process.env.NIANBAO_LONG === '1' ? it : it.skip;

/** The same of `describe`, where what its tests are given takes long. */
export const longDescribe = process.env.NIANBAO_LONG === '1' ? describe : describe.skip;
