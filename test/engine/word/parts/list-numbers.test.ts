/** A list that begins anew is the template's once more, and each of its levels begins where the template's does. */
import type { PackageEdits } from '../../../../src/engine/word/package/package-edits';
import { ListNumbers } from '../../../../src/engine/word/parts/list-numbers';

const level = (number: number, inner: string): string => `<w:lvl w:ilvl="${String(number)}">${inner}</w:lvl>`;
const restart = (number: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${String(number)}"><w:startOverride w:val="${String(start)}"/></w:lvlOverride>`;
const list = (number: number, more = ''): string =>
  `<w:num w:numId="${String(number)}"><w:abstractNumId w:val="4"/>${more}</w:num>`;
const definition = `<w:abstractNum w:abstractNumId="4">${level(0, '<w:start w:val="3"/>')}${level(1, '<w:x/>')}</w:abstractNum>`;
const inner = `${definition}${list(7, restart(0, 5))}${list(2)}`;

/** The numbering after these lists, each with items on levels 1 and 0, went through so many rounds. */
function after(rounds: number, ...lists: readonly string[]): readonly [added: string, numbers: ListNumbers] {
  let text = `<w:numbering xmlns:w="w">${inner}</w:numbering>`;
  const edits: Pick<PackageEdits, 'beside' | 'text' | 'write'> = {
    beside: () => 'word/numbering.xml',
    text: () => text,
    write: (_, next) => (text = String(next)),
  };
  const numbers = new ListNumbers(edits as PackageEdits, 'word/document.xml');
  for (const one of lists) numbers.use(one, [1, 0]);
  for (let round = 0; round < rounds; round += 1) for (const one of lists) numbers.begin(one);
  numbers.save();
  return [text.replace(`<w:numbering xmlns:w="w">${inner}`, '').replace('</w:numbering>', ''), numbers];
}

it('in its first round it is the template’s own', () => {
  const [added, numbers] = after(1, '2');
  expect([added, numbers.renumbered('<w:numId w:val="2"/>', '2')]).toEqual(['', '<w:numId w:val="2"/>']);
});

it('then it gets a number nobody has, and a start for each level that has items: 1 where the template says none', () => {
  const [added, numbers] = after(2, '2');
  expect(added).toBe(list(8, restart(0, 3) + restart(1, 1)));
  expect(numbers.renumbered('<w:numId w:val="2"/>', '2')).toBe('<w:numId w:val="8"/>');
});

it('keeps the start that the template’s list has of its own, once', () => {
  expect(after(2, '7')[0]).toBe(list(8, restart(0, 5) + restart(1, 1)));
});
