/**
 * What may not be in a document that goes out, told by other means than the program's: words and addresses sought in the plain
 * text of all parts, never by a tree.
 */

const codes =
  /INCLUDEPICTURE|INCLUDETEXT|IMPORT|\bINCLUDE\b|\bLINK\b|DATABASE|\bDDE|\bRD\b|EMBED|MACROBUTTON|QUOTE|GOTOBUTTON|MERGEFIELD|FILLIN|\bASK\b|\bSET\b|AUTOTEXT|DOCVARIABLE|USERNAME|ADDIN|PRIVATE|\bPRINT\b|FORMTEXT|CONTROL/iu;
const elements =
  /<\w+:(?:attachedTemplate|mailMerge|altChunk|subDoc|control|OLEObject|externalData|printerSettings|embedRegular|frameset|saveThroughXslt|entryMacro|exitMacro|webVideoPr)\b/u;
const parts =
  /customXml|activeX|embeddings|vbaProject|customUI|glossary|printerSettings|\.bin$|\.odttf$|_xmlsignatures|webextension/iu;

/** Each fault as a line. */
export function faultsOfOutput(files: readonly (readonly [path: string, text: string])[]): readonly string[] {
  return files.flatMap(([path, text]) => [
    ...(parts.test(path) ? [`${path} is there`] : []),
    ...(codes.test(codesIn(text)) ? [`${path} holds the code ${codesIn(text)}`] : []),
    ...(elements.test(text) ? [`${path} holds ${elements.exec(text)?.[0] ?? ''}`] : []),
    ...(/(?:javascript|vbscript|file|data|ftp):/iu.test(addresses(text))
      ? [`${path} leads to ${addresses(text)}`]
      : []),
    ...(path.endsWith('.rels') ? relationshipFaults(path, text) : []),
  ]);
}

/** All code of a part in one, whatever field it belongs to. */
function codesIn(text: string): string {
  const split = [...text.matchAll(/instrText[^>]*>([^<]*)</giu)].map(([, code = '']) => code).join('');
  const simple = [...text.matchAll(/instr\s*=\s*["']([^"']*)/giu)].map(([, code = '']) => code).join(' ');
  return `${split} ${simple}`.replace(/&quot;/gu, '"');
}

function addresses(text: string): string {
  return [...text.matchAll(/(?:Target|href|src|val)\s*=\s*["']([^"']*)/giu)]
    .map(([, address = '']) => address.replace(/\s/gu, ''))
    .join(' ');
}

function relationshipFaults(path: string, text: string): readonly string[] {
  return [...text.matchAll(/<Relationship\s[^>]*>/gu)].flatMap(([element]) => {
    const target = /Target\s*=\s*["']([^"']*)/u.exec(element)?.[1] ?? '';
    const external = /TargetMode\s*=\s*["']External/iu.test(element);
    const isWeb = /^(?:https?:\/\/|mailto:)/u.test(target) && element.includes('/hyperlink"');
    return external !== /^[a-z]+:/iu.test(target) || (external && !isWeb) ? [`${path} leads to ${target}`] : [];
  });
}
