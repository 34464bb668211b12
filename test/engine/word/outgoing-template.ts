/**
 * Builds a .docx from readable text as `case-template` does, with more lines:
 *
 *     域 PAGE ⇒ 1                     a field in runs of its own, what it shows behind ⇒; ¦ parts its code into runs
 *     简域 PAGE ⇒ 1                   a simple field
 *     == 部件 path [content type]     a part of its own; its XML in the lines that follow
 *     == 文件 path ▣ width height colour   a picture
 *     == 关系 part id type target [External]
 *
 * A type is the last word of the usual address, or a whole address.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { attributeText, fieldXml, templateFromText } from './case-template';
import { png } from './png';

const usual = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const list = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The .docx of such a text. */
export function outgoingTemplate(text: string): Uint8Array {
  const [body = '', ...more] = text.split(/^== /mu);
  const lines = body.split('\n').map((line) => fieldLine(line) ?? line);
  const files = new Map(
    Object.entries(unzipSync(templateFromText(lines.join('\n')))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  const pictures = new Map<string, Uint8Array>();
  for (const section of more) {
    const [head = '', ...content] = section.trimEnd().split('\n');
    const [kind, ...words] = head.split(' ');
    if (kind === '文件') {
      const [path = '', , width, height, colour] = words;
      pictures.set(path, png(Number(width), Number(height), colour));
      addPart(files, [path, 'image/png'], '');
    } else if (kind === '部件') addPart(files, words, content.join('\n'));
    else addRelationship(files, words);
  }
  const texts = [...files].map(([name, content]) => [name, pictures.get(name) ?? strToU8(content)] as const);
  return zipSync(Object.fromEntries(texts));
}

function fieldLine(line: string): string | null {
  const [, kind, code = '', shown = ''] = /^(域|简域) (.*?)(?: ⇒ ?(.*))?$/u.exec(line) ?? [];
  if (kind === undefined) return null;
  const result = `<w:r><w:t>${attributeText(shown)}</w:t></w:r>`;
  if (kind === '简域') return `<w:p><w:fldSimple w:instr="${attributeText(code)}">${result}</w:fldSimple></w:p>`;
  return `<w:p>${fieldXml(code, result)}</w:p>`;
}

function addPart(files: Map<string, string>, [path = '', type]: readonly string[], content: string): void {
  files.set(path, content);
  if (type === undefined) return;
  const types = files.get('[Content_Types].xml') ?? '';
  const override = `<Override PartName="/${path}" ContentType="${type}"/>`;
  files.set('[Content_Types].xml', types.replace('</Types>', `${override}</Types>`));
}

function addRelationship(
  files: Map<string, string>,
  [part = '', id, type = '', target, mode]: readonly string[],
): void {
  const path = part === '包' ? '_rels/.rels' : part.replace(/([^/]*)$/u, '_rels/$1.rels');
  const before = files.get(path) ?? `<Relationships xmlns="${list}"></Relationships>`;
  const address = type.includes('/') ? type : `${usual}/${type}`;
  const end = mode === undefined ? '' : ` TargetMode="${mode}"`;
  const added = `<Relationship Id="${id ?? ''}" Type="${address}" Target="${target ?? ''}"${end}/>`;
  files.set(path, before.replace('</Relationships>', `${added}</Relationships>`));
}
