/** Names of the parts of a package (ECMA-376 part 2, 6.2). */

/** With its slash; empty for a part of the outermost folder. */
export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** `word/_rels/document.xml.rels` for `word/document.xml`, `_rels/.rels` for the package. */
export function relationshipsOf(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** Where a target of a part leads within the package. */
export function resolved(part: string, target: string): string {
  const plain = decoded(target.replace(/[?#][\s\S]*$/u, ''));
  if (plain.startsWith('/')) return plain.slice(1);
  const steps: string[] = [];
  for (const step of `${folderOf(part)}${plain}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Whether a part is text by its name: only such are looked into. */
export function isText(name: string): boolean {
  return /\.(?:xml|rels|vml|svg)$/iu.test(name);
}

/** Whether a target of a part climbs higher than the package reaches. */
export function climbsOut(part: string, target: string): boolean {
  let depth = target.startsWith('/') ? 0 : folderOf(part).split('/').length - 1;
  return decoded(target)
    .split(/[\\/]/u)
    .some((step) => {
      if (step === '..') depth -= 1;
      else if (step !== '.' && step !== '') depth += 1;
      return depth < 0;
    });
}

/** Names in relationships may be written in percent, those of entries are not. */
function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
