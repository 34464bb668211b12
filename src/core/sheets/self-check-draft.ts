/** The sheet 自检: how the platform answered, beside what the program relies on. */
import type { Day } from '../base/day';
import type { CoreSheets } from '../edition/shapes';
import type { WorkbookDraft } from './draft';
import { tabColours } from './styles';
import { tableSheet } from './table-sheet';

/** One answer of the platform. */
export interface ProbeAnswer {
  readonly name: string;
  readonly expected: string;
  readonly answer: string;
  readonly isAsExpected: boolean;
}

export function selfCheckDraft(
  answers: readonly ProbeAnswer[],
  day: Day,
  { selfCheck }: Pick<CoreSheets, 'selfCheck'>,
): WorkbookDraft {
  const rows = answers.map(({ name, expected, answer, isAsExpected }) => ({
    ...{ name, expected, answer, seenOn: day },
    verdict: isAsExpected ? '相同' : '不同',
  }));
  const sheet = tableSheet(selfCheck, {
    heading: '自检',
    tabColour: tabColours.program,
    rows,
    colours: { verdict: { 相同: 'green', 不同: 'red' } },
  });
  return { title: '结果', sheets: [sheet] };
}
