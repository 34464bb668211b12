/** What an edition gives an office to start with, and the words of its own. */
import { departmentsOf, rolePrefix } from './departments.mjs';
import { partNames, statusLines, statusNames } from './status-lines.mjs';
import { publicFinders, publicLists, recordlessRows, rowWords, saidWords } from './table-words.mjs';

export function compileSections({ rows, tell }, at) {
  const used = (use) => rows.sections.filter(({ uses }) => uses?.includes(use)).map(({ section }) => section);
  const shortcomings = used('不足');
  if (shortcomings.length !== 1) tell(at, `用于 不足: expected one section, not ${shortcomings.length}`);
  for (const row of rows.sections.filter(({ uses }) => uses?.includes('不足') && !uses.includes('素材'))) {
    tell(row.at, '用于 "不足": expected 素材、不足');
  }
  for (const row of rows.sections.filter(({ uses }) => uses?.includes('必写') && !uses.includes('素材'))) {
    tell(row.at, '用于 "必写": expected 素材、必写');
  }
  for (const use of ['任务', '计划'].filter((one) => used(one).length === 0))
    tell(at, `用于 ${use}: no section has it`);
  return {
    tasks: used('任务'),
    narratives: used('素材'),
    plans: used('计划'),
    required: used('必写'),
    shortcomings: shortcomings[0] ?? '',
  };
}

export function compileDepartments({ rows, tell, core }, kinds) {
  const seen = new Map();
  const roles = new Map();
  return rows.departments.map(({ id, name, aliases, kind, inGroup, role, organs, at }) => {
    checkKinds(organs, rows, at, tell);
    // Organs of two kinds may each have a department of the role.
    for (const organ of kindsOf(organs, rows)) {
      const key = `${organ} ${role}`;
      if (roles.has(key)) tell(at, `角色 "${role}": ${roles.get(key)} has it already`);
      roles.set(key, id);
    }
    for (const one of [name, ...(aliases ?? [])]) {
      if (one === null) continue;
      const compared = core.keys.name(one);
      if (seen.has(compared)) tell(at, `"${one}" is a name of ${seen.get(compared)} already`);
      seen.set(compared, id);
    }
    if (kind !== null && !kinds.includes(kind)) tell(at, `类型 "${kind}": expected one of ${kinds.join('、')}`);
    return { id, name, aliases, kind, inGroup, roles: [role], organs };
  });
}

/** Kinds of organs that use a line: all where it names none. */
function kindsOf(organs, rows) {
  return organs?.length > 0 ? organs : rows.organs.map(({ kind }) => kind);
}

function checkKinds(organs, rows, at, tell) {
  const kinds = rows.organs.map(({ kind }) => kind);
  const wrong = organs?.find((one) => !kinds.includes(one));
  if (wrong !== undefined) tell(at, `机关类型 "${wrong}": expected some of ${kinds.join('、')}`);
}

export function compileTasks({ rows, tell }, { tasks: sections }, codes) {
  const names = rows.departments.map(({ name }) => name);
  const { named, without } = departmentsOf(rows);
  return rows.tasks.map(({ id, section, title, lead, deadline, measure, indicator, organs, at }) => {
    checkKinds(organs, rows, at, tell);
    if (section !== null && !sections.includes(section))
      tell(at, `报告章节 "${section}": expected one of ${sections.join('、')}`);
    const department = lead === null ? undefined : named(lead);
    if (lead !== null && department === undefined)
      tell(at, `牵头单位 "${lead}": expected one of ${names.join('、')}, or ${rolePrefix} and a role`);
    const missing = without(lead ?? '', kindsOf(organs, rows));
    if (department !== undefined && missing.length > 0)
      tell(at, `牵头单位 "${lead}": no department has the role in ${missing.join('、')}`);
    return { id, section, title, lead: department, deadline, measure, indicator: codes.known(indicator, at), organs };
  });
}

/** `settings` finds the field of a line of 设置 by its header. */
export function compileTitles({ rows, tell }, settings) {
  const organs = ['partyName', 'governmentName'];
  return rows.titles.map((row) => {
    const unknown = [...(row.subject ?? '').matchAll(/\{([^{}]*)\}/gu)].find(
      ([, name]) => !['年度', '名称', '单位'].includes(name),
    );
    if (unknown !== undefined) tell(row.at, `标题 "${unknown[0]}": expected {年度} {名称} {单位}`);
    return {
      form: row.form,
      organs: (row.organs ?? []).map((header) => settings.named(header, row.at, '机关', organs)),
      subject: row.subject,
    };
  });
}

/** What a thing without a setting of its own is told by. */
const timeless = { code: 'time-out', reason: '', expected: '请核实这一句，或者改写' };

