/** Books of the program that grow over the years, and folders of many files. */
import { department, times } from './office.mjs';

const own = `${department}.xlsx`;
const publicity = ['日期', '主题', '地点或村', '是否牵头', '场次', '受众人次', '资料份数'];
const cover = (name, year = 2022) => [
  ['单位', name],
  ['报告年度', year],
];
const folder = (n, name, more = {}) => Object.fromEntries(times(n, (i) => [name(i), more.sheets?.(i) ?? {}]));

/** Workbooks in 填报 by kind. */
const folders = {
  'files of unknown departments': (n) => ({ books: folder(n, (i) => `外单位${i}.xlsx`) }),
  'files of one department': (n) => ({
    books: folder(n, (i) => `${department}${i}.xlsx`, { sheets: () => ({ 封面: cover(department) }) }),
  }),
  'files of departments': (n) => ({
    books: folder(n, (i) => `第${i}办.xlsx`, {
      sheets: (i) => ({ 普法明细: [publicity, ['2022-03-11', `宣传${i}`, '某村', '是', 1, 2, 3]] }),
    }),
    hub: { 单位: [['编号', '单位名称', '是否执法单位'], ...times(n, (i) => [`D${i}`, `第${i}办`, '否'])] },
  }),
  'files of like names': (n) => ({
    books: folder(n, (i) => `第${i}办公（填报）.xlsx`, { sheets: (i) => ({ 封面: cover(`第${i}办公`) }) }),
    hub: { 单位: [['编号', '单位名称', '是否执法单位'], ...times(n, (i) => [`D${i}`, `第${i}办公司`, '否'])] },
  }),
  'files of another year': (n) => ({
    books: folder(n, (i) => `外单位${i}.xlsx`, { sheets: () => ({ 封面: cover(department, 2021) }) }),
  }),
  'strange files': (n) => ({ files: Object.fromEntries(times(n, (i) => [`填报/某文件${i}.txt`, '某'])) }),
  'files that are none': (n) => ({ files: Object.fromEntries(times(n, (i) => [`填报/坏${i}.xlsx`, '某'])) }),
  'files beside the hub': (n) => ({ files: Object.fromEntries(times(n, (i) => [`另一${i}.xlsx`, '某'])) }),
  'reports of before': (n) => ({
    files: Object.fromEntries(times(n, (i) => [`报告/某镇2022年法治政府建设工作报告 第${i}版.docx`, '某'])),
  }),
};

/** 列对应 and 督办登记, of many lines. */
const kept = {
  'rules of unknown columns': (n) => ({
    列对应: {
      列对应: [
        ['单位', '工作表', '列或行', '当作', '凭什么'],
        ...times(n, (i) => [department, '普法明细', `另列${i}`, '主题', '']),
      ],
    },
  }),
  'rules of unknown departments': (n) => ({
    列对应: {
      列对应: [
        ['单位', '工作表', '列或行', '当作', '凭什么'],
        ...times(n, (i) => [`外${i}`, '普法明细', '另列', '主题', '']),
      ],
    },
  }),
  'rules of many sheets': (n) => ({
    列对应: {
      列对应: [
        ['单位', '工作表', '列或行', '当作', '凭什么'],
        ...times(n, (i) => [department, `表${i}`, '另列', '主题', '']),
      ],
    },
  }),
  'rules that contradict': (n) => ({
    列对应: {
      列对应: [
        ['单位', '工作表', '列或行', '当作', '凭什么'],
        ...times(n, (i) => [department, '普法明细', '主题', `列${i}`, '']),
      ],
    },
  }),
  'a long 督办登记': (n) => ({
    督办登记: {
      督办登记: [
        ['反馈编号', '签收日期', '反馈情况', '整改日期', '销号'],
        ...times(n, (i) => [`督2022-T-${i}-1130`, '2022-05-06', `回复${i}`, '待定', i % 2 ? '是' : '']),
      ],
    },
  }),
  '督办登记 of one code': (n) => ({
    督办登记: {
      督办登记: [
        ['反馈编号', '签收日期', '反馈情况', '整改日期', '销号'],
        ...times(n, (i) => ['督2022-T-1-1130', '2022-05-06', `回复${i}`, '', i % 2 ? '是' : '']),
      ],
    },
  }),
};

export function ledgerKinds() {
  return [
    ...Object.entries(folders).map(([name, office]) => ({ name: `填报夹: ${name}`, rows: 100, office })),
    ...Object.entries(kept).map(([name, hubs]) => ({
      name: `登记: ${name}`,
      rows: 1000,
      office: (n) => ({
        beside: hubs(n),
        books: { [own]: { 普法明细: [publicity, ['2022-03-11', '宣传', '某村', '是', 1, 2, 3]] } },
      }),
    })),
    ...['remind', 'dashboard', 'report'].map((job) => ({
      name: `命令: ${job}, tasks of departments`,
      rows: 500,
      job,
      office: (n) => ({
        hub: {
          单位: [
            ['编号', '单位名称', '是否执法单位', '邮箱'],
            ...times(Math.ceil(n / 5), (i) => [`D${i}`, `第${i}办`, '否', `d${i}@town.example`]),
          ],
          任务: [
            ['任务编号', '重点任务', '牵头单位', '完成时限'],
            ...times(n, (i) => [`T-${i}`, `事项${i}`, `第${i % Math.ceil(n / 5)}办`, `2022-0${(i % 9) + 1}-15`]),
          ],
        },
      }),
    })),
  ];
}
