/** Sources are turned to CommonJS by swc; the shipped bundle is tested as built, in a bare context. */
export default {
  rootDir: '..',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json'],
  transform: {
    '\\.(ts|mjs|js)$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  testEnvironment: '/tmp/cpu-env.cjs',
  transformIgnorePatterns: ['/node_modules/(?!(hucre)/)'],
  setupFiles: ['<rootDir>/.config/fixed-seed.cjs', '<rootDir>/.config/private-state.cjs'],
  // Against what hangs, never a measure of speed: a busy machine takes ten times as long.
  testTimeout: 600_000,
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/.config/missing-tools-reporter.mjs'],
};
