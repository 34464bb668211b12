/** A file that holds all its mutants, each behind a switch; without one switched on it does what it did before. */
import ts from 'typescript';

/** What stands first in the file: the switch, where somebody has put one. */
const head = 'const on$ = globalThis.mutantSwitch ?? Object.assign(() => false, { step: () => undefined });';

/** `mutants` as `findMutants` gives them, each with its `id`. On the first line, so that the others keep their numbers. */
export function instrument(path, source, mutants) {
  const steps = loopBodies(path, source);
  const begin = source.startsWith('#!') ? source.indexOf('\n') + 1 : 0;
  return `${source.slice(0, begin)}${head}${render(source, begin, source.length, mutants, steps)}`;
}

/** The text from `start` to `end`; of mutants that lie in each other the inner ones stand in what the outer ones leave as it is. */
function render(source, start, end, mutants, steps) {
  let text = '';
  let at = start;
  const rest = [...mutants];
  while (rest.length > 0) {
    const [first] = rest;
    const inside = rest.filter((one) => one.start < first.end);
    const same = inside.filter(
      (one) => one.start === first.start && one.end === first.end && one.isStatement === first.isStatement,
    );
    const inner = inside.filter((one) => !same.includes(one));
    const kept = render(source, first.start, first.end, inner, steps);
    text += plain(source, at, first.start, steps) + switched(same, kept);
    at = first.end;
    rest.splice(0, inside.length);
  }
  return text + plain(source, at, end, steps);
}

function switched(same, kept) {
  if (same[0].isStatement) return `{ if (!on$(${String(same[0].id)})) { ${kept} } }`;
  const choices = same.map(({ id, text }) => `on$(${String(id)}) ? (${text}) : `);
  return `(${choices.join('')}(${kept}))`;
}

/** Each round of a loop is a step: an endless one is found by counting. */
function plain(source, start, end, steps) {
  let text = '';
  let at = start;
  for (const place of steps) {
    if (place < start || place >= end) continue;
    text += `${source.slice(at, place)}on$.step();`;
    at = place;
  }
  return text + source.slice(at, end);
}

/** The places behind the opening braces of loops. */
function loopBodies(path, source) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const places = [];
  const visit = (node) => {
    if (ts.isIterationStatement(node, false) && ts.isBlock(node.statement)) {
      places.push(node.statement.getStart(file) + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return places.sort((a, b) => a - b);
}
