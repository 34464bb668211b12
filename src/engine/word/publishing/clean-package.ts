/** The lists of a package without what was taken out of it, and without links to the outside. */

/** `[Content_Types].xml` of the parts that stay. */
export function cleanTypes(xml: string, names: ReadonlySet<string>): string {
  // Names of parts are the same in small letters and capitals (ECMA-376 part 2, 6.2.2.3).
  const staying = new Set([...names].map((name) => name.toLowerCase()));
  return xml.replace(/<(?:\w+:)?Override\b[^<>]*?\/>/gu, (element) => {
    const name = /PartName\s*=\s*["']\/?([^"']*)/u.exec(element)?.[1] ?? '';
    return staying.has(name.toLowerCase()) ? element : '';
  });
}

/** The relationships to parts that stay. `path` is that of the list: `word/_rels/document.xml.rels`. */
export function cleanRelationships(xml: string, path: string, names: ReadonlySet<string>): string {
  const folder = path.replace(/_rels\/[^/]*$/u, '');
  return xml.replace(/<(?:\w+:)?Relationship\b[^<>]*?(?:\/>|>\s*<\/(?:\w+:)?Relationship>)/gu, (element) => {
    const target = /\bTarget\s*=\s*["']([^"']*)/u.exec(element)?.[1] ?? '';
    const isOutside = /TargetMode\s*=\s*["']External/iu.test(element);
    return !isOutside && names.has(resolved(folder, target)) ? element : '';
  });
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
