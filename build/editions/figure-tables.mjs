/** The tables of figures, what is judged of them and what is said of that. */
import { joined, list, number, oneOf, whole, yesNo } from './cells.mjs';
import { by, claimName, code, column, indicatorName, inverted, long, passage, sentence, short } from './readers.mjs';

/** As `tablesOf`. */
export const figureTables = (words) => ({
  indicators: {
    keyOf: by('code'),
    required: true,
    columns: {
      编码: column('code', code),
      指标名称: column('name', indicatorName),
      别名: column('synonyms', list, []),
      单位: column('unit', short),
      类型: column('kind', oneOf(inverted(words.kinds)), 'count'),
      填报单位: column('filledBy', list),
      分子: column('numerator', long, null),
      分母: column('denominator', long, null),
      汇总方式: column('aggregate', oneOf(inverted(words.aggregates)), 'sum'),
      方向: column('direction', oneOf(inverted(words.directions)), 'high'),
      阈值: column('threshold', number, null),
      性质: column('standing', oneOf(inverted(words.standings)), 'own'),
      单项即弱: column('redLine', yesNo, false),
      单列界限: column('aloneAt', number, null),
      单列件数: column('aloneCases', whole, 1),
      最小样本: column('minSample', whole, 1),
      薄弱类别: column('area', short),
      角色: column('role', oneOf({ 完成率: 'completion', 全年: 'yearly' }), null),
      无数据时: column('onEmpty', oneOf(inverted(words.onEmpty)), 'omit'),
      依据: column('basis', long, ''),
      报告句: column('sentence', sentence, ''),
      口径说明: column('help', long),
    },
  },
  relations: {
    keyOf: by('left', 'relation', 'right'),
    columns: {
      左: column('left', joined('+')),
      关系: column('relation', oneOf({ '≤': '≤', '=': '=' })),
      右: column('right', joined('+')),
      结转: column('carried', code, null),
      级别: column('level', oneOf({ 错误: 'error', 请核实: 'doubt' })),
      除非: column('unless', list, []),
    },
  },
  areas: {
    keyOf: by('area'),
    required: true,
    columns: {
      薄弱类别: column('area', indicatorName),
      计划章节: column('plan', short),
      触发规则: column('rule', long),
      表述: column('problem', sentence),
      对策: column('action', sentence),
    },
  },
  claims: {
    keyOf: by('name'),
    columns: {
      名称: column('name', claimName),
      主题: column('subject', short),
      条件: column('condition', sentence),
      文字: column('text', passage),
    },
  },
  weaknesses: {
    keyOf: by('code'),
    required: true,
    columns: {
      指标: column('code', code),
      表述: column('problem', sentence),
      数据: column('figures', sentence, ''),
      原因: column('cause', sentence, ''),
      对策: column('action', sentence),
      牵头单位: column('lead', short, ''),
      计划章节: column('plan', short),
      识别: column('marks', list),
    },
  },
  former: { keyOf: by('text'), columns: { 话: column('text', sentence) } },
});
