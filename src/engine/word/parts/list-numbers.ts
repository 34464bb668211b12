/** Lists that begin anew: where a template's list says that it restarts, each round of the loop around it gets a list of its own. */
import type { PackageEdits } from '../package/package-edits';
import { attribute, childOf, elementsOf, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';

const path = 'word/numbering.xml';

/** The list numbers of one document while it is filled. */
export class ListNumbers {
  private readonly edits: PackageEdits;
  private readonly xml: XmlPart | null;
  /** The lists (`w:num`) that say that they restart, by number. */
  private readonly restarting: ReadonlyMap<string, XmlElement>;
  /** What each list is called in the round we are in; not there before its first round. */
  private readonly current = new Map<string, string>();
  private readonly added: string[] = [];
  private greatest = 0;

  constructor(edits: PackageEdits) {
    this.edits = edits;
    const xml = readXml(edits.text(path) ?? '');
    this.xml = 'code' in xml ? null : xml;
    this.restarting = new Map(this.xml ? this.listsThatRestart(this.xml) : []);
  }

  /** True when the list says that it begins anew. */
  restarts(list: string): boolean {
    return this.restarting.has(list);
  }

  /** A new round begins: the first one keeps the template's list. */
  begin(list: string): void {
    const element = this.restarting.get(list);
    if (!element || !this.xml) return;
    if (!this.current.has(list)) {
      this.current.set(list, list);
      return;
    }
    const number = String(++this.greatest);
    this.current.set(list, number);
    this.added.push(sourceOf(this.xml, element).replace(/((?<![\w-])[\w-]+:numId=)(["'])[^"']*\2/u, `$1"${number}"`));
  }

  /** The paragraph's start and properties with the list's number in this round. */
  renumbered(open: string, list: string): string {
    const number = this.current.get(list) ?? list;
    return number === list ? open : open.replace(/(<[\w-]+:numId\s+[\w-]+:val=)(["'])[^"']*\2/u, `$1"${number}"`);
  }

  /** Writes the lists that came into being. */
  save(): void {
    if (this.added.length === 0 || !this.xml) return;
    const { source, root } = this.xml;
    const last = elementsOf(root).filter(({ name }) => name === 'w:num');
    const at = last[last.length - 1]?.end ?? root.innerEnd;
    this.edits.write(path, source.slice(0, at) + this.added.join('') + source.slice(at));
  }

  private listsThatRestart(xml: XmlPart): readonly (readonly [string, XmlElement])[] {
    return elementsOf(xml.root).flatMap((element) => {
      const number = element.name === 'w:num' ? (attribute(xml, element, 'w:numId') ?? '') : '';
      this.greatest = Math.max(this.greatest, Number(number) || 0);
      const says = elementsOf(element).some((level) => childOf(level, 'w:startOverride') !== null);
      return number !== '' && says ? [[number, element] as const] : [];
    });
  }
}
