/**
 * A backtracking matcher that counts its steps: what an engine of the usual kind does with a regular expression, without a
 * clock. Only for measuring: it takes a pattern as `@eslint-community/regexpp` parses it.
 */
import { RegExpParser } from '@eslint-community/regexpp';

/** So many repetitions are told apart; more are as good as endless. */
const mostRepetitions = 100;
const unlimited = (count) => count > mostRepetitions;

/** The pattern as a list of instructions. Throws SyntaxError for no regular expression. */
export function compilePattern(source, flags) {
  const parser = new RegExpParser({ ecmaVersion: 2025 });
  const pattern = parser.parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const program = { code: [], flags, names: new Map(), registers: 0, pattern };
  emitAlternatives(program, pattern.alternatives, false);
  program.code.push({ kind: 'end' });
  return program;
}

/** How many steps all matches in the text take; stops counting above `most`. */
export function countSteps(program, text, most = Infinity) {
  const characters = Array.from(text);
  const run = { program, characters, steps: 0, most };
  for (let start = 0; start <= characters.length && run.steps <= most;) {
    const end = matchFrom(run, { pc: 0, at: start, registers: [] });
    start = end === null || end === start ? start + 1 : end;
    if (program.flags.includes('y')) break;
  }
  return run.steps;
}

function emitAlternatives(program, alternatives, backwards) {
  const { code } = program;
  const jumps = [];
  alternatives.forEach((alternative, index) => {
    const isLast = index === alternatives.length - 1;
    const split = isLast ? null : code.push({ kind: 'split', first: code.length + 1, second: 0 }) - 1;
    emitSequence(program, alternative.elements, backwards);
    if (split === null) return;
    jumps.push(code.push({ kind: 'jump', to: 0 }) - 1);
    code[split].second = code.length;
  });
  for (const jump of jumps) code[jump].to = code.length;
}

function emitSequence(program, elements, backwards) {
  for (const element of backwards ? elements.toReversed() : elements)
    emitters[element.type](program, element, backwards);
}

const emitters = {
  Character: emitCharacter,
  CharacterSet: emitCharacter,
  CharacterClass: emitCharacter,
  ExpressionCharacterClass: emitCharacter,
  Group: (program, { alternatives }, backwards) => emitAlternatives(program, alternatives, backwards),
  CapturingGroup: emitCapture,
  Backreference: (program, { resolved }, backwards) => {
    const group = Array.isArray(resolved) ? resolved[0] : resolved;
    program.code.push({ kind: 'same', group: registerOf(program, group), backwards });
  },
  Quantifier: emitQuantifier,
  Assertion: emitAssertion,
};

function emitCharacter(program, node, backwards) {
  program.code.push({ kind: 'character', test: characterTest(node, program.flags), backwards });
}

/** Whether one character is what the node stands for, as the engine itself says. */
export function characterTest(node, flags) {
  const pattern = new RegExp(`^${node.raw}$`, flags.replace(/[gym]/gu, ''));
  const known = new Map();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const fits = pattern.test(character);
    known.set(character, fits);
    return fits;
  };
}

function registerOf(program, group) {
  const before = program.names.get(group);
  if (before !== undefined) return before;
  program.names.set(group, program.registers);
  program.registers += 2;
  return program.registers - 2;
}

function emitCapture(program, group, backwards) {
  const register = group.references.length === 0 ? null : registerOf(program, group);
  if (register !== null) program.code.push({ kind: 'keep', register: backwards ? register + 1 : register });
  emitAlternatives(program, group.alternatives, backwards);
  if (register !== null) program.code.push({ kind: 'keep', register: backwards ? register : register + 1 });
}

function emitQuantifier(program, { element, min, max, greedy }, backwards) {
  const { code } = program;
  const once = () => emitSequence(program, [element], backwards);
  for (let count = 0; count < Math.min(min, mostRepetitions); count += 1) once();
  if (unlimited(max)) emitLoop(program, once, greedy);
  else {
    const splits = [];
    for (let count = min; count < max; count += 1) {
      splits.push(code.push({ kind: 'split', first: 0, second: 0 }) - 1);
      once();
    }
    for (const split of splits) setSplit(code[split], { inside: split + 1, after: code.length, greedy });
  }
}

