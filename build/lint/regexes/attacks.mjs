/** Texts on which a regular expression may take long: its own words, repeated. */
import { visitRegExpAST } from '@eslint-community/regexpp';
import { characterTest } from './count-steps.mjs';

/** Signs that most patterns tell apart. */
const usual = ['a', '1', ' ', '\n', '中', 'Z', '<', '"', '.', ',', '-', '/', '('];
const mostOf = { prefixes: 10, taken: 16, inside: 16, parts: 32, suffixes: 9, words: 3, signs: 24 };
const endless = 100;

/** Prefixes, texts to repeat, and endings, made of what the pattern accepts. */
export function attacksOn(pattern, flags) {
  const nodes = nodesOf(pattern);
  const signs = signsOf(nodes, flags);
  const sample = sampler(signs, flags);
  const loops = nodes.filter(({ type, max }) => type === 'Quantifier' && max > endless);
  const parts = nodes.filter(({ type }) => type === 'Alternative').flatMap(({ elements }) => partsOf(elements, sample));
  const inside = loops.flatMap(({ element }) => sample.node(element));
  const taken = signs.filter((sign) => sample.tests.some((test) => test(sign)));
  const ways = loops.flatMap((loop) => [pathTo(loop, sample), `${pathTo(loop, sample)}${sample.node(loop)[0] ?? ''}`]);
  const pumps = [
    taken.slice(0, mostOf.taken),
    some([...inside, ...ways], mostOf.inside),
    some(parts, mostOf.parts),
  ].flat();
  // A word may begin at each of these.
  if (nodes.some(({ type }) => type === 'Assertion')) pumps.push('a-', 'a.');
  return {
    prefixes: some(['', ...loops.map((loop) => pathTo(loop, sample))], mostOf.prefixes),
    pumps: [...new Set(pumps)].filter((text) => text !== ''),
    suffixes: some(['\u0001', '', '\n', '1', 'a', ...signs], mostOf.suffixes),
  };
}

/** What leads to a repetition, what follows it, and the whole. */
function partsOf(elements, sample) {
  const isLoop = ({ type, max }) => type === 'Quantifier' && max > endless;
  const ends = elements.flatMap((element, index) => (isLoop(element) ? [index, index + 1] : []));
  return [
    ...ends.flatMap((end) => sample.sequence(elements.slice(0, end))),
    ...ends.flatMap((end) => sample.sequence(elements.slice(end))),
    ...sample.sequence(elements),
  ];
}

function some(texts, most) {
  return [...new Set(texts)].slice(0, most);
}

function nodesOf(pattern) {
  const nodes = [];
  const keep = (node) => nodes.push(node);
  visitRegExpAST(pattern, {
    onAlternativeEnter: keep,
    onAssertionEnter: keep,
    onQuantifierEnter: keep,
    onCharacterEnter: keep,
    onCharacterSetEnter: keep,
    onCharacterClassEnter: keep,
  });
  return nodes;
}

/** The pattern's own signs first. */
function signsOf(nodes, flags) {
  const own = nodes.flatMap(({ type, value }) => (type === 'Character' ? [String.fromCodePoint(value)] : []));
  const ends = nodes.flatMap((node) => (node.type === 'CharacterClass' ? edges(node, flags) : []));
  return some(
    [...ends, ...own.slice(0, 60), ...usual].sort((a, b) => rank(a) - rank(b)),
    mostOf.signs,
  );
}

/** Punctuation tells patterns apart sooner than one of many words. */
function rank(sign) {
  return /[\p{L}\p{N}]/u.test(sign) && !usual.includes(sign) ? 1 : 0;
}

function edges(node, flags) {
  const fits = characterTest(node, flags);
  return usual.filter(fits).slice(0, 2);
}

/** Words that a part of the pattern accepts. */
function sampler(signs, flags) {
  const tests = [];
  const oneSign = (node) => {
    const test = characterTest(node, flags);
    tests.push(test);
    if (node.type === 'Character') return [String.fromCodePoint(node.value)];
    return some(signs.filter(test), mostOf.words);
  };
  const alternatives = (list) =>
    some(
      list.flatMap(({ elements }) => sequence(elements)),
      mostOf.words,
    );
  const node = (part) => {
    if (part.type === 'Group' || part.type === 'CapturingGroup') return alternatives(part.alternatives);
    if (part.type === 'Quantifier') {
      return node(part.element).map((word) => word.repeat(Math.min(Math.max(part.min, 1), endless)));
    }
    if (part.type === 'Assertion' && part.kind === 'lookbehind' && !part.negate) return alternatives(part.alternatives);
    return part.type === 'Assertion' || part.type === 'Backreference' ? [''] : oneSign(part);
  };
  const sequence = (elements) => {
    const parts = elements.map(node);
    const wide = Math.min(mostOf.words, Math.max(1, ...parts.map(({ length }) => length)));
    return Array.from({ length: wide }, (_, index) => parts.map((words) => words[index % words.length] ?? '').join(''));
  };
  return { tests, node, sequence };
}

/** What stands before a part on the way to it. */
function pathTo(part, sample) {
  const before = [];
  for (let child = part, parent = part.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type !== 'Alternative') continue;
    before.unshift(sample.sequence(parent.elements.slice(0, parent.elements.indexOf(child)))[0] ?? '');
  }
  return before.join('');
}
