/** Mails and their items for the tests, and the templates as the build ships them. */
import { readFileSync } from 'node:fs';
import { buildTemplate } from '../../../build/template/build-template.mjs';
import type { DueItem, ItemKey } from '../../../src/core/reminders/due-item';
import type { Mail } from '../../../src/core/reminders/mail';
import { orderFiller } from '../../../src/core/reminders/order-document';
import { letterFillers, type LetterTools } from '../../../src/core/reminders/write-letter';

export const wording = (name: string): string => readFileSync(`build/out/templates/rule-of-law/${name}`, 'utf8');

export const orderTemplate = buildTemplate(wording('督办单.txt'));

export const tools: LetterTools = {
  orderPaper: orderFiller({ bytes: orderTemplate }),
  ...letterFillers(wording('催办通知.txt'), wording('催办通知.html')),
};

type Change = Partial<Omit<DueItem, 'key'>> & { readonly key?: Partial<ItemKey> };

/** An item that is due soon, for the department itself. */
export function dueItem({ key, ...rest }: Change): DueItem {
  return {
    key: {
      year: 2022,
      department: '司法所',
      subject: 'E-02',
      due: '2023-01-05',
      level: '蓝',
      role: '承办单位',
      ...key,
    },
    mailbox: 'sfs@dazhanglou.example',
    mailboxProblem: '',
    isOutpost: false,
    isFormless: false,
    title: '法律六进',
    text: '司法所：贵单位牵头的“法律六进”（E-02）距到期还有3个工作日。',
    workingDaysLate: 0,
    order: null,
    ...rest,
  };
}

/** An overdue item with its 督办单. */
export function overdueItem({ key, ...rest }: Change = {}): DueItem {
  return dueItem({
    title: '执法培训不少于60学时',
    text: '司法所：贵单位牵头的“执法培训不少于60学时”（D-01）已于2022年11月30日到期，逾期22个工作日。',
    workingDaysLate: 22,
    order: {
      measure: '组织执法人员集中培训',
      leader: '分管副镇长',
      dueText: '11月30日',
      progress: '已完成48学时',
      answerBy: '2023-01-06',
    },
    ...rest,
    key: { subject: 'D-01', due: '2022-11-30', level: '红1', ...key },
  });
}

export function mailOf(items: readonly DueItem[]): Mail {
  return { number: '2022-12-31-司法所-1a2b3c4d', to: 'sfs@dazhanglou.example', receiver: 'sf***@*** #1a2b3c', items };
}
