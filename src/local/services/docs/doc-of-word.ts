/**
 * What Google makes of a Word file when it is converted, as far as a template goes: texts, bold, headings, lists, tables, headers and
 * footers. Page fields and pictures become objects of one index; all else of the look is lost here.
 */
import { openZip } from '../../base/zip';
import { contentOf, type DocJson, type Look, type Unit } from './units';
import { child, parseXml, valueOf, type Node } from './word-xml';

/** The document as the API would give it. */
export function docOfWord(bytes: Uint8Array): DocJson {
  const files = new Map(openZip(bytes).map((file) => [file.name, file]));
  const xmlOf = (name: string): Node => parseXml(Buffer.from(files.get(name)?.read() ?? []).toString('utf8'));
  const body = child(xmlOf('word/document.xml'), 'w:body');
  const section: Unit = { kind: 'fixed', element: { sectionBreak: { sectionStyle: {} } } };
  const parts = (kind: string): Readonly<Record<string, { readonly content: readonly Look[] }>> =>
    Object.fromEntries(
      [...files.keys()]
        .filter((name) => new RegExp(`^word/${kind}\\d*\\.xml$`, 'u').test(name))
        .map((name) => [`kix.${name.replace(/\W/gu, '')}`, { content: contentOf(blocks(xmlOf(name))) }]),
    );
  const documentTab = {
    body: { content: contentOf([section, ...(body ? blocks(body) : [])]) },
    headers: parts('header'),
    footers: parts('footer'),
    lists: listsIn(body ?? xmlOf('word/document.xml')),
  };
  return { tabs: [{ documentTab }] };
}

function listsIn(node: Node): Look {
  const own = node.name === 'w:numId' ? [valueOf(node, 'w:val') ?? ''] : [];
  const lists = own.map((id) => [
    `kix.${id}`,
    { listProperties: { nestingLevels: [{ glyphType: 'DECIMAL', glyphFormat: '%0.' }] } },
  ]);
  return Object.assign({}, Object.fromEntries(lists), ...node.children.map(listsIn)) as Look;
}

/** A document may end with a table here: in a Doc a paragraph follows each. */
function blocks(parent: Node): Unit[] {
  const units = parent.children.flatMap((node): Unit[] => {
    if (node.name === 'w:p') return paragraph(node);
    if (node.name === 'w:tbl') return table(node);
    return node.name === 'w:sdt' ? blocks(child(node, 'w:sdtContent') ?? node) : [];
  });
  return units[units.length - 1]?.kind === 'end' ? units : [...units, ...paragraph(parent)];
}

function paragraph(node: Node): Unit[] {
  const properties = node.name === 'w:p' ? child(node, 'w:pPr') : undefined;
  const style = valueOf(child(properties, 'w:pStyle'), 'w:val') ?? '';
  const level = /^(?:Heading|heading |标题\s?)?(\d)$/u.exec(style)?.[1];
  const list = valueOf(child(properties, 'w:numPr', 'w:numId'), 'w:val');
  const paragraphStyle = {
    namedStyleType: level === undefined ? 'NORMAL_TEXT' : `HEADING_${level}`,
    direction: 'LEFT_TO_RIGHT',
  };
  const looks = { paragraphStyle, ...(list === undefined ? {} : { bullet: { listId: `kix.${list}` } }) };
  const inline = node.name === 'w:p' ? node.children.flatMap(runs) : [];
  return [...inline, { kind: 'end', style: {}, paragraph: looks }];
}

function runs(node: Node): Unit[] {
  if (node.name !== 'w:r') return /^w:(?:hyperlink|ins|smartTag)$/u.test(node.name) ? node.children.flatMap(runs) : [];
  const style: Look = child(node, 'w:rPr', 'w:b') ? { bold: true } : {};
  return node.children.flatMap((inner): Unit[] => {
    const signs = inner.name === 'w:t' ? inner.text : (signsFor[inner.name] ?? '');
    if (/^w:(?:drawing|pict|fldChar)$/u.test(inner.name)) return [{ kind: 'object', element: { autoText: {} } }];
    return signs.split('').map((sign) => ({ kind: 'sign', sign, style }));
  });
}

const signsFor: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\u000b' };

function table(node: Node): Unit[] {
  const rows = node.children.filter(({ name }) => name === 'w:tr');
  const cells = (row: Node): readonly Node[] => row.children.filter(({ name }) => name === 'w:tc');
  const columns = Math.max(0, ...rows.map((row) => cells(row).length));
  const inside = rows.flatMap((row): Unit[] => [
    { kind: 'row', style: {} },
    ...cells(row).flatMap((cell): Unit[] => [{ kind: 'cell', style: {} }, ...blocks(cell)]),
  ]);
  return [{ kind: 'table', table: { columns } }, ...inside, { kind: 'table-end' }];
}
