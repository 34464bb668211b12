/** 督办单: one paper for one overdue item. */
import { longDay } from '../base/day';
import type { Result } from '../base/problem';
import { orderCode } from '../findings/feedback/matter-code';
import type { Settings } from '../settings/settings';
import type { ModelRecord } from '../../engine/fill';
import type { DueItem, OrderFacts, ReminderLevel } from './due-item';
import { paperFiller, type FillPaper, type PaperTemplate } from './fill-paper';
import type { Attachment } from './mail';
import { fileNamePart, safeLine } from './safe-text';
import { officeName } from './office-name';

/** An item that gets a 督办单. */
export type OrderedItem = DueItem & { readonly order: OrderFacts };

/** `督办〔2022〕D-01-红1号`: follows from the item alone, so that the same paper always bears the same number. */
export function orderNumber({ key: { year, subject, level } }: DueItem): string {
  return `督办〔${String(year)}〕${safeLine(subject, 20)}-${level}号`;
}

/** The way to fill the template. */
export function orderFiller(template: PaperTemplate): FillPaper {
  return paperFiller(template, '督办单.docx');
}

/** The paper as an attachment; null with the problems when the template cannot be filled. */
export function orderDocument(item: OrderedItem, settings: Settings, fill: FillPaper): Result<Attachment | null> {
  return fill(orderData(item, settings), `督办单 ${fileNamePart(`${item.key.subject} ${item.title}`)}.docx`);
}

/** The steps of the ladder, and whom they reach beside the department. */
const steps = ['一级', '二级（同时告知分管领导）', '三级（同时告知分管领导和主要领导）'];

function orderData(item: OrderedItem, settings: Settings): ModelRecord {
  const { sample, today } = settings;
  const { key, order, isOutpost, isFormless, title, workingDaysLate } = item;
  const step = stepOf(key.level);
  return {
    示例: sample,
    日期: longDay(today),
    编号: orderNumber(item),
    反馈编号: orderCode(key.year, safeLine(key.subject), key.due),
    承办单位: safeLine(key.department),
    派出: isOutpost,
    无表: isFormless,
    级次: step,
    级别: steps[step - 1] ?? '',
    事项: safeLine(title),
    任务编号: safeLine(key.subject),
    举措: safeLine(order.measure),
    时限原文: safeLine(order.dueText),
    到期日: longDay(key.due),
    逾期: workingDaysLate,
    进展: safeLine(order.progress),
    分管领导: safeLine(order.leader),
    反馈时限: longDay(order.answerBy),
    // Behind the others: in front, each paper's record becomes one of its own kind to the engine, slow to make and to read.
    ...officeName(settings),
  };
}

/** 1 for 红1; 0 for what is no step of the ladder. */
function stepOf(level: ReminderLevel): number {
  return Number(/\d/u.exec(level)?.[0] ?? 0);
}
