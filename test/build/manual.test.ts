/** The manual names no setting and no column that no workbook has. */
import { readFileSync } from 'node:fs';
import type { Edition } from '../../src/core/edition/edition';
import { editions } from '../edition';

const manual = readFileSync('docs/使用手册.md', 'utf8').replace(/\n\s*/gu, '');

const opened = editions.names.flatMap((name) => {
  const usual = editions.open(name);
  const kinds =
    usual?.organs.flatMap(({ kind, above }) => above.map((level) => ({ kind, above: level, own: {} }))) ?? [];
  return kinds.flatMap((kind) => editions.open(name, kind) ?? []);
});

type Sheets = Edition['sheets'];

function headersOf(sheets: readonly Sheets[keyof Sheets][]): ReadonlySet<string> {
  return new Set(
    sheets.flatMap(({ columns }) => Object.values(columns).map(({ header }: { header: string }) => header)),
  );
}

const settings = headersOf(opened.map(({ sheets }) => sheets.settings));
const columns = headersOf(opened.flatMap(({ sheets }) => Object.values(sheets)));

/** Names in quotes, each behind the other. */
const quoted = '(?:[`“][^`“”]+[`”][、和或]?)+';

function namesIn(pattern: string): readonly string[] {
  const texts = [...manual.matchAll(new RegExp(pattern, 'gu'))].map(([, names = '']) => names);
  return texts.flatMap((names) => [...names.matchAll(/[`“]([^`“”]+)[`”]/gu)].map(([, name = '']) => name));
}

it('what it calls a setting is one', () => {
  const named = namesIn(`(?:\`设置\`|“设置”) ?(?:表|里)? ?的? ?(${quoted})`);
  expect(named.length).toBeGreaterThan(12);
  expect(named.filter((name) => !settings.has(name))).toEqual([]);
});

it('what it says is filled in with a word is a setting or a column', () => {
  const named = namesIn(`(${quoted}) ?(?:填|选|选为)(?=[“\`])`);
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((name) => !columns.has(name))).toEqual([]);
});

it.each([['`设置` 的 `公开板` 填“是”', '公开板']])('finds the mistake in %s', (text, name) => {
  const found = new RegExp(`(?:\`设置\`|“设置”) ?(?:表|里)? ?的? ?(${quoted})`, 'u').exec(text)?.[1] ?? '';
  expect([found.includes(name), settings.has(name)]).toEqual([true, false]);
});
