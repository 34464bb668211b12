/** Which figures the names of a header mean, where indicators stand across. */
import type { Grid } from '../../base/grid';
import { headerKey, nameKey } from '../../base/text';
import { tablesAmong, type Declared } from '../declared';
import { knownNames } from '../match-headers';
import { isUsualName, titlesOn } from '../usages/usual-title';
import type { AcrossColumn } from './across';
import { lineOf, lineOfBoth, type FigureLine } from './figure-lines';

/** What a header of one column names. */
type Named = Omit<AcrossColumn, 'column'>;

type NameReader = (names: readonly string[]) => Named | null;

/** The ways from a header's names to a figure. */
export interface FigureNames {
  /** By a name that can mean nothing else. */
  readonly named: NameReader;
  /** By a word as short as 立案, which says enough beside columns of these subjects. */
  readonly beside: (subjects: ReadonlySet<string>) => NameReader;
}

/** `行政处罚实施数量(宗)合计(宗)` is the number of what stands above it. */
const totalOf = /(?:\([^()]*\))?(?:合计|总计|总数|小计)(?:\([^()]*\))?$/u;

/** Whether there is one: 是否有法治文化阵地. */
const asked = /^(?:是否(?:有|建有|建成|为|是)?|有无|建有|有)/u;

/** How the figures' names are read on this sheet. */
export function figureNames(grid: Grid, declared: Declared, lines: readonly FigureLine[]): FigureNames {
  const usual = usualNames(grid, declared, lines);
  const named = (names: readonly string[]): Named | null => {
    const read = (all: readonly string[]): Named | null => lineNamed(all, lines) ?? usual(all);
    return (
      read(names) ??
      read(names.flatMap((name) => (totalOf.test(name) ? [name.replace(totalOf, '')] : []))) ??
      read(names.flatMap(wholeName)) ??
      read(names.flatMap((name) => (asked.test(name) ? [name.replace(asked, '')] : [])))
    );
  };
  return {
    named,
    beside: (subjects) => (names) => shortName([...names, ...names.flatMap(wholeName)], lines, subjects),
  };
}

/** The figure that a row's name means by a name or word that no other goes by; null for none. */
export function lineCalled(lines: readonly FigureLine[]): (name: string) => FigureLine | null {
  const read = reader(lines, ({ names, usages }) => [...names, ...usages].map(nameKey));
  return (name) => {
    const key = nameKey(name);
    return read([key, ...wholeName(key)])?.line ?? null;
  };
}

/** `行政强制(件)其中:措施` without what is said between: 行政强制措施, with the unit behind it. */
function wholeName(name: string): readonly string[] {
  const units = name.match(/\([^()]*\)/gu) ?? [];
  const bare = name.replace(/其中:?|\([^()]*\)/gu, '');
  const whole = bare + (units[units.length - 1] ?? '');
  return bare === '' || whole === name ? [] : [whole];
}

/** By name, by code, or by both written together; a unit may stand in brackets behind it. */
function lineNamed(names: readonly string[], lines: readonly FigureLine[]): Named | null {
  for (const name of names) {
    const [bare, unit] = parted(name);
    const line = lineOf(lines, { code: bare, name: bare }) ?? lineOfBoth(lines, bare);
    if (line !== undefined) return { line, unit };
  }
  return null;
}

/** So many characters of an indicator's name say what it is about: 执法经费 of 执法经费到位. */
const subject = 4;

/** How a thing is counted, behind its name. */
const counting = /(?:件数|次数|人数|数量|量|数)$/u;

/**
 * By what departments call it, in a table of figures or one with a row a unit, where it heads no column of a list. A word as short as 到位数
 * says nothing of what it counts: the title must name that. A word that two indicators go by is none's.
 */
function usualNames(grid: Grid, declared: Declared, lines: readonly FigureLine[]): NameReader {
  const { figures, department } = declared;
  const isOfFigures = isUsualName(grid, figures.table);
  if (!isOfFigures && !isOfUnits(grid, declared)) return () => null;
  const lists = isOfFigures ? [] : tablesAmong(department).filter((one) => one !== figures.table);
  const foreign = new Set(lists.flatMap(knownNames));
  const titles = titlesOn(grid).map(nameKey).join(' ');
  return reader(lines, (line) => {
    const about = nameKey(line.names[0] ?? '').slice(0, subject);
    const isTitled = titles.includes(about.slice(0, 2)) && titles.includes(about.slice(2));
    const bare = line.names.map((name) => nameKey(name).replace(counting, ''));
    const words = line.usages.map(nameKey).filter((word) => isTitled || word.length > subject);
    const all = [
      ...bare.filter(({ length }) => length >= subject),
      ...words,
      ...bare.flatMap((name) => restsOf(name, titles)),
    ];
    return all.filter((word) => !foreign.has(word));
  });
}

const searchedRows = 10;

/** Whether one of the first columns holds units, by its heading. */
function isOfUnits({ rows, part }: Grid, { words }: Declared): boolean {
  const headings = new Set(words.rows.unitHeadings.map(headerKey));
  const top = part?.top ?? 0;
  const first = rows.slice(top, top + searchedRows).flatMap((cells) => cells.slice(0, 2));
  return first.some((cell) => headings.has(headerKey(cell?.shown ?? '')));
}

/** By any word departments use for one figure of these subjects, and for no other of them. */
function shortName(
  names: readonly string[],
  lines: readonly FigureLine[],
  subjects: ReadonlySet<string>,
): Named | null {
  const near = lines.filter(({ about }) => subjects.has(about));
  return reader(near, ({ names: own, usages }) => [...own, ...usages].map(nameKey))(names);
}

function reader(lines: readonly FigureLine[], wordsOf: (line: FigureLine) => readonly string[]): NameReader {
  const known = new Map<string, FigureLine | null>();
  for (const line of lines) for (const word of new Set(wordsOf(line))) known.set(word, known.has(word) ? null : line);
  return (names) => {
    for (const name of names) {
      const [said, unit] = parted(name);
      const bare = said.replace(/、/gu, '');
      const line = known.get(bare) ?? known.get(bare.replace(counting, ''));
      if (line != null) return { line, unit };
    }
    return null;
  };
}

/** What a name says beside the title: 应办结 of 信访应办结 under 信访工作情况. */
function restsOf(name: string, titles: string): readonly string[] {
  return [2, 3, 4].flatMap((length) =>
    name.length > length + 1 && titles.includes(name.slice(0, length)) ? [name.slice(length)] : [],
  );
}

/** `行政检查次数(次)` → the name and the unit. */
function parted(name: string): readonly [string, string] {
  const [, bare = name, unit = ''] = /^([^()]+)\((?:单位:)?([^()]{1,6})\)$/u.exec(name) ?? [];
  return [bare, unit];
}
