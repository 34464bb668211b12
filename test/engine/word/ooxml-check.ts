/** Checks what Word is strict about in a .docx. Faults are told by kind, so that a filled document can be held against its template. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { childOrder } from './ooxml-order';

/** Demands that filling brought no fault into the document that its template did not have. */
export function expectSound(template: Uint8Array, filled: Uint8Array | null): void {
  if (filled === null) throw new Error('no document');
  const before = new Set(faultsOf(template));
  expect(faultsOf(filled).filter((fault) => !before.has(fault))).toEqual([]);
}

/** What was filled, after the check; a refusal passes. */
export function soundly<Filled extends { readonly bytes: Uint8Array | null }>(
  template: Uint8Array,
  filled: Filled,
): Filled {
  if (filled.bytes !== null) expectSound(template, filled.bytes);
  return filled;
}

/** Every fault of the document, each kind once; empty for a sound one. */
export function faultsOf(bytes: Uint8Array): readonly string[] {
  const files = unzipSync(bytes);
  const check: Check = { names: Object.keys(files), faults: new Set(), ids: new Map() };
  const parts = new Map<string, Element>();
  for (const [name, content] of Object.entries(files)) {
    if (!/\.(?:xml|rels)$/u.test(name)) continue;
    const root = parse(strFromU8(content), name, check);
    if (root) parts.set(name, root);
  }
  checkContentTypes(parts, check);
  for (const [name, root] of parts) {
    if (name.endsWith('.rels')) checkTargets(name, root, check);
    else if (name.startsWith('word/')) checkPart(name, root, parts, check);
  }
  checkNotes([...parts.values()].flatMap(descendants), check);
  return [...check.faults];
}

interface Check {
  readonly names: readonly string[];
  readonly faults: Set<string>;
  /** Kind and id → how often, over the whole document. */
  readonly ids: Map<string, number>;
}

function parse(text: string, name: string, { faults }: Check): Element | null {
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    });
    return parser.parseFromString(text, 'application/xml').documentElement;
  } catch (error) {
    faults.add(`${name} is not well-formed: ${String(error)}`);
    return null;
  }
}

function elements(parent: Element): readonly Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1);
}

function descendants(root: Element): readonly Element[] {
  return Array.from(root.getElementsByTagName('*'));
}

function checkContentTypes(parts: ReadonlyMap<string, Element>, { names, faults }: Check): void {
  const types = parts.get('[Content_Types].xml');
  if (!types) {
    faults.add('no content types');
    return;
  }
  const declared = elements(types).map(
    (each) => each.getAttribute('PartName') ?? `.${each.getAttribute('Extension') ?? ''}`,
  );
  if (new Set(declared).size < declared.length) faults.add('a content type twice');
  for (const name of declared) {
    if (name.startsWith('/') && !names.includes(name.slice(1))) faults.add(`content type of the absent ${name}`);
  }
  for (const name of names) {
    const known = declared.includes(`/${name}`) || declared.includes(name.replace(/^.*(?=\.[^.]*$)/u, ''));
    if (!known && name !== '[Content_Types].xml') faults.add(`no content type for ${name}`);
  }
}

function checkTargets(name: string, root: Element, { names, faults }: Check): void {
  const folder = name.replace(/_rels\/[^/]*$/u, '');
  const ids = elements(root).map((each) => each.getAttribute('Id') ?? '');
  if (new Set(ids).size < ids.length) faults.add(`${name}: an id twice`);
  for (const each of elements(root)) {
    const target = each.getAttribute('Target') ?? '';
    if (each.getAttribute('TargetMode') === 'External') {
      const isLink =
        (each.getAttribute('Type') ?? '').endsWith('/hyperlink') && /^(?:https?:\/\/|mailto:)\S+$/iu.test(target);
      if (!isLink) faults.add(`external: ${target}`);
      continue;
    }
    const path = target.startsWith('/') ? target.slice(1) : normal(folder + target);
    if (!names.includes(path)) faults.add(`${name}: no ${path}`);
  }
}

