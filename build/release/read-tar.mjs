/** Reads the archive inside an npm package: blocks of 512 bytes, a header before each file. */

const block = 512;

/** Name and bytes of the files that `wanted` takes. Throws for a header whose sum is wrong. */
export function readTarFiles(bytes, wanted) {
  const files = [];
  for (let at = 0; at + block <= bytes.length && bytes[at] !== 0;) {
    const header = bytes.subarray(at, at + block);
    demandSum(header, at);
    const size = octal(header, 124, 12);
    const file = { name: nameOf(header), bytes: bytes.subarray(at + block, at + block + size) };
    if (isFile(header) && wanted(file)) files.push(file);
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}

function text(header, from, length) {
  return header
    .subarray(from, from + length)
    .toString('utf8')
    .replace(/\0.*$/su, '');
}

function octal(header, from, length) {
  return Number.parseInt(text(header, from, length).trim(), 8) || 0;
}

function nameOf(header) {
  const prefix = text(header, 345, 155);
  return prefix === '' ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`;
}

function isFile(header) {
  return header[156] === 0 || header[156] === 0x30;
}

/** The sum counts its own eight bytes as blanks. */
function demandSum(header, at) {
  const sum = header.reduce((all, byte, index) => all + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  if (sum !== octal(header, 148, 8)) throw new Error(`damaged archive at byte ${at}`);
}
