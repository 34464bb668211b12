/**
 * Sources are turned to CommonJS by swc; the shipped bundle is tested as built, in a bare context. A process of the tests loads each
 * module once for all its test files: what a file changes it puts back.
 */
export default {
  rootDir: '..',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json'],
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  transform: {},
  setupFiles: ['typescript', 'fixed-seed', 'quick-disk', 'private-state', 'same-start'].map(
    (name) => `<rootDir>/.config/${name}.cjs`,
  ),
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/.config/missing-tools-reporter.mjs'],
};
