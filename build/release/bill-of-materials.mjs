/** What is inside a release, as CycloneDX 1.5: the packages in the bundles, and Node for each platform with its hash. */
import { nodePackageFor } from './node-program.mjs';

/** `packages` are `{ name, version, license }`. Bears no clock: the same release gives the same bill. */
export function billOfMaterials({ version, packages, targets }) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { ...library('fazhi-nianbao', version, 'MIT'), type: 'application' } },
    components: [
      ...packages.map(({ name, version: own, license }) => library(name, own, license)),
      ...targets.map((target) => nodeFor(nodePackageFor(target), target)),
    ],
  };
}

function library(name, version, license) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return { type: 'library', 'bom-ref': purl, name, version, licenses: [{ license: { id: license } }], purl };
}

function nodeFor({ package: name, version, integrity }, target) {
  const content = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
  return {
    ...library(name, version, 'MIT'),
    type: 'platform',
    description: `Node.js for ${target}`,
    hashes: [{ alg: 'SHA-512', content }],
  };
}
