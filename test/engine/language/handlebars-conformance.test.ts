import fc from 'fast-check';
import Handlebars from 'handlebars';
import { fillText } from '../../../src/engine/language/fill-text';
import type { Dictionary, Field, ModelRecord } from '../../../src/engine/language/model';
import { rounds } from '../../rounds';

/** Every level has the same names, so that random paths mostly exist. */
function fieldsAt(depth: number): Dictionary {
  const leaves: Dictionary = {
    甲: { type: 'text', help: '' },
    n: { type: 'number', help: '' },
    b: { type: 'bool', help: '' },
    列: { type: 'list', help: '', of: { type: 'text', help: '' } },
  };
  if (depth === 0) return leaves;
  const record: Field = { type: 'record', help: '', fields: fieldsAt(depth - 1) };
  return { ...leaves, o: record, xs: { type: 'list', help: '', of: record } };
}

function dataAt(depth: number): fc.Arbitrary<ModelRecord> {
  const leaves = {
    甲: fc.constantFrom('', '文', '<a>&"', '{{甲}}', ' x\n'),
    n: fc.constantFrom(0, 1, -2.5, 1e21),
    b: fc.boolean(),
    列: fc.array(fc.constantFrom('', '子', 'y'), { maxLength: 3 }),
  };
  if (depth === 0) return fc.record(leaves);
  return fc.record({ ...leaves, o: dataAt(depth - 1), xs: fc.array(dataAt(depth - 1), { maxLength: 3 }) });
}

const path = fc.constantFrom(
  ...[
    '甲',
    'n',
    'b',
    'o.甲',
    './甲',
    'this.n',
    'this',
    '../甲',
    '../o.n',
    '@index',
    '@key',
    '@first',
    '@last',
    '@../index',
    '@root.甲',
    '@root.o.n',
    '列.length',
    'xs.length',
  ],
  ...['xs.0.甲', '组名', '个数', 'this.[0]', '[甲]', 'p.甲', 'p', 'q', '../../甲', '列.1', 'o.o.n'],
);
const list = fc.constantFrom(
  ...[
    'xs',
    '列',
    'o.xs',
    '../xs',
    'o',
    'p.xs',
    'this',
    'xs.[0].xs',
    '(filter xs "b")',
    '(filter xs "n" 1 0)',
    '(first xs 2)',
  ],
  ...['(sort xs "n")', '(sort (filter o.xs "b") "甲")', '(unique 列)', '(group xs "b")', '(rows 列 2)'],
);
const quote = fc.constantFrom('"文"', "'y'", '""', '1', '0', 'true');
const condition = fc.oneof(
  path,
  list,
  fc.tuple(fc.constantFrom('eq', 'ne'), path, fc.oneof(path, quote)).map((parts) => `(${parts.join(' ')})`),
  fc.tuple(fc.constantFrom('gt', 'lte'), path, fc.constantFrom('1', 'n')).map((parts) => `(${parts.join(' ')})`),
  fc.tuple(fc.constantFrom('and', 'or'), path, path).map((parts) => `(${parts.join(' ')})`),
  path.map((name) => `(not ${name})`),
);
const strip = fc.constantFrom('', '', '', '~');
const tag = (inside: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(strip, inside, strip).map(([before, text, after]) => `{{${before}${text}${after}}}`);
const content = fc.constantFrom('', ' ', '\n', '文字', ' \n', '\n ', 'a $& b', '\r\n', '\t', '}', '{');

const { template } = fc.letrec<{ template: string; block: string; piece: string }>((tie) => {
  const body = tie('template');
  return {
    piece: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      content,
      tag(path),
      path.chain((name) =>
        fc.constantFrom(`{{{${name}}}}`, `{{&${name}}}`, `{{~{${name}}~}}`, `\\{{${name}}}`, `\\\\{{${name}}}`),
      ),
      tag(
        fc
          .tuple(
            fc.constantFrom(
              'count xs',
              'join 列',
              'join xs "甲"',
              'join 列 分隔="; "',
              'join (sort xs "n") "甲"',
              'eq n 1',
              '! 说明',
              '!-- }} --',
              '"文"',
            ),
          )
          .map(([text]) => text),
      ),
      tie('block'),
    ),
    template: fc.array(tie('piece'), { maxLength: 5 }).map((pieces) => pieces.join('')),
    block: fc.oneof(
      fc
        .tuple(
          tag(condition.map((test) => `#if ${test}`)),
          body,
          tag(fc.constant('else')),
          body,
          tag(fc.constant('/if')),
        )
        .map((parts) => parts.join('')),
      fc
        .tuple(fc.constantFrom('b', '列', 'n', '甲', 'o'), strip, body, fc.constantFrom('', '{{^}}', '{{else}}'), body)
        .map(
          ([name, sign, inner, otherwise, rest]) =>
            `{{${sign}^${name}}}${inner}${otherwise === '' ? '' : otherwise + (['n', '甲', 'o', '列'].includes(name) ? '' : rest)}{{/${name}}}`,
        ),
      fc
        .tuple(fc.constantFrom('if b', 'if n', 'unless b', 'each 列', 'with o'), body)
        .map(([head, inner]) => `{{^${head}}}${inner}{{/${/^\w+/u.exec(head)?.[0] ?? ''}}}`),
      fc
        .tuple(
          tag(condition.map((test) => `#unless ${test}`)),
          body,
          tag(condition.map((test) => `else if ${test}`)),
          body,
          tag(fc.constant('/unless')),
        )
        .map((parts) => parts.join('')),
      fc
        .tuple(
          tag(fc.tuple(list, fc.constantFrom('', ' as |p|', ' as |p q|')).map(([name, as]) => `#each ${name}${as}`)),
          body,
          fc.constantFrom('', '{{else}}无', '{{^}}'),
          tag(fc.constant('/each')),
        )
        .map((parts) => parts.join('')),
      fc
        .tuple(
          tag(
            fc
              .tuple(fc.constantFrom('o', 'this', '..', '../o', 'p'), fc.constantFrom('', ' as |p|'))
              .map(([name, as]) => `#with ${name}${as}`),
          ),
          body,
          fc.constantFrom('', '{{else}}无'),
          tag(fc.constant('/with')),
        )
        .map((parts) => parts.join('')),
    ),
  };
});

