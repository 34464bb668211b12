/** The hub's 对照数据 sheet: what other yearbooks of the same year have published, to be held against the report. */
import { column, type Table } from '../tables/sheet';

export const publishedTable = {
  kind: 'table',
  title: '对照数据',
  synonyms: ['公布数据', '年报数据'],
  help: '政府信息公开年报、行政执法统计年报等已经公布的本年度数据，一行一个；与报告不一致的会列出来核对。可以不填。',
  columns: {
    code: column('指标编码', 'text', {
      synonyms: ['编码', '代码'],
      required: true,
      width: 10,
      help: '“指标”表的编码，如 C2（处罚决定）、C4（强制）、C5.2（准予许可）',
    }),
    quantity: column('公布数', 'quantity', {
      synonyms: ['数值', '公布数值'],
      required: true,
      width: 12,
      help: '照年报上的数填，单位与该指标相同',
    }),
    source: column('出处', 'text', { synonyms: ['来源'], width: 44, help: '哪一份年报，如“政府信息公开工作年度报告”' }),
  },
  spareRows: 12,
} satisfies Table;
