/** Helpers that only documents show: looks, page breaks, merged cells. A plain text prints the words alone. */
import type { Arguments, Helper, Param } from './helper';
import { isTraced, type Traced } from '../model';
import type { Fit, RichRun, Special } from '../special';

const value: Param = { name: '值', type: 'scalar' };

/** Its first argument names a file. */
export const pictureHelper = '图片';

/** Its argument names a file. */
export const documentHelper = '文档';

/** Says what becomes of a picture that has not the proportions of its frame. */
const fitArgument = '适应';

const fits: readonly Fit[] = ['裁剪', '留白', '拉伸'];

/** Stands in a table or its caption. */
export const dropTableHelper = '空表删除';

/** Stands in a loop that is all of a cell. */
export const columnMark = '逐列';

const [shadeHelper, mergeHelper] = ['底色', '合并相同'];

/** Act on the cell they stand in. */
export const cellHelpers: readonly string[] = [shadeHelper, mergeHelper];

/** Stands in an item of a list. */
export const goOnHelper = '连续编号';

export const documentHelpers: readonly Helper[] = [
  {
    names: ['粗体'],
    params: [value],
    result: 'text',
    missing: 'gap',
    special: true,
    help: '印成粗体：{{粗体 表述}}',
    run: (args: Arguments): Traced => rich(args, (run) => ({ ...run, bold: true })),
  },
  {
    names: ['着色'],
    params: [value, { name: '颜色', type: 'text' }],
    result: 'text',
    missing: 'gap',
    special: true,
    help: '印成别的颜色（红、橙、黄、绿、蓝、灰，或者六位色号），可以与粗体套用：{{着色 (粗体 表述) "红"}}',
    run: (args: Arguments): Traced => {
      const colour = colourOf(args.text(1));
      return rich(args, (run) => ({ ...run, colour }));
    },
  },
  {
    names: [shadeHelper],
    params: [{ name: '颜色', type: 'text' }],
    result: 'text',
    missing: 'run',
    special: true,
    help: '写在表格的格里，给这一格铺底色（红、橙、黄、绿、蓝、灰，或者六位色号），不印字，可与 按值 套用：{{底色 (按值 灯 "红灯" "红" "绿灯" "绿")}}',
    run: (args: Arguments): Traced => {
      const special = { kind: 'shade', colour: colourOf(args.text(0), lightColours) } as const;
      return { kind: 'traced', value: '', text: '', sources: [], special };
    },
  },
  {
    names: ['富文本'],
    params: [value],
    result: 'text',
    missing: 'gap',
    special: true,
    help: '文字里 **两边各有两个星号** 的地方印成粗体：{{富文本 说明}}',
    run: (args: Arguments): Traced => shown(starredRuns(args.text(0))),
  },
  {
    names: [pictureHelper],
    params: [{ name: '文件', type: 'text' }],
    named: [
      { name: '宽', type: 'number' },
      { name: '说明', type: 'text' },
      { name: fitArgument, type: 'text', choices: fits },
    ],
    result: 'text',
    missing: 'gap',
    special: true,
    help: '放一张图（模板旁边的 PNG、JPEG，或者带同名 PNG 的 SVG），宽以厘米计；写在模板已有图片的替代文字里时只换图，位置、大小、边框不变，比例不同时裁剪（适应="留白"、"拉伸" 不裁）：{{图片 "徽标.png" 宽=3 说明="徽标"}}',
    run: (args: Arguments): Traced => picture(args),
  },
  {
    names: [documentHelper],
    params: [{ name: '文件', type: 'text' }],
    result: 'text',
    missing: 'gap',
    special: true,
    help: '单独占一段，放进另一份 .docx 的全部正文（文件放在模板旁边），样式、编号、图片、注都带来，里面的标签用同样的数据填写：{{文档 "材料.docx"}}',
    run: (args: Arguments): Traced => {
      const path = args.text(0);
      const text = `【文档：${path}】`;
      return { kind: 'traced', value: text, text, sources: [], special: { kind: 'document', path } };
    },
  },
  bare('分页', '从这里换到新的一页：{{分页}}', { kind: 'page-break' }),
  bare('目录', '单独占一段，按标题样式列出目录和页码，用 Word 打开时更新：{{目录}}', { kind: 'contents' }),
  bare(mergeHelper, '写在表头的格里，或者循环的格里，这一列上下相同的格合并成一格：{{合并相同}}', {
    kind: 'merge-equal',
  }),
  {
    names: [dropTableHelper],
    params: [],
    result: 'text',
    missing: 'run',
    help: '写在表格的格里，或者表题、表注的段落里，循环的行一行也没有印出时，表格（连同写了它的表题、表注）整个不印：{{空表删除}}',
    run: () => '',
  },
  {
    names: [columnMark],
    params: [],
    result: 'text',
    missing: 'run',
    help: '写在表格一格的循环里，循环占满这一格时，每一项印成一列，表格的列数和列宽随着改：{{#each 季度}}{{逐列}}{{名称}}完成率{{/each}}',
    run: () => '',
  },
  {
    names: [goOnHelper],
    params: [],
    result: 'text',
    missing: 'run',
    help: '写在自动编号的一段里，循环里编号接着往下编，不写时外层循环每一轮都从头编起：{{连续编号}}',
    run: () => '',
  },
];

