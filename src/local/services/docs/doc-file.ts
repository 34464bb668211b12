/** A Google Doc as it lies in a folder: JSON of the API, or still the Word file it was converted from. */
import { docOfWord } from './doc-of-word';
import { contentOf, segmentKinds, unitsOf, type Content, type DocJson, type Unit } from './units';

/** The segments by id, and the rest of the JSON. */
export interface DocFile {
  /** The body's id is empty. */
  readonly segments: Map<string, Unit[]>;
  readonly json: DocJson;
}

/** The document in the bytes of a file. */
export function readDocFile(bytes: Uint8Array): DocFile {
  const json = isJson(bytes) ? (JSON.parse(Buffer.from(bytes).toString('utf8')) as DocJson) : docOfWord(bytes);
  const [{ documentTab }] = json.tabs;
  const others = segmentKinds.flatMap((kind) => Object.entries(documentTab[kind] ?? {}));
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
  const others = segmentKinds.flatMap((kind) => {
    const ids = Object.keys(documentTab[kind] ?? {});
    return ids.length === 0 ? [] : [[kind, Object.fromEntries(ids.map((id) => [id, content(id)]))] as const];
  });
  const filled = { ...documentTab, body: content(''), ...Object.fromEntries(others) };
  return { ...json, tabs: [{ ...tab, documentTab: filled }, ...tabs] };
}
