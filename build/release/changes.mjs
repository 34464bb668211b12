/** `node build/release/changes.mjs 0.2.0`: prints the section of CHANGELOG.md of the version; exit code 1 when there is none. */
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';

const [, , version = ''] = argv;
const sections = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8').split(/^## /mu);
const section = sections.find((text) => text.split('\n')[0] === version);
if (section === undefined || section.trim() === version) {
  console.error(`CHANGELOG.md has no section ## ${version}`);
  process.exitCode = 1;
} else console.log(section.slice(version.length).trim());
