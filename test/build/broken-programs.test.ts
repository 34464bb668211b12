/** What `npm run fuzz` breaks on purpose stands in the program, once: else it would break off after all that went before. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const folder = 'build/fuzz';

/** The lists of a source that begin with a file of `src`, and the text that stands there. */
function changesIn(path: string): readonly (readonly [file: string, before: string])[] {
  const found: (readonly [string, string])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isArrayLiteralExpression(node)) {
      const [file, before] = node.elements.map((one) => (ts.isStringLiteralLike(one) ? one.text : ''));
      if (file !== undefined && /^src\/.+\.ts$/u.test(file) && before) found.push([file, before]);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

it('each change has its one place', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  const changes = names.flatMap((name) => changesIn(join(folder, name)));
  expect(changes.length).toBeGreaterThan(45);
  const places = changes.map(([file, before]) => [file, before, readFileSync(file, 'utf8').split(before).length - 1]);
  expect(places.filter(([, , count]) => count !== 1)).toEqual([]);
});
