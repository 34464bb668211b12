/** Asks Word to renew the fields of a document when it is opened. */
import type { PackageEdits } from '../package/package-edits';
import { childOf, elementsOf, readXml } from '../package/read-xml';

/** What follows `updateFields` in the settings (ECMA-376 part 1, 17.15.1.78). */
const later =
  /^w:(?:hdrShapeDefaults|footnotePr|endnotePr|compat|docVars|rsids|attachedSchema|themeFontLang|clrSchemeMapping|doNot(?:IncludeSubdocsInStats|AutoCompressPictures|EmbedSmartTags)|forceUpgrade|captions|readModeInkLockDown|smartTagType|shapeDefaults|decimalSymbol|listSeparator)$/u;

/** `body` is the path of the main part. */
export function askToUpdateFields(edits: PackageEdits, body: string): void {
  const path = edits.beside(body, 'settings');
  const source = edits.text(path);
  if (source === null) {
    const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const xml = `<w:settings xmlns:w="${space}"><w:updateFields w:val="true"/></w:settings>`;
    edits.write(path, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
    edits.setType(path, 'application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml');
    edits.relate(body, 'settings', 'settings.xml');
    return;
  }
  const part = readXml(source);
  if ('code' in part || childOf(part.root, 'w:updateFields') || part.root.inner === part.root.end) return;
  const next = elementsOf(part.root).find(({ name }) => later.test(name) || !name.startsWith('w:'));
  const at = next?.start ?? part.root.innerEnd;
  const flag = '<w:updateFields w:val="true"/>';
  edits.write(path, source.slice(0, at) + flag + source.slice(at));
}
