/** Reads the .docx of a report on its own: paragraphs as they are printed, and the rows of its tables. */
import { unzipped } from '../../offices/files/zip';

export interface Report {
  readonly paragraphs: readonly string[];
  /** The rows of all tables, headers among them. */
  readonly rows: readonly (readonly string[])[];
}

/** The body alone; headers and footers of pages say nothing of the year. */
export function readReport(bytes: Buffer): Report {
  const xml = unzipped(bytes).get('word/document.xml')?.toString('utf8') ?? '';
  const tables = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gsu)].map(([row]) =>
    [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gsu)].map(([cell]) => paragraphsIn(cell).join('')),
  );
  return { paragraphs: paragraphsIn(xml.replace(/<w:tbl>.*?<\/w:tbl>/gsu, '')), rows: tables };
}

function paragraphsIn(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p(?:\s[^>]*)?>(.*?)<\/w:p>/gsu)].map(([, body = '']) =>
    [...body.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:br|tab)\b/gu)]
      .map(([, words]) => (words === undefined ? '\n' : unescaped(words)))
      .join(''),
  );
}

function unescaped(words: string): string {
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
