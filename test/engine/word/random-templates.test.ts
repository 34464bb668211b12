import fc from 'fast-check';
import { documentFiller } from '../../../src/engine/word/document-filler';
import { fillDocument } from '../../../src/engine/word/fill-document';
import type { Dictionary } from '../../../src/engine/language/model';
import { longIt } from '../../long';
import { docx, p, r, readPart, row, table } from './docx-builder';
import { expectSound } from './ooxml-check';
import { outgoingTemplate } from './outgoing-template';
import { png } from './png';
import { rounds } from '../../rounds';

const text = { type: 'text', help: '' } as const;
const dictionary: Dictionary = {
  甲: text,
  真: { type: 'bool', help: '' },
  列: {
    type: 'list',
    help: '',
    of: {
      type: 'record',
      help: '',
      fields: { 甲: text, 数: { type: 'number', help: '' }, 列: { type: 'list', help: '', of: text } },
    },
  },
  空列: { type: 'list', help: '', of: text },
};
const model = {
  甲: '值',
  真: false,
  列: [
    { 甲: '一', 数: 1, 列: ['x'] },
    { 甲: '', 数: null, 列: [] },
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

longIt('fills a random template to a sound document without tags, or refuses it with a place', () => {
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
    { numRuns: rounds(800) },
  );
  expect(accepted).toBeGreaterThan(rounds(150));
});

const chartSpace = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const picture =
  '<pic:pic xmlns:pic="p"><pic:blipFill><a:blip r:embed="rIdP"/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx="9" cy="9"/></a:xfrm></pic:spPr></pic:pic>';

function drawing(descr: string, content: string): string {
  return `<w:p><w:r><w:drawing><wp:docPr id="1" name="x" descr="${descr}"/><a:graphic xmlns:a="a">${content}</a:graphic></w:drawing></w:r></w:p>`;
}

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
  ...[
    '{{文档 "子.docx"}}',
    '| {{文档 "子.docx"}} |',
    drawing('{{图片 甲}}{{甲}}的照片', picture),
    drawing('{{甲}}', '<dgm:relIds xmlns:dgm="d" r:dm="rIdD"/>'),
    drawing('{{图表 列 &quot;甲&quot; &quot;数&quot;}}', `<c:chart xmlns:c="${chartSpace}" r:id="rIdC"/>`),
    '<w:p><w:hyperlink r:id="rIdL" w:tooltip="{{甲}}"><w:r><w:t>{{甲}}</w:t></w:r></w:hyperlink></w:p>',
    '⟨ HYPERLINK "https://a/{{甲}}" ⇒{{甲}}⟩',
    '<w:p><w:r><w:pict><v:shape xmlns:v="v" xmlns:o="o" id="形" o:spid="_x0000_s1026"><v:textbox><w:txbxContent><w:p><w:r><w:t>{{甲}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>',
  ],
];
const more = [
  `== 部件 word/charts/chart1.xml application/vnd.openxmlformats-officedocument.drawingml.chart+xml`,
  `<c:chartSpace xmlns:c="${chartSpace}" xmlns:a="a"><c:chart><c:title><a:p><a:r><a:t>{{甲}}</a:t></a:r></a:p></c:title><c:plotArea><c:barChart><c:ser><c:idx val="0"/></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`,
  `== 部件 word/diagrams/data1.xml application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml`,
  `<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><a:p><a:r><a:t>{{</a:t></a:r><a:r><a:t>甲}}</a:t></a:r></a:p></dgm:dataModel>`,
  '== 文件 word/media/image1.png ▣ 9 9 灰',
  '== 关系 word/document.xml rIdP image media/image1.png',
  '== 关系 word/document.xml rIdC chart charts/chart1.xml',
  '== 关系 word/document.xml rIdD diagramData diagrams/data1.xml',
  '== 关系 word/document.xml rIdL hyperlink https://a/{{甲}} External',
].join('\n');
const put = outgoingTemplate('子{{甲}}[^1]\n- 项\n⟪书:签⟫见⟨ REF 书 ⇒旧⟩\n| 表 |\n[脚注] 注{{甲}}\n');
const files = { picture: (path: string) => (path === '一' ? png(9, 18) : null), document: () => put };
const withLoops = fc
  .tuple(
    fc.shuffledSubarray(lines, { minLength: 2 }),
    fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.constantFrom('each 列', 'each 空列', 'if 真', 'unless 真')), {
      maxLength: 2,
    }),
  )
  .map(([chosen, loops]) => {
    const all = [...chosen];
    for (const [from, length, head] of loops) {
      const start = from % all.length;
      all.splice(Math.min(all.length, start + 1 + (length % 6)), 0, `{{/${head.split(' ')[0] ?? ''}}}`);
      all.splice(start, 0, `{{#${head}}}`);
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

longIt('fills notes, lists, fields, marks and columns in loops to a sound document', () => {
  let accepted = 0;
  fc.assert(
    fc.property(withLoops, (text) => {
      const template = outgoingTemplate(`${text}\n${more}`);
      const { bytes, problems } = fillDocument(template, model, dictionary, { name: '模板.docx', ...files });
      if (bytes === null) {
        expect(problems.length).toBeGreaterThan(0);
        return;
      }
      accepted++;
      expectSound(template, bytes);
      expect(readPart(bytes)).not.toMatch(/\{\{|\}\}|nianbao/u);
    }),
    { numRuns: rounds(400) },
  );
  expect(accepted).toBeGreaterThan(rounds(60));
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
    { numRuns: rounds(400) },
  );
});