export function compileTimes({ rows, tell }, settings) {
  return rows.times.map((line) => {
    const { at, name, value, marks, from, to, isDefault } = line;
    const row = { name, value, marks, from, to, isDefault };
    if (row.to !== null && row.from > row.to) tell(at, `起 ${row.from} is after 止 ${row.to}`);
    const other = rows.times.find((one) => one.at.line < at.line && one.name === row.name && meet(one, row));
    if (other !== undefined) tell(at, `起、止: on some of these days line ${other.at.line} holds too`);
    const { setting, code, reason, expected } = line;
    if (setting !== null && [code, reason, expected].includes(null))
      tell(at, '代号、问题、请这样处理: needed with 设置');
    return {
      ...row,
      setting: setting === null ? '' : settings.named(setting, at, '设置', null),
      code: code ?? timeless.code,
      reason: reason ?? timeless.reason,
      expected: expected ?? timeless.expected,
    };
  });
}

function meet(one, other) {
  return (other.to === null || one.from <= other.to) && (one.to === null || other.from <= one.to);
}

/** The kinds of organ, the edition's usual one first, and the words that differ between them. */
export function compileOrgans({ rows, tell }, usual, at) {
  const kinds = rows.organs.map(({ kind }) => kind);
  if (!kinds.includes(usual)) tell(at, `机关类型 "${usual}": expected one of ${kinds.join('、')}`);
  const levels = [...new Set(rows.organs.flatMap(({ above }) => above ?? []))];
  for (const [name, known] of Object.entries({ kinds, above: levels })) {
    for (const row of rows.words) {
      const wrong = row[name]?.find((one) => !known.includes(one));
      if (wrong !== undefined) tell(row.at, `"${wrong}": expected some of ${known.join('、')}`);
    }
  }
  const words = rows.words.map(({ word }) => word);
  for (const row of rows.words) {
    const wrong = [...(row.text ?? '').matchAll(/\{([^{}]*)\}/gu)].find(([, name]) => !words.includes(name));
    if (wrong !== undefined) tell(row.at, `用词 "${row.text}": no word is called ${wrong[1]}`);
  }
  const organs = rows.organs.map(({ kind, synonyms, marks, above, lacks }) => ({
    kind,
    synonyms,
    marks,
    above,
    lacks,
  }));
  return {
    organs: [...organs.filter(({ kind }) => kind === usual), ...organs.filter(({ kind }) => kind !== usual)],
    wordRules: rows.words.map(({ word, kinds: of, above, own, text, help }) => ({
      ...{ word, kinds: of, above, text, help },
      ...(own?.length > 0 && { own }),
    })),
  };
}

export function compileDeadlines({ rows, tell }, settings) {
  return rows.deadlines.map(({ at, subject, title, month, day, fact, setting }) => {
    const isDay = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2025, month, 0)).getUTCDate();
    if (!isDay) tell(at, `月、日 "${month}月${day}日": expected a day of every year`);
    return {
      subject,
      title,
      month,
      day,
      fact,
      setting: settings.named(setting, at, '设置', ['submittedOn', 'publishedOn']),
    };
  });
}

export function compileGuide({ rows }, { filled }) {
  const said = (position) =>
    rows.guide
      .filter((row) => row.position === position)
      .sort((a, b) => a.order - b.order)
      .map(({ text, at }) => filled(text, at));
  return { before: said('before'), after: said('after') };
}

/** What must not stand in the public version. Each kind of it is looked for, and each list it goes by is there. */
export function compilePublic({ rows, tell }) {
  const at = rows.public[0]?.at ?? { file: 'public.tsv', line: 1 };
  const missing = Object.entries(publicFinders).filter(([, finds]) => !rows.public.some((row) => row.finds === finds));
  if (missing.length > 0) tell(at, `识别: no line for ${missing.map(([word]) => word).join('、')}`);
  for (const row of rows.public) {
    const isList = publicLists.includes(row.finds);
    if (isList && row.does !== null) tell(row.at, '处理: a list of words does nothing by itself');
    if (!isList && row.does === null) tell(row.at, '处理 is blank');
    if (isList && row.words?.length === 0) tell(row.at, '词 is blank');
  }
  return rows.public.map(({ name, finds, does, instead, words }) => ({ name, finds, does, instead, words }));
}

