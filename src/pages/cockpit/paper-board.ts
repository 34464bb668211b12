/** 督办台账: how many papers are signed for, answered and settled, and each with its day of rectification. */
import type { Cockpit } from '../../contract/cockpit';
import type { FeedbackLine } from '../../contract/feedback';
import { matterText } from '../../core/base/feedback-text';
import { foldedTable } from './folded-table';
import { make, makeTable, mostLines } from '../parts/make-element';

export function paperBoard({ feedback, asOf }: Cockpit): HTMLElement {
  const heading = make('h2', {}, '督办单和核对单');
  if (feedback.length === 0)
    return make('section', { class: 'panel whole' }, heading, make('p', {}, '没有发出的督办单、核对单。'));
  return make(
    'section',
    { class: 'panel whole' },
    heading,
    make('p', {}, `${countWords(feedback, asOf)}。`),
    foldedTable(() => paperTable(feedback)),
    feedback.length > mostLines
      ? make(
          'p',
          { class: 'hint' },
          `表里有 ${String(mostLines)} 张，另有 ${String(feedback.length - mostLines)} 张，见“结果”的“督办台账”。`,
        )
      : null,
  );
}

/** `共 9 张：签收 4 张，有反馈 3 张，…`. */
function countWords(lines: readonly FeedbackLine[], asOf: string): string {
  const count = (test: (line: FeedbackLine) => boolean): string => String(lines.filter(test).length);
  const counts = [
    `签收 ${count(({ signedOn }) => signedOn !== null)} 张`,
    `有反馈 ${count(({ reply }) => reply !== '')} 张`,
    `申请销号 ${count(({ closed }) => closed === true)} 张`,
    `已销号 ${count(({ settled }) => settled === true)} 张`,
    `整改日期已过还没有销号 ${count(({ rectifyOn, settled }) => rectifyOn !== null && rectifyOn < asOf && settled !== true)} 张`,
    `对不上 ${count(({ doubts }) => doubts.length > 0)} 张`,
  ];
  return `共 ${String(lines.length)} 张：${counts.join('，')}`;
}

function paperTable(lines: readonly FeedbackLine[]): HTMLElement {
  return makeTable(
    '各张单的签收、反馈、整改日期和销号（空白是没有填）',
    {
      反馈编号: ({ code }: FeedbackLine) => code,
      单位: ({ department }: FeedbackLine) => department,
      事项: ({ task, title }: FeedbackLine) => (task === null ? title : `${task} ${title}`),
      现在: matterText,
      签收: ({ signedOn }: FeedbackLine) => signedOn ?? '',
      反馈: ({ reply }: FeedbackLine) => reply,
      整改日期: ({ rectifyOn }: FeedbackLine) => rectifyOn ?? '',
      申请销号: ({ closed }: FeedbackLine) => yesNo(closed),
      销号: ({ settled }: FeedbackLine) => yesNo(settled),
      对不上的: ({ doubts }: FeedbackLine) => doubts.join('；'),
    },
    lines.slice(0, mostLines),
  );
}

function yesNo(said: boolean | null): string {
  return said === null ? '' : said ? '是' : '否';
}
