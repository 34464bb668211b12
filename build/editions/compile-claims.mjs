/** The claims of an edition: what its templates praise, blame or explain, each with the condition under which it is true. */
import { placeClaims } from '../template/place-claims.mjs';

/**
 * The claims by name: `name`, `condition`, `text` with the claims it names in their places, the names it `holds`, and `at`. A
 * claim may name those above it, so that none is a part of itself.
 */
export function compileClaims({ rows, tell }) {
  const claims = new Map();
  for (const { name, condition, text, at } of rows.claims) {
    if (name === null || condition === null || text === null) continue;
    const { text: whole, spans, unknown } = placeClaims(text, claims);
    for (const { name: other } of unknown) tell(at, `{{话 ${other}}}: no claim of that name above this line`);
    const holds = new Set(spans.flatMap(({ name: other }) => [other, ...claims.get(other).holds]));
    claims.set(name, { name, condition, text: whole, holds, at });
  }
  return claims;
}
