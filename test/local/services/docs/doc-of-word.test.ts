/** A Word file as the Doc that Google makes of it. */
import { docOfWord } from '../../../../src/local/services/docs/doc-of-word';
import { docx, p, row, table } from '../../../engine/word/docx-builder';

/** Kinds of what stands in the body, in order. */
const kindsOf = (...content: readonly string[]): readonly string[] => {
  const [{ documentTab }] = docOfWord(docx(...content)).tabs;
  return documentTab.body.content.map((one) => ['paragraph', 'table'].find((kind) => kind in one) ?? 'section');
};

it('has the paragraphs of the file and no more', () => {
  expect(kindsOf(p('甲'), p('乙'))).toEqual(['section', 'paragraph', 'paragraph']);
});

it('has a paragraph behind a table that ends it', () => {
  expect(kindsOf(p('甲'), table(row('乙')))).toEqual(['section', 'paragraph', 'table', 'paragraph']);
});
