/** Figures that can be right but seldom are: far from last year's, the same everywhere, no crowd or too large a one. */
import { divide, fixed, multiply, plain, subtract } from '../../base/decimal';
import type { Problem } from '../../base/problem';
import { nameKey } from '../../base/text';
import type { Read } from '../../tables/read-row';
import type { Quantity } from '../../cells/readings';
import { crowdDoubt } from '../../rows/events/crowds';
import type { Figure, Rows } from '../../rows/rows';
import type { Town } from './town';

/** Below these numbers a change says nothing: 1 and 2 are 100 % apart. */
const smallest = { count: 10, money: 1 } as const;
const times = 10;
const largestChange = 50;
/** So many departments can agree by chance. */
const fewDepartments = 2;

/**
 * A figure ten times last year's or more than half above or below it, and no word of it in 备注.
 *
 * 上年值 2.4, 填报值 24000: probably 元 under 万元.
 */
export function changedMuch({ rows }: Town): readonly Problem[] {
  const lines = new Map(rows.indicators.map((line) => [line.code, line]));
  return rows.figures.flatMap((figure): readonly Problem[] => {
    const line = lines.get(figure.code);
    const [now, before] = [exact(figure.quantity), exact(figure.lastYear)];
    if (line === undefined || line.kind === 'rate' || now === null || before === null || before === 0) return [];
    const isMoney = line.kind === 'money';
    if (figure.note !== '' || Math.max(now, before) < smallest[isMoney ? 'money' : 'count']) return [];
    const says = changeText(now, before);
    if (says === null) return [];
    return [
      {
        code: 'changed-much',
        level: 'doubt',
        place: figure.quantity.place,
        actual: figure.quantity.shown,
        reason: `${line.name} ${plain(now)} 与上年值 ${plain(before)} ${says}`,
        expected: `请核对${isMoney ? '，注意是元还是万元' : ''}；确属如此的请在备注栏说明`,
      },
    ];
  });
}

function changeText(now: number, before: number): string | null {
  if (now >= multiply(before, times) || multiply(now, times) <= before) return `相差${String(times)}倍以上`;
  const percent = multiply(divide(subtract(now, before), before) ?? 0, 100);
  if (Math.abs(percent) <= largestChange) return null;
  return `相比${percent > 0 ? '增加' : '减少'}${fixed(Math.abs(percent), 1)}%`;
}

/**
 * At least three departments, and all give the same number.
 *
 * 行政检查 12, 12, 12: was one sheet copied for all?
 */
export function sameEverywhere({ rows }: Town): readonly Problem[] {
  return rows.indicators.flatMap((line): readonly Problem[] => {
    const given = rows.figures
      .filter(({ code, quantity }) => code === line.code && exact(quantity) !== null)
      .sort((a, b) => (a.department < b.department ? -1 : 1));
    const [first] = given;
    const value = first === undefined ? null : exact(first.quantity);
    if (first === undefined || value === null || value === 0 || line.kind === 'rate' || line.kind === 'flag') return [];
    const departments = new Set(given.map(({ department }) => nameKey(department)));
    if (departments.size <= fewDepartments || given.some(({ quantity }) => exact(quantity) !== value)) return [];
    return [
      {
        code: 'same-everywhere',
        level: 'doubt',
        place: first.quantity.place,
        actual: first.quantity.shown,
        reason: `${String(departments.size)}个单位填报的${line.name}都是 ${plain(value)}（${given.map(({ department }) => department).join('、')}）`,
        expected: '请核对是否照抄或统一填写',
      },
    ];
  });
}

/**
 * What a department gives for events and for the people at them.
 *
 * 场次 12, 人次 8: the two were probably mixed up.
 */
export function oddCrowds({ rows, settings }: Town): readonly Problem[] {
  const { codes } = rows.meanings;
  return settings.edition.crowds.flatMap(({ events: eventsCode, people: peopleCode, most }) =>
    rows.departments.flatMap(({ name }): readonly Problem[] => {
      const people = figureOf(rows, codes.get(peopleCode), name);
      const events = figureOf(rows, codes.get(eventsCode), name);
      const wrong = people && events ? crowdDoubt(exact(events.quantity), exact(people.quantity), most) : null;
      if (people === null || wrong === null) return [];
      const { place, shown } = people.quantity;
      return [{ ...wrong, place, actual: shown }];
    }),
  );
}

function figureOf({ figures }: Rows, code: string | undefined, department: string): Figure | null {
  return figures.find((figure) => figure.code === code && figure.department === department) ?? null;
}

function exact({ value }: Read<Quantity>): number | null {
  return value?.qualifier === '' ? value.value : null;
}
