/**
 * A template that prints both sides of each of its conditions between marks, with what each condition was, and the reading of
 * what is made of it: ⟨3:1⟩ when it holds ⟨3|⟩ when it does not ⟨3.⟩.
 */

const tag = /\{\{(#if|#unless|#each|else if|else|\/if|\/unless|\/each)(?:\s+([^}]+))?\}\}/gu;

/** How a heading stands says nothing of the year. */
const layout = /接排\./u;

/** The marked XML, and for each condition its name: the words before it, itself, the words behind it. */
export function markedTemplate(xml) {
  const conditions = [];
  const open = [];
  const begin = (word, condition, at, end) => {
    const before = plain(xml.slice(Math.max(0, at - 400), at)).slice(-10);
    const after = plain(xml.slice(end, end + 600)).slice(0, 10);
    const index = conditions.push(`${before}｜${word === 'unless' ? '非 ' : ''}${condition}｜${after}`) - 1;
    open.at(-1).inside.push(index);
    return `⟨${index}:{{#${word} ${condition}}}1{{else}}0{{/${word}}}⟩`;
  };
  const marked = xml.replaceAll(tag, (all, word, said, at) => {
    const condition = said?.trim();
    const end = at + all.length;
    if (word.startsWith('#')) open.push({ isIf: word !== '#each' && !layout.test(condition), inside: [] });
    const { isIf, inside } = open.at(-1);
    if (!isIf && word !== 'else if') return closed(word, open, all);
    if (word === '#if' || word === '#unless') return begin(word.slice(1), condition, at, end);
    if (word === 'else if') return `⟨${inside.at(-1)}|⟩${begin('if', condition, at, end)}`;
    if (word === 'else') return `⟨${inside.at(-1)}|⟩`;
    return closed(
      word,
      open,
      inside
        .reverse()
        .map((index) => `⟨${index}.⟩`)
        .join(''),
    );
  });
  return { xml: marked, conditions };
}

/** What is printed of a tag; behind the last one of a block nothing of it is open. */
function closed(word, open, text) {
  if (word.startsWith('/')) open.pop();
  return text;
}

function plain(xml) {
  return xml
    .replaceAll(/^[^<]*>|<[^>]*>|<[^>]*$/gu, '')
    .replaceAll(/\{\{[^}]*\}\}/gu, '·')
    .replaceAll(/^[^{}]*\}\}|\{\{[^}]*$/gu, '')
    .replaceAll(/·+/gu, '·')
    .replaceAll('\t', ' ');
}

/** Of a report by the marked template: the report as if the condition of that index always held, or none. */
export function readMarked({ paragraphs, rows }) {
  const text = treeOf(paragraphs.map((one) => (isMarksAlone(one) ? one : `${one}\n`)).join(''));
  return (held) => ({
    paragraphs: printed(text, held).replace(/\n$/u, '').split('\n'),
    rows: rows.map((row) => row.map((cell) => printed(treeOf(cell), held))),
  });
}

/** A tag alone in its paragraph takes the paragraph with it. */
function isMarksAlone(text) {
  return text !== '' && text.replaceAll(/⟨\d+(?::[01]|\||\.)⟩/gu, '') === '';
}

/** Texts and conditions in their order; a condition has its index, what it was, and both sides. */
function treeOf(text) {
  const root = [];
  const stack = [];
  const place = () => (stack.length === 0 ? root : stack.at(-1).sides.at(-1));
  let from = 0;
  for (const { 0: mark, 1: index, 2: sign, index: at } of text.matchAll(/⟨(\d+)(:[01]|\||\.)⟩/gu)) {
    place().push(text.slice(from, at));
    from = at + mark.length;
    if (sign.startsWith(':')) {
      const one = { index: Number(index), holds: sign === ':1', sides: [[]] };
      place().push(one);
      stack.push(one);
    } else if (sign === '|') stack.at(-1).sides.push([]);
    else stack.pop();
  }
  root.push(text.slice(from));
  return root;
}

function printed(tree, held) {
  return tree
    .map((one) => {
      if (typeof one === 'string') return one;
      const [when, otherwise = []] = one.sides;
      return printed(one.holds || one.index === held ? when : otherwise, held);
    })
    .join('');
}
