/** Puts the claims of an edition into the text of a template: `{{话 名称}}` becomes the claim under its condition. */

const reference = /\{\{\s*话\s+([^{}\s]+)\s*\}\}/gu;

/**
 * `claims` are the claims by name, each with its `condition`, its `text`, the `spans` of the text that are other claims, and
 * `at`. Gives the text, which has the lines of the template; the `spans` of it that are claims, `from` and `to` counted in it,
 * each before those within it; and the names nobody knows, each with its line.
 */
export function placeClaims(text, claims) {
  const spans = [];
  const unknown = [];
  let done = '';
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) done += '\n';
    let end = 0;
    for (const { 0: tag, 1: name, index: at } of line.trimStart().startsWith('//') ? [] : line.matchAll(reference)) {
      const claim = claims.get(name);
      if (claim === undefined) unknown.push({ name, line: index + 1 });
      done += line.slice(end, at);
      const from = done.length;
      done += claim === undefined ? tag : claimText(claim);
      if (claim !== undefined) spans.push(...spansOf(claim, name, from));
      end = at + tag.length;
    }
    done += line.slice(end);
  }
  return { text: done, spans, unknown };
}

/** Of a claim that begins at `from`: itself, then those within it. */
function spansOf(claim, name, from) {
  const inside = from + opening(claim).length;
  const own = { name, from, to: from + claimText(claim).length, at: claim.at };
  return [own, ...claim.spans.map((span) => ({ ...span, from: span.from + inside, to: span.to + inside }))];
}

function opening({ condition }) {
  return `{{#if ${condition}}}`;
}

/** A claim as the template says it. */
function claimText(claim) {
  return `${opening(claim)}${claim.text}{{/if}}`;
}
