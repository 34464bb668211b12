/** What an organ is called in short and in full, as far as the name somebody gave tells. */
import { hubName } from '../base/office-names';
import type { Problem } from '../base/problem';
import { anyOf } from '../base/text';
import type { Edition } from '../edition/edition';

/** Fields of 设置 with what is written into them. */
export type OrganNames = Readonly<Partial<Record<'town' | 'partyName' | 'governmentName', string>>>;

/** What stands for a name in the examples of 设置. */
const open = '××';

/**
 * 嘉祥县大张楼镇 as 大张楼镇 and, after the examples that stand beside the settings, 嘉祥县大张楼镇人民政府. A mere kind names nothing; of a
 * name without the level above nothing is written where an example has one.
 */
export function organNames(text: string, { organ, organs, sheets }: Edition): OrganNames {
  const kind = organs.find((one) => one.kind === organ.kind);
  if (kind === undefined || [kind.kind, ...kind.synonyms].includes(text)) return {};
  const mark = kind.marks.find((one) => text.endsWith(one));
  if (mark === undefined) return {};
  const { upper, own } = partsOf(text, mark, kind.above);
  const { partyName, governmentName } = sheets.settings.columns;
  if (upper === '') return { town: text };
  const above = new RegExp(`${open}(?:${anyOf(kind.above)})`, 'u');
  const itself = new RegExp(`${open}(?:${anyOf(kind.marks)})`, 'u');
  const full = ({ help }: { readonly help: string }): string | undefined => {
    // bounded: a quoted example of a help text, which has an end
    const [, example] = /“([^“”]*××[^“”]*)”/u.exec(help) ?? [];
    if (example === undefined) return undefined;
    const rest = example.replace(itself, '\n');
    return above.test(rest) ? rest.replace(above, upper).replace('\n', own) : rest.replace('\n', upper + own);
  };
  const government = full(governmentName);
  return {
    // A name that is as long in full is not cut.
    town: government === text ? text : own,
    ...definedOnly({ partyName: full(partyName), governmentName: government }),
  };
}

/** Names that nobody wrote so are to be looked at; nothing where there are none. */
export function namesDoubt(text: string, edition: Edition): readonly Problem[] {
  const names = Object.values(organNames(text, edition));
  if (names.length === 0) return [];
  const place = { file: `${hubName}.xlsx`, sheet: edition.sheets.settings.title };
  const reason = `机关的名称按“${text}”填写：${[...new Set(names)].join('、')}`;
  return [{ code: 'from-settings', level: 'doubt', place, actual: '', reason, expected: '请在“设置”里核对' }];
}

function definedOnly(names: Readonly<Record<'partyName' | 'governmentName', string | undefined>>): OrganNames {
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
}

/** 滕州市市中街道 is 市中街道 of 滕州市: before the mark a name of its own has two signs, and so has that of the level above. */
function partsOf(
  text: string,
  mark: string,
  levels: readonly string[],
): { readonly upper: string; readonly own: string } {
  const stem = text.slice(0, text.length - mark.length);
  for (let at = stem.length - shortest; at >= shortest; at -= 1) {
    if (levels.includes(stem.charAt(at - 1))) return { upper: text.slice(0, at), own: text.slice(at) };
  }
  return { upper: '', own: text };
}

const shortest = 2;
