/** Prefixes of namespaces: what is put into a part must mean there what it meant where it comes from. */

const declaration = /\sxmlns:([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

function declared(tag: string): ReadonlyMap<string, string> {
  return new Map(
    [...tag.matchAll(declaration)].map(([, prefix = '', double, single]) => [prefix, double ?? single ?? '']),
  );
}

function rootTag(xml: string): { readonly start: number; readonly tag: string } {
  const found = /<[\w:-]+(?:\s[^<>]*)?>/u.exec(xml.replace(/^<\?[^>]*\?>/u, (head) => ' '.repeat(head.length)));
  return { start: found?.index ?? 0, tag: found?.[0] ?? '' };
}

/** The part with the prefixes of the other one, those too that programs may pass over. Known prefixes stay what they are. */
export function withPrefixes(xml: string, other: string): string {
  const { start, tag } = rootTag(xml);
  const [mine, theirs] = [declared(tag), declared(rootTag(other).tag)];
  const added = [...theirs].filter(([prefix]) => !mine.has(prefix));
  const ignorable = (text: string): readonly string[] =>
    (/\smc:Ignorable="([^"]*)"/u.exec(text)?.[1] ?? '').split(' ').filter((prefix) => prefix !== '');
  const both = [...new Set([...ignorable(tag), ...ignorable(rootTag(other).tag)])];
  if (added.length === 0 && both.length === ignorable(tag).length) return xml;
  const end = tag.endsWith('/>') ? '/>' : '>';
  const plain = tag.slice(0, -end.length).replace(/\smc:Ignorable="[^"]*"/u, '');
  const list = both.length === 0 ? '' : ` mc:Ignorable="${both.join(' ')}"`;
  const names = added.map(([prefix, address]) => ` xmlns:${prefix}="${address}"`).join('');
  return `${xml.slice(0, start)}${plain}${names}${list}${end}${xml.slice(start + tag.length)}`;
}

/** Whether the two parts mean different things by a prefix. */
export function clash(xml: string, other: string): boolean {
  const mine = declared(rootTag(xml).tag);
  return [...declared(rootTag(other).tag)].some(([prefix, address]) => (mine.get(prefix) ?? address) !== address);
}
