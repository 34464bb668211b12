/** Who leads a task and who works with them, as one cell says it: `执法队、安监站`, `司法所（牵头）、派出所`, `各村`. */
import type { SaidWords } from '../../cells/readings';
import { oncePer } from '../../base/once-per';
import { anyOf, nameKey } from '../../base/text';
import type { Edition } from '../../edition/edition';
import { meansEverybody, type Directory } from '../department-names';
import { partingSign } from '../../cells/read-words';
import { fillersOf } from '../fillers';

/** The names of a cell; what is typed twice stands once. */
export interface LeadNames {
  /** Of the one unit that is judged, as typed; null where several lead, each for itself, or nobody can tell. */
  readonly lead: string | null;
  readonly partners: readonly string[];
  /** Units that each have the task for themselves: 各单位. */
  readonly each: readonly string[];
  /** Several names of which none is marked: the first leads. */
  readonly isAssumed: boolean;
}

const signsOf = oncePer((said: SaidWords) => ({
  parting: partingSign(said),
  marked: new RegExp(`[(（]${anyOf(said.leadMarks)}[)）]$`, 'u'),
  helping: new RegExp(`[(（]${anyOf(said.helpMarks)}[)）]$`, 'u'),
  leadLabel: new RegExp(`^${anyOf(said.leadLabels)}(?:单位|部门)?[:：]`, 'u'),
  partnerLabel: new RegExp(`[;；,，。、\\s]{0,3}${anyOf(said.helpLabels)}(?:单位|部门)?[:：]`, 'u'),
}));

type Signs = ReturnType<typeof signsOf>;

/** The first unit leads where no mark says otherwise, as offices list them; a cell that is one unit's name names it alone. */
export function leadNames(typed: string, directory: Directory, edition: Edition): LeadNames {
  const text = typed.trim();
  const alone = { lead: text, partners: [], each: [], isAssumed: false };
  if (text === '' || directory.meant(text) !== null) return alone;
  const signs = signsOf(edition.declared.words.said);
  const plain = (name: string): string => bare(name, signs);
  const { leading, helpers } = partedNames(text, signs);
  const first = leading.find((name) => signs.marked.test(name)) ?? leading[0];
  if (first === undefined) return alone;
  const lead = plain(first);
  const each = directory.meant(lead) === null ? unitsOf(lead, directory, edition) : [];
  const others = leading.filter((name) => name !== first).map(plain);
  const partners = [...new Set([...others, ...helpers])];
  // What stands before an unknown name may be part of it: 牵头：执法 is a role.
  if (partners.length === 0 && each.length === 0 && directory.meant(lead) === null) return alone;
  const isAssumed = others.length > 0 && !signs.marked.test(first);
  return { lead: each.length > 0 ? null : lead, partners, each, isAssumed };
}

/** The names before and behind 配合单位：, those marked as helping among the latter. */
function partedNames(
  text: string,
  signs: Signs,
): { readonly leading: readonly string[]; readonly helpers: readonly string[] } {
  const { parting, helping, leadLabel, partnerLabel } = signs;
  const [before = '', ...after] = text.split(partnerLabel);
  const named = piecesOf(before.replace(leadLabel, ''), parting);
  const helpers = [...named.filter((name) => helping.test(name)), ...after.flatMap((part) => piecesOf(part, parting))];
  return { leading: named.filter((name) => !helping.test(name)), helpers: helpers.map((name) => bare(name, signs)) };
}

/** Words that leave open which units are meant. */
const vague = /有关|相关/u;

function piecesOf(text: string, parting: RegExp): readonly string[] {
  return text
    .split(parting)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function bare(name: string, { marked, helping }: Signs): string {
  return name.replace(marked, '').replace(helping, '').trim();
}

/** The active departments 各单位, 各村 or 各执法单位 stand for; none where the words leave open who is meant. */
function unitsOf(name: string, directory: Directory, edition: Edition): readonly string[] {
  if (vague.test(name) || !meansEverybody(name, edition.words)) return [];
  const { everybody, group } = edition.words;
  const { named } = fillersOf([name], { directory, edition });
  const active = directory.departments.filter((one) => one.active);
  return active.flatMap((one) => {
    const isMeant =
      named.some((word) => nameKey(word) === nameKey(everybody)) ||
      (one.inGroup && named.includes(group)) ||
      named.includes(one.name);
    return isMeant ? [one.name] : [];
  });
}
