/** Lists that begin anew: each round of the loop that a list belongs to gets a list of its own, which restarts. */
import type { PackageEdits } from '../package/package-edits';
import {
  attribute,
  childOf,
  closeTag,
  elementsOf,
  openTag,
  readXml,
  type XmlElement,
  type XmlPart,
} from '../package/read-xml';

/** The list numbers of one document while it is filled. */
export class ListNumbers {
  private readonly edits: PackageEdits;
  private readonly path: string;
  private readonly xml: XmlPart | null;
  /** The lists (`w:num`), by number. */
  private readonly known: ReadonlyMap<string, XmlElement>;
  /** The levels that each list has items of. */
  private readonly levels = new Map<string, ReadonlySet<number>>();
  /** What each list is called in the round we are in; not there before its first round. */
  private readonly current = new Map<string, string>();
  private readonly added: string[] = [];
  private greatest = 0;

  /** `body` is the path of the main part. */
  constructor(edits: PackageEdits, body: string) {
    this.edits = edits;
    this.path = edits.beside(body, 'numbering');
    const xml = readXml(edits.text(this.path) ?? '');
    this.xml = 'code' in xml ? null : xml;
    this.known = new Map(this.xml ? this.listsIn(this.xml) : []);
  }

  /** No round of a loop has begun a list. */
  get isUntouched(): boolean {
    return this.current.size === 0;
  }

  knows(list: string): boolean {
    return this.known.has(list);
  }

  /** True when the list says that it begins anew. */
  restarts(list: string): boolean {
    const element = this.known.get(list);
    return element !== undefined && elementsOf(element).some((level) => childOf(level, 'w:startOverride') !== null);
  }

  /** Notes the levels of the list's items. */
  use(list: string, levels: readonly number[]): void {
    this.levels.set(list, new Set([...(this.levels.get(list) ?? []), ...levels]));
  }

  /** A new round begins: the first one keeps the template's list. */
  begin(list: string): void {
    const element = this.known.get(list);
    if (!element || !this.xml) return;
    if (!this.current.has(list)) {
      this.current.set(list, list);
      return;
    }
    const number = String(++this.greatest);
    this.current.set(list, number);
    this.added.push(this.restarted(this.xml, element, { list, number }));
  }

  /** The list once more, each of its levels beginning where the template's does. */
  private restarted(
    xml: XmlPart,
    element: XmlElement,
    { list, number }: { readonly list: string; readonly number: string },
  ): string {
    const overridden = new Set(
      elementsOf(element).flatMap((level) =>
        childOf(level, 'w:startOverride') ? [attribute(xml, level, 'w:ilvl')] : [],
      ),
    );
    const added = [...(this.levels.get(list) ?? [])]
      .filter((level) => !overridden.has(String(level)))
      .sort((left, right) => left - right)
      .map((level) => {
        const start = `<w:startOverride w:val="${startOf(xml, element, level)}"/>`;
        return `<w:lvlOverride w:ilvl="${String(level)}">${start}</w:lvlOverride>`;
      });
    const head = openTag(xml, element).replace(/(\sw:numId=)"[^"]*"/u, `$1"${number}"`);
    return head + xml.source.slice(element.inner, element.innerEnd) + added.join('') + closeTag(xml, element);
  }

  /** The paragraph's start and properties with the list's number in this round. */
  renumbered(open: string, list: string): string {
    const number = this.current.get(list) ?? list;
    return number === list ? open : open.replace(/(<w:numId\s+w:val=)"[^"]*"/u, `$1"${number}"`);
  }

  /** Writes the lists that came into being. */
  save(): void {
    if (this.added.length === 0 || !this.xml) return;
    const { source, root } = this.xml;
    const last = elementsOf(root).filter(({ name }) => name === 'w:num');
    const at = last[last.length - 1]?.end ?? root.innerEnd;
    this.edits.write(this.path, source.slice(0, at) + this.added.join('') + source.slice(at));
  }

  private listsIn(xml: XmlPart): readonly (readonly [string, XmlElement])[] {
    return elementsOf(xml.root).flatMap((element) => {
      const number = element.name === 'w:num' ? (attribute(xml, element, 'w:numId') ?? '') : '';
      this.greatest = Math.max(this.greatest, Number(number) || 0);
      return number !== '' && element.inner < element.end ? [[number, element] as const] : [];
    });
  }
}

/** Where a level of the list begins to count. */
function startOf(xml: XmlPart, list: XmlElement, level: number): string {
  const about = childOf(list, 'w:abstractNumId');
  const id = about && attribute(xml, about, 'w:val');
  const definition = elementsOf(xml.root).find(
    (each) => each.name === 'w:abstractNum' && attribute(xml, each, 'w:abstractNumId') === id,
  );
  const levels = definition ? elementsOf(definition) : [];
  const found = levels.find((each) => each.name === 'w:lvl' && attribute(xml, each, 'w:ilvl') === String(level));
  const start = found ? childOf(found, 'w:start') : null;
  return (start && attribute(xml, start, 'w:val')) ?? '1';
}
