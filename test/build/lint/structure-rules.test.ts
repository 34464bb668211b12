/** The structure of a small made-up tree, right and wrong. */
import { circles, crowdedFolders, importsOf, linesOfCode, smallFiles } from '../../../build/lint/structure-rules.mjs';

/** So many lines of code. */
const lines = (count: number): string =>
  Array.from({ length: count }, (_, at) => `export const n${String(at)} = 1;`).join('\n');

describe('imports', () => {
  it.each([
    ['of values', `import { b } from './b';`],
    ['of types alone', `import type { B } from './b';`],
    ['for the effect', `import './b';`],
    ['handed on', `export { b } from './b';`],
    ['handed on whole', `export * from './b';`],
    ['while running', `const b = await import('./b');`],
    ['inside of a type', `let b: readonly import('./b').B[];`],
    ['in a folder above', `import { b } from '../room/b';`],
  ])('%s count', (_, text) => {
    expect(importsOf({ 'room/a.ts': text, 'room/b.ts': '' }).get('room/a.ts')).toEqual(['room/b.ts']);
  });

  it('of packages, in comments and in texts do not', () => {
    const text = `import x from 'b';\n// import { b } from './b';\nconst text = "import './b'";`;
    expect(importsOf({ 'a.ts': text, 'b.ts': '' }).get('a.ts')).toEqual([]);
  });
});

describe('circles', () => {
  it('are told with the shortest way round, one line for files that all lead to one another', () => {
    const files = {
      'a.ts': `import './b';`,
      'b.ts': `import type { C } from './c'; import './d';`,
      'c.ts': `import './a';`,
      'd.ts': `import './c';`,
    };
    expect(circles(files)).toEqual([
      'a.ts: imports itself in a circle (a.ts → b.ts → c.ts → a.ts). Move what both need, or the type, to a file below them.',
    ]);
  });

  it('through types alone are circles', () => {
    expect(circles({ 'a.ts': `import type { B } from './b';`, 'b.ts': `import type { A } from './a';` })).toHaveLength(
      1,
    );
  });

  it('are not where two ways lead to one file, nor where a file leads into a circle', () => {
    const fork = {
      'a.ts': `import './b'; import './c';`,
      'b.ts': `import './d';`,
      'c.ts': `import './d';`,
      'd.ts': '',
    };
    expect(circles(fork)).toEqual([]);
    const tail = { 'a.ts': `import './b';`, 'b.ts': `import './c';`, 'c.ts': `import './b';` };
    expect(circles(tail)).toEqual([expect.stringMatching(/^b\.ts: /u)]);
  });
});

describe('folders', () => {
  const room = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`room/${String(at)}.ts`, '']));

  it('hold 25 files; those in folders of theirs are not counted', () => {
    expect(crowdedFolders({ ...room(25), 'room/inner/one.ts': '', 'two.ts': '' })).toEqual([]);
  });

  it('with one more are told', () => {
    expect(crowdedFolders(room(26))).toEqual(['room: 26 files, at most 25. Put those of one subject into a folder.']);
  });
});

describe('small files', () => {
  const user = `import { n0 } from './small';`;

  it('that one other file uses are told', () => {
    expect(smallFiles({ 'small.ts': lines(19), 'user.ts': user }, {})).toEqual([
      'small.ts: 19 lines of code that only user.ts uses, at least 20. Move them into it.',
    ]);
  });

  it('may have twenty lines, two users, or none', () => {
    expect(smallFiles({ 'small.ts': lines(20), 'user.ts': user }, {})).toEqual([]);
    expect(smallFiles({ 'small.ts': lines(1), 'user.ts': user, 'other.ts': user }, {})).toEqual([]);
    expect(smallFiles({ 'main.ts': lines(1) }, {})).toEqual([]);
  });

  it('may be on the list as long as they are small and have one user', () => {
    const allowed = { 'small.ts': 'it is a thread of its own' };
    expect(smallFiles({ 'small.ts': lines(5), 'user.ts': user }, allowed)).toEqual([]);
    const over = ['small.ts: needs no exception any more. Take it off the list in build/lint/structure.mjs.'];
    expect(smallFiles({ 'small.ts': lines(20), 'user.ts': user }, allowed)).toEqual(over);
    expect(smallFiles({ 'user.ts': '' }, allowed)).toEqual(over);
  });

  it('are counted without comments and blank lines', () => {
    const text = `/** What\n * it is. */\n\nexport const a = {\n  // why\n  b: \`one\ntwo\`, /* so */\n};\n// end\n`;
    expect(linesOfCode('a.ts', text)).toBe(4);
  });
});
