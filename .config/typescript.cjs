/**
 * Lets Node require TypeScript, and modules written as ES modules, turned to CommonJS by swc, so that tests can spy on what is imported.
 * What a file was turned to is kept for the processes and runs to come: all need most files, and few of them have changed.
 */
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const swc = require('@swc/core');

const options = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  swcrc: false,
};
const version = JSON.stringify([swc.version, options]);
const kept = join(process.cwd(), 'node_modules/.cache/nianbao-tests');

const hashOf = (...texts) => createHash('sha1').update(texts.join('\0')).digest('hex');

/** One file for each source, which begins with the hash of what it was made of. */
function turned(source, path) {
  const file = join(kept, `${hashOf(path)}.js`);
  const key = `//${hashOf(version, source)}\n`;
  try {
    const code = readFileSync(file, 'utf8');
    if (code.startsWith(key)) return code.slice(key.length);
  } catch {
    // Not turned yet.
  }
  const { code } = swc.transformSync(source, { ...options, filename: path });
  try {
    mkdirSync(kept, { recursive: true });
    // Whole or not at all: another process may be reading.
    writeFileSync(`${file}.${process.pid}`, key + code);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Where nothing can be kept it is turned each time.
  }
  return code;
}

function compile(module, path) {
  module._compile(turned(readFileSync(path, 'utf8'), path), path);
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
