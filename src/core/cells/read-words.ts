/** Reads cells whose words are fixed or listed: one of a few words, 是 or 否, names. */
import type { Cell } from '../base/grid';
import { oncePer } from '../base/once-per';
import { anyOf, holdsInOrder, holdsWord, nameKey } from '../base/text';
import { isNotAsked } from './read-quantity';
import { readText } from './read-text';
import type { ReadContext, Reading, SaidWords } from './readings';
import { cellText, nothingRead, readError, refused, remark } from './remarks';

/** The choice as the column spells it, compared without spaces and width; any other word is refused with the list. */
export function readChoice(cell: Cell, context: ReadContext): Reading<string> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  const key = nameKey(cellText(cell)).replace(/^尚|。$/gu, '');
  if (key === '') return nothingRead;
  const choice = context.choices.find((word) => nameKey(word) === key);
  if (choice !== undefined) return { value: choice, remarks: [] };
  if (isNotAsked(cellText(cell))) return nothingRead;
  const usual = usualChoice(key, context);
  if (usual === null) return refused('choice-unknown', cell, context, context.choices.join('、'));
  return { value: usual.choice, remarks: usual.isPlain ? [] : [remark('choice-taken', cell, context, usual.choice)] };
}

/** The choice departments write so, or hold in what they write: 受县局委托; of a ranked list the heaviest in the cell. */
function usualChoice(
  key: string,
  { choices, choiceUsages = {}, isRanked = false, words: { said } }: ReadContext,
): { readonly choice: string; readonly isPlain: boolean } | null {
  if (Object.keys(choiceUsages).length === 0) return null;
  const wordsOf = (choice: string): readonly string[] => [choice, ...(choiceUsages[choice] ?? [])].map(nameKey);
  const plain = choices.find((choice) => wordsOf(choice).includes(key));
  if (plain !== undefined) return { choice: plain, isPlain: true };
  const held = choices.flatMap((choice) =>
    wordsOf(choice).flatMap((word) => (word.length > 1 && key.includes(word) ? [{ choice, word }] : [])),
  );
  // 不予罚款 is none; 调解未果: what denies is part of the word, and nothing else is denied.
  const isDenied = (text: string): boolean => holdsWord(text, said.denials, said.noDenials);
  const sure = isDenied(key) ? withoutDenied(key, held, isDenied) : held;
  const meant = [...new Set(sure.map(({ choice }) => choice))];
  const heaviest = meant[meant.length - 1];
  return heaviest === undefined || (meant.length > 1 && !isRanked) ? null : { choice: heaviest, isPlain: false };
}

interface HeldWord {
  readonly choice: string;
  readonly word: string;
}

function withoutDenied(
  key: string,
  held: readonly HeldWord[],
  isDenied: (text: string) => boolean,
): readonly HeldWord[] {
  const denying = held.find(({ word }) => isDenied(word) && !isDenied(key.replace(word, '')));
  return denying === undefined ? [] : held.filter(({ word }) => word === denying.word || !denying.word.includes(word));
}

/** Words and signs that say yes. */
export const yesWords: readonly string[] = [
  '是',
  '有',
  '对',
  '√',
  '✓',
  '✔',
  '☑',
  '✅',
  'v',
  '1',
  'y',
  'yes',
  'true',
  '已',
];
/** Words and signs that say no. */
export const noWords: readonly string[] = [
  '否',
  '无',
  '不是',
  '没有',
  '×',
  '✗',
  '✘',
  '✖',
  '╳',
  '❌',
  '☐',
  'x',
  '0',
  'n',
  'no',
  'false',
  '未',
];

/** A word, a check mark or a check box: true, false, or null when blank; any other word is refused. */
export function readYesNo(cell: Cell, context: ReadContext): Reading<boolean> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  if (typeof cell.value === 'boolean') return { value: cell.value, remarks: [] };
  const text = cellText(cell)
    .replace(/[\s。]/gu, '')
    .toLowerCase();
  if (text === '') return nothingRead;
  if (isNotAsked(text)) return nothingRead;
  const isSo = saidOutright(text, context) ?? (context.isLead === true ? isLed(text, context) : null);
  return isSo === null ? saidBeside(text, cell, context) : { value: isSo, remarks: [] };
}

/** Words that say it with a reason or by a post, or that it is open yet. */
function saidBeside(text: string, cell: Cell, context: ReadContext): Reading<boolean> {
  if (context.choiceUsages?.未到?.includes(text) === true)
    return { value: null, remarks: [remark('yes-no-open', cell, context)] };
  const beside = saidByPost(text, context) ?? saidFirst(text, context);
  if (beside === null) return refused('yes-no-unknown', cell, context);
  return { value: beside, remarks: [remark('choice-taken', cell, context, (beside ? yesWords : noWords)[0] ?? '')] };
}

