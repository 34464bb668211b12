/** Makes real PNG files of one colour, a darker frame around it, so that what is cut off can be seen. */
import { crc32, deflateSync } from 'node:zlib';

const colours: Readonly<Record<string, readonly [number, number, number]>> = {
  红: [200, 60, 60],
  蓝: [60, 90, 200],
  绿: [60, 160, 80],
  灰: [170, 170, 170],
};

/** Width and height in pixels. */
export function png(width: number, height: number, colour = '灰'): Uint8Array {
  const [red, green, blue] = colours[colour] ?? [0, 0, 0];
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Array.from({ length: width }, (_unused, x) => {
      const edge = x < 4 || y < 4 || x >= width - 4 || y >= height - 4;
      return edge ? [0, 0, 0] : [red, green, blue];
    });
    return [0, ...row.flat()];
  });
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()))),
    chunk('IEND', new Uint8Array(0)),
  ];
  return Buffer.concat([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(content.length, 0);
  bytes.set(body, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
}
