/** Watches that no block cuts a field (page number, table of contents, reference) in two: its marks must stay together. */

const mark = /<\w+:fldChar\b[^<>]*?\w:fldCharType="(begin|separate|end)"/gu;

export class FieldSpans {
  /** Where each field that is not yet ended begins. */
  private readonly open: string[] = [];

  /** Notes the field marks of a piece of XML in the branches `path`; gives back the number of a block that cuts, or null. */
  note(xml: string, path: string): number | null {
    let cut: number | null = null;
    for (const [, type] of xml.matchAll(mark)) {
      const begun = type === 'begin' ? path : (this.open[this.open.length - 1] ?? path);
      if (type === 'begin') this.open.push(path);
      if (type === 'end') this.open.pop();
      cut ??= firstDifference(begun, path);
    }
    return cut;
  }
}

/** The number of the outermost block that only one of the paths is in; null when they are the same. */
function firstDifference(left: string, right: string): number | null {
  const branches = [left, right].map((path) => path.split(' ').filter((branch) => branch !== ''));
  const [mine = [], other = []] = branches;
  const longest = Math.max(mine.length, other.length);
  for (let at = 0; at < longest; at++) {
    const branch = mine[at] ?? other[at];
    if (mine[at] !== other[at] && branch !== undefined) return Number(branch.split(':')[0]);
  }
  return null;
}