function normal(path: string): string {
  return path.replace(/[^/]+\/\.\.\//gu, '');
}

function checkPart(name: string, root: Element, parts: ReadonlyMap<string, Element>, check: Check): void {
  const all = [root, ...descendants(root)];
  const slash = name.lastIndexOf('/') + 1;
  const rels = parts.get(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`);
  const related = new Set(rels ? elements(rels).map((each) => each.getAttribute('Id')) : []);
  for (const element of all) {
    checkOrder(element, check);
    checkContent(element, check);
    checkId(element, check);
    for (const { name: key, value } of Array.from(element.attributes)) {
      if (/^r:(?:id|embed|link|pict)$/u.test(key) && !related.has(value))
        check.faults.add(`${name}: no relationship ${value}`);
      if (/[{｛]{2}/u.test(value)) check.faults.add(`${name}: a tag in ${element.nodeName}@${key}`);
    }
  }
  checkMerges(all, check);
  checkRanges(all, check);
  checkFields(all, check);
  checkReferences(all, parts, check);
}

function checkOrder(element: Element, { faults }: Check): void {
  const order = childOrder[element.nodeName];
  if (!order) return;
  let last = -1;
  for (const child of elements(element)) {
    const at = order.indexOf(child.nodeName);
    if (at >= 0 && at < last) faults.add(`${element.nodeName}: ${child.nodeName} too late`);
    last = Math.max(last, at);
  }
}

const marks = /^w:(?:bookmark|comment|perm|move|custom|proofErr)/u;
const containers: ReadonlySet<string> = new Set(
  ['tc', 'txbxContent', 'hdr', 'ftr', 'footnote', 'endnote', 'comment'].map((each) => `w:${each}`),
);
const properties = /^w:(?:tblPr|tblGrid|tblPrEx|trPr|tcPr|rPr|pPr|sdtPr|sdtEndPr)$/u;
const blocks: ReadonlySet<string> = new Set(
  ['p', 'tbl', 'sdt', 'sectPr', 'altChunk', 'customXml', 'ins', 'del'].map((each) => `w:${each}`),
);

function checkContent(element: Element, { faults }: Check): void {
  const { nodeName } = element;
  const children = elements(element).filter((child) => !marks.test(child.nodeName) && !properties.test(child.nodeName));
  const names = children.map((child) => child.nodeName);
  const last = names[names.length - 1];
  if (containers.has(nodeName) && last !== 'w:p' && last !== 'w:sdt')
    faults.add(`${nodeName} does not end with a paragraph`);
  if (nodeName === 'w:tbl' && !names.some((each) => each === 'w:tr' || each === 'w:sdt'))
    faults.add('w:tbl without rows');
  if (nodeName === 'w:tr' && !names.some((each) => each === 'w:tc' || each === 'w:sdt'))
    faults.add('w:tr without cells');
  if (nodeName === 'w:sdtContent' && names.length === 0) faults.add('w:sdtContent is empty');
  if (nodeName === 'w:body') {
    if (names.some((each) => !blocks.has(each))) faults.add('w:body holds what is no block');
    if (names.filter((each) => each !== 'w:sectPr').pop() === 'w:tbl') faults.add('w:body ends with a table');
    if (names.includes('w:sectPr') && last !== 'w:sectPr') faults.add('w:sectPr is not last');
  }
  if (nodeName === 'w:r' && names.some((each) => each === 'w:r' || each === 'w:p' || each === 'w:tbl'))
    faults.add('w:r holds a run or block');
  if (nodeName === 'w:p' && names.some((each) => ['w:p', 'w:tbl', 'w:t', 'w:tr', 'w:tc'].includes(each)))
    faults.add('w:p holds no run');
  if (nodeName === 'w:tr' && names.includes('w:p')) faults.add('w:tr holds a paragraph');
}

/** Ids that may stand only once in the document. */
function checkId(element: Element, { ids, faults }: Check): void {
  const key = idKey(element);
  if (key === null) return;
  const count = (ids.get(key) ?? 0) + 1;
  ids.set(key, count);
  if (count > 1) faults.add(`twice: ${key.replace(/ .*/u, '')}`);
}

function idKey(element: Element): string | null {
  const attribute = (name: string): string => element.getAttribute(name) ?? '';
  switch (element.nodeName) {
    case 'wp:docPr':
      return `docPr ${attribute('id')}`;
    case 'w:bookmarkStart':
      return `bookmark ${attribute('w:name')}`;
    case 'w:comment':
    case 'w:footnote':
    case 'w:endnote':
    case 'w:footnoteReference':
    case 'w:endnoteReference':
    case 'w:commentReference':
      return `${element.nodeName.slice(2)} ${attribute('w:id')}`;
    case 'v:shape':
      return element.hasAttribute('id') ? `shape ${attribute('id')}` : null;
    case 'w:num':
      return `num ${attribute('w:numId')}`;
    case 'w:id':
      return `content control ${attribute('w:val')}`;
    case 'w:p':
      return element.hasAttribute('w14:paraId') ? `paraId ${attribute('w14:paraId')}` : null;
    default:
      return null;
  }
}

/** A cell that goes on another one stands below it. Tables whose cells span columns are left to other checks. */
function checkMerges(all: readonly Element[], { faults }: Check): void {
  for (const table of all.filter(({ nodeName }) => nodeName === 'w:tbl')) {
    let above: readonly (string | null)[] = [];
    for (const row of elements(table).filter(({ nodeName }) => nodeName === 'w:tr')) {
      const cells = elements(row).filter(({ nodeName }) => nodeName === 'w:tc');
      const merges = cells.map((cell) => {
        const properties = elements(cell).find(({ nodeName }) => nodeName === 'w:tcPr');
        const mark = properties && elements(properties).find(({ nodeName }) => nodeName === 'w:vMerge');
        return mark ? (mark.getAttribute('w:val') ?? 'continue') : null;
      });
      const lone = merges.some((merge, at) => merge === 'continue' && (above[at] ?? null) === null);
      if (lone && merges.length === above.length) faults.add('w:vMerge goes on nothing');
      above = merges;
    }
  }
}

const pairs: readonly (readonly [string, string])[] = [
  ['w:bookmarkStart', 'w:bookmarkEnd'],
  ['w:commentRangeStart', 'w:commentRangeEnd'],
  ['w:permStart', 'w:permEnd'],
];

/** A range begins once and ends once, later. */
function checkRanges(all: readonly Element[], { faults }: Check): void {
  for (const [start, end] of pairs) {
    const open = new Set<string>();
    const seen = new Set<string>();
    for (const element of all) {
      const id = element.getAttribute('w:id') ?? '';
      if (element.nodeName === start) {
        if (seen.has(id)) faults.add(`twice: ${start}`);
        seen.add(id);
        open.add(id);
      } else if (element.nodeName === end && !open.delete(id)) faults.add(`${end} without start`);
    }
    if (open.size > 0) faults.add(`${start} without end`);
  }
}

/** Field marks pair within each story: the part itself, and each text box. */
function checkFields(all: readonly Element[], { faults }: Check): void {
  const stories = new Map<Element | null, string[]>();
  for (const element of all) {
    if (element.nodeName !== 'w:fldChar') continue;
    const story = storyOf(element);
    const open = stories.get(story) ?? [];
    stories.set(story, open);
    const type = element.getAttribute('w:fldCharType') ?? '';
    if (type === 'begin') open.push(type);
    else if (open.length === 0) faults.add(`field ${type} without begin`);
    else if (type === 'end') open.pop();
  }
  if ([...stories.values()].some((open) => open.length > 0)) faults.add('field without end');
}

function storyOf(element: Element): Element | null {
  for (let at = element.parentNode; at; at = at.parentNode) {
    if (/^w:(?:txbxContent|footnote|endnote|comment)$/u.test(at.nodeName)) return at as Element;
  }
  return null;
}

const references: readonly (readonly [string, string, string, string])[] = [
  ['w:footnoteReference', 'w:id', 'word/footnotes.xml', 'w:footnote'],
  ['w:endnoteReference', 'w:id', 'word/endnotes.xml', 'w:endnote'],
  ['w:commentReference', 'w:id', 'word/comments.xml', 'w:comment'],
  ['w:numId', 'w:val', 'word/numbering.xml', 'w:num'],
];

function checkReferences(all: readonly Element[], parts: ReadonlyMap<string, Element>, { faults }: Check): void {
  for (const [reference, key, path, name] of references) {
    const used = all.filter((each) => each.nodeName === reference).map((each) => each.getAttribute(key) ?? '');
    if (used.length === 0) continue;
    const idName = name === 'w:num' ? 'w:numId' : 'w:id';
    const root = parts.get(path);
    const known = new Set(
      root
        ? elements(root)
            .filter((each) => each.nodeName === name)
            .map((each) => each.getAttribute(idName))
        : [],
    );
    for (const id of used) if (id !== '0' && !known.has(id)) faults.add(`${reference} to no ${name} ${id}`);
  }
}

/** Notes that nothing refers to are no text of the document, and yet are in it. */
function checkNotes(all: readonly Element[], { faults }: Check): void {
  for (const kind of ['w:footnote', 'w:endnote', 'w:comment']) {
    const ids = (name: string): readonly string[] =>
      all
        .filter(({ nodeName }) => nodeName === name)
        .filter((each) => !(each.getAttribute('w:type') ?? '').includes('eparator'))
        .map((each) => each.getAttribute('w:id') ?? '');
    const used = new Set(ids(`${kind}Reference`));
    if (ids(kind).some((id) => !used.has(id))) faults.add(`no reference to a ${kind}`);
  }
}
