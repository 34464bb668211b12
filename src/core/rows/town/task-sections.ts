/** In which section of the report a task belongs that stands on a list without sections, by the words of its title. */
import { inMapping, mappedName, mappingName, rowsWord } from '../../base/mapping';
import type { Problem } from '../../base/problem';
import { clipped, headerKey, nameKey } from '../../base/text';
import type { Settings } from '../../settings/settings';
import type { Task } from '../rows';

/** The tasks, each without a section with the one proposed, and one doubt that names them all. */
export function withSections(
  tasks: readonly Task[],
  settings: Settings,
): { readonly value: readonly Task[]; readonly problems: readonly Problem[] } {
  const sectionOf = sectionFinder(settings);
  const proposed = tasks.map((task) => ({ task, section: sectionOf(task) }));
  const told = proposed.filter(({ section }) => section?.isRuled !== true);
  return {
    value: proposed.map(({ task, section }) => ({ ...task, section: section?.name ?? '' })),
    problems: told.length === 0 ? [] : [proposal(told)],
  };
}

interface Proposed {
  readonly name: string;
  /** The office said so itself: `认作：宪法宣传＝普法与社会`. */
  readonly isRuled: boolean;
}

/** The section of the longest word in the title, or else in what is to be done; null where no word tells. */
export function sectionFinder({
  columnMapping,
  edition,
}: Pick<Settings, 'columnMapping' | 'edition'>): (task: Pick<Task, 'title' | 'measure'>) => Proposed | null {
  const { choices, choiceUsages } = edition.sheets.tasks.columns.section;
  const words = choices.flatMap((name) => (choiceUsages[name] ?? []).map((word) => ({ name, word: nameKey(word) })));
  return ({ title, measure }) => {
    const said = mappedName(columnMapping, rowsWord, headerKey(title));
    if (said !== null && choices.includes(said)) return { name: said, isRuled: true };
    for (const text of [title, measure].map(nameKey)) {
      const [best] = words
        .filter(({ word }) => text.includes(word))
        .sort(
          (one, other) =>
            other.word.length - one.word.length || text.lastIndexOf(other.word) - text.lastIndexOf(one.word),
        );
      if (best !== undefined) return { name: best.name, isRuled: false };
    }
    return null;
  };
}

/** Tasks named in one problem; the page and the results show all of them. */
const mostNamed = 30;

function proposal(told: readonly { readonly task: Task; readonly section: Proposed | null }[]): Problem {
  const [first] = told;
  const named = told
    .slice(0, mostNamed)
    .map(({ task, section }) => `${task.id} ${clipped(task.title, 16)}→${section?.name ?? '（没有提出）'}`)
    .join('；');
  const { file, sheet } = first?.task.place ?? { file: '' };
  return {
    code: 'section-proposed',
    level: 'doubt',
    place: { file, ...(sheet !== undefined && { sheet }) },
    actual: '',
    reason: `任务表没有“报告章节”列，按字句提出：${named}${told.length > mostNamed ? ' 等' : ''}`,
    expected: `请核对。要改或者要确认的，${inMapping(`${rowsWord}：${mappingName(clipped(first?.task.title ?? '', 20))}＝${first?.section?.name ?? '章节'}`)}`,
  };
}