function bare(name: string, help: string, special: Special): Helper {
  return {
    names: [name],
    params: [],
    result: 'text',
    missing: 'run',
    special: true,
    help,
    run: () => ({ kind: 'traced', value: '', text: '', sources: [], special }),
  };
}

function shown(runs: readonly RichRun[]): Traced {
  const text = runs.map((run) => run.text).join('');
  return { kind: 'traced', value: text, text, sources: [], special: { kind: 'rich', runs } };
}

function picture(args: Arguments): Traced {
  const path = args.text(0);
  const alt = args.named('说明', '');
  const width = Number(args.named('宽', '0'));
  const fit = fits.find((each) => each === args.named(fitArgument, '')) ?? '裁剪';
  const text = `【图：${alt === '' ? path : alt}】`;
  return { kind: 'traced', value: text, text, sources: [], special: { kind: 'picture', path, width, alt, fit } };
}

/** The runs of the argument, which may be rich already, each changed. */
function rich(args: Arguments, change: (run: RichRun) => RichRun): Traced {
  const model = args.model(0);
  const special = isTraced(model) ? model.special : undefined;
  const runs = special?.kind === 'rich' ? special.runs : [{ text: args.text(0), bold: false, colour: '' }];
  return shown(runs.map(change));
}

/** `**` opens and closes; one without partner is printed as it is. */
function starredRuns(text: string): readonly RichRun[] {
  const pieces = text.split('**');
  const paired = pieces.length % 2 === 1 ? pieces : [...pieces.slice(0, -2), pieces.slice(-2).join('**')];
  return paired.map((piece, index) => ({ text: piece, bold: index % 2 === 1, colour: '' }));
}

/** Behind black text. */
const lightColours: Readonly<Record<string, string>> = {
  红: 'FFC7CE',
  橙: 'F8CBAD',
  黄: 'FFEB9C',
  绿: 'C6EFCE',
  蓝: 'BDD7EE',
  灰: 'D9D9D9',
};

const colours: Readonly<Record<string, string>> = {
  红: 'C00000',
  橙: 'E36C0A',
  黄: 'BF9000',
  绿: '00803C',
  蓝: '0070C0',
  灰: '7F7F7F',
};

/** RRGGBB; what is no colour changes nothing. */
function colourOf(name: string, words = colours): string {
  const code = name.replace(/^#/u, '').toUpperCase();
  if (/^[0-9A-F]{6}$/u.test(code)) return code;
  return Object.prototype.hasOwnProperty.call(words, name.charAt(0)) ? (words[name.charAt(0)] ?? '') : '';
}
