/** A Google Doc as it lies in a folder: JSON of the API, or still the Word file it was converted from. */
import { docOfWord } from './doc-of-word';
import { contentOf, unitsOf, type Look, type Unit } from './units';

/** The segments by id, and the rest of the JSON. */
export interface DocFile {
  /** The body's id is empty. */
  readonly segments: Map<string, Unit[]>;
  readonly json: DocJson;
}

/** What is used of a document of the API, read with the contents of its tabs. */
export interface DocJson {
  readonly tabs: readonly [{ readonly documentTab: DocTab }, ...Look[]];
}

type Content = readonly Look[];

interface DocTab extends Partial<
  Record<(typeof kinds)[number], Readonly<Record<string, { readonly content: Content }>>>
> {
  readonly body: { readonly content: Content };
  readonly lists?: Look;
}

const kinds = ['headers', 'footers', 'footnotes'] as const;

/** The document in the bytes of a file. */
export function readDocFile(bytes: Uint8Array): DocFile {
  const json = isJson(bytes) ? (JSON.parse(Buffer.from(bytes).toString('utf8')) as DocJson) : docOfWord(bytes);
  const [{ documentTab }] = json.tabs;
  const others = kinds.flatMap((kind) => Object.entries(documentTab[kind] ?? {}));
  const all = [['', documentTab.body] as const, ...others];
  return { json, segments: new Map(all.map(([id, { content }]) => [id, unitsOf(content)])) };
}

/** Whether a file holds JSON of the API. */
export function isJson(bytes: Uint8Array): boolean {
  return bytes[0] === 0x7b;
}

/** The document as the API gives it. */
export function jsonOf({ segments, json }: DocFile): DocJson {
  const [{ documentTab, ...tab }, ...tabs] = json.tabs;
  const content = (id: string): { readonly content: Content } => ({ content: contentOf(segments.get(id) ?? []) });
  const others = kinds.flatMap((kind) => {
    const ids = Object.keys(documentTab[kind] ?? {});
    return ids.length === 0 ? [] : [[kind, Object.fromEntries(ids.map((id) => [id, content(id)]))] as const];
  });
  const filled = { ...documentTab, body: content(''), ...Object.fromEntries(others) };
  return { ...json, tabs: [{ ...tab, documentTab: filled }, ...tabs] };
}
