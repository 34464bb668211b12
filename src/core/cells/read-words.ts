/** Reads cells whose words are fixed or listed: one of a few words, 是 or 否, names. */
import type { Cell } from '../base/grid';
import { nameKey } from '../base/text';
import { readText } from './read-text';
import type { ReadContext, Reading } from './readings';
import { cellText, nothingRead, readError, refused, remark } from './remarks';

/** The choice as the column spells it, compared without spaces and width; any other word is refused with the list. */
export function readChoice(cell: Cell, context: ReadContext): Reading<string> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  const key = nameKey(cellText(cell)).replace(/^尚|。$/gu, '');
  if (key === '') return nothingRead;
  const choice = context.choices.find((word) => nameKey(word) === key);
  if (choice !== undefined) return { value: choice, remarks: [] };
  const usual = usualChoice(key, context);
  if (usual === null) return refused('choice-unknown', cell, context, context.choices.join('、'));
  return { value: usual.choice, remarks: usual.isPlain ? [] : [remark('choice-taken', cell, context, usual.choice)] };
}

/** Words before which a choice is not what is meant: 不予罚款. */
const denied = /[不未免无非难]|没(?!收)/u;

/** The choice departments write so, or hold in what they write: 受县局委托; of a ranked list the heaviest in the cell. */
function usualChoice(
  key: string,
  { choices, choiceUsages = {}, isRanked = false }: ReadContext,
): { readonly choice: string; readonly isPlain: boolean } | null {
  if (Object.keys(choiceUsages).length === 0) return null;
  const wordsOf = (choice: string): readonly string[] => [choice, ...(choiceUsages[choice] ?? [])].map(nameKey);
  const plain = choices.find((choice) => wordsOf(choice).includes(key));
  if (plain !== undefined) return { choice: plain, isPlain: true };
  if (denied.test(key)) return null;
  const held = choices.filter((choice) => wordsOf(choice).some((word) => word.length > 1 && key.includes(word)));
  const heaviest = held[held.length - 1];
  return heaviest === undefined || (held.length > 1 && !isRanked) ? null : { choice: heaviest, isPlain: false };
}

/** Words and signs that say yes. */
export const yesWords: readonly string[] = ['是', '有', '对', '√', '✓', '✔', '☑', '1', 'y', 'yes', 'true', '已'];
/** Words and signs that say no. */
export const noWords: readonly string[] = [
  '否',
  '无',
  '不是',
  '没有',
  '×',
  '✗',
  '✘',
  '☐',
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
  // 牵头 under 是否牵头.
  const asked = nameKey(context.header).replace(/^是否/u, '');
  const { 是: usualYes = [], 否: usualNo = [] } = context.choiceUsages ?? {};
  if ([...yesWords, ...usualYes, asked].includes(text)) return { value: true, remarks: [] };
  // 未出庭 under 负责人出庭; of what should have been it says nothing.
  const bare = text.replace(/^(?:没有|[已未不])/u, '');
  if (bare.length > 1 && asked.endsWith(bare) && !asked.startsWith('应'))
    return { value: !/^[没未不]/u.test(text), remarks: [] };
  return [...noWords, ...usualNo, `未${asked}`, `不${asked}`].includes(text)
    ? { value: false, remarks: [] }
    : refused('yes-no-unknown', cell, context);
}

/** The names between 、，；/ or line breaks, as typed; null when there are none. */
export function readNames(cell: Cell, context: ReadContext): Reading<readonly string[]> {
  const { value, remarks } = readText(cell, context);
  const names = (value ?? '')
    .split(/[、，,；;/\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { value: names.length === 0 ? null : names, remarks };
}
