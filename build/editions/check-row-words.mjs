/** Words of rows that are no records, held against the headers of the tables they stand in. */

/** Kind of row → which columns' headers its words may not be, for what stands under such a header would be left out. */
const clashing = {
  totals: () => true,
  bareTotals: () => true,
  examples: () => true,
  // 备注, 说明 and 单位 head columns too; but a note begins with the word and a colon, as no record does.
  signatures: ({ required }) => required,
  // A column that only numbers the rows holds whole numbers.
  numbers: ({ type }) => type !== 'integer',
};

/** Tells each word of rows.tsv by which a column of some table would be taken for something else. */
export function checkRowWords({ rows, tell, core }) {
  const own = new Map(rows.details.map(({ sheet, kind }) => [sheet, kind]));
  const inTables = rows.columns.filter(({ sheet }) => (core.shapes[sheet]?.kind ?? own.get(sheet)) === 'table');
  for (const { kind, names, at } of rows.rows) {
    for (const word of names ?? []) {
      const column = inTables.find(
        (one) => clashing[kind]?.(one) && namesOf(one, core).includes(core.keys.header(word)),
      );
      if (column !== undefined)
        tell(
          at,
          `叫法 "${word}": ${column.sheet}.${column.field} has it as a header (${column.at.file}:${column.at.line})`,
        );
    }
  }
}

function namesOf({ header, synonyms }, { keys }) {
  return [header ?? '', ...(synonyms ?? [])].map(keys.header);
}
