/** The door for workbooks: refuses what is no sound .xlsx, with a text that tells the clerk what to do. */
import { openZip, ZipError } from './zip';

/** Name and content of the parts of a workbook, in the order of the file. */
export type XlsxParts = Map<string, Uint8Array>;

const advice: Readonly<Record<ZipError['reason'], string>> = {
  'not-a-zip': '不是有效的 .xlsx 文件（可能是改了后缀的 .csv 或网页），请用 WPS/Excel 打开后另存为 .xlsx',
  damaged: '已损坏或没有传完，请重新复制或向提供文件的人重新索取',
  'too-large': '解压后大得不正常，没有读取，请把数据复制到新表格后再试',
  'bad-names': '内部文件名异常，没有读取，请用 WPS/Excel 打开后另存为新的 .xlsx',
  encrypted: '已加密，请用 WPS/Excel 打开后取消密码再保存',
};

/** The parts of the workbook, inflated and checked. `name` is the file as people see it. Throws with a Chinese text. */
export function openXlsx(name: string, bytes: Uint8Array): XlsxParts {
  if (bytes.length === 0) throw new Error(`${name} 是空文件（0 字节），请重新复制或向提供文件的人重新索取`);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new Error(`${name} 是旧版 .xls 或加密文件，请用 WPS/Excel 另存为 .xlsx`);
  }
  const parts = readParts(name, bytes);
  if (![...parts.keys()].some((part) => /^xl\/workbook\d*\.xml$/u.test(part))) {
    throw new Error(`${name} 虽是压缩包，但不是 .xlsx 表格，请用 WPS/Excel 打开后另存为 .xlsx`);
  }
  for (const [part, data] of parts) {
    if (/\.(?:xml|rels)$/u.test(part) && Buffer.from(data.buffer, data.byteOffset, data.length).includes('<!DOCTYPE')) {
      throw new Error(`${name} 含有不允许的 DOCTYPE 声明，没有读取，请用 WPS/Excel 打开后另存为新的 .xlsx`);
    }
  }
  return parts;
}

/** The text for a workbook that passed the door but cannot be understood. */
export function unreadableText(name: string, cause: unknown): string {
  // The library's refusal of a sheet whose outermost cells span too many others.
  const isTooWide = cause instanceof Error && / cells\), over the \d+ limit/u.test(cause.message);
  if (isTooWide) return `${name} 的数据占了过大的区域，没有读取，请删除表格远处的多余内容后再试`;
  return `${name} ${advice.damaged}`;
}

function readParts(name: string, bytes: Uint8Array): XlsxParts {
  try {
    // Pictures and embedded files are carried by no service: they are not even inflated.
    const entries = openZip(bytes).filter((entry) => /\.(?:xml|rels|vml)$/iu.test(entry.name));
    return new Map(entries.map((entry) => [entry.name, entry.read()]));
  } catch (error) {
    if (error instanceof ZipError) throw new Error(`${name} ${advice[error.reason]}`, { cause: error });
    throw error;
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
