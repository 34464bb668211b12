import fc from 'fast-check';
import { documentFiller } from '../../../src/engine/word/document-filler';
import { fillDocument } from '../../../src/engine/word/fill-document';
import type { Dictionary } from '../../../src/engine/language/model';
import { templateFromText } from './case-template';
import { docx, p, r, readPart, row, table } from './docx-builder';
import { expectSound } from './ooxml-check';

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
const model = {
  甲: '值',
  真: false,
  列: [
    { 甲: '一', 列: ['x'] },
    { 甲: '', 列: [] },
  ],
  空列: [],
};

const piece = fc.constantFrom(
  ...[
    '{{甲}}',
    '字',
    ' ',
    '',
    '{{#each 列}}',
    '{{/each}}',
    '{{#if 真}}',
    '{{/if}}',
    '{{else}}',
    '{{#each 空列}}',
    '{{! 注 }}',
  ],
);
const words = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));

/** The text cut into two runs at any place, the second in a link. */
const paragraph = fc.tuple(words, fc.nat(12), fc.boolean()).map(([content, cut, link]) => {
  const second = r(content.slice(cut), '<w:b/>');
  return p(`${r(content.slice(0, cut))}${link ? `<w:hyperlink r:id="x">${second}</w:hyperlink>` : second}`);
});
const cells = fc.array(
  fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((all) => all.join('')),
  { minLength: 1, maxLength: 2 },
);
const aTable = fc
  .array(
    cells.map((all) => row(...all)),
    { minLength: 1, maxLength: 3 },
  )
  .map((rows) => table(...rows));

/** A body that starts with random blocks and is then closed in order, so that many are accepted. */
const body = fc.array(fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: aTable }), {
  maxLength: 6,
});
const paired = fc
  .tuple(fc.constantFrom('#each 列', '#if 真', '#each 空列', '#unless 真'), body, fc.boolean())
  .map(([head, inner, whole]) => {
    const close = `{{/${/^#(\w+)/u.exec(head)?.[1] ?? ''}}}`;
    return whole
      ? [p(`{{${head}}}`), ...inner, p(close)]
      : [p('前'), table(row(`{{${head}}}甲`, `{{甲}}${close}`)), ...inner];
  });

it('fills a random template to a sound document without tags, or refuses it with a place', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.oneof(body, paired), (blocks) => {
      const template = docx(...blocks);
      const { bytes, problems, text: lines } = fillDocument(template, model, dictionary, { name: '模板.docx' });
      if (bytes === null) {
        expect(problems.length).toBeGreaterThan(0);
        for (const { place, reason } of problems) expect([place.file, place.spot, reason].every(Boolean)).toBe(true);
        return;
      }
      accepted++;
      expectSound(template, bytes);
      expect(lines.join('\n')).not.toMatch(/\{\{|\}\}/u);
      expect(readPart(bytes)).not.toMatch(/\{\{|\}\}/u);
    }),
    { numRuns: 800, seed: 11 },
  );
  expect(accepted).toBeGreaterThan(150);
});

/** Each stands at most once in a template, as names and ids do; what comes twice of them comes from loops. */
const lines = [
  ...[
    '- {{甲}}',
    '* 项{{甲}}',
    '# {{甲}}',
    '## 节',
    '注{{甲}}[^1]',
    '又注[^2]',
    '⟪批注1:{{甲}}⟫',
    '⟪控件5:{{甲}}⟫',
    '正文',
  ],
  ...[
    '⟪书:{{甲}}⟫',
    '见⟨ REF 书 \\h ⇒{{旧}}⟩',
    '表 ⟨ SEQ 表 ⇒1⟩ ⟪_Toc7:{{甲}}⟫',
    '⟪链接 书:去⟫⟨ PAGEREF 书 ⇒1⟩',
    '⟨ TOC \\o "1-2" \\h ⇒旧⟩',
  ],
  ...['前{{#if 真}}甲', '乙{{/if}}后', '- {{#each 列}}{{甲}}{{/each}}', '⟪跨:始', '末⟫'],
  ...[
    '| 头 | {{#each 空列}}{{this}}{{/each}} |',
    '| {{#each 列}}{{甲}} | {{#each 列}}{{this}}{{/each}}{{/each}} |',
    '| 甲[^3] | ⟪格:{{甲}}⟫ |',
  ],
];
const withLoops = fc
  .tuple(
    fc.shuffledSubarray(lines, { minLength: 2 }),
    fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.constantFrom('列', '空列')), { maxLength: 2 }),
  )
  .map(([chosen, loops]) => {
    const all = [...chosen];
    for (const [from, length, list] of loops) {
      const start = from % all.length;
      all.splice(Math.min(all.length, start + 1 + (length % 6)), 0, '{{/each}}');
      all.splice(start, 0, `{{#each ${list}}}`);
    }
    return [...all, '[脚注] 注{{甲}}', '[脚注] 又{{@root.甲}}', '[脚注] 格{{甲}}', '[批注] 批{{甲}}'].join('\n');
  });

it('gives the same document from a filler that has filled others', () => {
  fc.assert(
    fc.property(fc.oneof(body, paired), (blocks) => {
      const template = docx(...blocks);
      const options = { name: '模板.docx' };
      const fill = documentFiller(template, options);
      const fresh = fillDocument(template, model, dictionary, options);
      expect([{}, model, model].map((each) => fill(each, dictionary)).slice(1)).toEqual([fresh, fresh]);
    }),
    { numRuns: 60, seed: 12 },
  );
});

it('fills notes, lists, fields, marks and columns in loops to a sound document', () => {
  let accepted = 0;
  fc.assert(
    fc.property(withLoops, (text) => {
      const template = templateFromText(text);
      const { bytes, problems } = fillDocument(template, model, dictionary, { name: '模板.docx' });
      if (bytes === null) {
        expect(problems.length).toBeGreaterThan(0);
        return;
      }
      accepted++;
      expectSound(template, bytes);
      expect(readPart(bytes)).not.toMatch(/\{\{|\}\}|nianbao/u);
    }),
    { numRuns: 400, seed: 13 },
  );
  expect(accepted).toBeGreaterThan(60);
});

it('never crashes on a damaged file', () => {
  const good = docx(p('{{甲}}'), table(row('{{#each 列}}{{甲}}', '{{/each}}')));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
      const bytes = good.slice();
      for (const [at, value] of changes) bytes[at] = value;
      const filled = fillDocument(bytes, model, dictionary, { name: '模板.docx' });
      expect(filled.bytes === null).toBe(filled.problems.some(({ level }) => level === 'error'));
    }),
    { numRuns: 400, seed: 12 },
  );
});
