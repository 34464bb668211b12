/** What holds the sentences of a report: no empty paragraph, no heading over nothing, annexes that are announced are there. */
import { judged, together, type Verdict } from '../../offices/verdict';
import { passagesIn, sentencesIn } from '../reading/passages';
import type { Report } from '../reading/read-report';
import { toldIn } from './judge-numbers';
import type { Truth } from './truth';

export function judgeFrame({ paragraphs }: Report, truth: Truth): Verdict {
  const { plan, world } = truth;
  const passages = passagesIn(
    paragraphs,
    (world.narratives ?? []).map(({ text }) => text),
  );
  const also = passages.find(({ part, text }) => part === 'faults' && text.startsWith('此外'))?.text ?? '';
  const end = paragraphs.findIndex((text) => text.trim().startsWith('特此报告'));
  const start = paragraphs.findIndex((text) => text.startsWith('一、'));
  const body = paragraphs.slice(start, end);
  const faults = passages.flatMap(({ part, text }) => (part === 'faults' ? [text] : [])).join('\n');
  return together([
    ...body.map((text, index) => {
      return judged('empty paragraph', body[index - 1] ?? '', text.trim() !== '', 'empty', 'words');
    }),
    ...paragraphs.map((text, index) => {
      const isTwice = text.length >= 10 && text.trim() === paragraphs[index - 1]?.trim();
      return judged('paragraph twice', text, !isTwice, 'twice', 'once');
    }),
    ...closingOf(paragraphs, end).map((text, index, rest) => {
      const isWide = text.trim() === '' && index > 0 && rest[index - 1]?.trim() === '';
      return judged('two blank lines', rest[index - 2] ?? '', !isWide, 'two', 'one');
    }),
    ...body.map((text) => {
      const isHead = /^(?:[，。、；：！？）]|队伍、装备和经费是规范执法的保障。$)/u.test(text);
      return judged('paragraph of nothing', text, !isHead, text, 'what it speaks of');
    }),
    judged(
      'more of nothing',
      also,
      also === '' || /(?:差距，|问题)主要是|主要问题是|(?:^|\n)一是/u.test(faults),
      '此外',
      'a weakness before it',
    ),
    ...(plan.hasOwnTemplate
      ? []
      : passages.filter(({ part }) => part === 'work').map(({ text }) => toldOnce(text, truth))),
    ...(plan.edition === 'rule-of-law' ? [annexVerdict(paragraphs.slice(end))] : []),
  ]);
}

/** From 特此报告 to the annexes; behind a table Word has an empty paragraph of its own. */
function closingOf(paragraphs: readonly string[], end: number): readonly string[] {
  const closing = paragraphs.slice(end);
  const annex = closing.findIndex((text) => /^附件\d?$/u.test(text));
  return annex < 0 ? closing : closing.slice(0, annex);
}

/** No figure stands twice in a paragraph. */
function toldOnce(text: string, truth: Truth): Verdict {
  const codes = sentencesIn(text).flatMap((sentence) => toldIn(sentence, truth).map(({ code }) => code));
  const twice = codes.filter((code, index) => truth.figures.has(code) && codes.indexOf(code) < index);
  return judged('figure told twice', text, twice.length === 0, twice.join(' '), 'each once');
}

/** 附件：1. 甲 and 2. 乙 are 附件1 甲 and 附件2 乙; a single one bears no number. */
function annexVerdict(after: readonly string[]): Verdict {
  const announced = after.flatMap(
    (text) => /^(?:附件：|\u3000{3})((?:\d\. )?(?:主要指标数据表|数据来源))$/u.exec(text)?.[1] ?? [],
  );
  const titled = after.flatMap((text, index) => {
    const [, number] = /^附件(\d?)$/u.exec(text) ?? [];
    const title = after.slice(index + 1).find((line) => line.trim() !== '') ?? '';
    return number === undefined ? [] : [`${number === '' ? '' : `${number}. `}${title}`];
  });
  const wanted = announced.length === 1 ? announced.map((name) => name.replace(/^\d\. /u, '')) : announced;
  return together([
    judged('annexes', titled.join('、'), titled.join('、') === wanted.join('、'), titled.join('、'), wanted.join('、')),
    judged(
      'annexes',
      announced.join('、'),
      announced.join('、') === wanted.join('、'),
      announced.join('、'),
      'no number for one',
    ),
  ]);
}
