import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import fc from 'fast-check';
import { elementsOf, readXml, sourceOf, type XmlElement } from '../../../../src/engine/word/package/read-xml';
import { rounds } from '../../../rounds';

/** A tree as nested lists of names, in our reading and in xmldom's. */
function ours(element: XmlElement): unknown {
  return [element.name, ...elementsOf(element).map(ours)];
}

function theirs(element: Element): unknown {
  const children = Array.from({ length: element.childNodes.length }, (_, at) => element.childNodes.item(at));
  return [element.tagName, ...children.filter((node): node is Element & Node => node?.nodeType === 1).map(theirs)];
}

const { xml } = fc.letrec<{ xml: string }>((tie) => ({
  xml: fc
    .tuple(
      fc.constantFrom('a', 'w:p', 'mc:X-1', '段'),
      fc.constantFrom('', ' k="v"', " k='a>b'", ' xml:space = "preserve"\n', ' k="&amp;&#x41;"'),
      fc.array(
        fc.oneof(
          { depthSize: 'small' },
          fc.constantFrom('文', ' &lt; ', '<!-- <b> -->', '<?x y?>', '<![CDATA[<c>]]>', '', '>'),
          tie('xml'),
        ),
        { maxLength: 4 },
      ),
    )
    .map(([name, attributes, children]) =>
      children.join('') === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${children.join('')}</${name}>`,
    ),
}));

describe('readXml', () => {
  it('sees the same elements as xmldom', () => {
    fc.assert(
      fc.property(xml, (source) => {
        const part = readXml(source);
        if ('code' in part) throw new Error(part.reason);
        const wrapped = source.replace(/^<([^\s/>]+)/u, '<$1 xmlns:w="w" xmlns:mc="mc"');
        const document = new DOMParser().parseFromString(wrapped, 'text/xml');
        expect(ours(part.root)).toEqual(theirs(document.documentElement!));
        expect(sourceOf(part, part.root)).toBe(source);
      }),
      { numRuns: rounds(200) },
    );
  });

  it.each([
    ['<a><b></a></b>', '标记没有成对'],
    ['<a>', '内容不完整'],
    ['<a/><b/>', '有两个根'],
    ['文<a/>', '内容有误'],
    ['<a>&x;</a>', '内容有误'],
    ['<a k=v/>', '内容有误'],
    ['<a', '内容有误'],
    ['<!ELEMENT a><a/>', '有不认识的标记'],
    ['<a><!DOCTYPE b></a>', '含有 DOCTYPE 声明，不安全'],
    [`${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, '层数太多'],
  ])('refuses %s', (source, reason) => {
    expect(readXml(source)).toMatchObject({ reason });
  });
});
