import js from '@eslint/js';
import { builtinModules } from 'node:module';
import ts from 'typescript-eslint';

/**
 * The floors of the house, lowest first. A room may import from the rooms named after it and from nowhere else; what a
 * room is for stands in README.md. `packages` are the libraries a room may use.
 */
const floors = [
  { room: 'core/base', below: [], packages: ['big.js'] },
  { room: 'core/template', below: ['core/base'], packages: ['@handlebars/parser'] },
  { room: 'core/document', below: ['core/template', 'core/base'], packages: ['fflate'] },
  { room: 'core/cells', below: ['core/base'], packages: [] },
  { room: 'core/catalogue', below: ['core/cells', 'core/base'], packages: [] },
  { room: 'core/settings', below: ['core/catalogue', 'core/cells', 'core/base'], packages: [] },
  { room: 'core/rows', below: ['core/settings', 'core/catalogue', 'core/cells', 'core/base'], packages: [] },
  {
    room: 'core/findings',
    below: ['core/rows', 'core/settings', 'core/catalogue', 'core/cells', 'core/base'],
    packages: [],
  },
  {
    room: 'core/report',
    below: ['core/findings', 'core/rows', 'core/settings', 'core/catalogue', 'core/template', 'core/base'],
    packages: [],
  },
  {
    room: 'core/sheets',
    below: ['core/findings', 'core/rows', 'core/settings', 'core/catalogue', 'core/cells', 'core/base'],
    packages: [],
  },
  {
    room: 'core/reminders',
    below: [
      'core/findings',
      'core/rows',
      'core/settings',
      'core/catalogue',
      'core/document',
      'core/template',
      'core/base',
    ],
    packages: [],
  },
  { room: 'google', below: ['core/base', 'core/sheets'], packages: [] },
  { room: 'pages', below: [], packages: [] },
  { room: 'local', below: [], packages: ['hucre', 'nodemailer', ...builtinModules.map((name) => `node:${name}`)] },
];

/** Every import that leaves the room must name a room below it or a package the room may use. */
function wall({ room, below, packages }) {
  const depth = room.split('/').length;
  const rooms = below.map((name) =>
    room.startsWith('core/') ? `\\.\\./${name.slice('core/'.length)}/` : `${'\\.\\./'.repeat(depth)}${name}/`,
  );
  const allowed = [String.raw`\./`, ...rooms, ...packages.map((name) => `${name}(/|$)`)].join('|');
  return {
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: `^(?!${allowed})`, message: `${room} may import only from: ${below.join(', ') || '(none)'}` },
          ],
        },
      ],
    },
  };
}

export default ts.config(
  { ignores: ['build/out/', 'node_modules/', 'test/cases/'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
      },
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
    },
  },
  {
    files: ['src/core/**/*.ts', 'src/jobs/**/*.ts', 'src/main.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Date', 'eval', 'Function', 'console'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'core is deterministic' }],
    },
  },
  {
    // What a department wrote must never be read as HTML.
    files: ['src/pages/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write', 'writeln', 'srcdoc'].map((name) => ({
          selector: `MemberExpression[property.name='${name}']`,
          message: 'pages take texts as text only: append, textContent',
        })),
      ],
    },
  },
  ...floors.map(wall),
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
