/** Looks into a picture: what it is and how large it is meant to be. */
import { utf8Text } from './utf8-text';
import { unescapeXml } from './xml-text';

/** Sizes in pixels of 1/96 inch. */
export interface PictureFile {
  readonly kind: 'png' | 'jpeg' | 'svg';
  readonly width: number;
  readonly height: number;
}

const maxBytes = 20_000_000;

/** Null for everything that is no PNG, JPEG or plain SVG, is empty, or is larger than 20 MB. */
export function readPicture(bytes: Uint8Array): PictureFile | null {
  if (bytes.length < 24 || bytes.length > maxBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = readPng(view) ?? readJpeg(view) ?? readSvg(bytes);
  return found !== null && found.width > 0 && found.height > 0 ? found : null;
}

/** How the kinds of pictures begin that a document may hold: PNG, JPEG, GIF, BMP, TIFF, WMF with and without a frame, EMF, WebP. */
const beginnings = [
  '89504e470d0a1a0a',
  'ffd8ff',
  '474946383761',
  '474946383961',
  '424d........00000000',
  '49492a00',
  '4d4d002a',
  'd7cdc69a',
  '0[12]000900',
  '01000000(?:..){36}20454d46',
  '52494646........57454250',
].map((beginning) => new RegExp(`^${beginning}`, 'u'));

/** Whether these are the bytes of a picture, whatever its name and type say: programs go by the bytes. */
export function isPicture(bytes: Uint8Array): boolean {
  const start = Array.from(bytes.subarray(0, 44), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return beginnings.some((beginning) => beginning.test(start));
}

/** PNG, section 11.2.2: the header chunk comes first. */
function readPng(view: DataView): PictureFile | null {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return null;
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** The frame header (SOF) of a JPEG, found by walking its segments. */
function readJpeg(view: DataView): PictureFile | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}

/** Scripts, links and foreign content have no business in a seal or a logo. */
const unsafe =
  /<(?:script|foreignObject|iframe|image|use|!DOCTYPE|!ENTITY)\b|\bon\w+\s*=|(?:href|src)\s*=|url\(\s*["']?(?!#)|xml:base|image-set\(|cross-fade\(|\\/iu;

/** What of a picture in a document would run, or load something; its own parts and pictures within it may be named. */
const active =
  /<(?:[\w-]+:)?(?:script|foreignObject|iframe|handler|animate|set)\b|\son\w+\s*=|(?:href|src)\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg|gif)[;,])|url\(\s*["']?\s*(?!#|["'\s])|@import|<\?xml-stylesheet|xml:base|image-set\(|cross-fade\(|\\/iu;

/**
 * Whether an SVG that lies in a document only draws. A backslash hides a letter of a word in a style, a reference one anywhere:
 * neither has a place in a drawing.
 */
export function isSafeSvg(text: string): boolean {
  return !active.test(text) && !active.test(unescapeXml(text));
}

function readSvg(bytes: Uint8Array): PictureFile | null {
  const text = utf8Text(bytes);
  const root = /^[\s\ufeff]*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*<svg\b[^>]*>/u.exec(text)?.[0];
  if (root === undefined || unsafe.test(text) || unsafe.test(unescapeXml(text))) return null;
  const box = /\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/u.exec(root);
  const length = (name: string): number =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)`, 'u').exec(root)?.[1] ?? 0);
  return {
    kind: 'svg',
    width: length('width') || Number(box?.[1] ?? 0),
    height: length('height') || Number(box?.[2] ?? 0),
  };
}
