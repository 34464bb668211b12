/** The sheet 自检 of the program's own workbook. */
import { column, type Table } from '../tables/sheet';

const shut = { open: false } as const;

export const selfCheckTable = {
  kind: 'table',
  title: '自检',
  synonyms: [],
  help: '程序依赖的平台行为，逐项试过的结果。“不同”的请连同这张表反馈给维护者。',
  columns: {
    name: column('项目', 'text', { ...shut, width: 34, help: '试了什么' }),
    verdict: column('结论', 'choice', { ...shut, width: 9, help: '相同或者不同' }),
    expected: column('程序依赖的', 'text', { ...shut, width: 24, help: '程序按它写成' }),
    answer: column('平台的回答', 'text', { ...shut, width: 60, help: '平台实际怎样' }),
    seenOn: column('日期', 'day', { ...shut, width: 13, help: '哪天试的' }),
  },
  spareRows: 0,
} satisfies Table;
