/** What an edition's own sheets of the departments' workbooks give: figures, and checks within a row. */

/** One detail sheet for each line of details.tsv, with its lines, shares and checks. */
export function compileDetails({ rows, tell, core }, sheets, codes) {
  const known = new Map(rows.details.map((row) => [row.sheet, row]));
  for (const name of ['lines', 'shares', 'checks']) {
    for (const { sheet, at } of rows[name].filter((row) => !known.has(row.sheet))) {
      tell(at, `表 "${sheet}": expected one of ${[...known.keys()].join('、')}`);
    }
  }
  for (const { sheet, at } of rows.details.filter((row) => row.sheet in core.shapes)) {
    tell(at, `表 "${sheet}": the program has a sheet of that name`);
  }
  return rows.details
    .filter(({ sheet }) => sheet in sheets)
    .map((row) => detailOf(row, sheets[row.sheet], { rows, tell, codes }));
}

function detailOf(row, sheet, { rows, tell, codes }) {
  const fields = fieldsOf(sheet, tell);
  const own = (name) => rows[name].filter((one) => one.sheet === row.sheet);
  const { kind, madeFor, isRequired, guide, at } = row;
  if (kind === 'form' && (row.day ?? row.leads ?? row.topic) !== null)
    tell(at, '日期列、牵头列、主题列: blank, for this is a form');
  if (kind === 'table' && own('lines').length > 0) tell(own('lines')[0].at, `表 "${row.sheet}": expected a form`);
  for (const one of [...own('shares'), ...own('checks')].filter(() => kind === 'form'))
    tell(one.at, `表 "${row.sheet}": expected a table`);
  if ((row.leads === null) !== (row.topic === null)) tell(at, '牵头列、主题列: expected both or none');
  return {
    key: row.sheet,
    sheet,
    madeFor,
    isRequired,
    day: row.day === null ? null : fields.named(row.day, at, ['day']),
    joint:
      row.leads === null || row.topic === null
        ? null
        : { leads: fields.named(row.leads, at, ['yesNo']), topic: fields.named(row.topic, at, ['text']) },
    lines: own('lines').map(({ header, code, at: place }) => ({
      field: fields.named(header, place, numeric),
      code: codes.known(code, place),
    })),
    roster: own('lines').flatMap(({ header, rosterColumns, rosterCounts, rosterNot, at: place }) =>
      rosterColumns === null
        ? []
        : {
            field: fields.named(header, place, numeric),
            columns: rosterColumns.filter((name) => name !== everyPerson),
            counts: rosterCounts,
            not: rosterNot,
          },
    ),
    shares: own('shares').map((share) => shareOf(share, fields, codes)),
    checks: own('checks').map((check) => checkOf(check, fields, tell)),
    guide,
  };
}

/** In 名册列: no column decides. */
const everyPerson = '全员';

const numeric = ['quantity', 'money', 'integer', 'percent'];

/** Finds the fields of a sheet by their headers. */
function fieldsOf({ title, columns }, tell) {
  const byHeader = new Map(Object.entries(columns).map(([field, { header }]) => [header, field]));
  const named = (header, at, types) => {
    const field = byHeader.get(header);
    if (field === undefined) {
      tell(at, `"${header}": no such column in ${title}, expected one of ${[...byHeader.keys()].join('、')}`);
      return null;
    }
    const { type } = columns[field];
    if (types !== null && !types.includes(type))
      tell(at, `"${header}": expected a column of type ${types.join(' or ')}, not ${type}`);
    return field;
  };
  return { named, condition: (one, at) => conditionOf(one, at, { named, columns, tell }) };
}

/** A day of the report's period, whatever the day of the sheet is; a sheet without the column goes by its own. */
const within = '期内';

function conditionOf({ header, sign, word }, at, { named, columns, tell }) {
  const field = named(header, at, null);
  if (field === null) return null;
  const { type, choices = [] } = columns[field];
  if (word === '有' && sign === '=') return { field, test: 'filled', word: '' };
  if (word === within && sign === '=') {
    if (type !== 'day') tell(at, `条件 "${header}=${word}": expected a column of days`);
    return { field, test: 'dated', word: '' };
  }
  if (word === '本单位' && sign === '=') return { field, test: 'own-name', word: '' };
  if (word === '不重复' && sign === '=') return { field, test: 'once', word: '' };
  const words = type === 'yesNo' ? ['是', '否'] : choices;
  if (words.length > 0 && !words.includes(word)) {
    tell(at, `条件 "${header}${sign}${word}": expected one of ${[...words, '有'].join('、')}`);
  }
  return { field, test: sign === '=' ? 'is' : 'is-not', word };
}

function shareOf({ code, headers, where, saysZero, isTotal, at }, fields, codes) {
  const own = (where ?? []).find(({ word, sign }) => word === within && sign === '=');
  return {
    code: codes.typed(code, at),
    fields: (headers ?? []).map((header) => fields.named(header, at, numeric)),
    where: (where ?? []).map((one) => fields.condition(one, at)),
    ...(own !== undefined && { day: fields.named(own.header, at, null) }),
    saysZero,
    isTotal,
  };
}

/** Which cells a check of each kind must have, and which must be blank. */
const cellsOfKind = {
  part: { needs: ['other'], blank: ['most', 'code', 'reason', 'expected'] },
  crowd: { needs: ['other', 'most'], blank: ['code', 'reason', 'expected'] },
  filled: { needs: ['code', 'reason', 'expected'], blank: ['other', 'most'] },
  blank: { needs: ['code', 'reason', 'expected'], blank: ['other', 'most'] },
  words: { needs: ['code', 'reason', 'expected'], blank: ['most'] },
};
const names = { other: '另一列', most: '至多', code: '代号', reason: '问题', expected: '请这样处理' };

function checkOf(row, fields, tell) {
  const { kind, header, other, most, where, words, code, reason, expected, at } = row;
  if (kind === null) return null;
  const { needs, blank } = cellsOfKind[kind];
  for (const name of needs.filter((one) => row[one] === null)) tell(at, `${names[name]} is blank`);
  for (const name of blank.filter((one) => row[one] !== null)) tell(at, `${names[name]}: blank for this kind`);
  const wanted = kind === 'filled' || kind === 'blank' ? 1 : 0;
  if ((kind === 'words') !== words?.length > 0) tell(at, `字样: expected ${kind === 'words' ? 'some' : 'none'}`);
  if (where?.length !== wanted) tell(at, `条件: expected ${wanted === 0 ? 'none' : 'one'}`);
  if (kind === 'part') {
    return { kind, part: fields.named(header, at, numeric), whole: other && fields.named(other, at, numeric) };
  }
  if (kind === 'crowd') {
    return { kind, events: other && fields.named(other, at, numeric), people: fields.named(header, at, numeric), most };
  }
  if (kind === 'words') {
    const field = fields.named(header, at, null);
    return { kind, code, field, count: other && fields.named(other, at, numeric), words, reason, expected };
  }
  const condition = where?.[0] ? fields.condition(where[0], at) : null;
  return { kind, code, field: fields.named(header, at, null), where: condition, reason, expected };
}
