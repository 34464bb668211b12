/** The XML of Word files of our own making, as a tree: enough to turn them into Google Docs. */

export interface Node {
  readonly name: string;
  readonly attributes: string;
  readonly children: Node[];
  text: string;
}

// bounded: each piece of markup ends at the first `>`
const pieces = /<(\/?)([\w:]+)([^<>]*?)(\/?)>|([^<]+)/gu;

/** The root. Declarations and comments are passed over. */
export function parseXml(xml: string): Node {
  const top: Node = { name: '', attributes: '', children: [], text: '' };
  const open: Node[] = [top];
  for (const [, closes, name, attributes = '', isEmpty, text] of xml.matchAll(pieces)) {
    const parent = open[open.length - 1] ?? top;
    if (text !== undefined) parent.text += unescaped(text);
    else if (closes === '/') open.pop();
    else {
      const node: Node = { name: name ?? '', attributes, children: [], text: '' };
      parent.children.push(node);
      if (isEmpty === '') open.push(node);
    }
  }
  return top.children[0] ?? top;
}

const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu,
    (whole, hex?: string, decimal?: string, name = '') => {
      if (hex === undefined && decimal === undefined) return signs[String(name)] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
    },
  );
}

export function child(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((at, name) => at?.children.find((one) => one.name === name), node);
}

/** The value of an attribute. */
export function valueOf(node: Node | undefined, name: string): string | undefined {
  return node && new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(node.attributes)?.[1];
}
