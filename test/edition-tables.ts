/** Compiles copies of the editions' tables with some lines changed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileEditions } from '../build/editions/compile-editions.mjs';
import { textsOf } from '../build/editions/shorten.mjs';
import { lineForms } from '../src/core/edition/compiled-edition';
import { choiceWords } from '../src/core/edition/choice-words';
import {
  aggregateWords,
  directionWords,
  kindWords,
  onEmptyWords,
  standingWords,
} from '../src/core/edition/indicator-words';
import { openEditions, type Editions } from '../src/core/edition/open-edition';
import { fieldsOfReport } from '../src/core/report/fields';
import { fillText } from '../src/engine/fill';
import { shapes } from '../src/core/edition/shapes';
import { headerKey, nameKey } from '../src/core/base/text';
import { titleKey } from '../src/core/tables/usages/title-key';

/** Makes the lines of a table from its lines; the file is named from `src/editions`. */
export type Change = readonly [file: string, change: (lines: readonly string[]) => readonly string[]];

interface Compiled {
  readonly mistakes: readonly string[];
  /** Null when there are mistakes. */
  readonly texts: readonly string[] | null;
  readonly editions: Editions | null;
  readonly papers: ReturnType<typeof compileEditions>['papers'];
}

const keys = { title: titleKey, header: headerKey, name: nameKey };
const words = {
  ...{ kinds: kindWords, aggregates: aggregateWords, directions: directionWords },
  ...{ standings: standingWords, onEmpty: onEmptyWords },
};

const core = { shapes, words, choiceWords, keys, lineForms, openEditions, fieldsOfReport, fillText };

/** What the build says of the tables with these changes. Mistakes are told with paths from `src/editions`. */
export function compiledWith(...changes: readonly Change[]): Compiled {
  const root = mkdtempSync(join(tmpdir(), 'editions-'));
  try {
    cpSync('src/editions', root, { recursive: true });
    for (const [file, change] of changes) changeFile(join(root, file), change);
    const { editions, papers, mistakes } = compileEditions(root, core);
    const texts = mistakes.length > 0 ? null : textsOf(editions, lineForms);
    const told = mistakes.map((mistake) => mistake.replace(`${root}/`, ''));
    return { mistakes: told, texts, editions: texts && openEditions(texts), papers };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function changeFile(path: string, change: Change[1]): void {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  writeFileSync(path, `${change(lines).join('\n')}\n`);
}

/** A line more at the end. */
export function add(file: string, ...cells: readonly string[]): Change {
  return [file, (lines) => [...lines, cells.join('\t')]];
}

/** The first line that begins with `start` has `now` where it had `was`. */
export function put(file: string, start: string, was: string, now: string): Change {
  return [
    file,
    (lines) => {
      const index = lines.findIndex((line) => line.startsWith(start) && line.includes(was));
      if (index < 0) throw new Error(`${file}: no line ${start}…${was}`);
      return lines.map((line, at) => (at === index ? line.replace(was, now) : line));
    },
  ];
}

/** Without the lines that begin so. */
export function drop(file: string, start: string): Change {
  return [file, (lines) => lines.filter((line) => !line.startsWith(start))];
}
