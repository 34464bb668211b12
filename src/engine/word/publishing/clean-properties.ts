/** The properties of a document: of its author, company, template and history nothing is told, only its title. */
import { escapeXml, textsIn, unescapeXml } from '../package/xml-text';
import type { PublicTexts } from './public-texts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spot = '文档属性';

/** `docProps/core.xml` with the title alone. */
export function coreProperties(xml: string, texts: PublicTexts): string {
  tellTexts(xml, texts);
  const title = /<(?:\w+:)?title\b[^<>]*>([^<]*)</u.exec(xml)?.[1] ?? '';
  const said = texts.rewrite(unescapeXml(title), `${spot}“标题”`);
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(said)}</dc:title></cp:coreProperties>`
  );
}

/** `docProps/app.xml` with nothing in it. */
export function programProperties(xml: string, texts: PublicTexts): string {
  tellTexts(xml, texts);
  return `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`;
}

function tellTexts(xml: string, { removed }: PublicTexts): void {
  for (const text of textsIn(xml)) removed(unescapeXml(text), spot);
}
