/** An object without what is as usual. */
export function compact(object, usual) {
  const entries = Object.entries(object).filter(
    ([name, value]) => !(name in usual) || JSON.stringify(value) !== JSON.stringify(usual[name]),
  );
  return Object.fromEntries(entries);
}