/** An iteration that matches nothing ends the loop, as the language says. */
function emitLoop(program, once, greedy) {
  const { code } = program;
  const register = program.registers;
  program.registers += 1;
  const split = code.push({ kind: 'split', first: 0, second: 0 }) - 1;
  code.push({ kind: 'keep', register });
  once();
  code.push({ kind: 'moved', register }, { kind: 'jump', to: split });
  setSplit(code[split], { inside: split + 1, after: code.length, greedy });
}

function setSplit(split, { inside, after, greedy }) {
  [split.first, split.second] = greedy ? [inside, after] : [after, inside];
}

function emitAssertion(program, node) {
  const { code } = program;
  if (node.kind === 'start' || node.kind === 'end') {
    code.push({ kind: node.kind === 'end' ? 'last' : 'first', multiline: program.flags.includes('m') });
  } else if (node.kind === 'word') {
    code.push({ kind: 'word', negate: node.negate });
  } else {
    const look = code.push({ kind: 'look', negate: node.negate, after: 0 }) - 1;
    emitAlternatives(program, node.alternatives, node.kind === 'lookbehind');
    code.push({ kind: 'end' });
    code[look].after = code.length;
  }
}

/** Where the first match from there ends; null for none, or when the steps are used up. */
function matchFrom(run, thread) {
  const { program, characters } = run;
  const waiting = [thread];
  while (waiting.length > 0) {
    let { pc, at, registers } = waiting.pop();
    for (;;) {
      run.steps += 1;
      if (run.steps > run.most) return null;
      const step = program.code[pc];
      if (step.kind === 'end') return at;
      if (step.kind === 'split') {
        waiting.push({ pc: step.second, at, registers });
        pc = step.first;
      } else if (step.kind === 'jump') {
        pc = step.to;
      } else if (step.kind === 'keep') {
        registers = withValue(registers, step.register, at);
        pc += 1;
      } else if (step.kind === 'look') {
        const found = matchFrom(run, { pc: pc + 1, at, registers }) !== null;
        if (found === step.negate) break;
        pc = step.after;
      } else {
        const next = takes[step.kind]({ step, at, registers, characters, run });
        if (next === null) break;
        at = next;
        pc += 1;
      }
    }
  }
  return null;
}

function withValue(registers, index, value) {
  const copy = [...registers];
  copy[index] = value;
  return copy;
}

const wordSign = /^\w$/u;
const isWord = (character) => character !== undefined && wordSign.test(character);
const lineEnds = ['\n', '\r', '\u2028', '\u2029'];

/** Steps that look at the text: where it goes on, or null where it does not fit. */
const takes = {
  character: ({ step, at, characters }) => {
    const character = characters[step.backwards ? at - 1 : at];
    if (character === undefined || !step.test(character)) return null;
    return step.backwards ? at - 1 : at + 1;
  },
  first: ({ step, at, characters }) =>
    at === 0 || (step.multiline && lineEnds.includes(characters[at - 1])) ? at : null,
  last: ({ step, at, characters }) =>
    at === characters.length || (step.multiline && lineEnds.includes(characters[at])) ? at : null,
  word: ({ step, at, characters }) =>
    (isWord(characters[at - 1]) !== isWord(characters[at])) !== step.negate ? at : null,
  moved: ({ step, at, registers }) => (registers[step.register] === at ? null : at),
  same: ({ step, at, registers, characters, run }) => {
    const [from, to] = [registers[step.group], registers[step.group + 1]];
    if (from === undefined || to === undefined) return at;
    const length = to - from;
    const start = step.backwards ? at - length : at;
    for (let index = 0; index < length; index += 1) {
      run.steps += 1;
      if (characters[from + index] !== characters[start + index]) return null;
    }
    return step.backwards ? at - length : at + length;
  },
};
