/** The licence texts of the packages inside a bundle, so that they travel with it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One block per package found among the inputs of esbuild's metafiles: name, version, licence, text. */
export function thirdPartyTexts(...metafiles) {
  return [...new Set(metafiles.flatMap(namesIn))].sort().map(packageText).join('\n\n');
}

/** Name, version and licence of each package inside any of these bundles. */
export function bundledPackages(...metafiles) {
  return [...new Set(metafiles.flatMap(namesIn))].sort().map((name) => {
    const { version, license } = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'));
    return { name, version, license };
  });
}

function namesIn(metafile) {
  const names = Object.keys(metafile.inputs).flatMap(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(path)?.[1] ?? [],
  );
  return [...new Set(names)].sort();
}

function packageText(name) {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
  const text = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
  return `${name} ${version}, licence ${license}${text}`;
}
