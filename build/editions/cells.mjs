/** How the cells of the tables are read: each gives `value`, or what was `expected`. */

const lengthOf = (text) => Array.from(text).length;

export const text = (most) => (shown) =>
  lengthOf(shown) > most ? { expected: `at most ${most} characters, not ${lengthOf(shown)}` } : { value: shown };

export const whole = (shown) => (/^\d+$/u.test(shown) ? { value: Number(shown) } : { expected: 'a whole number' });

/** A whole number within limits: a column of width 0 is hidden, and no sheet has one wider than 255. */
export const between = (least, most) => (shown) => {
  const { value } = whole(shown);
  return value >= least && value <= most ? { value } : { expected: `a whole number from ${least} to ${most}` };
};

export const number = (shown) => (/^\d+(\.\d+)?$/u.test(shown) ? { value: Number(shown) } : { expected: 'a number' });

/** Several texts with 、 between them. */
export const list = (shown) => {
  const parts = shown.split('、').map((part) => part.trim());
  if (parts.includes('')) return { expected: 'texts with 、 between them' };
  const twice = parts.find((part, index) => parts.indexOf(part) !== index);
  return twice === undefined ? { value: parts } : { expected: `each text once, not "${twice}" twice` };
};

/** Several texts joined by `sign`, which need not differ. */
export const joined = (sign) => (shown) => {
  const parts = shown.split(sign).map((part) => part.trim());
  return parts.includes('') ? { expected: `texts with ${sign} between them` } : { value: parts };
};

/** One of the words, each standing for something. */
export const oneOf = (meanings) => (shown) =>
  Object.hasOwn(meanings, shown)
    ? { value: meanings[shown] }
    : { expected: `one of ${Object.keys(meanings).join('、')}` };

/** Several of the words. */
export const someOf = (words) => (shown) => {
  const read = list(shown);
  const wrong = read.value?.find((word) => !words.includes(word));
  return wrong === undefined ? read : { expected: `some of ${words.join('、')}` };
};

export const yesNo = oneOf({ 是: true, 否: false });

/** A text of a form that `expected` describes. */
export const matching = (pattern, expected) => (shown) => (pattern.test(shown) ? { value: shown } : { expected });

/** `程序=简易；公示日期=有；是否牵头≠否；主办=本单位`. */
export const conditions = (shown) => {
  const parts = shown.split('；').map((part) => /^([^=≠]+)([=≠])([^=≠]+)$/u.exec(part.trim()));
  if (parts.includes(null)) return { expected: 'conditions like 程序=简易；是否牵头≠否；公示日期=有；主办=本单位' };
  return { value: parts.map(([, header, sign, word]) => ({ header: header.trim(), sign, word: word.trim() })) };
};
