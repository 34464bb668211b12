/** Which elements of a part are the format's own: by their namespace and their parent, never by their local name alone. */
import { findAttributes, nameCode, nextTag, XmlError, type XmlScan } from './xlsx-xml';

/** The namespace of a part's root, and the prefixes (see `nameCode`; 0 for none) that stand for it. */
export interface Own {
  readonly namespace: string;
  readonly prefixes: ReadonlySet<number>;
}

/** Moves behind the start tag of the part's root; what has its namespace is the format's own. Throws XmlError without one. */
export function enterRoot(scan: XmlScan): Own {
  if (!nextTag(scan) || !scan.opens) throw new XmlError('a part without a root');
  const key = `${String(scan.prefix)} ${scan.bytes.toString('latin1', scan.attributesFrom, scan.attributesTo)}`;
  const known = roots.get(key);
  if (known !== undefined) return known;
  const own = ownOf(scan);
  if (roots.size < rootLimits.many && key.length < rootLimits.length) roots.set(key, own);
  return own;
}

/** By the prefix and the attributes of a root: programs write the same ones into all workbooks. */
const roots = new Map<string, Own>();
const rootLimits = { many: 100, length: 2000 };

function ownOf(scan: XmlScan): Own {
  const declared = findAttributes(scan).flatMap(([name, value]) => {
    const prefix = declaredPrefix(name);
    return prefix === null ? [] : [{ prefix, value }];
  });
  const namespace = declared.find(({ prefix }) => prefix === scan.prefix)?.value ?? '';
  const alike = declared.filter(({ value }) => value === namespace).map(({ prefix }) => prefix);
  return { namespace, prefixes: new Set([scan.prefix, ...alike]) };
}

/** The code of the prefix that the attribute declares; null for any other attribute. */
function declaredPrefix(attribute: string): number | null {
  if (attribute === 'xmlns') return 0;
  return attribute.startsWith('xmlns:') ? nameCode(attribute.slice('xmlns:'.length)) : null;
}

const shortestDeclaration = ' xmlns=""'.length;
const [letterX, letterM] = [120, 109];

/** Whether the tag just met has the namespace of the root; an element may declare prefixes for itself. */
export function isOwn(scan: XmlScan, own: Own): boolean {
  const { bytes, attributesFrom: from, attributesTo: to } = scan;
  const itself = mayDeclare(bytes, from, to)
    ? findAttributes(scan).find(([name]) => declaredPrefix(name) === scan.prefix)
    : undefined;
  return itself === undefined ? own.prefixes.has(scan.prefix) : itself[1] === own.namespace;
}

function mayDeclare(bytes: Buffer, from: number, to: number): boolean {
  if (to - from < shortestDeclaration) return false;
  for (let at = from; at < to; at += 1) if (bytes[at] === letterX && bytes[at + 1] === letterM) return true;
  return false;
}

/**
 * Calls `read` at each of the format's own elements right within the element whose start tag was just met, and moves behind
 * that element's end. `read` either moves behind the end of what it was called at, or does not move.
 */
export function eachChild(scan: XmlScan, own: Own, read: (name: number) => void): void {
  if (scan.closes) return;
  while (nextTag(scan)) {
    if (!scan.opens) return;
    const { at } = scan;
    if (isOwn(scan, own)) read(scan.name);
    if (scan.at === at) skipElement(scan);
  }
  throw new XmlError('an element does not end');
}

/** Moves behind the end of the element whose start tag was just met. */
export function skipElement(scan: XmlScan): void {
  for (let depth = scan.closes ? 0 : 1; depth > 0;) {
    if (!nextTag(scan)) throw new XmlError('an element does not end');
    if (!scan.opens) depth -= 1;
    else if (!scan.closes) depth += 1;
  }
}