type Item = Readonly<Record<string, string | number>>;

/** Handlebars with helpers written from their description alone. */
const oracle = Handlebars.create();
oracle.registerHelper({
  eq: (left: unknown, right: unknown) => left === right,
  ne: (left: unknown, right: unknown) => left !== right,
  gt: (left: number, right: number) => left > right,
  lte: (left: number, right: number) => left <= right,
  and: (left: unknown, right: unknown) => truth(left) && truth(right),
  or: (left: unknown, right: unknown) => truth(left) || truth(right),
  not: (value: unknown) => !truth(value),
  count: (items: readonly unknown[]) => items.length,
  join: (items: readonly (Item | string)[], ...rest: readonly (string | Handlebars.HelperOptions | undefined)[]) => {
    const [field] = rest;
    const hash = rest[rest.length - 1];
    const sign: unknown = typeof hash === 'object' ? hash.hash['分隔'] : undefined;
    return items
      .map((item) => (typeof item === 'string' ? item : typeof field === 'string' ? item[field] : ''))
      .join(typeof sign === 'string' ? sign : '、');
  },
  filter: (items: readonly Item[], field: string, ...rest: readonly unknown[]) =>
    items.filter((item) => (rest.length === 1 ? truth(item[field]) : rest.slice(0, -1).includes(item[field]))),
  first: (items: readonly Item[], count: number) => items.slice(0, count),
  sort: (items: readonly Item[], field: string) =>
    [...items].sort((left, right) => (left[field]! < right[field]! ? -1 : left[field]! > right[field]! ? 1 : 0)),
  unique: (items: readonly unknown[]) => [...new Set(items)],
  group: (items: readonly Item[], field: string) =>
    [...new Set(items.map((item) => item[field]))].map((name) => {
      const own = items.filter((item) => item[field] === name);
      return { 组名: name, 项: own, 个数: own.length };
    }),
  rows: (items: readonly unknown[], size: number) =>
    items.flatMap((_, index) => (index % size === 0 ? [items.slice(index, index + size)] : [])),
});

/**
 * Undoes Handlebars' escaping. Its own noEscape is no oracle: it adds neighbouring numbers up (`{{n}}{{n}}` gives 2 for 1).
 */
function unescape(html: string): string {
  const signs: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    '#x27': "'",
    '#x60': '`',
    '#x3D': '=',
  };
  return html
    .replace(/&(lt|gt|quot|#x27|#x60|#x3D);/gu, (_, name: string) => signs[name] ?? '')
    .replace(/&amp;/gu, '&');
}

function truth(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

describe('conformance with Handlebars', () => {
  it('gives what Handlebars gives, or refuses before filling', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(template, dataAt(3), (source, data) => {
        const filled = fillText(source, data, fieldsAt(3));
        const missing = filled.problems.some((problem) => problem.code === 'value-missing');
        if (filled.text === null || missing) refused++;
        else {
          expect(filled.text).toBe(unescape(oracle.compile(source)(data)));
          accepted++;
        }
      }),
      { numRuns: rounds(1000) },
    );
    expect(accepted).toBeGreaterThan(rounds(300));
    expect(refused).toBeGreaterThan(rounds(100));
  });

  it('never crashes on a mutated template', () => {
    const junk = fc.constantFrom(
      '{',
      '}',
      '{{',
      '}}',
      '｛',
      '#',
      '/',
      '(',
      ')',
      '"',
      '“',
      '[',
      ']',
      '~',
      '|',
      '.',
      '@',
      '=',
      '\\',
      '!',
      'else',
      ' ',
    );
    fc.assert(
      fc.property(
        template,
        fc.array(fc.tuple(fc.nat(200), junk), { minLength: 1, maxLength: 4 }),
        (source, changes) => {
          const mutated = changes.reduce((text, [at, sign]) => text.slice(0, at) + sign + text.slice(at + 1), source);
          const filled = fillText(mutated, {}, fieldsAt(3));
          expect(filled.text === null).toBe(filled.problems.some((problem) => problem.code !== 'value-missing'));
        },
      ),
      { numRuns: rounds(1000) },
    );
  });
});
