/** Archives made to harm, field by field: what no program writes. */
import { crc32, deflateRawSync } from 'node:zlib';

/** Numbers of an entry's headers; what is not given is as it should be. */
interface ZipFields {
  readonly name?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly packedSize?: number;
  readonly size?: number;
}

/** An entry; `own` is what its own header says, where that is not what the directory says. */
export interface MadeEntry extends ZipFields {
  readonly name: string;
  readonly data: string;
  readonly own?: ZipFields;
  /** What is said to be the place of its header. */
  readonly offset?: number;
  readonly disk?: number;
  readonly extra?: Buffer;
  /** What stands behind the name in its own header. */
  readonly ownExtra?: Buffer;
  readonly comment?: Buffer;
  /** Bytes behind the content. */
  readonly behind?: Buffer;
}

/** What the end of the archive says, and what stands around it. */
export interface MadeEnd {
  readonly before?: Buffer;
  /** Between the directory and the end. */
  readonly between?: Buffer;
  readonly comment?: Buffer;
  readonly behind?: Buffer;
  readonly disks?: readonly [own: number, ofDirectory: number];
  readonly counts?: readonly [here: number, all: number];
  readonly directorySize?: number;
  readonly directoryStart?: number;
}

/** The archive. */
export function madeZip(entries: readonly MadeEntry[], end: MadeEnd = {}): Buffer {
  let body = end.before ?? Buffer.alloc(0);
  let directory = Buffer.alloc(0);
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const content = (entry.method ?? 8) === 0 ? data : deflateRawSync(data);
    const right = { flags: 0, method: 8, crc: crc32(data), packedSize: content.length, size: data.length };
    const told = { ...right, ...entry };
    const place = numbers([2, entry.disk ?? 0], [2, 0], [4, 0], [4, entry.offset ?? body.length]);
    body = Buffer.concat([
      body,
      header({ ...told, ...entry.own }, entry.ownExtra),
      content,
      entry.behind ?? Buffer.alloc(0),
    ]);
    const [extra, comment] = [entry.extra ?? Buffer.alloc(0), entry.comment ?? Buffer.alloc(0)];
    const [name, fields] = [Buffer.from(told.name), fieldsOf(told, extra.length)];
    directory = Buffer.concat([
      directory,
      Buffer.from('PK\u0001\u0002\u0014\u0000'),
      fields,
      numbers([2, comment.length]),
      place,
      name,
      extra,
      comment,
    ]);
  }
  const [own, ofDirectory] = end.disks ?? [0, 0];
  const [here, all] = end.counts ?? [entries.length, entries.length];
  const comment = end.comment ?? Buffer.alloc(0);
  return Buffer.concat([
    body,
    directory,
    end.between ?? Buffer.alloc(0),
    Buffer.from('PK\u0005\u0006'),
    numbers([2, own], [2, ofDirectory], [2, here], [2, all]),
    numbers([4, end.directorySize ?? directory.length], [4, end.directoryStart ?? body.length], [2, comment.length]),
    comment,
    end.behind ?? Buffer.alloc(0),
  ]);
}

function header(fields: Required<ZipFields>, extra: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([
    Buffer.from('PK\u0003\u0004'),
    fieldsOf(fields, extra.length),
    Buffer.from(fields.name),
    extra,
  ]);
}

function fieldsOf({ name, flags, method, crc, packedSize, size }: Required<ZipFields>, extra: number): Buffer {
  const about = numbers([2, 20], [2, flags], [2, method], [4, 33 << 16], [4, crc]);
  return Buffer.concat([about, numbers([4, packedSize], [4, size], [2, Buffer.byteLength(name)], [2, extra])]);
}

/** Each number in so many bytes. */
export function numbers(...given: readonly (readonly [length: number, value: number])[]): Buffer {
  return Buffer.concat(
    given.map(([length, value]) => {
      const bytes = Buffer.alloc(length);
      bytes.writeUIntLE(value, 0, length);
      return bytes;
    }),
  );
}
