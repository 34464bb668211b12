/** Writes the letter of a mail: its subject, its text in two forms, and a 督办单 for each overdue item. */
import type { Result } from '../base/problem';
import type { Settings } from '../settings/settings';
import { allProblems, letterFiller, type FillLetter, type FillPaper } from './fill-paper';
import type { Attachment, Letter, Mail } from './mail';
import type { PlaceOf } from './due-item';
import { groupItems, mailData, subjectOf } from './mail-fields';
import { orderDocument, type OrderedItem } from './order-document';
import { htmlData } from './safe-text';

/** The program's own templates, as the build made them. */
export interface LetterTools {
  readonly orderPaper: FillPaper;
  readonly text: FillLetter;
  readonly html: FillLetter;
  /** The department's 核对单, attached where the mail asks for its cells; null when it has none. */
  readonly checkPaper?: (department: string) => Attachment | null;
  /** The one link of a mail: where its reader finds what to fill in; empty where there is no such address. */
  readonly link?: (mail: Mail) => string;
  /** The order of departments that are as urgent; by their names where it is not given. */
  readonly placeOf?: PlaceOf;
}

/** The ways to fill the templates of a mail's two forms. */
export function letterFillers(text: string, html: string): Pick<LetterTools, 'text' | 'html'> {
  return { text: letterFiller(text, '催办通知.txt'), html: letterFiller(html, '催办通知.html') };
}

/**
 * The letter as it is handed over; the day is `settings.today`. The same mail always gives the same bytes. The last line of the
 * text is `通知编号：` and the number. A template that was spoilt is a problem and never keeps a mail from its reader: the
 * items then stand in it as they are.
 */
export function writeLetter(mail: Mail, settings: Settings, tools: LetterTools): Result<Letter> {
  const groups = groupItems(mail.items, tools.placeOf);
  const items = groups.flatMap((group) => group.items);
  const data = { ...mailData(mail, groups, settings), 链接: tools.link?.(mail) ?? '' };
  const text = tools.text(data);
  const html = tools.html(htmlData(data));
  const papers = items
    .filter(({ key }) => key.level === '数据存疑')
    .map(({ key }) => tools.checkPaper?.(key.department) ?? null);
  const orders = items.filter(isOrdered).map((item) => orderDocument(item, settings, tools.orderPaper));
  return {
    value: {
      subject: subjectOf(groups, settings),
      text: `${(text.value ?? items.map((item) => item.text).join('\n')).trimEnd()}\n\n通知编号：${mail.number}`,
      html: html.value ?? '',
      attachments: [...orders.map(({ value }) => value), ...papers].filter((each) => each !== null),
    },
    problems: allProblems(text, html, ...orders),
  };
}

function isOrdered(item: OrderedItem | Mail['items'][number]): item is OrderedItem {
  return item.order !== null;
}