/** The words cells are read by. */
export function compileCellWords({ rows, tell, core: { keys } }, at) {
  const wordsOf = (status) => rows.statuses.find((row) => row.status === status)?.words ?? [];
  const byName = (names) => Object.fromEntries(names.map((name) => [name, wordsOf(name)]));
  const decisions = ['approved', 'refused'];
  const mayLack = ['partly', 'affirmed', 'passed'];
  const missing = statusLines.filter((status) => !mayLack.includes(status) && wordsOf(status).length === 0);
  if (missing.length > 0) tell(at, `statuses.tsv: no line for ${missing.join(' ')}`);
  const said = [...statusNames, 'partly', 'affirmed'];
  for (const group of [said, partNames, ['deferred', 'cancelled', ...decisions]]) {
    const ofGroup = rows.statuses.filter(({ status }) => group.includes(status));
    once(ofGroup, ({ words: names }) => names, { tell, keyOf: keys.name, what: '状态' });
  }
  checkNegations(rows.statuses, wordsOf('negation'), tell);
  checkForms(rows.statuses, keys.name, tell);
  once(rows.units, ({ names }) => names, { tell, keyOf: keys.name, what: '单位' });
  const families = rows.units.map(({ names }) => names ?? []);
  const fractional = rows.units.filter((row) => row.fractional).flatMap(({ names }) => names ?? []);
  const all = families.flat();
  for (const { asOne, at: line } of rows.units) {
    const strange = (asOne ?? []).find((name) => !all.includes(name));
    if (strange !== undefined) tell(line, `各算一 "${strange}": not in units.tsv`);
  }
  const asOne = rows.units.flatMap((row) => (row.asOne ?? []).map((unit) => [unit, row.names ?? []]));
  return {
    statuses: {
      meanings: byName(statusNames),
      ...byName(mayLack),
      parts: byName(partNames),
      asides: wordsOf('aside'),
      handed: wordsOf('handed'),
      planned: wordsOf('planned'),
      limit: wordsOf('limit'),
      ...byName(decisions),
    },
    units: { families, fractional, asOne },
    rows: compileRowWords({ rows, tell, keys }),
    said: wordsByKind('said', saidWords, { rows, tell }),
  };
}

/** A word that holds a negation would hide it: what is not done could be read as done. */
function checkNegations(statuses, negations, tell) {
  const signs = negations.filter((word) => [...word].length === 1);
  const mayHold = ['negation', 'overdue', 'late'];
  const judged = [
    'in-progress',
    'done',
    'ongoing',
    'partly',
    'aside',
    'handed',
    ...partNames.filter((part) => !mayHold.includes(part)),
  ];
  for (const { status, words, at } of statuses.filter((row) => judged.includes(row.status))) {
    const wrong = words?.find((word) => signs.some((sign) => word.includes(sign)));
    if (wrong !== undefined) tell(at, `叫法 "${wrong}": a word of ${status} holds a negation`);
  }
}

/** A status is compared as it is normalised; a word of another form would never be found. */
function checkForms(statuses, keyOf, tell) {
  for (const { words, at } of statuses) {
    const wrong = words?.find((word) => keyOf(word) !== word.toLowerCase());
    if (wrong !== undefined) tell(at, `叫法 "${wrong}": never found, for statuses are compared as "${keyOf(wrong)}"`);
  }
}

/** The words of rows that are no records. */
function compileRowWords({ rows, tell, keys }) {
  const ofRows = rows.rows.filter(({ kind }) => Object.values(recordlessRows).includes(kind));
  once(ofRows, ({ names }) => names, { tell, keyOf: keys.header, what: '种类' });
  return wordsByKind('rows', rowWords, { rows, tell });
}

/** The words of a table that has a line for each kind, by kind. */
function wordsByKind(table, words, { rows, tell }) {
  const at = rows[table][0]?.at ?? { file: `${table}.tsv`, line: 1 };
  const namesOf = (kind) => rows[table].find((row) => row.kind === kind)?.names ?? [];
  const kinds = Object.values(words);
  const missing = kinds.filter((kind) => namesOf(kind).length === 0);
  if (missing.length > 0) tell(at, `${table}.tsv: no line for ${missing.join(' ')}`);
  return Object.fromEntries(kinds.map((kind) => [kind, namesOf(kind)]));
}

/** No word may stand in two lines, nor twice in one: `keyOf` gives what the program compares it by. */
function once(rows, wordsOf, { tell, keyOf, what }) {
  const seen = new Map();
  for (const row of rows) {
    for (const word of wordsOf(row) ?? []) {
      const other = seen.get(keyOf(word));
      if (keyOf(word) === '') tell(row.at, `叫法 "${word}": nothing is left of it when words are compared`);
      else if (other === row) tell(row.at, `叫法 "${word}": stands here twice, differently written`);
      else if (other !== undefined)
        tell(row.at, `叫法 "${word}": line ${other.at.line} of ${other.at.file} gives it another ${what}`);
      else seen.set(keyOf(word), row);
    }
  }
}
