/** Makes one edition of its tables. */
import { join } from 'node:path';
import { checkRowWords } from './check-row-words.mjs';
import { compileDetails } from './compile-details.mjs';
import {
  codesOf,
  compileContradictions,
  compileCrowds,
  compileIndicators,
  compileRelations,
} from './compile-indicators.mjs';
import {
  compileCellWords,
  compileDeadlines,
  compileDepartments,
  compileGuide,
  compileOrgans,
  compilePublic,
  compileSections,
  compileTasks,
  compileTimes,
  compileTitles,
} from './compile-office.mjs';
import { compileSheets } from './compile-sheets.mjs';
import { compileAreas, compileWeaknesses } from './compile-weaknesses.mjs';
import { statusNames } from './status-lines.mjs';
import { editionWords } from './table-words.mjs';
import { compileRegisters } from './usages.mjs';

/**
 * The edition, written out; `cellWords` is what stands in `declared`. `rows` are those of its tables, `names` the names of all editions;
 * `tell(at, message)` hears what is wrong, and the result is of no use then.
 */
export function compileEdition({ key, folder, rows, names, core, tell }) {
  const at = (table) => rows[table]?.[0]?.at ?? { file: join(folder, `${table}.tsv`), line: 1 };
  const { name, organKind, ...office } = wordsOf({ rows, tell }, at('edition'));
  const texts = { at, filled: fillerOf({ 自称: office.us, 全范围: office.whole, 名称: name, 默认种类: names[0] }) };
  const sections = compileSections({ rows, tell }, at('sections'));
  const cellWords = compileCellWords({ rows, tell, core }, at('statuses'));
  const words = {
    name,
    office,
    areas: rows.areas.map(({ area }) => area),
    units: cellWords.units.families.flat(),
    choices: choicesOf({ rows, sections, cellWords, names, core }),
  };
  const book = { rows, tell, core, words, texts };
  const sheets = compileSheets(book);
  const settings = settingsOf(sheets, tell);
  const context = { ...book, numbers: settings.numbers };
  const codes = codesOf(context);
  checkRowWords(book);
  checkOutpost(book, sheets.departments?.columns.kind?.choices ?? []);
  const details = compileDetails(context, sheets, codes);
  const own = new Set(rows.details.map(({ sheet }) => sheet));
  return {
    key,
    name,
    words: office,
    sheets: Object.fromEntries(
      Object.keys(core.shapes).flatMap((one) => (own.has(one) || !(one in sheets) ? [] : [[one, sheets[one]]])),
    ),
    details,
    indicators: compileIndicators(context, codes),
    relations: compileRelations(context, codes),
    registers: compileRegisters(context, codes),
    crowds: compileCrowds(context, codes),
    contradictions: compileContradictions(context, codes),
    areas: compileAreas(context, sections),
    former: rows.former.map(({ text }) => text),
    weaknesses: compileWeaknesses(context, sections, codes),
    sections,
    departments: compileDepartments(context, sheets.departments?.columns.kind?.choices ?? []),
    tasks: compileTasks(context, sections, codes),
    titles: compileTitles(context, settings),
    times: compileTimes(context, settings),
    deadlines: compileDeadlines(context, settings),
    guide: compileGuide(context, texts),
    publicRules: compilePublic(context),
    ...compileOrgans(book, organKind, at('organs')),
    cellWords,
  };
}

/** What edition.tsv says: the name, and the words of the office by the names the program has for them. */
function wordsOf({ rows, tell }, at) {
  const said = new Map(rows.edition.map((row) => [row.item, row]));
  for (const { item, at: place } of rows.edition.filter((row) => !(row.item in editionWords))) {
    tell(place, `项 "${item}": expected one of ${Object.keys(editionWords).join('、')}`);
  }
  const entries = Object.entries(editionWords).map(([item, { as, read, blank }]) => {
    const row = said.get(item);
    if (row === undefined) tell(at, `no line for ${item}`);
    if (row?.value === '') {
      if (blank === undefined) tell(row.at, `${item}: 值 is blank`);
      return [as, blank ?? ''];
    }
    const { value, expected } = row?.value == null ? {} : read(row.value);
    if (expected !== undefined) tell(row.at, `${item} "${row.value}": expected ${expected}`);
    return [as, value ?? ''];
  });
  return Object.fromEntries(entries.filter(([as]) => as !== 'order'));
}

/** The kind of departments that are asked and not told is one of the kinds there are. */
function checkOutpost({ rows, tell, words: { office } }, kinds) {
  if (office.outpost === '' || kinds.includes(office.outpost)) return;
  const { at } = rows.edition.find(({ item }) => item === '派出类型');
  tell(at, `派出类型 "${office.outpost}": expected one of ${kinds.join('、')}`);
}

/** Puts the edition's words into texts that are written for all. */
function fillerOf(values) {
  const names = new RegExp(`(?<!\\{)\\{(${Object.keys(values).join('|')})\\}(?!\\})`, 'gu');
  return (text) => (text ?? '').replace(names, (_, name) => values[name]);
}

/** The lists a column's choices may be taken from. */
function choicesOf({ rows, sections, cellWords, names, core }) {
  const { kinds, aggregates, directions, standings, onEmpty } = core.words;
  return {
    '@areas': rows.areas.map(({ area }) => area),
    '@sections': sections.tasks,
    '@narratives': sections.narratives,
    '@plans': sections.plans,
    '@statuses': statusNames.slice(0, -1).map((status) => cellWords.statuses.meanings[status][0]),
    '@titles': rows.titles.map(({ form }) => form),
    '@editions': names,
    '@organs': rows.organs.map(({ kind }) => kind),
    '@kinds': Object.values(kinds),
    '@aggregates': Object.values(aggregates),
    '@directions': Object.values(directions),
    '@standings': Object.values(standings),
    '@onEmpty': Object.values(onEmpty),
  };
}

/** Finds lines of 设置 by their headers; `numbers` are the headers of those that hold a whole number. */
function settingsOf({ settings }, tell) {
  const fields = Object.entries(settings?.columns ?? {});
  const byHeader = new Map(fields.map(([field, { header }]) => [header, field]));
  const named = (header, at, what, allowed) => {
    const field = byHeader.get(header);
    const known = fields
      .filter(([name]) => allowed === null || allowed.includes(name))
      .map(([, column]) => column.header);
    if (header !== null && !known.includes(header))
      tell(at, `${what} "${header}": expected one of ${known.join('、')}`);
    return field ?? '';
  };
  return { named, numbers: fields.filter(([, { type }]) => type === 'integer').map(([, { header }]) => header) };
}
