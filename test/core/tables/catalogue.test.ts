import { areas } from '../../../src/core/edition/indicator-words';
import { casesTable, computedBy, coverForm, departmentsTable, figuresTable, holidaysTable, indicators, indicatorsTable, narrativesTable, progressTable, publicityTable, publishedTable, settingsForm, starterDepartments, starterTasks, suggestionsTable, taskSections, tasksTable, teamCodes, teamForm, trainingTable, weakAreas, weakAreasTable } from '../../edition';
import type { Form, Table } from '../../../src/core/tables/sheet';

const hub: readonly (Table | Form)[] = [
  settingsForm,
  departmentsTable,
  tasksTable,
  indicatorsTable,
  weakAreasTable,
  narrativesTable,
  holidaysTable,
  publishedTable,
];
const department: readonly (Table | Form)[] = [
  coverForm,
  progressTable,
  figuresTable,
  teamForm,
  trainingTable,
  publicityTable,
  casesTable,
  suggestionsTable,
];
const codes = indicators.map(({ code }) => code);
const doubles = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => words.indexOf(word) !== index);
const parts = (formula: string | null): readonly string[] => formula?.split(/[+-]/u) ?? [];

describe('the sheets', () => {
  it.each([...hub, ...department])('$title explains each of its columns', ({ columns }) => {
    expect(Object.values(columns).filter(({ help }) => help === '')).toEqual([]);
  });

  it.each([...hub, ...department])('$title has no two columns known by one name', ({ columns }) => {
    expect(doubles(Object.values(columns).flatMap(({ header, synonyms }) => [header, ...synonyms]))).toEqual([]);
  });

  it.each([...hub, ...department])('$title offers words for each choice', ({ columns }) => {
    const bare = Object.values(columns).filter(({ type, choices }) => type === 'choice' && choices.length === 0);
    expect(bare).toEqual([]);
  });

  it.each([hub, department])('a workbook has no two sheets known by one name', (...sheets) => {
    expect(doubles(sheets.flatMap(({ title, synonyms }) => [title, ...synonyms]))).toEqual([]);
  });
});

describe('the indicators', () => {
  it('have unique codes and names', () => {
    expect(doubles(codes)).toEqual([]);
    expect(doubles(indicators.map(({ name }) => name))).toEqual([]);
  });

  it('cover A1 to F3', () => {
    const groups = { A: 6, B: 8, C: 12, D: 11, E: 8, F: 3 };
    const expected = Object.entries(groups).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, index) => `${group}${String(index + 1)}`),
    );
    expect(codes.filter((code) => !code.includes('.')).sort()).toEqual(expected.sort());
  });

  it('have names a template can use as fields', () => {
    expect(indicators.filter(({ name }) => !/^\p{sc=Han}[\p{sc=Han}\d]*$/u.test(name))).toEqual([]);
  });

  it('are computed from lines that exist', () => {
    const known = new Set([...codes, '行政村数', '1']);
    const used = indicators.flatMap(({ numerator, denominator }) => [...parts(numerator), ...parts(denominator)]);
    expect(used.filter((part) => !known.has(part))).toEqual([]);
  });

  it('are never typed where they are computed', () => {
    const computed = indicators.filter(({ kind, numerator }) => kind === 'rate' || numerator !== null);
    expect(computed.filter(({ filledBy }) => filledBy !== computedBy)).toEqual([]);
  });

  it('give a basis for each threshold and an explanation for each line', () => {
    expect(indicators.filter(({ threshold, basis }) => threshold !== null && basis === '')).toEqual([]);
    expect(indicators.filter(({ help }) => help === '')).toEqual([]);
  });

  it('have a red line only where the law draws one', () => {
    const redLines = indicators.filter(({ redLine }) => redLine).map(({ code }) => code);
    expect(redLines).toEqual(['B2', 'B5', 'C6', 'D2', 'D3', 'D4', 'D8']);
  });

  it('are filled by units that exist', () => {
    const units = new Set([...starterDepartments.map(({ name }) => name), '执法单位', '各单位', computedBy]);
    expect(indicators.flatMap(({ filledBy }) => filledBy.split('、')).filter((unit) => !units.has(unit))).toEqual([]);
  });

  it('are asked only once: what 执法队伍 gives is a line of its own', () => {
    expect(Object.values(teamCodes).filter((code) => !codes.includes(code))).toEqual([]);
    expect(doubles(Object.values(teamCodes))).toEqual([]);
  });
});

describe('the starting rows', () => {
  it('word every weak area once, in the areas’ order', () => {
    expect(weakAreas.map(({ area }) => area)).toEqual(areas);
  });

  it('put each measure into a section of the plan', () => {
    const plans: readonly string[] = weakAreasTable.columns.plan.choices;
    expect(weakAreas.filter(({ plan }) => !plans.includes(plan))).toEqual([]);
  });

  it('give each task a section, a unit and an indicator that exist', () => {
    const units = starterDepartments.map(({ name }) => name);
    const sections: readonly string[] = taskSections;
    expect(starterTasks.filter(({ section }) => !sections.includes(section))).toEqual([]);
    expect(starterTasks.filter(({ lead }) => !units.includes(lead))).toEqual([]);
    expect(starterTasks.filter(({ indicator }) => indicator !== '' && !codes.includes(indicator))).toEqual([]);
    expect(doubles(starterTasks.map(({ id }) => id))).toEqual([]);
  });
});
