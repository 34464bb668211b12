/** The editions as the build made them, for tests. */
import { readFileSync } from 'node:fs';
import type { Edition } from '../src/core/edition/edition';
import { openEditions, type Editions } from '../src/core/edition/open-edition';

let editions: Editions | null = null;

/** All editions of the bundle; the build must have run. */
export function compiledEditions(): Editions {
  editions ??= openEditions(JSON.parse(readFileSync('build/out/editions/all.json', 'utf8')) as string[]);
  return editions;
}

/** The edition of that name, the same object each time. */
export function editionCalled(name: string): Edition {
  const edition = compiledEditions().open(name);
  if (edition === null) throw new Error(`no edition ${name}, only ${compiledEditions().names.join('、')}`);
  return edition;
}

export function ruleOfLaw(): Edition {
  return editionCalled('法治政府建设');
}

export function workSafety(): Edition {
  return editionCalled('安全生产');
}
