/** Namespaces under the prefixes by which everything behind the door knows them, wherever and however a part declares them. */
import { eachTag, escapeXml, unescapeXml } from './xml-text';

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
  const { odd } = oddSpaces(xml);
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

/** Whether a namespace of the table keeps another prefix because its usual one stands for something else. */
export function keepsOddPrefix(xml: string): boolean {
  return oddSpaces(xml).left;
}

interface OddSpaces {
  readonly odd: ReadonlySet<string>;
  /** Whether there are others, whose usual prefix stands for something else. */
  readonly left: boolean;
}

/** Namespaces of the table under other prefixes, but for those whose usual prefix stands for something else. */
function oddSpaces(xml: string): OddSpaces {
  const odd = new Set<string>();
  const taken = new Set<string>();
  for (let at = xml.indexOf('xmlns'); at >= 0; at = xml.indexOf('xmlns', at + 1)) {
    declaration.lastIndex = at - 1;
    const declared = declaration.exec(xml);
    if (declared === null) continue;
    const { prefix, space } = declaredBy(declared);
    const wanted = usual.get(space);
    if (wanted !== prefix) taken.add(prefix);
    if (wanted !== undefined && wanted !== prefix) odd.add(space);
  }
  const free = new Set([...odd].filter((space) => !taken.has(usual.get(space) ?? '')));
  return { odd: free, left: free.size < odd.size };
}

const declaration = /\sxmlns(?::([^\s<>/:="']+))?\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const eachDeclaration = new RegExp(declaration.source, 'gu');

function declaredBy([, prefix = '', double, single = '']: RegExpExecArray): Declared {
  return { prefix, space: double ?? single };
}

function declarations(tag: string): readonly Declared[] {
  return [...tag.matchAll(eachDeclaration)].map(declaredBy);
}

/** A reference in a namespace stands for a letter of it. */
const hiddenSpace = /\sxmlns[^\s<>="']*\s*=\s*(?:"[^"<&]*&|'[^'<&]*&)/u;

/** Namespaces written in letters, without references. */
export function withPlainSpaces(xml: string): string {
  return hiddenSpace.test(xml) ? eachTag(xml, (tag) => tag.replace(eachDeclaration, plainLetters)) : xml;
}

/** References that XML needs stay. */
function plainLetters(declared: string): string {
  return declared.replace(/&#(?:x[0-9a-f]+|\d+);/giu, (reference) => escapeXml(unescapeXml(reference)));
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
