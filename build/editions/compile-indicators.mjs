/** The indicators of an edition, and what is known of several of them. */
import { departmentsOf } from './departments.mjs';
import { usagesOf } from './usages.mjs';

/** Finds codes; `known` any, `typed` one that departments fill in, each telling what it does not find. */
export function codesOf({ rows, tell }) {
  const byCode = new Map(rows.indicators.map((row) => [row.code, row]));
  const known = (code, at) => {
    if (code !== null && code !== '' && !byCode.has(code)) tell(at, `"${code}": no indicator of that code`);
    return code;
  };
  const typed = (code, at) => {
    const row = byCode.get(known(code, at));
    if (row !== undefined && isComputed(row)) tell(at, `"${code}": expected an indicator that departments fill in`);
    return code;
  };
  return { byCode, known, typed };
}

const isComputed = ({ kind, numerator }) => kind === 'rate' || numerator !== null;

export function compileIndicators({ rows, tell, words, numbers, core }, codes) {
  checkNames(rows.indicators, core.keys.name, tell);
  const completion = rows.indicators.filter(({ role }) => role === 'completion');
  for (const { at } of completion.slice(1)) tell(at, `角色: ${completion[0].code} has it already`);
  const departments = departmentsOf(rows);
  const usages = usagesOf(rows, 'indicators', 'code').choices;
  return rows.indicators.map((row) => {
    checkIndicator(row, { rows, tell, words, departments });
    const formulas = { tell, codes, numbers };
    checkFormula(row, 'numerator', formulas);
    checkFormula(row, 'denominator', formulas);
    checkCircle(row, codes, tell);
    const fillers = (row.filledBy ?? []).map((one) => departments.named(one) ?? one);
    return { ...row, at: undefined, filledBy: fillers.join('、'), usages: usages[row.code] ?? [] };
  });
}

/** A name or synonym may mean one indicator only. */
function checkNames(indicators, keyOf, tell) {
  const seen = new Map();
  for (const { name, synonyms, code, at } of indicators) {
    for (const one of [name, ...(synonyms ?? [])].filter((text) => text !== null)) {
      const other = seen.get(keyOf(one));
      if (other !== undefined) tell(at, `"${one}" is the name of ${other} already`);
      else seen.set(keyOf(one), code);
    }
  }
}

function checkIndicator(row, context) {
  const { tell, words } = context;
  const { at, kind, numerator, denominator, role, area, unit, redLine, minSample, threshold } = row;
  if (area !== null && !words.areas.includes(area))
    tell(at, `薄弱类别 "${area}": expected one of ${words.areas.join('、')}`);
  if (unit !== null && !words.units.includes(unit)) tell(at, `单位 "${unit}": not in units.tsv`);
  const hasFormula = numerator !== null && denominator !== null;
  const isOfTasks = role === 'completion';
  if (kind === 'rate' && isOfTasks === hasFormula)
    tell(at, `类型 比率: expected ${isOfTasks ? 'no 分子 and 分母, for the program computes it' : '分子 and 分母'}`);
  if (kind !== 'rate' && denominator !== null) tell(at, `分母 "${denominator}": only a 比率 has one`);
  if (role !== null && kind !== 'rate') tell(at, '角色: expected a 比率');
  if (threshold === null && (redLine || minSample > 1)) tell(at, '阈值 is blank, and 单项即弱 or 最小样本 is not');
  checkStanding(row, tell);
  checkFillers(row, context);
}

/** What a threshold rests on is told with its day; a law says from when on its shortfall is a weakness of its own. */
function checkStanding({ at, standing, redLine, aloneAt, aloneCases, threshold, direction, basis }, tell) {
  if (threshold === null) {
    if (standing !== 'own' || aloneAt !== null) tell(at, '阈值 is blank, and 性质 or 单列界限 is not');
    return;
  }
  if (basis === '') tell(at, '依据 is blank, and 阈值 is not');
  if (standing !== 'own' && !/\d{4}年/u.test(basis ?? '')) tell(at, `依据 "${basis}": expected the year it is of`);
  if (standing === 'law' && !redLine && aloneAt === null) tell(at, '性质 法定: expected 单项即弱 or 单列界限');
  if (redLine && aloneAt !== null) tell(at, '单项即弱 and 单列界限: expected one of them');
  if (aloneAt === null && aloneCases > 1) tell(at, '单列件数: expected 单列界限, too');
  const isBeyond = direction === 'high' ? aloneAt > threshold : aloneAt < threshold;
  if (aloneAt !== null && isBeyond) tell(at, `单列界限 "${aloneAt}": expected no better than 阈值 ${threshold}`);
}

