/** Lets Node require TypeScript, and modules written as ES modules, turned to CommonJS by swc, so that tests can spy on what is imported. */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { transformSync } = require('@swc/core');

const options = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  swcrc: false,
};

function compile(module, path) {
  module._compile(transformSync(readFileSync(path, 'utf8'), { ...options, filename: path }).code, path);
}

Module._extensions['.ts'] = compile;
Module._extensions['.mjs'] = compile;
Module.register(
  `data:text/javascript,${encodeURIComponent(`
    import { createRequire } from 'node:module';
    export async function load(url, context, next) {
      const { protocol, pathname } = new URL(url);
      if (protocol !== 'file:' || !pathname.endsWith('.ts')) return next(url, context);
      const path = JSON.stringify(decodeURIComponent(pathname));
      const source = \`import { createRequire } from 'node:module'; createRequire(import.meta.url)(\${path});\`;
      return { format: 'module', shortCircuit: true, source };
    }`)}`,
);
