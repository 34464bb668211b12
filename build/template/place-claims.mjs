/** Puts the claims of an edition into the text of a template: `{{话 名称}}` becomes the claim under its condition. */

const reference = /\{\{\s*话\s+([^{}\s]+)\s*\}\}/gu;

/**
 * `claims` are the claims by name, each with its `condition` and `text`. Gives the text, which has the lines of the template;
 * the `spans` of it that are claims, `from` and `to` counted in it; and the names nobody knows, each with its line.
 * @typedef {{ condition: string, text: string }} Claim
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
      if (claim !== undefined) spans.push({ name, from, to: done.length, at: claim.at });
      end = at + tag.length;
    }
    done += line.slice(end);
  }
  return { text: done, spans, unknown };
}

/** A claim as the template says it. */
export function claimText({ condition, text }) {
  return `{{#if ${condition}}}${text}{{/if}}`;
}
