/** Node's executable and licence out of the npm package of a platform, held against the hash that stands in node-packages.json. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readTarFiles } from './read-tar.mjs';

const packages = JSON.parse(readFileSync(new URL('./node-packages.json', import.meta.url), 'utf8'));

/** The platforms there is a package for. */
export const targets = Object.keys(packages);

/** The platform's package: `{ package, version, integrity }`. */
export const nodePackageFor = (target) => packages[target];

/** Version of Node for the platform. */
export const nodeVersionFor = (target) => packages[target].version;

/**
 * `{ program, license }` as bytes; the package is downloaded by npm unless it lies in `cache` already. A package without the
 * licence names in `licenseOf` the platform whose package has it.
 */
export function nodeProgram(target, cache) {
  const { licenseOf = target } = packages[target];
  return {
    program: fileOf(target, cache, /^package\/bin\/node(?:\.exe)?$/u),
    license: fileOf(licenseOf, cache, /^package\/LICENSE$/u),
  };
}

function fileOf(target, cache, wanted) {
  const bytes = gunzipSync(packageBytes(packages[target], cache));
  const [file] = readTarFiles(bytes, ({ name }) => wanted.test(name));
  if (!file) throw new Error(`${packages[target].package} holds nothing like ${String(wanted)}`);
  return file.bytes;
}

function packageBytes({ package: name, version, integrity }, cache) {
  const path = join(cache, `${name}-${version}.tgz`);
  if (!existsSync(path)) download(`${name}@${version}`, cache);
  const bytes = readFileSync(path);
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== integrity) throw new Error(`${path} is not ${name} ${version}: its hash is ${found}`);
  return bytes;
}

/** npm itself holds what it downloads against the registry's hash. */
function download(spec, cache) {
  mkdirSync(cache, { recursive: true });
  const args = ['pack', spec, '--pack-destination', cache, '--silent'];
  const { status, stderr } = spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm pack ${spec} failed: ${stderr}`);
}