/** 分管副局长, 局长出庭: the post that makes it so; 局长未出庭. */
function saidByPost(text: string, { choiceUsages = {}, words: { rows } }: ReadContext): boolean | null {
  const words = choiceUsages.是 ?? [];
  const deed = words.find((word) => !word.startsWith('…') && text.endsWith(word)) ?? '';
  const who = text.slice(0, text.length - deed.length);
  const isPost = (post: string): boolean => words.some((word) => isTitle(post, word, rows.unitEnds));
  if (isPost(who)) return true;
  const absent = deed === '' ? who : who.replace(/[未没]有?$/u, '');
  return absent !== who && isPost(absent) ? false : null;
}

/** `是（局长）`, `未出庭，委托科长`: what stands first, where the rest does not gainsay it. */
function saidFirst(text: string, context: ReadContext): boolean | null {
  const [first = '', ...rest] = text.split(/[(),:;、]+/u).filter((piece) => piece !== '');
  if (rest.length === 0) return null;
  const said = saidOutright(first, context) ?? saidByPost(first, context);
  const deed = nameKey(context.header).slice(-2);
  const others = rest.map((piece) => saidOutright(piece, context) ?? saidByPost(piece, context));
  const isDenied = rest.some((piece) => (said === true ? /[未没不否×]/u.test(piece) : piece.includes(deed)));
  return said === null || isDenied || others.includes(!said) ? null : said;
}

/** What a word or the name of the column says: 牵头 under 是否牵头, 未出庭 under 负责人出庭; null for anything else. */
function saidOutright(text: string, { header, choiceUsages = {} }: ReadContext): boolean | null {
  const asked = nameKey(header).replace(/^是否/u, '');
  const { 是: usualYes = [], 否: usualNo = [] } = choiceUsages;
  if ([...yesWords, ...usualYes, asked].includes(text)) return true;
  // Of what should have been it says nothing.
  const bare = text.replace(/^(?:没有|[已未不])/u, '');
  if (bare.length > 1 && asked.endsWith(bare) && !asked.startsWith('应')) return !/^[没未不]/u.test(text);
  return [...noWords, ...usualNo, `未${asked}`, `不${asked}`].includes(text) ? false : null;
}

/** Who led the event: the department, alone or as the first of several, or another unit; null where that is not said. */
function isLed(text: string, { names = [], words: { rows } }: ReadContext): boolean | null {
  const units = text.split(/[、,;/和与]/u);
  const own = names.map(nameKey);
  const isOwn = (unit: string): boolean =>
    /^[本我]/u.test(unit) || own.some((name) => unit.endsWith(name) || holdsInOrder(name, unit));
  const ends = [...rows.unitEnds, ...rows.otherUnitEnds];
  const isUnit = (unit: string): boolean => ends.some((end) => unit.endsWith(end));
  if (own.length === 0 || !units.every((unit) => unit.length > 1 && isUnit(unit))) return null;
  return isOwn(units[0] ?? '') ? true : units.some(isOwn) ? null : false;
}

/** A surname, or what the post is for, before it: 分管副镇长. */
const beforeTitle = 3;

/** Whether the text is the post that `…镇长` stands for, with little before it: no unit, as in 党政办主任. */
function isTitle(text: string, word: string, unitEnds: readonly string[]): boolean {
  const post = word.slice(1);
  if (!word.startsWith('…') || !text.endsWith(post) || text.length > post.length + beforeTitle) return false;
  const before = text.slice(0, text.length - post.length);
  return !/[未没无]/u.test(before) && !unitEnds.some((end) => before.includes(end));
}

/** What parts names of units: a mark, a line break, or a blank behind what ends the name of one. */
export const partingSign = oncePer(({ nameEnds }: SaidWords): RegExp => {
  const name = `[\\p{Script=Han}]${anyOf(nameEnds)}`;
  return new RegExp(`[、，,；;/\\n]|(?<=[)）]|${name})[ \\u3000]+(?=\\p{Script=Han}{2})|(?<=[)）])\\s+`, 'u');
});

/** The names between such marks, as typed; null when there are none. */
export function readNames(cell: Cell, context: ReadContext): Reading<readonly string[]> {
  const { value, remarks } = readText(cell, context);
  const names = (value ?? '')
    .split(partingSign(context.words.said))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { value: names.length === 0 ? null : names, remarks };
}
