/**
 * `npm run release`: a portable folder and its zip for each platform, in build/out/release: Node's executable, the program,
 * templates, examples, licences and a file to double-click. `--target linux-x64` (more than once) makes only these; `--node
 * FILE` takes this executable instead of the package's, `--out FOLDER` another place, `--no-zip` the folder alone.
 */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { nodeProgram, nodeVersionFor, targets } from './release/node-program.mjs';
import { portableFiles } from './release/portable-files.mjs';

const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true, default: targets },
    node: { type: 'string' },
    out: { type: 'string', default: 'build/out/release' },
    zip: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const out = resolve(values.out);
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const unknown = values.target.filter((target) => !targets.includes(target));
if (unknown.length > 0)
  throw new Error(`no package of Node for ${unknown.join(', ')}; there are ${targets.join(', ')}`);

const sums = values.target.flatMap(makePortable);
if (values.zip) writeFileSync(join(out, 'SHA256SUMS'), `${sums.join('\n')}\n`);

function makePortable(target) {
  const name = `fazhi-nianbao-${version}-${target}`;
  const own =
    values.node === undefined
      ? null
      : {
          program: readFileSync(values.node),
          license: Buffer.from('https://github.com/nodejs/node/blob/main/LICENSE\n'),
        };
  const node = own ?? nodeProgram(target, 'build/out/release-cache');
  const files = portableFiles({ target, version, nodeVersion: nodeVersionFor(target), ...node });
  rmSync(join(out, name), { recursive: true, force: true });
  for (const [path, file] of Object.entries(files)) put(join(out, name, path), file);
  if (!values.zip) return [];
  const bytes = zipped(name, files);
  writeFileSync(join(out, `${name}.zip`), bytes);
  console.log(`${name}.zip  ${(bytes.length / 1e6).toFixed(1)} MB, ${Object.keys(files).length} files`);
  return [`${createHash('sha256').update(bytes).digest('hex')}  ${name}.zip`];
}

function put(path, { bytes, isExecutable }) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  if (isExecutable) chmodSync(path, 0o755);
}

/** The same files give the same bytes: no clock, no owner; unix systems find out what may be run. */
function zipped(name, files) {
  const entries = Object.entries(files).map(([path, { bytes, isExecutable }]) => {
    const attrs = (isExecutable ? 0o100755 : 0o100644) * 0x10000;
    return [`${name}/${path}`, [bytes, { level: 6, os: 3, attrs, mtime: new Date(2020, 0, 1) }]];
  });
  return zipSync(Object.fromEntries(entries));
}
