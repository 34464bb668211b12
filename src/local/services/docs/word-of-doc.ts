/** What Google makes of a Google Doc when it is exported as a Word file, as far as a template goes: texts, headings, tables, headers and footers. */
import { packZip } from '../../base/zip';
import { jsonOf, type DocFile } from './doc-file';

interface Inline {
  readonly textRun?: { readonly content: string; readonly textStyle: { readonly bold?: boolean } };
}

interface Element {
  readonly paragraph?: {
    readonly elements: readonly Inline[];
    readonly paragraphStyle?: { readonly namedStyleType?: string };
  };
  readonly table?: {
    readonly tableRows: readonly { readonly tableCells: readonly { readonly content: readonly Element[] }[] }[];
  };
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The bytes of the Word file. */
export function wordOfDoc(doc: DocFile): Uint8Array {
  const [{ documentTab }] = jsonOf(doc).tabs;
  const parts = (['headers', 'footers'] as const).flatMap((kind) =>
    Object.values(documentTab[kind] ?? {}).map(({ content }, index) => ({
      name: `${kind.slice(0, -1)}${String(index + 1)}`,
      type: kind.slice(0, -1),
      xml: root(kind === 'headers' ? 'hdr' : 'ftr', contentXml(content as readonly Element[])),
    })),
  );
  const body = root('document', `<w:body>${contentXml(documentTab.body.content)}</w:body>`);
  const all = [{ name: 'document', type: 'document.main', xml: body }, ...parts];
  const types = all.map(
    ({ name, type }) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${type}+xml"/>`,
  );
  const files: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>`,
    ],
    ['_rels/.rels', links([['officeDocument', 'word/document.xml']])],
    ['word/_rels/document.xml.rels', links(parts.map(({ name, type }) => [type, `${name}.xml`]))],
    ...all.map(({ name, xml }) => [`word/${name}.xml`, xml] as const),
  ];
  return packZip(
    files.map(([name, text]) => [name, Buffer.from(text)]),
    true,
  );
}

function root(name: string, inner: string): string {
  return `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inner}</w:${name}>`;
}

function links(all: readonly (readonly [string, string])[]): string {
  const inner = all.map(
    ([type, target], at) => `<Relationship Id="r${String(at)}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner.join('')}</Relationships>`;
}

function contentXml(content: readonly Element[]): string {
  return content.map(elementXml).join('');
}

function elementXml({ paragraph, table }: Element): string {
  if (paragraph) {
    const isHeading = paragraph.paragraphStyle?.namedStyleType?.startsWith('HEADING') === true;
    const properties = isHeading ? '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' : '';
    return `<w:p>${properties}${paragraph.elements.map(runXml).join('')}</w:p>`;
  }
  const rows = (table?.tableRows ?? []).map(({ tableCells }) => {
    const cells = tableCells.map(({ content }) => `<w:tc>${contentXml(content)}</w:tc>`);
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  return table ? `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>` : '';
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function runXml({ textRun }: Inline): string {
  if (textRun === undefined) return '<w:r><w:sym w:font="Symbol" w:char="F020"/></w:r>';
  const look = textRun.textStyle.bold === true ? '<w:rPr><w:b/></w:rPr>' : '';
  const text = textRun.content.replace(/\n/gu, '').replace(/[&<>]/gu, (sign) => entities[sign] ?? sign);
  const inner = text.split('\u000b').map((line) => `<w:t xml:space="preserve">${line}</w:t>`);
  return text === '' ? '' : `<w:r>${look}${inner.join('<w:br/>')}</w:r>`;
}
