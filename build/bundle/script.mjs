/** Makes scripts, which a process can keep compiled where it cannot keep a module. */
import { build } from 'esbuild';

/** Large ones of Node's own that few runs call, with what is called of them. */
const lateModules = {
  'node:http': ['createServer'],
  'node:child_process': ['fork', 'spawn', 'spawnSync'],
  'node:readline': ['createInterface'],
};

/** They are loaded when one of these functions is called. */
const lateLoading = {
  name: 'late-loading',
  setup(bundle) {
    bundle.onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
      namespace !== 'late-loading' && Object.hasOwn(lateModules, path)
        ? { path, namespace: 'late-loading' }
        : undefined,
    );
    bundle.onLoad({ filter: /.*/, namespace: 'late-loading' }, ({ path }) => ({
      contents: lateModules[path]
        .map((name) => `export const ${name} = (...given) => require('${path}').${name}(...given);`)
        .join('\n'),
    }));
  },
};

/** What the script calls the address of the file that opens it. */
const address = 'addressOfOpener';

/**
 * The script's text, an expression: a function of `require` and the address of the file that opens it, as `import.meta.url` has it, which
 * gives what `entry` exports; and what went into it. `define` and `plugins` are esbuild's.
 */
export async function bundleScript(entry, { define = {}, plugins = [] }) {
  const { metafile, outputFiles } = await build({
    ...{ entryPoints: [entry], outfile: 'script.js', bundle: true, format: 'cjs', platform: 'node' },
    ...{ target: 'node20', legalComments: 'none', metafile: true, logLevel: 'warning', write: false },
    // Each start reads it and takes its sum.
    ...{ minifyWhitespace: true, minifySyntax: true },
    banner: { js: `(function (require, ${address}) { const module = { exports: {} };` },
    footer: { js: 'return module.exports; })' },
    define: { ...define, 'import.meta.url': address },
    plugins: [...plugins, lateLoading],
  });
  const [{ text }] = outputFiles;
  return { text, metafile };
}
