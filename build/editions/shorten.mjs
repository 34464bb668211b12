/** Writes an edition short: `src/core/edition/compiled-edition.ts` says how. */

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The values of the form in their order, and what is unusual by name. */
function lineOf(object, { order, usual }) {
  const unusual = Object.entries(object).filter(
    ([name, value]) => !order.includes(name) && !same(value, usual[name]) && value !== undefined,
  );
  return [...order.map((name) => object[name]), ...(unusual.length > 0 ? [Object.fromEntries(unusual)] : [])];
}

const mapped = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));

/** `first` is the first edition before it was shortened, null for itself. */
function shortened(edition, first, forms) {
  const { columns, ...lists } = forms;
  const sheetOf = (sheet, other) => {
    if (other !== undefined && same(sheet, other)) return 0;
    const isAsThere = (column, field) => other !== undefined && same(column, other.columns[field]);
    const lineIn = (column, field) => (isAsThere(column, field) ? 0 : lineOf(column, columns));
    return { ...sheet, columns: mapped(sheet.columns, lineIn) };
  };
  return {
    ...edition,
    ...mapped(lists, (form, name) => edition[name].map((object) => lineOf(object, form))),
    publicRules: first !== null && same(edition.publicRules, first.publicRules) ? 0 : edition.publicRules,
    sheets: mapped(edition.sheets, (sheet, name) => sheetOf(sheet, first?.sheets[name])),
    details: edition.details.map((detail) => ({ ...detail, sheet: sheetOf(detail.sheet, undefined) })),
  };
}

/** The texts of editions, in their order, as `openEditions` takes them. */
export function textsOf(editions, forms) {
  const [first] = editions;
  return editions.map((edition) => {
    const short = shortened(edition, edition === first ? null : first, forms);
    return `${edition.name}\n${JSON.stringify(short)}`;
  });
}
