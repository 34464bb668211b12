/** What an edition gives an office to start with, and the words of its own. */
import { partNames, publicFinders, publicLists, statusNames } from './tables.mjs';

export function compileAreas({ rows, tell }, { plans }) {
  return rows.areas.map(({ area, rule, problem, cause, action, plan, at }) => {
    if (plan !== null && !plans.includes(plan)) tell(at, `计划章节 "${plan}": expected one of ${plans.join('、')}`);
    for (const text of [problem, cause, action]) {
      if (text?.endsWith('。')) tell(at, `"…${text.slice(-8)}": expected no full stop at the end`);
    }
    return { area, rule, problem, cause, action, plan };
  });
}

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

export function compileDepartments({ rows, tell }, kinds) {
  const seen = new Map();
  return rows.departments.map(({ id, name, aliases, kind, inGroup, at }) => {
    for (const one of [name, ...(aliases ?? [])]) {
      if (seen.has(one)) tell(at, `"${one}" is a name of ${seen.get(one)} already`);
      seen.set(one, id);
    }
    if (kind !== null && !kinds.includes(kind)) tell(at, `类型 "${kind}": expected one of ${kinds.join('、')}`);
    return { id, name, aliases, kind, inGroup };
  });
}

export function compileTasks({ rows, tell }, { tasks: sections }, codes) {
  const departments = rows.departments.map(({ name }) => name);
  return rows.tasks.map(({ id, section, title, lead, deadline, measure, indicator, at }) => {
    if (section !== null && !sections.includes(section))
      tell(at, `报告章节 "${section}": expected one of ${sections.join('、')}`);
    if (lead !== null && !departments.includes(lead))
      tell(at, `牵头单位 "${lead}": expected one of ${departments.join('、')}`);
    return { id, section, title, lead, deadline, measure, indicator: codes.known(indicator, at) };
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

export function compileCampaigns({ rows, tell }, settings) {
  return rows.campaigns.map(({ at, ...row }) => {
    if (row.from !== null && row.to !== null && row.from > row.to) tell(at, `起 ${row.from} is after 止 ${row.to}`);
    const other = rows.campaigns.find(
      (one) => one.at !== at && one.setting === row.setting && one.from <= row.to && one.to >= row.from,
    );
    if (other !== undefined && other.at.line < at.line)
      tell(at, `起、止: in some of these years line ${other.at.line} holds too`);
    return { ...row, setting: settings.named(row.setting, at, '设置', null) };
  });
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
export function compileCellWords({ rows, tell }, at) {
  const wordsOf = (status) => rows.statuses.find((row) => row.status === status)?.words ?? [];
  const byName = (names) => Object.fromEntries(names.map((name) => [name, wordsOf(name)]));
  const decisions = ['approved', 'refused'];
  const missing = [...statusNames, ...partNames, ...decisions].filter((status) => wordsOf(status).length === 0);
  if (missing.length > 0) tell(at, `statuses.tsv: no line for ${missing.join(' ')}`);
  const said = [...statusNames, 'partly'];
  for (const group of [said, partNames, ['deferred', 'cancelled', ...decisions]]) {
    const ofGroup = rows.statuses.filter(({ status }) => group.includes(status));
    once(ofGroup, ({ words: names }) => names, { tell, what: '状态' });
  }
  checkNegations(rows.statuses, wordsOf('negation'), tell);
  once(rows.units, ({ names }) => names, { tell, what: '单位' });
  const families = rows.units.map(({ names }) => names ?? []);
  const fractional = rows.units.filter((row) => row.fractional).flatMap(({ names }) => names ?? []);
  return {
    statuses: {
      meanings: byName(statusNames),
      partly: wordsOf('partly'),
      parts: byName(partNames),
      ...byName(decisions),
    },
    units: { families, fractional },
    rows: compileRowWords({ rows, tell }),
  };
}

/** A word that holds a negation would hide it: what is not done could be read as done. */
function checkNegations(statuses, negations, tell) {
  const signs = negations.filter((word) => [...word].length === 1);
  const judged = ['done', 'ongoing', ...partNames.filter((part) => part !== 'negation' && part !== 'late')];
  for (const { status, words, at } of statuses.filter((row) => judged.includes(row.status))) {
    const wrong = words?.find((word) => signs.some((sign) => word.includes(sign)));
    if (wrong !== undefined) tell(at, `叫法 "${wrong}": a word of ${status} holds a negation`);
  }
}

const rowKinds = ['totals', 'bareTotals', 'beforeTotals', 'notes', 'signatures', 'examples', 'numbers'];

/** The words of rows that are no records; every kind must have some. */
function compileRowWords({ rows, tell }) {
  const at = rows.rows[0]?.at ?? { file: 'rows.tsv', line: 1 };
  const namesOf = (kind) => rows.rows.find((row) => row.kind === kind)?.names ?? [];
  const missing = rowKinds.filter((kind) => namesOf(kind).length === 0);
  if (missing.length > 0) tell(at, `rows.tsv: no line for ${missing.join(' ')}`);
  once(rows.rows, ({ names }) => names, { tell, what: '种类' });
  return Object.fromEntries(rowKinds.map((kind) => [kind, namesOf(kind)]));
}

/** No word may stand in two lines. */
function once(rows, wordsOf, { tell, what }) {
  const seen = new Map();
  for (const row of rows) {
    for (const word of wordsOf(row) ?? []) {
      const other = seen.get(word);
      if (other !== undefined)
        tell(row.at, `叫法 "${word}": line ${other.line} of ${other.file} gives it another ${what}`);
      else seen.set(word, row.at);
    }
  }
}
