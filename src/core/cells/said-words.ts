/** What an edition knows of the words beside numbers, in names of columns and in sentences, and how they are looked for. */

/** Words by which a text is understood that hold no value themselves; each kind is a line of said.tsv. */
export interface SaidWords {
  /** In brackets behind a number: it is none yet (未统计); the second also where a part of it is told. */
  readonly unsure: readonly string[];
  readonly doubtful: readonly string[];
  /** A remark begins so that tells a part of the number (其中), or what is beside it (不含). */
  readonly parts: readonly string[];
  readonly besides: readonly string[];
  /** It is less: 损坏3台. */
  readonly less: readonly string[];
  /** How names end of those who came to an event, before how many they were: 师生480人. */
  readonly crowdEnds: readonly string[];
  /** Makes another number of it: 每村30人, 缺席3人; the second, where things are told kind by kind: 应到, 合计. */
  readonly notAll: readonly string[];
  readonly noPart: readonly string[];
  /** Units of cases, of which a register has one in a row; and all in which records are counted: 成功3件. */
  readonly caseUnits: readonly string[];
  readonly recordUnits: readonly string[];
  /** Makes another thing of the name behind it (计划, 未, 应), and words that only begin so: 应诉. */
  readonly others: readonly string[];
  readonly noOthers: readonly string[];
  /** Denies (不予罚款) or says not yet, and words that only begin so: 没收. */
  readonly denials: readonly string[];
  readonly notYet: readonly string[];
  readonly noDenials: readonly string[];
  /** Behind the name of a figure: signs that leave it what it is, and how it is counted. */
  readonly neutral: readonly string[];
  readonly counts: readonly string[];
  /** A cell says of a thing that it is there (已建), that it is not, or that what its column names was done with it (开展). */
  readonly built: readonly string[];
  readonly unbuilt: readonly string[];
  readonly carriedOut: readonly string[];
  /** Before and behind what a column of a list of persons asks: 是否持有效执法证. */
  readonly askings: readonly string[];
  readonly answers: readonly string[];
  /** In brackets behind a unit that leads, or helps: 司法所（牵头）; and before the names of such units: 配合单位：. */
  readonly leadMarks: readonly string[];
  readonly helpMarks: readonly string[];
  readonly leadLabels: readonly string[];
  readonly helpLabels: readonly string[];
  /** Behind a unit, who does it: 由司法所牵头. */
  readonly byUnit: readonly string[];
  /** How names of units end, behind which a blank may part them from the next: 司法所 派出所. */
  readonly nameEnds: readonly string[];
  /** What units are called: 各站所 are all of them. */
  readonly unitNouns: readonly string[];
  /** What is meant to be, what was so once, and what is told as not so. */
  readonly notSo: readonly string[];
}

/** Whether one of the words stands in the text, and not one of the others that only begin as it does. */
export function holdsWord(text: string, words: readonly string[], but: readonly string[] = []): boolean {
  return words.some((word) => {
    let at = text.indexOf(word);
    while (at >= 0 && but.some((one) => text.startsWith(one, at))) at = text.indexOf(word, at + 1);
    return at >= 0;
  });
}

/** Whether the text begins with one of the words. */
export function beginsWith(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.startsWith(word));
}

/** The longest of the words the text begins with; empty where there is none. */
export function startOf(text: string, words: readonly string[]): string {
  return words.reduce((found, word) => (word.length > found.length && text.startsWith(word) ? word : found), '');
}

/** The longest of the words the text ends with; empty where there is none. */
export function endOf(text: string, words: readonly string[]): string {
  return words.reduce((found, word) => (word.length > found.length && text.endsWith(word) ? word : found), '');
}
