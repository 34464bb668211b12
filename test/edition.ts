/** The editions as the build made them, for tests. */
import { readFileSync } from 'node:fs';
import type { Edition } from '../src/core/edition/edition';
import { openEditions } from '../src/core/edition/open-edition';

const opened = new Map<string, Edition>();

/** The edition of a folder of `src/editions`; build/editions.mjs must have run. The same object each time. */
export function compiledEdition(key: string): Edition {
  const before = opened.get(key);
  if (before) return before;
  const text = readFileSync(`build/out/editions/${key}.json`, 'utf8');
  const { name } = JSON.parse(text) as Edition;
  const edition = openEditions([`${name}\n${text}`]).open(name);
  if (edition === null) throw new Error(`no edition ${key}`);
  opened.set(key, edition);
  return edition;
}

/** 法治政府建设. */
export function ruleOfLaw(): Edition {
  return compiledEdition('rule-of-law');
}
