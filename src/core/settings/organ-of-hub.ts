/** Which kind of organ a hub belongs to: what its 设置 says, or what its names show. */
import type { Place } from '../base/place';
import type { Problem } from '../base/problem';
import type { Edition } from '../edition/edition';
import type { OrganChoice, OrganKind } from '../edition/organ';
import { wordings } from './wordings';

/** A line of 设置 as it stands there; a line that is not there is blank. */
interface SettingLine {
  /** On one line, `shown` as typed. */
  readonly text: string;
  readonly shown: string;
  readonly place: Place;
}

/** The lines by field. */
export type SettingLines = (field: string) => SettingLine;

interface FoundOrgan {
  readonly organ: OrganChoice;
  readonly problems: readonly Problem[];
}

/** The kind by the setting, else by the names, else the edition's usual one; the level above by 上级党委政府, else by the names, else unknown. */
export function organOfHub(lines: SettingLines, edition: Edition): FoundOrgan {
  const { organs, sheets } = edition;
  const names = ['governmentName', 'partyName', 'town'].map(lines).filter(({ text }) => text !== '');
  const shown = names.map((line) => ({ line, kind: kindNamed(line.text, organs) })).find(({ kind }) => kind !== null);
  const typed = organs.find(({ kind }) => kind === lines('organKind').text);
  const kind = typed ?? shown?.kind ?? organs[0];
  const own = wordings(lines('wordings').shown, lines('wordings').place, edition).value;
  const { header } = sheets.settings.columns.organKind;
  return {
    organ: {
      kind: kind?.kind ?? '',
      above: kind === undefined ? '' : levelAbove(lines, kind),
      own,
      names: ownNames(lines),
    },
    problems: shown === undefined ? [] : kindProblems({ typed, shown, usual: organs[0], header, lines }),
  };
}

/** What the organ is called, in full and in short. */
export function ownNames(lines: SettingLines): readonly string[] {
  return ['governmentName', 'town'].map((field) => lines(field).text).filter((name) => name !== '');
}

/** The bodies of a list that are not the organ itself: 县司法局 is, in 嘉祥县司法局. */
export function othersIn(list: string, names: readonly string[]): string {
  const bodies = list.split('、');
  const others = bodies.filter((body) => body.length < shortestName || !names.some((name) => name.endsWith(body)));
  return others.length === bodies.length ? list : others.join('、');
}

/** What is shorter ends names of many: 党委, 政府. */
const shortestName = 3;

/** By spelling the same as 上级党委政府 and the full names tell; empty where neither does. */
function levelAbove(lines: SettingLines, kind: OrganKind): string {
  const said = levelSaid(lines('superior').text, kind);
  const named = levelsNamed(lines, kind);
  return said !== null && (named.length === 0 || named.includes(said)) ? said : (named[named.length - 1] ?? said ?? '');
}

/** 上级党委政府 of a level the full names do not know: 县委、县政府 over an organ of a district. Null where nothing speaks against it. */
export function strangeSuperior(lines: SettingLines, { organ, organs }: Edition): string | null {
  const kind = organs.find((one) => one.kind === organ.kind);
  const said = kind === undefined ? null : levelSaid(lines('superior').text, kind);
  return said === null || said === organ.above ? null : said;
}

/** 县 of 县委、县政府; null when it is addressed otherwise. */
function levelSaid(superior: string, { above }: OrganKind): string | null {
  return above.find((level) => new RegExp(`${level}(?:委|政府|人民政府)`, 'u').test(superior)) ?? null;
}

/** The levels in a full name before the organ's own name, from the top: 市, 县. */
function levelsNamed(lines: SettingLines, { above, marks }: OrganKind): readonly string[] {
  const town = lines('town').text;
  const levels = ['governmentName', 'partyName'].map((field) => {
    const name = lines(field).text;
    // What is called in full as it is in short, as a bureau is, bears the level in its own name.
    const isCut = town !== '' && name !== town && name.includes(town);
    const ownName = isCut ? name.indexOf(town) : lastMark(name, marks).at;
    return Array.from(ownName < 0 ? '' : name.slice(0, ownName)).filter((letter) => above.includes(letter));
  });
  return levels.find((found) => found.length > 0) ?? [];
}

/** The kind whose mark stands furthest right: 镇 of 城镇, but 局 of 城镇管理局. */
function kindNamed(name: string, organs: readonly OrganKind[]): OrganKind | null {
  const ends = organs.map((kind) => ({ kind, ...lastMark(name, kind.marks) })).filter(({ at }) => at >= 0);
  const [best] = [...ends].sort((left, right) => right.end - left.end || left.at - right.at);
  return best?.kind ?? null;
}

function lastMark(name: string, marks: readonly string[]): { readonly at: number; readonly end: number } {
  const found = marks.map((mark) => ({ at: name.lastIndexOf(mark), end: name.lastIndexOf(mark) + mark.length }));
  return (
    found.filter(({ at }) => at >= 0).sort((left, right) => right.end - left.end || left.at - right.at)[0] ?? {
      at: -1,
      end: -1,
    }
  );
}

/** The organ somebody means by a kind, another word for it, or a name; null for none of them. */
export function organNamed(text: string, { organs }: Pick<Edition, 'organs'>): OrganChoice | null {
  const kind = organs.find((one) => [one.kind, ...one.synonyms].includes(text)) ?? kindNamed(text, organs);
  if (kind === null) return null;
  const levels = Array.from(text.slice(0, Math.max(0, lastMark(text, kind.marks).at))).filter((letter) =>
    kind.above.includes(letter),
  );
  return { kind: kind.kind, above: levels[levels.length - 1] ?? kind.above[0] ?? '', own: {} };
}

interface Kinds {
  readonly typed: OrganKind | undefined;
  readonly shown: { readonly line: SettingLine; readonly kind: OrganKind | null };
  readonly usual: OrganKind | undefined;
  readonly header: string;
  readonly lines: SettingLines;
}

/** The setting is blank and the names show an unusual kind, or both say something else. */
function kindProblems({ typed, shown: { line, kind }, usual, header, lines }: Kinds): readonly Problem[] {
  if (kind === null || kind === typed || (typed === undefined && kind === usual)) return [];
  if (typed === undefined) {
    const reason = `${header}没有填，按“${line.text}”看作${kind.kind}`;
    return [
      {
        code: 'organ-guessed',
        level: 'note',
        place: line.place,
        actual: line.text,
        reason,
        expected: `请在“${header}”一行选${kind.kind}，不是的选别的`,
      },
    ];
  }
  const { place } = lines('organKind');
  const reason = `${header}是“${typed.kind}”，“${line.text}”却像是${kind.kind}`;
  return [
    { code: 'organ-other', level: 'doubt', place, actual: typed.kind, reason, expected: `请核对${header}和机关的名称` },
  ];
}
