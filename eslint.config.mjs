import js from '@eslint/js';
import { builtinModules } from 'node:module';
import ts from 'typescript-eslint';
import { noCodes } from './build/lint/no-codes.mjs';
import { refusals } from './build/lint/refusals.mjs';
import { thrown } from './build/lint/thrown.mjs';
import { walls } from './build/lint/walls.mjs';

const node = builtinModules.map((name) => `node:${name}`);
const core = (...names) => names.map((name) => `core/${name}`);
/** A job reads, thinks, drafts and writes: it needs all but the pages. */
const forJobs = [
  ...core(
    'cockpit',
    'reminders',
    'sheets',
    'report',
    'findings',
    'rows',
    'settings',
    'edition',
    'tables',
    'cells',
    'base',
  ),
  'engine',
  'google',
  'contract',
];
/** What a rule of syntax forbids in the room of types. */
const valuesInTypes = [
  "ImportDeclaration[importKind!='type']",
  'ExportAllDeclaration',
  'ExportDefaultDeclaration',
  'ExportNamedDeclaration:not([declaration.type=/^TS(Interface|TypeAlias)Declaration$/])',
  'Program > :not(ImportDeclaration, ExportNamedDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration)',
];

/**
 * The floors of the house. A room may import from the rooms named after it and from nowhere else; what a room is for stands
 * in ARCHITECTURE.md. `packages` are the libraries it may use, `door` the one file by which it is entered.
 */
const floors = [
  { room: 'core/base', below: [], packages: ['big.js', 'fastest-levenshtein'] },
  { room: 'contract', below: core('base'), packages: [] },
  {
    room: 'engine',
    below: [...core('base'), 'engine/docs', 'engine/language', 'engine/word'],
    packages: [],
    door: 'fill',
  },
  { room: 'engine/language', below: core('base'), packages: ['@handlebars/parser'] },
  { room: 'engine/word', below: [...core('base'), 'engine/language'], packages: ['fflate'] },
  { room: 'engine/docs', below: [...core('base'), 'engine/language', 'engine/word'], packages: [] },
  { room: 'core/cells', below: core('base'), packages: [] },
  { room: 'core/tables', below: core('cells', 'base'), packages: [] },
  { room: 'core/edition', below: core('tables', 'cells', 'base'), packages: [] },
  { room: 'core/settings', below: core('edition', 'tables', 'cells', 'base'), packages: [] },
  { room: 'core/rows', below: [...core('settings', 'edition', 'tables', 'cells', 'base'), 'contract'], packages: [] },
  {
    room: 'core/findings',
    below: [...core('rows', 'settings', 'edition', 'tables', 'cells', 'base'), 'contract'],
    packages: [],
  },
  {
    room: 'core/report',
    below: [...core('findings', 'rows', 'settings', 'edition', 'tables', 'base'), 'engine', 'contract'],
    packages: [],
  },
  {
    room: 'core/sheets',
    below: [...core('findings', 'rows', 'settings', 'edition', 'tables', 'cells', 'base'), 'contract'],
    packages: [],
  },
  {
    room: 'core/reminders',
    below: [...core('findings', 'rows', 'settings', 'edition', 'tables', 'base'), 'engine', 'contract'],
    packages: [],
  },
  {
    room: 'core/cockpit',
    below: [...core('reminders', 'report', 'findings', 'rows', 'settings', 'edition', 'base'), 'contract'],
    packages: [],
  },
  { room: 'google', below: [...core('base', 'sheets', 'edition'), 'contract'], packages: [] },
  { room: 'jobs/steps', below: forJobs, packages: [] },
  { room: 'jobs', below: ['jobs/steps', ...forJobs], packages: [] },
  { room: 'pages', below: [...core('base'), 'contract'], packages: ['@observablehq/plot', 'fflate'] },
  { room: 'local/base', below: core('base'), packages: node },
  { room: 'local/books', below: ['local/base', ...core('base')], packages: ['hucre', '@e965/xlsx', ...node] },
  { room: 'local/mail', below: ['local/base', ...core('base')], packages: ['nodemailer', ...node] },
  {
    room: 'local/services',
    below: ['local/books', 'local/mail', 'local/base', ...core('base'), 'contract'],
    packages: node,
  },
  { room: 'local/reported', below: ['local/services', 'local/base', ...core('base')], packages: node },
  { room: 'local/schedule', below: ['local/services', 'local/base', ...core('base'), 'contract'], packages: node },
  {
    room: 'local/serve',
    below: ['local/schedule', 'local/services', 'local/base', ...core('base'), 'contract'],
    packages: node,
  },
  {
    room: 'local/command',
    below: ['local/serve', 'local/schedule', 'local/services', 'local/base', ...core('base'), 'contract'],
    packages: node,
  },
];

export default ts.config(
  { ignores: ['build/out/', 'node_modules/', 'test/cases/'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        TextEncoder: 'readonly',
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
    files: ['src/core/**/*.ts', 'src/engine/**/*.ts', 'src/jobs/**/*.ts', 'src/main.ts'],
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
  {
    files: ['src/contract/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...valuesInTypes.map((selector) => ({ selector, message: 'the contract holds types only' })),
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { refusals, thrown, walls, 'no-codes': noCodes } } },
    rules: { 'house/walls': ['error', floors], 'house/refusals': 'error' },
  },
  {
    files: ['src/**/*.ts'],
    // Here it is made fit to be shown; the services on disk and the threads only hand it on, as what was thrown.
    ignores: [
      'src/core/base/*.ts',
      'src/local/services/**',
      'src/local/reported/**',
      'src/local/books/xlsx/xlsx-worker.ts',
    ],
    rules: { 'house/thrown': 'error' },
  },
  {
    files: ['src/core/**/*.ts', 'src/engine/**/*.ts', 'src/jobs/**/*.ts', 'src/google/**/*.ts'],
    rules: { 'house/no-codes': 'error' },
  },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