function checkFillers(row, { rows, tell, words, departments: { named, without } }) {
  const { at, code, filledBy } = row;
  if (filledBy === null) return;
  const { group, everybody, nobody } = words.office;
  if (isComputed(row) !== filledBy.includes(nobody) || (filledBy.includes(nobody) && filledBy.length > 1)) {
    tell(
      at,
      `填报单位 "${filledBy.join('、')}": expected ${isComputed(row) ? nobody : `departments, for ${nobody} computes rates and sums only`}`,
    );
    return;
  }
  // A word in braces names other departments in other organs.
  const isKnown = (name) =>
    [group, everybody, nobody].includes(name) || name.includes('{') || named(name) !== undefined;
  for (const name of filledBy.filter((one) => !isKnown(one))) {
    tell(
      at,
      `填报单位 "${name}": expected departments or roles of departments.tsv, ${group}, ${everybody} or ${nobody}`,
    );
  }
  const kinds = rows.organs.filter(({ lacks }) => !lacks?.includes(code)).map(({ kind }) => kind);
  for (const name of filledBy.filter((one) => isKnown(one) && without(one, kinds).length > 0))
    tell(at, `填报单位 "${name}": no department has the role in ${without(name, kinds).join('、')}`);
}

const headers = { numerator: '分子', denominator: '分母' };

function checkFormula(row, part, { tell, codes, numbers }) {
  const formula = row[part];
  if (formula === null) return;
  const at = row.at;
  if (!/^[^+\-\s]+([+-][^+\-\s]+)*$/u.test(formula)) {
    tell(at, `${headers[part]} "${formula}": expected codes joined by + and -`);
    return;
  }
  for (const name of termsOf(formula)) {
    const isNumber = part === 'denominator' && (/^\d+$/u.test(name) || numbers.includes(name));
    const also = part === 'denominator' ? `, whole numbers and ${numbers.join('、')}` : '';
    if (!isNumber && !codes.byCode.has(name))
      tell(at, `${headers[part]} "${formula}": "${name}" is no code; expected codes${also}`);
    if (codes.byCode.get(name)?.kind === 'rate')
      tell(at, `${headers[part]} "${formula}": ${name} is a rate, which cannot be added`);
  }
}

function termsOf(formula) {
  return formula.split(/[+-]/u);
}

/** A sum that is a part of itself. */
function checkCircle({ code, numerator, kind, at }, codes, tell) {
  if (kind === 'rate' || numerator === null) return;
  const open = termsOf(numerator);
  const seen = new Set();
  while (open.length > 0) {
    const name = open.pop();
    if (name === code) return tell(at, `分子 "${numerator}": ${code} is a part of itself`);
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...termsOf(codes.byCode.get(name)?.numerator ?? ''));
  }
}

export function compileRelations({ rows, tell, numbers }, codes) {
  return rows.relations.map(({ left, relation, right, carried, level, unless, at }) => {
    for (const code of left ?? []) codes.known(code, at);
    const isSetting = right?.length === 1 && (numbers.includes(right[0]) || /^\d+$/u.test(right[0]));
    for (const code of isSetting ? [] : (right ?? [])) codes.known(code, at);
    const both = (left ?? []).find((code) => right?.includes(code));
    if (both !== undefined) tell(at, `"${both}" stands on both sides`);
    codes.known(carried, at);
    if (level === 'doubt' && unless?.length > 0) tell(at, '除非: only for 错误');
    return { left, relation, right, carried, level, unless };
  });
}

export function compileCrowds({ rows }, codes) {
  return rows.crowds.map(({ events, people, most, at }) => ({
    events: codes.typed(events, at),
    people: codes.typed(people, at),
    most,
  }));
}

export function compileContradictions({ rows, tell }, codes) {
  return rows.contradictions.map(({ code, atLeast, below, isShortcoming, about, words, unless, at }) => {
    if ((atLeast === null) === (below === null)) tell(at, 'expected one of 不低于 and 低于');
    return { code: codes.known(code, at), atLeast, below, isShortcoming, about, words, unless };
  });
}
