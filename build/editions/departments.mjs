/** How other tables of an edition name its departments. */

/** How a line names the department that has a role. */
export const rolePrefix = '牵头：';

/**
 * `named` gives the name of departments.tsv behind a name, an alias or the name as the edition's usual organ says it; `牵头：角色`
 * stays as it is where a department has the role, for that is another one in another kind of organ. Undefined for none.
 * `without` gives those of the kinds of organs in which no department has the role that the text names.
 */
export function departmentsOf({ departments, words, edition }) {
  const said = usualWords({ words, edition });
  const called = departments
    .filter(({ name }) => name !== null)
    .flatMap(({ name, aliases }) => [name, said(name), ...(aliases ?? [])].map((text) => [text, name]));
  const names = new Map(called.reverse());
  const having = (text) => departments.filter(({ role }) => text === `${rolePrefix}${role}`);
  const isIn = ({ organs }, kind) => !(organs?.length > 0) || organs.includes(kind);
  return {
    named: (text) => (having(text).length > 0 ? text : names.get(text)),
    without: (text, kinds) =>
      text.startsWith(rolePrefix) ? kinds.filter((kind) => !having(text).some((one) => isIn(one, kind))) : [],
  };
}

/** Fills the words in braces as the edition's usual organ says them. */
function usualWords({ words, edition }) {
  const usual = edition.find(({ item }) => item === '机关类型')?.value ?? '';
  const wordOf = (word) => {
    const rules = words.filter((rule) => rule.word === word);
    return (rules.find(({ kinds }) => kinds?.includes(usual)) ?? rules.find(({ kinds }) => kinds?.length === 0))?.text;
  };
  return (text) => text.replace(/\{([^{}]*)\}/gu, (whole, word) => wordOf(word) ?? whole);
}
