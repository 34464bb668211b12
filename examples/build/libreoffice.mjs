/** Saves workbooks once more by LibreOffice, so that the examples do not hold one writer's dialect alone. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { packParts } from './edit-xlsx.mjs';

/** Whether `soffice` can be started. */
export function hasLibreOffice() {
  return spawnSync('soffice', ['--version']).status === 0;
}

/** The workbooks (name → bytes) as LibreOffice writes them, without the time of writing. */
export function saveByLibreOffice(workbooks) {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-soffice-'));
  try {
    const names = Object.keys(workbooks);
    for (const name of names) writeFileSync(join(folder, name), workbooks[name]);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const target = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out')];
    const files = names.map((name) => join(folder, name));
    const run = spawnSync('soffice', [profile, '--headless', ...target, ...files], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`LibreOffice 没有转换成功：${run.stderr}`);
    return Object.fromEntries(names.map((name) => [name, withoutTimes(readFileSync(join(folder, 'out', name)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withoutTimes(bytes) {
  const parts = unzipSync(bytes);
  const path = 'docProps/core.xml';
  const times = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/gu;
  if (parts[path]) parts[path] = strToU8(strFromU8(parts[path]).replace(times, ''));
  return packParts(parts);
}
