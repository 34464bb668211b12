/** The helper that draws a list as a chart. */
import { sourcesOf, type Arguments, type Helper } from './helper';
import { leafText, leafValue, member } from '../run';
import type { Model, Traced } from '../model';

/** Kinds of chart by the words a template uses. */
const forms = { 柱形: 'bar', 折线: 'line', 饼形: 'pie' } as const;

type Word = keyof typeof forms;

export const chartHelper: Helper = {
  names: ['图表'],
  params: [
    { name: '列表', type: 'list' },
    { name: '名称字段', type: 'field' },
    { name: '数值字段', type: 'field', leaf: 'number' },
  ],
  rest: 'field',
  named: [
    { name: '种类', type: 'text', choices: Object.keys(forms) },
    { name: '标题', type: 'text' },
    { name: '宽', type: 'number' },
    { name: '高', type: 'number' },
  ],
  result: 'text',
  missing: 'gap',
  special: true,
  help: '画成可在 Word 里编辑的图表，种类有柱形、折线、饼形，宽和高以厘米计，数值字段可以写几个；写在模板已有图表的替代文字里时只换数据，样子不变：{{图表 部门 "名称" "人数" 种类="柱形" 标题="人数"}}',
  run: drawn,
};

function drawn(args: Arguments): Traced {
  const [label, word] = [args.text(1), args.named('种类', '柱形')];
  const fields = Array.from({ length: args.count - 2 }, (_, index) => args.text(index + 2));
  const items = args.list(0);
  const series = fields.map((name) => ({ name, values: items.map((item) => numberIn(member(item, name))) }));
  const names = items.map((item) => leafText(member(item, label)));
  const title = args.named('标题', '');
  const text = `【图表：${title === '' ? fields.join('、') : title}】`;
  const sources = items.flatMap((item) => fields.flatMap((name) => sourcesOf(member(item, name))));
  const [width, height] = [Number(args.named('宽', '14')), Number(args.named('高', '8'))];
  const form = isWord(word) ? forms[word] : 'bar';
  return {
    kind: 'traced',
    value: text,
    text,
    sources,
    special: { kind: 'chart', form, title, label, names, series, width, height },
  };
}

function numberIn(model: Model | undefined): number | null {
  const value = leafValue(model);
  return typeof value === 'number' ? value : null;
}

function isWord(word: string): word is Word {
  return Object.prototype.hasOwnProperty.call(forms, word);
}
