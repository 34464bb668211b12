/** The sheet 催办记录: one line per reminder, written by the program alone. Days and times are kept as the texts they are. */
import { column, type Table } from '../tables/sheet';

const shut = { open: false } as const;

export const ledgerTable = {
  kind: 'table',
  title: '催办记录',
  synonyms: [],
  help: '由程序维护，请不要改动、增删或复制行（“说明”可以写备注，可以排序、筛选）；“状态不明”用 nianbao ledger --settle 登记结果。',
  columns: {
    state: column('状态', 'text', { ...shut, width: 10, help: '待发、发送中、已发、失败、状态不明、已取消、已被取代' }),
    level: column('级别', 'text', { ...shut, width: 9, help: '红3、红2、红1、缺报、黄、蓝、数据存疑' }),
    department: column('单位', 'text', { ...shut, width: 18, help: '事项所属的单位' }),
    subject: column('事项', 'text', { ...shut, width: 10, help: '任务编号，或者填报表、月报、核对、报送、公开' }),
    due: column('到期日', 'text', { ...shut, width: 12, help: '事项的到期日；没有的是本期第一天' }),
    role: column('收件角色', 'text', { ...shut, width: 11, help: '承办单位、分管领导、主要领导、办公室' }),
    reason: column('说明', 'text', { ...shut, width: 32, help: '为什么没有发；可以写备注' }),
    receiver: column('收件邮箱', 'text', { ...shut, width: 20, help: '已遮盖，#后面是地址的校验码' }),
    mail: column('通知编号', 'text', { ...shut, width: 34, help: '在邮件末行，也是发件箱里的文件名' }),
    channel: column('渠道', 'text', { ...shut, width: 8, help: '发件箱或者邮件' }),
    queuedOn: column('列入日', 'text', { ...shut, width: 12, help: '哪一天开始应当提醒' }),
    claimedOn: column('发送日', 'text', { ...shut, width: 12, help: '哪一天发送' }),
    attempts: column('次数', 'integer', { ...shut, width: 7, help: '尝试发送的次数' }),
    changedAt: column('变更时间', 'text', { ...shut, width: 19, help: '状态最后一次变化的时间' }),
    by: column('经办', 'text', { ...shut, width: 16, help: '谁运行的，或者谁登记的' }),
    year: column('年度', 'integer', { ...shut, width: 7, help: '报告年度' }),
    hash: column('内容校验', 'text', { ...shut, width: 20, help: '邮件内容的校验码' }),
  },
  spareRows: 0,
} satisfies Table;
