/** Holds the templates of the annual reports against the fields there are, before anybody fills one. */
import { textsOf } from './shorten.mjs';

/** `editions` and `papers` as compiled, `rows` those of the tables by the edition's key; a mistake is told where it was written: in the template, or in the line of a claim. */
export function checkReports({ editions, papers, rows, core, tell }) {
  const { names, open } = core.openEditions(textsOf(editions, core.lineForms));
  for (const [index, { key }] of editions.entries()) {
    const dictionary = core.fieldsOfReport({ indicators: [] }, open(names[index]));
    for (const { sentence, at } of rows[key].indicators.filter((row) => row.sentence !== '')) {
      for (const { actual, reason } of mistakesIn(sentence, dictionary, core)) tell(at, `报告句: ${actual} ${reason}`);
    }
    for (const paper of papers.filter((one) => one.key === key && one.paper === 'report')) {
      for (const { line, column, reason, actual } of mistakesIn(paper.text, dictionary, core)) {
        const offset = offsetOf(paper.text, line, column);
        const claim = paper.spans.find(({ from, to }) => offset >= from && offset < to);
        tell(
          claim?.at ?? { file: paper.template, line },
          `${claim === undefined ? '' : `"${claim.name}": `}${actual} ${reason}`,
        );
      }
    }
  }
}

/** What the engine says of it; values are of no interest here. */
function mistakesIn(text, dictionary, { fillText }) {
  const { text: filled, problems } = fillText(text, {}, dictionary);
  if (filled !== null) return [];
  return problems.map(({ place, reason, actual }) => {
    const [, line, column] = /第 (\d+) 行第 (\d+) 字/u.exec(place.spot ?? '') ?? [null, 1, 1];
    return { line: Number(line), column: Number(column), reason, actual };
  });
}

function offsetOf(text, line, column) {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((total, one) => total + one.length + 1, 0) + column - 1;
}
