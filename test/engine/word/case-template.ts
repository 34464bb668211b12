/**
 * Builds a .docx from readable text, for the case folders:
 *
 *     # heading            - list item (its list goes on)      * list item (its list says: restart)
 *     | a | b |            a table row; ⏎ between paragraphs of a cell; lines `|> x | y` after it are a table in its last cell
 *     [页眉] [页脚] [脚注] [批注] [文本框] text                 other parts
 *     a¦b                  the text goes on in another run, of another look
 *     ⟨CODE⇒shown⟩          a field       [^1] a reference to footnote 1
 *     ⟪name:text⟫          a bookmark; ⟪批注1:text⟫ comment 1 on the text, ⟪控件1:text⟫ a content control, ⟪链接 name:text⟫ a link
 *     <…>                  XML put down as it is
 *     _                    an empty paragraph; blank lines only part tables from each other
 *
 * Every other line is a paragraph.
 */
import { box, cell, docxFiles, p, part, r, table, zip } from './docx-builder';

/** The .docx of a case's template. */
export function templateFromText(text: string): Uint8Array {
  const reading: Reading = { body: [], rows: [], inner: [], parts: new Map() };
  for (const line of text.trimEnd().split('\n')) readLine(reading, line);
  endTable(reading);
  return zip(docxFiles(reading.body.join(''), Object.fromEntries([...reading.parts].map(partFile))));
}

interface Reading {
  readonly body: string[];
  rows: string[][];
  /** Rows of the table in the last cell of the last row. */
  inner: string[][];
  readonly parts: Map<string, string[]>;
}

function readLine(reading: Reading, line: string): void {
  if (line.startsWith('|>')) {
    reading.inner.push(cellsOf(line.slice(2)));
    return;
  }
  if (line.startsWith('|')) {
    endInner(reading);
    reading.rows.push(cellsOf(line.replace(/^\|/u, '').replace(/\|$/u, '')));
    return;
  }
  endTable(reading);
  const [, label, content] = /^\[(页眉|页脚|脚注|批注|文本框)\] (.*)$/u.exec(line) ?? [];
  if (label === '文本框') reading.body.push(box(runs(content ?? '')));
  else if (label !== undefined) reading.parts.set(label, [...(reading.parts.get(label) ?? []), runs(content ?? '')]);
  else if (line.trim() !== '') reading.body.push(paragraph(line));
}

function cellsOf(line: string): string[] {
  return line.split('|').map((text) => text.trim());
}

function paragraph(line: string): string {
  if (line.startsWith('<')) return line;
  if (line === '_') return p('');
  const [, level, title] = /^(##?) (.*)$/u.exec(line) ?? [];
  if (title !== undefined) return p(content(title), `<w:pStyle w:val="Heading${String(level?.length)}"/>`);
  const list = /^([-*]) (.*)$/u.exec(line);
  if (!list) return runs(line);
  const number = list[1] === '-' ? '1' : '2';
  return p(content(list[2] ?? ''), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${number}"/></w:numPr>`);
}

const looks = ['', '<w:b/>', '<w:i/>', '<w:color w:val="FF0000"/>'];

function content(text: string): string {
  return text
    .split('¦')
    .map((piece, index) => inline(piece, looks[index % looks.length] ?? ''))
    .join('');
}

/** A run, or several with what stands between them. */
function inline(text: string, look: string): string {
  return text
    .split(/(⟨[^⟩]*⟩|⟪[^:⟫]*:|⟫|\[\^\d+\])/u)
    .reduce<{ readonly xml: string; readonly open: readonly string[] }>(
      ({ xml, open }, piece) => {
        if (piece === '⟫') return { xml: xml + (open[0] ?? ''), open: open.slice(1) };
        const [begin, end] = marksOf(piece) ?? [piece === '' ? '' : r(piece, look), null];
        return { xml: xml + begin, open: end === null ? open : [end, ...open] };
      },
      { xml: '', open: [] },
    ).xml;
}

/** What stands for a sign, and what ends it later; null for plain text. */
function marksOf(piece: string): readonly [begin: string, end: string | null] | null {
  const note = /^\[\^(\d+)\]$/u.exec(piece)?.[1];
  if (note !== undefined) return [`<w:r><w:footnoteReference w:id="${note}"/></w:r>`, null];
  const [, code, shown] = /^⟨([^⇒⟩]*)(?:⇒([^⟩]*))?⟩$/u.exec(piece) ?? [];
  if (code !== undefined) return [fieldXml(code, shown === undefined || shown === '' ? '' : r(shown)), null];
  const [, kind = '', name] = /^⟪(批注|控件|链接 )?([^:]*):$/u.exec(piece) ?? [];
  if (name === undefined) return null;
  const id = `w:id="${name}"`;
  if (kind === '批注')
    return [`<w:commentRangeStart ${id}/>`, `<w:commentRangeEnd ${id}/><w:r><w:commentReference ${id}/></w:r>`];
  if (kind === '控件')
    return [`<w:sdt><w:sdtPr><w:id w:val="${name}"/></w:sdtPr><w:sdtContent>`, '</w:sdtContent></w:sdt>'];
  if (kind === '链接 ') return [`<w:hyperlink w:anchor="${name}">`, '</w:hyperlink>'];
  const number = String(Array.from(name).reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0));
  return [`<w:bookmarkStart w:id="${number}" w:name="${name}"/>`, `<w:bookmarkEnd w:id="${number}"/>`];
}

/** A field in runs of its own; `result` is the runs it shows. */
export function fieldXml(code: string, result: string): string {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const codes = code
    .split('¦')
    .map((piece) => `<w:r><w:instrText xml:space="preserve">${attributeText(piece)}</w:instrText></w:r>`);
  return `${mark('begin')}${codes.join('')}${mark('separate')}${result}${mark('end')}`;
}

/** As the value of an attribute, or as text. */
export function attributeText(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');
}

function runs(text: string): string {
  return text === '' ? p('') : p(content(text));
}

function cellXml(text: string, after = ''): string {
  return cell(
    text
      .split('⏎')
      .map((each) => runs(each.trim()))
      .join('') + after,
  );
}

function rowXml(cells: readonly string[]): string {
  return `<w:tr>${cells.map((text) => (text.startsWith('<') ? text : cellXml(text))).join('')}</w:tr>`;
}

function endInner(reading: Reading): void {
  const { inner, rows } = reading;
  reading.inner = [];
  const last = rows[rows.length - 1];
  if (inner.length === 0 || !last) return;
  last.push(cellXml(last.pop() ?? '', table(...inner.map(rowXml)) + p('')));
}

function endTable(reading: Reading): void {
  endInner(reading);
  if (reading.rows.length > 0) reading.body.push(table(...reading.rows.map(rowXml)));
  reading.rows = [];
}

const partNames: Readonly<Record<string, 'header' | 'footer' | 'footnotes' | 'comments'>> = {
  页眉: 'header',
  页脚: 'footer',
  脚注: 'footnotes',
  批注: 'comments',
};

function partFile([label, paragraphs]: readonly [string, readonly string[]]): readonly [string, string] {
  const name = partNames[label] ?? 'header';
  if (name === 'header') return ['word/header1.xml', part('hdr', paragraphs.join(''))];
  if (name === 'footer') return ['word/footer1.xml', part('ftr', paragraphs.join(''))];
  const note = name === 'footnotes' ? 'footnote' : 'comment';
  const notes = paragraphs.map((xml, index) => `<w:${note} w:id="${String(index + 1)}">${xml}</w:${note}>`);
  return [`word/${name}.xml`, part(name, notes.join(''))];
}
