/** The sheets of a department's workbook that everybody fills: 封面, 任务进展, 指标数据, 问题与建议. */
import { column, type Form, type Table } from '../tables/sheet';
import type { Status } from '../cells/readings';

/** The words of the status list, by what they mean. */
export const statusWords: Readonly<Record<Status, string>> = {
  'not-started': '未启动',
  'in-progress': '推进中',
  done: '已完成',
  ongoing: '长期坚持',
  deferred: '暂缓',
  cancelled: '取消',
};

export const coverForm = {
  kind: 'form',
  title: '封面',
  synonyms: ['首页'],
  help: '请只填黄色格，填完保存即可，不用另报纸质表。灰色格由镇里预填，不要改动。',
  columns: {
    department: column('单位', 'text', {
      synonyms: ['填报单位', '单位名称'],
      required: true,
      open: false,
      help: '本表属于哪个单位',
    }),
    reportYear: column('报告年度', 'integer', {
      synonyms: ['年度'],
      required: true,
      open: false,
      help: '与总表不同的整本不采用',
    }),
    period: column('报告期', 'text', {
      synonyms: ['统计期间'],
      open: false,
      help: '只统计这一期间的情况，以决定、办结或者举办的日期为准',
    }),
    edition: column('版本号', 'text', { open: false, help: '由程序写入，用来辨认是哪一年、哪一版的表' }),
    filler: column('填报人', 'text', { help: '可填岗位，如“综合岗”' }),
    reviewer: column('审核人', 'text', { help: '可填职务，如“所长”' }),
    filledOn: column('填报日期', 'day', { help: '如 2023-01-10' }),
  },
} satisfies Form;

export const progressTable = {
  kind: 'table',
  title: '任务进展',
  synonyms: ['任务完成情况', '进展情况'],
  help: '本单位牵头的任务，一项一行。请填状态、完成率和进展；完成的填完成日期。是否逾期由程序判断，不用填。',
  columns: {
    taskId: column('任务编号', 'text', {
      synonyms: ['编号'],
      required: true,
      open: false,
      width: 9,
      help: '由镇里预填',
    }),
    title: column('重点任务', 'text', { synonyms: ['任务', '任务名称'], open: false, width: 26, help: '由镇里预填' }),
    deadline: column('完成时限', 'text', {
      synonyms: ['截止日期', '办结时间', '完成时间'],
      open: false,
      width: 14,
      help: '由镇里预填；当日办结为按时',
    }),
    status: column('状态', 'status', {
      synonyms: ['完成状态', '完成情况', '进展状态', '办理状态', '落实状态'],
      required: true,
      width: 10,
      choices: Object.values(statusWords),
      help: '从下拉表选；“暂缓”“取消”须经镇里批准；逾期、滞后由程序判断，不填',
    }),
    percent: column('完成率', 'percent', {
      synonyms: ['进度', '完成进度'],
      unit: '%',
      width: 8,
      help: '0%至100%，如 80%；已完成的填 100%',
    }),
    doneOn: column('完成日期', 'day', { synonyms: ['办结日期'], width: 12, help: '已完成的必填，如 2022-06-28' }),
    text: column('进展情况', 'text', {
      synonyms: ['工作进展', '进展'],
      width: 44,
      help: '300 字以内：做了什么、做到什么程度，写数据',
    }),
    problems: column('存在问题', 'text', { synonyms: ['问题'], width: 20, help: '没有的不填' }),
    next: column('下一步打算', 'text', {
      synonyms: ['下步打算', '下一步措施'],
      width: 22,
      help: '未完成的填打算和预计完成时间',
    }),
    evidence: column('佐证材料', 'text', { synonyms: ['佐证'], width: 16, help: '文件名或文号，不用附文件' }),
    coordination: column('需协调事项', 'text', {
      synonyms: ['需要协调的事项'],
      width: 16,
      help: '需要镇里或其他单位解决的事',
    }),
  },
  spareRows: 0,
} satisfies Table;

export const figuresTable = {
  kind: 'table',
  title: '指标数据',
  synonyms: ['指标', '数据填报'],
  help: '有职责没有发生的填 0，没有这项职责的填“不涉及”。比率由程序计算，不用填。请不要用区间、“若干”。',
  columns: {
    code: column('编码', 'text', { synonyms: ['指标编码'], required: true, open: false, width: 8, help: '由镇里预填' }),
    name: column('指标名称', 'text', { synonyms: ['名称', '指标'], open: false, width: 28, help: '由镇里预填' }),
    unit: column('单位', 'text', { synonyms: ['计量单位'], open: false, width: 7, help: '请按这个单位填数' }),
    quantity: column('填报值', 'quantity', {
      synonyms: ['本年值', '数值', '数据', '本年'],
      width: 12,
      help: '填数字；可带单位，可写“300余”；有职责没有发生填 0，没有职责填“不涉及”',
    }),
    lastYear: column('上年值', 'quantity', {
      synonyms: ['上年', '上年数'],
      width: 11,
      help: '上年度的数，供比较；没有的留空',
    }),
    help: column('口径说明', 'text', { synonyms: ['统计口径'], open: false, width: 66, help: '怎样统计' }),
    note: column('备注', 'text', { synonyms: ['说明'], width: 24, help: '与上年相差较大等需要说明的情况' }),
  },
  spareRows: 0,
} satisfies Table;

export const suggestionsTable = {
  kind: 'table',
  title: '问题与建议',
  synonyms: ['意见建议', '问题建议'],
  help: '对全镇法治建设的问题和建议，一行一条，没有的不填。',
  columns: {
    text: column('问题或建议', 'text', {
      synonyms: ['内容', '建议', '问题与建议'],
      required: true,
      width: 76,
      help: '一条一行，不写个人姓名',
    }),
  },
  spareRows: 15,
} satisfies Table;
