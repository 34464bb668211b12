/**
 * Marks that a paper is secret or for the house alone, told apart from talk about secrecy: a mark is a word by itself – in brackets, as
 * the whole cell, at the head of a text – or a phrase that can mean nothing else.
 */
import { anyOf } from '../../base/text';
import type { PublicRule } from '../../edition/public-rule';
import { findWords, type Hit, type Rulebook } from './hit';

/** Finds the marks and phrases. */
export function markFinder(book: Rulebook): (text: string) => readonly Hit[] {
  const going = new RegExp(`^\\s?${anyOf(book.words('after-marks'))}`, 'u');
  const marks = book.rules('mark').map((rule) => aloneWords(rule, going));
  const phrases = book.rules('phrase').map((rule) => anywhere(rule, going));
  const finders = [...marks, ...phrases];
  return (text) => finders.flatMap((find) => find(text));
}

/** A text, a line, a bracket or a label ends or begins: a comma or 、 does not make a word a mark. */
const edgeBefore = /(?:^|[\n\r\t ★☆*()[\]{}【】〔〕「」『』〖〗<>《》:;；。|/-])$/u;
const edgeAfter = /^(?:$|[\n\r\t ★☆*()[\]{}【】〔〕「」『』〖〗<>《》:;；。|/!-]|,(?=不|勿|请|严|禁))/u;
/** `涉密：否`. */
const denied = /^\s?:\s?(?:否|无|不|没)/u;
const denying = /[不非否未无]$/u;

function aloneWords(rule: PublicRule, going: RegExp): (text: string) => readonly Hit[] {
  const find = findWords(rule.words);
  return (text) =>
    find(text).flatMap(({ start, end }) => {
      const before = text.slice(Math.max(0, start - 1), start);
      const after = text.slice(end, end + 12);
      const isMark = edgeBefore.test(before) && edgeAfter.test(after) && !denied.test(after) && !going.test(after);
      return isMark ? [{ start, end, rule }] : [];
    });
}

function anywhere(rule: PublicRule, going: RegExp): (text: string) => readonly Hit[] {
  const find = findWords(rule.words.map((word) => word.replace(/：/gu, ':')));
  return (text) =>
    find(text).flatMap(({ start, end }) => {
      const isTalk = denying.test(text.slice(Math.max(0, start - 1), start)) || going.test(text.slice(end, end + 12));
      return isTalk ? [] : [{ start, end, rule }];
    });
}
