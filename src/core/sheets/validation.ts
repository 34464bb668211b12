/** The rule a column lays on its cells: drop-down lists refuse, numbers and days only warn, for people may write 300余. */
import type { Column } from '../tables/sheet';
import type { CellArea, ValidationDraft } from './draft';

const yesNoChoices = ['是', '否'] as const;

/** The rule of the column's cells in `area`; null when anything may be typed. */
export function validationOf(column: Column, area: CellArea): ValidationDraft | null {
  const rule = ruleOf(column);
  return column.open && rule ? { area, rule, help: helpOf(column) } : null;
}

/** What to fill in, with unit and choices, as the note of a header or the message of a cell. */
export function helpOf({ header, unit, required, help, type, choices }: Column): string {
  const words = wordsOf(choices, type);
  const lines = [
    `${header}${required ? '（必填）' : ''}：${help}。`,
    unit === null ? '' : `单位：${unit}。`,
    words.length === 0 ? '' : `可选：${words.join('、')}。`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function ruleOf({ type, choices, list }: Column): ValidationDraft['rule'] | null {
  const words = wordsOf(choices, type);
  if (words.length > 0) return { kind: 'list', choices: words, strict: list === null };
  if (type === 'percent' || type === 'day') return { kind: type };
  return type === 'integer' || type === 'quantity' || type === 'money' ? { kind: 'number' } : null;
}

function wordsOf(choices: Column['choices'], type: Column['type']): readonly string[] {
  return type === 'yesNo' ? yesNoChoices : choices;
}
