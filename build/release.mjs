/**
 * `npm run release`: a portable folder and its zip for each platform, in build/out/release: Node's executable, the program,
 * templates, examples, licences and a file to double-click. `--target linux-x64` (more than once) makes only these; `--node
 * FILE` takes this executable instead of the package's, `--out FOLDER` another place, `--no-zip` the folder alone.
 * Beside the zips: the npm package, a bill of materials (CycloneDX) and the sums of all (SHA256SUMS).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { billOfMaterials } from './release/bill-of-materials.mjs';
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

const names = values.target.flatMap(makePortable);
if (values.zip) {
  const bill = billOfMaterials({
    version,
    packages: JSON.parse(readFileSync('build/out/packages.json', 'utf8')),
    targets: values.target,
  });
  writeFileSync(join(out, `fazhi-nianbao-${version}.cdx.json`), `${JSON.stringify(bill, null, 2)}\n`);
  packForNpm();
  const all = [...names, `fazhi-nianbao-${version}.cdx.json`, `fazhi-nianbao-${version}.tgz`];
  writeFileSync(join(out, 'SHA256SUMS'), all.map((name) => `${sumOf(join(out, name))}  ${name}\n`).join(''));
}

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
  return [`${name}.zip`];
}

/** What was built is packed: nothing is built again. */
function packForNpm() {
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', out];
  const { status, stderr } = spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
}

function sumOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
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
