/** Gives each printed figure a bookmark whose name follows from its field, so that it is found again in the next version. */
import { crc32 } from '../package/crc32';
import { utf8Bytes } from '../package/utf8-buffer';
import type { RoundIds } from './round-ids';

/** Word cuts longer names. */
const maxName = 40;

/** Names and ids of the bookmarks of one document. */
export class Bookmarks {
  private readonly taken: Set<string>;
  private readonly uses = new Map<string, number>();
  private readonly ids: Pick<RoundIds, 'nextId'>;

  /** `source` is the body's XML: the names it holds already are not given twice. */
  constructor(source: string, ids: Pick<RoundIds, 'nextId'>) {
    const tags = source.match(/<\w+:bookmarkStart\b[^<>]*>/gu) ?? [];
    this.taken = new Set(tags.map((tag) => /\w:name="([^"]*)"/u.exec(tag)?.[1] ?? ''));
    this.ids = ids;
  }

  /** A new id and the name: `nb_任务_完成率`, `nb_任务_完成率_2` where the field is printed again. */
  next(path: string): { readonly id: number; readonly name: string } {
    const stem = stemOf(path);
    let name: string;
    do {
      const uses = (this.uses.get(stem) ?? 0) + 1;
      this.uses.set(stem, uses);
      name = uses === 1 ? stem : `${stem}_${String(uses)}`;
    } while (this.taken.has(name));
    return { id: this.ids.nextId('bookmark'), name };
  }
}

/** Only letters, digits and low lines may stand in a name; a long one is cut and told apart by its checksum. */
function stemOf(path: string): string {
  const plain = `nb_${path.replace(/[^\p{L}\p{N}]+/gu, '_')}`;
  const room = maxName - 6;
  if (plain.length <= room && plain === `nb_${path.split('.').join('_')}`) return plain;
  const sum = crc32(utf8Bytes(path)).toString(16).padStart(8, '0');
  return `${plain.slice(0, room - 9)}_${sum}`;
}
