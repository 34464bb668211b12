/** Words of drop-down lists that the program itself understands. The tables repeat them, and the build holds them against these. */
import { aggregateWords, directionWords, kindWords, onEmptyWords, standingWords } from './indicator-words';

/** How headings are set: on the line of the text (接排) or on their own line (独行). */
export const headingWords = { 'run-in': '接排', block: '独行' } as const;

/** How figures that lack departments are printed. */
export const partialWords = { gap: '待补', marked: '注明不含' } as const;

/** Of what the Google Doc of a report is made: of the Word report, or of a template that is a Google Doc itself. */
export const formWords = { word: 'Word', doc: 'Google 文档' } as const;

/** What a day of the 节假日 sheet is made: 休 off, 班 a working day. */
export const holidayWords = { off: '休', work: '班' } as const;

/** By the name of a sheet and a field of it: the choices it has, each read by its word. */
export const choiceWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'settings situationHeadings': headingWords,
  'settings planHeadings': headingWords,
  'settings partialFigures': partialWords,
  'settings reportForm': formWords,
  'holidays mark': holidayWords,
  'indicators kind': kindWords,
  'indicators aggregate': aggregateWords,
  'indicators direction': directionWords,
  'indicators standing': standingWords,
  'indicators onEmpty': onEmptyWords,
};
