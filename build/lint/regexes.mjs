/**
 * Holds every regular expression of the program to a linear number of steps: those of `src`, and those made of the words in
 * the tables. One that may take more stands only with a reason beside it, `// bounded: …`, that says why its text is short
 * or has no such shape. Prints each mistake, exit code 1 when there is one. What was found linear is remembered in build/out.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPatterns } from './regexes/find-patterns.mjs';
import { worstText } from './regexes/judge.mjs';
import { tablePatterns } from './regexes/table-patterns.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const rules = 'build/lint/regexes';
const memory = 'build/out/linear-regexes.json';
const judge = createHash('sha256')
  .update(
    readdirSync(rules)
      .map((name) => readFileSync(join(rules, name), 'utf8'))
      .join('\n'),
  )
  .digest('hex');
const before = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
const linear = new Set(before.judge === judge ? before.linear : []);
const inSource = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name).split(sep).join('/'))
  .flatMap((path) => findPatterns(path, readFileSync(path, 'utf8')));
const patterns = [...inSource, ...(await tablePatterns())];
const judged = patterns.map((pattern) => ({ ...pattern, worst: worstOf(pattern) }));
const mistakes = [...judged.flatMap(mistakesOf), ...needless()];
mkdirSync('build/out', { recursive: true });
writeFileSync(memory, JSON.stringify({ judge, linear: [...linear] }));
for (const mistake of mistakes) console.error(mistake);
console.log(`regular expressions: ${String(patterns.length)}, ${String(mistakes.length)} that may take too long`);
process.exitCode = mistakes.length === 0 ? 0 : 1;

/** A text on which the pattern takes too long; null for none, undefined where the pattern is not known. */
function worstOf({ source, flags }) {
  if (source === null) return undefined;
  const key = `/${source}/${flags}`;
  if (linear.has(key)) return null;
  const worst = worstText(source, flags);
  if (worst === null) linear.add(key);
  return worst;
}

function mistakesOf({ at, source, flags, reason, worst }) {
  if (worst === null || reason !== null) return [];
  if (worst === undefined) return [`${at} a pattern nobody can tell: write its text out, or a reason`];
  const text = `${JSON.stringify(worst.prefix)} + ${JSON.stringify(worst.pump)}… + ${JSON.stringify(worst.suffix)}`;
  return [`${at} /${source}/${flags} takes more steps than its text is long: ${text}`];
}

/** Reasons beside which every pattern is linear. */
function needless() {
  const wanted = new Set(judged.filter(({ worst }) => worst !== null).map(({ at }) => at));
  const given = new Set(judged.filter(({ at, reason }) => reason !== null && !wanted.has(at)).map(({ at }) => at));
  return [...given].map((at) => `${at} is linear: the reason beside it is not needed`);
}
