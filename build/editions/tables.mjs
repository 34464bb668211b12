/** The tables an edition is written in: their columns, by name, and the rows that are one and the same. */
import { between, conditions, list, number, oneOf, someOf, text, whole, yesNo } from './cells.mjs';
import {
  by,
  code,
  column,
  firstDay,
  indicatorName,
  key,
  lastDay,
  long,
  lowCode,
  paperName,
  sameWords,
  sheetTitle,
  short,
  types,
} from './readers.mjs';
import { figureTables } from './figure-tables.mjs';
import { statusLines } from './status-lines.mjs';
import { publicFinders, publicActions, rowWords, saidWords } from './table-words.mjs';

/** All tables by their files' names; `words` are those in which the program's own sheets say what an indicator is. */
export const tablesOf = (words) => ({
  edition: {
    keyOf: by('item'),
    required: true,
    columns: { 项: column('item', short), 值: column('value', long, '') },
  },
  sheets: {
    keyOf: by('sheet'),
    required: true,
    columns: {
      表: column('sheet', key),
      标题: column('title', sheetTitle),
      别名: column('synonyms', list, []),
      说明: column('help', long),
    },
  },
  columns: {
    keyOf: by('sheet', 'field'),
    required: true,
    columns: {
      表: column('sheet', key),
      字段: column('field', key),
      接在: column('after', key, null),
      表头: column('header', short),
      别名: column('synonyms', list, []),
      类型: column('type', oneOf(types)),
      单位: column('unit', short, null),
      必填: column('required', yesNo),
      填写: column('open', oneOf({ 人: true, 程序: false })),
      宽: column('width', between(1, 255)),
      选项: column('choices', list, []),
      印为: column('printedAs', indicatorName, ''),
      预填: column('prefill', long, ''),
      说明: column('help', long),
    },
  },
  usages: {
    keyOf: by('sheet', 'field', 'choice'),
    columns: {
      表: column('sheet', key),
      字段: column('field', key, null),
      选项: column('choice', short, null),
      叫法: column('names', list, []),
      缺列时: column('whenAbsent', short, ''),
    },
  },
  details: {
    keyOf: by('sheet'),
    columns: {
      表: column('sheet', key),
      种类: column('kind', oneOf({ 表格: 'table', 表单: 'form' })),
      给谁: column('madeFor', oneOf({ 全体: 'all', 分组: 'group', 自有: 'nobody' })),
      必有: column('isRequired', yesNo),
      日期列: column('day', short, null),
      牵头列: column('leads', short, null),
      主题列: column('topic', short, null),
      须知: column('guide', long, ''),
    },
  },
  lines: {
    keyOf: by('sheet', 'header'),
    columns: {
      表: column('sheet', key),
      列: column('header', short),
      指标: column('code', code),
      名册列: column('rosterColumns', list, null),
      算: column('rosterCounts', list, []),
      不算: column('rosterNot', list, []),
    },
  },
  shares: {
    keyOf: by('code', 'sheet'),
    columns: {
      指标: column('code', code),
      表: column('sheet', key),
      相乘的列: column('headers', list, []),
      条件: column('where', conditions, []),
      说零: column('saysZero', yesNo),
      总数: column('isTotal', yesNo),
    },
  },
  checks: {
    keyOf: by('sheet', 'kind', 'header', 'other', 'code'),
    columns: {
      表: column('sheet', key),
      种类: column('kind', oneOf({ 部分: 'part', 场次人次: 'crowd', 应填: 'filled', 应空: 'blank', 字样: 'words' })),
      列: column('header', short),
      另一列: column('other', short, null),
      至多: column('most', whole, null),
      条件: column('where', conditions, []),
      字样: column('words', list, []),
      代号: column('code', lowCode, null),
      问题: column('reason', long, null),
      请这样处理: column('expected', long, null),
    },
  },
  crowds: {
    keyOf: by('events', 'people'),
    columns: { 场次: column('events', code), 人次: column('people', code), 至多: column('most', whole) },
  },
  contradictions: {
    keyOf: by('code', 'about'),
    columns: {
      指标: column('code', code),
      不低于: column('atLeast', number, null),
      低于: column('below', number, null),
      写在: column('isShortcoming', oneOf({ 不足: true, 各处: false })),
      说到: column('about', short),
      说法: column('words', list),
      除非: column('unless', list, []),
    },
  },
  ...figureTables(words),
  sections: {
    keyOf: by('section'),
    required: true,
    columns: {
      章节: column('section', indicatorName),
      用于: column('uses', someOf(['任务', '素材', '计划', '不足', '必写'])),
    },
  },
  departments: {
    keyOf: by('id'),
    required: true,
    columns: {
      编号: column('id', short),
      单位名称: column('name', short),
      类型: column('kind', short),
      分组: column('inGroup', yesNo),
      别名: column('aliases', list, []),
      角色: column('role', short),
      机关类型: column('organs', list, []),
    },
  },
  tasks: {
    keyOf: by('id'),
    required: true,
    columns: {
      任务编号: column('id', short),
      报告章节: column('section', short),
      重点任务: column('title', text(60)),
      牵头单位: column('lead', short),
      完成时限: column('deadline', short),
      关联指标: column('indicator', code, ''),
      具体举措: column('measure', long),
      机关类型: column('organs', list, []),
    },
  },
  statuses: {
    keyOf: by('status'),
    required: true,
    columns: {
      状态: column('status', oneOf(sameWords(statusLines))),
      叫法: column('words', list),
    },
  },
  units: {
    keyOf: ({ names }) => names?.[0],
    required: true,
    columns: { 小数: column('fractional', yesNo), 叫法: column('names', list), 各算一: column('asOne', list, []) },
  },
  rows: {
    keyOf: by('kind'),
    required: true,
    columns: {
      种类: column('kind', oneOf(rowWords)),
      叫法: column('names', list),
    },
  },
  said: {
    keyOf: by('kind'),
    required: true,
    columns: {
      种类: column('kind', oneOf(saidWords)),
      叫法: column('names', list),
    },
  },
  titles: {
    keyOf: by('form'),
    required: true,
    columns: { 标题形式: column('form', short), 机关: column('organs', list, []), 标题: column('subject', long) },
  },
  times: {
    keyOf: by('name', 'value'),
    columns: {
      名称: column('name', indicatorName),
      说法: column('value', long),
      识别: column('marks', list, []),
      起: column('from', firstDay),
      止: column('to', lastDay, null),
      设置: column('setting', short, null),
      预填: column('isDefault', yesNo, true),
      来源: column('source', long),
      代号: column('code', lowCode, null),
      问题: column('reason', long, null),
      请这样处理: column('expected', long, null),
    },
  },
  organs: {
    keyOf: by('kind'),
    required: true,
    columns: {
      机关类型: column('kind', short),
      别名: column('synonyms', list, []),
      识别: column('marks', list),
      上级: column('above', list),
      没有: column('lacks', list, []),
    },
  },
  words: {
    keyOf: ({ word, kinds, above, own }) =>
      [word, ...[kinds, above, own].map((one) => (one ?? []).join('、'))].join(' '),
    required: true,
    columns: {
      词: column('word', indicatorName),
      机关类型: column('kinds', list, []),
      上级: column('above', list, []),
      本机关: column('own', list, []),
      用词: column('text', long, ''),
      说明: column('help', long, ''),
    },
  },
  deadlines: {
    keyOf: by('subject'),
    columns: {
      事项: column('subject', short),
      名称: column('title', short),
      月: column('month', whole),
      日: column('day', whole),
      怎样算办好: column('fact', short),
      设置: column('setting', short),
    },
  },
  papers: {
    keyOf: by('paper'),
    required: true,
    columns: {
      文件: column('paper', paperName),
      种类: column('kind', oneOf(sameWords(['word', 'text', 'html']))),
      模板: column('file', short),
    },
  },
  public: {
    keyOf: by('name'),
    required: true,
    columns: {
      名称: column('name', short),
      识别: column('finds', oneOf(publicFinders)),
      处理: column('does', oneOf(publicActions), null),
      换成: column('instead', short, ''),
      词: column('words', list, []),
    },
  },
  guide: {
    keyOf: by('position', 'order'),
    columns: {
      位置: column('position', oneOf({ 前: 'before', 后: 'after' })),
      次序: column('order', whole),
      话: column('text', long),
    },
  },
});
