/** The report as a reader takes it in: which part a paragraph stands in, and its sentences. */

/** Before 一, in 一, in 二, in 三, and from 特此报告 on. */
export type Part = 'opening' | 'work' | 'faults' | 'plan' | 'end';

/** A paragraph; `own` are sentences that the program is answerable for. */
export interface Passage {
  readonly part: Part;
  readonly text: string;
}

/** Paragraphs with words, without those that the office itself has written. */
export function passagesIn(paragraphs: readonly string[], ofOffice: readonly string[]): readonly Passage[] {
  const passages: Passage[] = [];
  let part: Part = 'opening';
  for (const paragraph of paragraphs) {
    const text = paragraph.trim();
    part = partFrom(text) ?? part;
    if (text !== '' && !ofOffice.includes(text)) passages.push({ part, text });
  }
  return passages;
}

function partFrom(text: string): Part | null {
  if (text.startsWith('一、')) return 'work';
  if (text.startsWith('二、')) return 'faults';
  if (text.startsWith('三、')) return 'plan';
  return text.startsWith('特此报告') ? 'end' : null;
}

/** The sentences of a paragraph, each with its full stop. */
export function sentencesIn(text: string): readonly string[] {
  return text.match(/[^。！？\n]+[。！？]?/gu) ?? [];
}

/** 一是 …, 二是 …: the points of 二, or the one that has no number. */
export function pointsIn(passages: readonly Passage[]): readonly string[] {
  const faults = passages.filter(({ part }) => part === 'faults').map(({ text }) => text);
  const numbered = faults.filter((text) => /^[一二三四五六七八九十]+是/u.test(text));
  const reasoned = faults.filter(
    (text) => /主要原因是|事故原因以/u.test(text) && !/^(?:此外|另外|同时|对照)/u.test(text),
  );
  return numbered.length > 0 ? numbered : reasoned;
}
