/** Parts of the report and of the plan that the office added: the template goes through them, for it cannot name them. */
import type { Edition } from '../edition/edition';
import type { Traced } from '../../engine/fill';
import { list, text, texts, words, type Declarations } from './declare';
import type { NarrativeParagraph } from './narrative-fields';
import type { Sentence } from './sentence-fields';

/** What the office says itself. */
export interface OwnWords {
  readonly paragraphs: readonly NarrativeParagraph[];
  readonly sentences: readonly Sentence[];
}

/** A part with at least one paragraph. */
interface OwnSection {
  readonly name: string;
  readonly first: Traced;
  readonly rest: readonly Traced[];
}

/** The field 自设章节: the office's own parts, and its own areas whose indicators have a sentence. */
export function ownSectionFields({ own }: Edition): Declarations<OwnWords> {
  const names = [...new Set([...own.sections, ...own.areas])];
  return {
    自设章节: list<OwnWords, OwnSection>(
      '“设置”里自设的章节和薄弱类别，有段落或者报告句的才在其中',
      (said) => names.flatMap((name) => sectionOf(name, said)),
      {
        名称: text('章节的名称', ({ name }) => words(name)),
        首段: text('第一段', ({ first }) => first),
        余段: texts('其余各段', ({ rest }) => rest),
      },
    ),
  };
}

/** The paragraphs, then the sentences as one. */
function sectionOf(name: string, { paragraphs, sentences }: OwnWords): readonly OwnSection[] {
  const said = sentences.filter(({ area }) => area === name).map((sentence) => sentence.words);
  const all = [
    ...paragraphs.filter(({ section }) => section === name).map((paragraph) => paragraph.words),
    ...(said.length === 0 ? [] : [joined(said)]),
  ];
  const [first, ...rest] = all;
  return first === undefined ? [] : [{ name, first, rest }];
}

function joined(sentences: readonly Traced[]): Traced {
  const content = sentences.map(({ text: said }) => said).join('');
  return { ...words(content), sources: sentences.flatMap(({ sources }) => sources) };
}
