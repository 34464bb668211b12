/** A Word template as text. */
import { strFromU8, unzipSync } from 'fflate';

/** Its paragraphs, one a line, with their tags. */
export function paragraphsOf(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)['word/document.xml']!);
  const lines = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gu)].map(([, inside]) =>
    [...inside!.matchAll(/<w:t [^>]*>([^<]*)</gu)].map((match) => match[1]).join(''),
  );
  return lines.join('\n').replace(/&#34;/gu, '"').replace(/&#38;/gu, '&');
}
