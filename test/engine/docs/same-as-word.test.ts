/** Filling a Google Doc gives the text that filling the Word template of the same text gives, or a refusal with a place. */
import fc from 'fast-check';
import { fillDoc } from '../../../src/engine/docs/fill-doc';
import type { Dictionary } from '../../../src/engine/language/model';
import { fillDocument } from '../../../src/engine/word/fill-document';
import { longIt } from '../../long';
import { docx, p as wordP, r, row, table as wordTable } from '../word/docx-builder';
import { applied, asRead, doc, linesOf, p, table, type Block } from './doc-builder';
import { rounds } from '../../rounds';

const text = { type: 'text', help: '' } as const;
const dictionary: Dictionary = {
  甲: text,
  真: { type: 'bool', help: '' },
  列: {
    type: 'list',
    help: '',
    of: { type: 'record', help: '', fields: { 甲: text, 列: { type: 'list', help: '', of: text } } },
  },
  空列: { type: 'list', help: '', of: text },
};

/** The same block for both. */
interface Twin {
  readonly word: string;
  readonly doc: Block;
}

const sign = fc.constantFrom('{{甲}}', '{{~甲~}}', '字', '🚀', ' ', '、', '{{#if 真}}是{{else}}否{{/if}}', '{{! 注 }}');
const loop = fc.constantFrom('{{#each 列}}{{甲}}，{{/each}}', '{{#each 列}}{{#each 列}}{{this}}{{/each}}。{{/each}}');
const loose = fc.constantFrom('{{#each 列}}', '{{/each}}', '{{#if 真}}', '{{else}}', '{{/if}}', '{{县}}');
const words = fc
  .array(fc.oneof({ weight: 8, arbitrary: sign }, { weight: 2, arbitrary: loop }), { maxLength: 5 })
  .map((pieces) => pieces.join(''));

/** Cut into two runs of different looks at any place that is not within a pair of surrogates. */
function twinOf(content: string, cut: number, list?: string): Twin {
  const at = /[\ud800-\udbff]$/u.test(content.slice(0, cut)) ? cut + 1 : cut;
  const [first, second] = [content.slice(0, at), content.slice(at)];
  const runs = [[first], [second, { bold: true }]] as const;
  return {
    word: wordP(`${r(first)}${r(second, '<w:b/>')}`),
    doc: p(
      runs.filter(([one]) => one !== ''),
      list === undefined ? {} : { list },
    ),
  };
}

const paragraph = fc.tuple(words, fc.nat(12), fc.constantFrom(undefined, undefined, '点'));
const twin = paragraph.map(([content, cut, list]) => twinOf(content, cut, list));
const wild = fc
  .tuple(fc.array(fc.oneof(sign, loose), { maxLength: 3 }), fc.nat(12))
  .map(([all, cut]) => twinOf(all.join(''), cut));

function tableOf(rows: readonly (readonly string[])[]): Twin {
  return { word: wordTable(...rows.map((cells) => row(...cells))), doc: table(...rows) };
}

const cells = fc.tuple(words, words);
const tables = fc
  .tuple(fc.array(cells, { minLength: 1, maxLength: 2 }), cells, fc.constantFrom('列', '空列', ''))
  .map(([rows, [left, right], list]): Twin => {
    if (list === '') return tableOf(rows);
    return tableOf([...rows, [`{{#each ${list}}}${left}`, `${right}{{/each}}`], ...rows.slice(1)]);
  });

const close = (head: string): string => `{{/${/^#(\w+)/u.exec(head)?.[1] ?? ''}}}`;
const { blocks } = fc.letrec<{ blocks: readonly Twin[]; block: readonly Twin[] }>((tie) => ({
  block: fc.oneof(
    { weight: 6, arbitrary: twin.map((one) => [one]) },
    { weight: 2, arbitrary: tables.map((one) => [one, twinOf('表后', 0)]) },
    { weight: 1, arbitrary: tables.map((one) => [one]) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.constantFrom('#each 列', '#each 列', '#each 空列', '#if 真', '#unless 真'),
          tie('blocks'),
          tie('blocks'),
          fc.boolean(),
        )
        .map(([head, one, other, isElse]) => [
          twinOf(`{{${head}}}`, 3),
          ...one,
          ...(isElse ? [twinOf('{{else}}', 2), ...other] : []),
          twinOf(close(head), 2),
        ]),
    },
  ),
  blocks: fc.array(tie('block'), { maxLength: 3 }).map((all) => all.flat()),
}));

const value = fc.constantFrom('值', '', '两\n行', '🚀火', '{{甲}}', 'a\tb');
const model = fc.record({
  甲: value,
  真: fc.boolean(),
  列: fc.array(fc.record({ 甲: value, 列: fc.array(value, { maxLength: 2 }) }), { maxLength: 3 }),
  空列: fc.constant([]),
});

/** Blank lines left out: where one may not go it takes no room. */
const shown = (lines: readonly string[]): readonly string[] =>
  lines
    .map((line) =>
      line
        .split(' | ')
        .map((cell) =>
          cell
            .split('\n')
            .filter((one) => one.trim() !== '')
            .join('\n'),
        )
        .join(' | '),
    )
    .filter((line) => line !== '');

/** Whether it was filled. */
function compare(all: readonly Twin[], values: Parameters<typeof fillDocument>[1]): boolean {
  const json = doc(p('首'), ...all.map((one) => one.doc), p('尾'));
  const word = fillDocument(docx(wordP('首'), ...all.map((one) => one.word), wordP('尾')), values, dictionary, {
    name: '模板',
  });
  const filled = fillDoc(asRead(json), values, dictionary, { name: '模板' });
  if (filled.requests === null) {
    for (const { place, reason } of filled.problems) expect([place.file, place.spot, reason].every(Boolean)).toBe(true);
    const own = filled.problems.filter(({ code }) => code === 'doc-unsupported');
    // Refused for what a Doc cannot hold, or for all that is wrong in the Word template, in the same words.
    if (own.length === 0) expect(filled.problems).toEqual(word.problems);
    return false;
  }
  expect(word.bytes).not.toBeNull();
  const after = filled.requests.length === 0 ? json : applied(json, filled.requests);
  expect(shown(linesOf(after))).toEqual(shown(word.text));
  expect(filled.trace).toEqual(word.trace);
  return true;
}

longIt('of templates that are written well', () => {
  let filled = 0;
  fc.assert(
    fc.property(blocks, model, (all, values) => {
      if (compare(all, values)) filled += 1;
    }),
    { numRuns: rounds(700) },
  );
  expect(filled).toBeGreaterThan(rounds(350));
});

longIt('of templates with blocks anywhere', () => {
  let filled = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(wild, tables), { maxLength: 6 }), model, (all, values) => {
      if (compare(all, values)) filled += 1;
    }),
    { numRuns: rounds(300) },
  );
  expect(filled).toBeGreaterThan(rounds(30));
});
