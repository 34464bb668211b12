/** Namespaces under the prefixes by which everything behind the door knows them, wherever and however a part declares them. */
import { eachTag } from './xml-text';

const schemas = 'http://schemas.openxmlformats.org';
const usual: ReadonlyMap<string, string> = new Map([
  [`${schemas}/wordprocessingml/2006/main`, 'w'],
  [`${schemas}/officeDocument/2006/relationships`, 'r'],
  [`${schemas}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${schemas}/markup-compatibility/2006`, 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
]);

/** Prefix → namespace, of those in the table; empty for the default one. */
type Scope = ReadonlyMap<string, string>;

interface Declared {
  readonly prefix: string;
  readonly space: string;
}

/** The same text where all have their usual prefixes. Declarations stay: values may name their prefixes. */
export function withUsualPrefixes(xml: string): string {
  const odd = oddSpaces(xml);
  if (odd.size === 0) return xml;
  const open: { readonly name: string; readonly scope: Scope }[] = [];
  return eachTag(xml, (tag) => {
    if (tag.startsWith('</')) return `</${open.pop()?.name ?? tag.slice(2, -1).trim()}>`;
    const scope = within(open[open.length - 1]?.scope ?? new Map<string, string>(), tag);
    const written = renamed(open.length === 0 ? withDeclarations(tag, odd) : tag, { scope, odd });
    if (!tag.endsWith('/>')) open.push({ name: /^<([^\s<>/]+)/u.exec(written)?.[1] ?? '', scope });
    return written;
  });
}

/** Namespaces of the table under other prefixes, but for those whose usual prefix stands for something else. */
function oddSpaces(xml: string): ReadonlySet<string> {
  const odd = new Set<string>();
  const taken = new Set<string>();
  for (let at = xml.indexOf('xmlns'); at >= 0; at = xml.indexOf('xmlns', at + 1)) {
    const [declared] = declarations(xml.slice(at - 1, at + longest));
    if (declared === undefined) continue;
    const { prefix, space } = declared;
    const wanted = usual.get(space);
    if (wanted !== prefix) taken.add(prefix);
    if (wanted !== undefined && wanted !== prefix) odd.add(space);
  }
  return new Set([...odd].filter((space) => !taken.has(usual.get(space) ?? '')));
}

/** A declaration is no longer than that. */
const longest = 300;

function declarations(tag: string): readonly Declared[] {
  const found = tag.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu);
  return [...found].map(([, prefix = '', double, single = '']) => ({ prefix, space: double ?? single }));
}

function within(outer: Scope, tag: string): Scope {
  if (!tag.includes('xmlns')) return outer;
  return new Map([...outer, ...declarations(tag).map(({ prefix, space }) => [prefix, space] as const)]);
}

function withDeclarations(tag: string, odd: ReadonlySet<string>): string {
  const known = new Set(declarations(tag).map(({ prefix }) => prefix));
  const added = [...odd].flatMap((space) => {
    const prefix = usual.get(space) ?? '';
    return known.has(prefix) ? [] : [` xmlns:${prefix}="${space}"`];
  });
  return tag.replace(/^<[^\s<>/]+/u, (start) => start + added.join(''));
}

function renamed(tag: string, { scope, odd }: { readonly scope: Scope; readonly odd: ReadonlySet<string> }): string {
  const prefixFor = (prefix: string): string => {
    const space = scope.get(prefix) ?? '';
    return odd.has(space) ? (usual.get(space) ?? prefix) : prefix;
  };
  return tag.replace(
    /^<(?:([^\s<>/:]+):)?(?=[^\s<>/:]+)|(\s)([^\s<>/:="']+):(?=[^\s<>/:="']+\s*=\s*["'])/gu,
    (_, element: string | undefined, space: string | undefined, attribute: string) => {
      if (space !== undefined) return `${space}${attribute === 'xmlns' ? attribute : prefixFor(attribute)}:`;
      const prefix = prefixFor(element ?? '');
      return prefix === '' ? '<' : `<${prefix}:`;
    },
  );
}
