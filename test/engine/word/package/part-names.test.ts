/** Programs call the parts of a document as they like: only their relationships say what each is. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fillDocument } from '../../../../src/engine/word/fill-document';
import { resolved } from '../../../../src/engine/word/package/part-names';
import { filesOfCase, readCase } from '../fill-case';
import { faultsOf } from '../ooxml-check';

const names: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\.xml$/u, 'word/document2.xml'],
  [/^word\/_rels\/document\.xml\.rels$/u, 'word/_rels/document2.xml.rels'],
  [/^word\/(styles|numbering|settings|comments|footnotes|header1)\.xml$/u, 'word/parts/my-$1.xml'],
];

function renamed(path: string): string {
  return names.reduce((name, [pattern, now]) => name.replace(pattern, now), path);
}

/** The document with its parts under other names. */
function underOtherNames(bytes: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).map(([name, content]) => {
    if (name === '[Content_Types].xml') {
      const types = strFromU8(content).replace(
        /PartName="\/([^"]*)"/gu,
        (_, part: string) => `PartName="/${renamed(part)}"`,
      );
      return [name, strToU8(types)] as const;
    }
    if (!name.endsWith('.rels')) return [renamed(name), content] as const;
    const source = name.replace(/_rels\/([^/]*)\.rels$/u, '$1');
    const list = strFromU8(content).replace(/Target="([^":]*)"(?! TargetMode)/gu, (_, target: string) => {
      return `Target="/${renamed(resolved(source, target))}"`;
    });
    return [renamed(name), strToU8(list)] as const;
  });
  return zipSync(Object.fromEntries(files));
}

it.each([
  'lists-in-loops',
  'contents-of-the-template',
  'references',
  'notes-in-loops',
  'comments-in-loops',
  'documents-put-in',
])('fills %s as under the usual names', (name) => {
  const { template, value } = readCase(name);
  const options = { name: '模板.docx', optionalFields: true, ...filesOfCase(name) };
  const fill = (bytes: Uint8Array) => fillDocument(bytes, value.model, value.dictionary, options);
  const [usual, other] = [fill(template), fill(underOtherNames(template))];
  expect(other.text).toEqual(usual.text);
  expect(other.problems).toEqual(usual.problems);
  const numbers = (bytes: Uint8Array | null) =>
    Object.entries(unzipSync(bytes ?? new Uint8Array()))
      .filter(([path]) => /document2?\.xml$/u.test(path))
      .flatMap(([, xml]) => strFromU8(xml).match(/<w:(?:numId|pStyle) [^>]*>/gu) ?? []);
  expect(numbers(other.bytes)).toEqual(numbers(usual.bytes));
  const before = new Set(faultsOf(template));
  const faults = faultsOf(other.bytes ?? new Uint8Array()).filter((fault) => !before.has(fault));
  expect(faults.filter((fault) => !fault.includes(' to no '))).toEqual([]);
});

it('finds its way through a package as addresses do', () => {
  expect(resolved('word/document.xml', '../media/./a%20b.png#x')).toBe('media/a b.png');
  expect(resolved('word/document.xml', '/docProps/app.xml')).toBe('docProps/app.xml');
  expect(resolved('', 'word/100%.xml')).toBe('word/100%.xml');
});
