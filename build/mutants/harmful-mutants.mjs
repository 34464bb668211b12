/** The rules whose loss would harm an office, each with the change that loses it: build/mutants/harm.tsv. */
import ts from 'typescript';
import { readFileSync } from 'node:fs';
import { nameAround, oneLine } from './find-mutants.mjs';

/** Lines of file, function, what stands there, what stands there instead, and the rule that is lost. */
export function readHarm(text = readFileSync(new URL('harm.tsv', import.meta.url), 'utf8')) {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [path, within, from, to = '', rule] = line.split('\t');
      if (!rule) throw new Error(`build/mutants/harm.tsv: expected file, function, from, to, rule: ${line}`);
      return { path, within, from, to, rule };
    });
}

/** The changes of a file, as `findMutants` gives its own. One that does not stand in its function exactly once is refused. */
export function harmfulMutants(path, source, harm) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  return harm
    .filter((one) => one.path === path)
    .map(({ within, from, to, rule }) => {
      const nodes = nodesOf(file).filter((node) => oneLine(node.getText(file)) === from && nameAround(node) === within);
      const isStatement = to === '';
      const fitting = nodes.filter((node) => ts.isStatement(node) === isStatement);
      const [node] = fitting;
      if (!node || fitting.length > 1) {
        throw new Error(`build/mutants/harm.tsv: ${path} ${within}: ${String(fitting.length)} times ${from}`);
      }
      const [start, end] = [node.getStart(file), node.end];
      const line = file.getLineAndCharacterOfPosition(start).line + 1;
      const change = `${from} → ${to === '' ? '(removed)' : to} (${rule})`;
      return { path, start, end, text: to, isStatement, line, within, change };
    });
}

function nodesOf(node) {
  const below = [];
  ts.forEachChild(node, (one) => {
    below.push(...nodesOf(one));
  });
  return [node, ...below];
}
