/**
 * Makes a new hub spreadsheet with a script bound to it and writes their ids into .clasp.json. The title may be given:
 * `npm run create -- 大张楼镇法治年报总表`. The manifest of the project stays the one of the build.
 */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claspSettings, placeholder, runClasp } from './clasp.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
try {
  process.exitCode = create(claspSettings(), process.argv[2] ?? '法治年报总表');
} catch (error) {
  console.error(`没有新建：${error.message}`);
  process.exitCode = 2;
}

/** The exit code: 0 made, 1 clasp failed, 2 nothing was tried. */
function create(settings, title) {
  if (settings.scriptId !== placeholder) {
    console.error(
      `没有新建：.clasp.json 已写有脚本编号 ${settings.scriptId}。要另建一套，先把 scriptId 改回 ${placeholder}。`,
    );
    return 2;
  }
  const said = claspCreate(title);
  const scriptId = /script\.google\.com\/d\/([\w-]+)\/edit/u.exec(said)?.[1];
  const parentId = /drive\.google\.com\/open\?id=([\w-]+)/u.exec(said)?.[1];
  if (scriptId === undefined) {
    console.error(`没有新建脚本。云端硬盘里如已有空表“${title}”，请删去，然后再运行 npm run create。`);
    return 1;
  }
  // A script that was made but could not be read back is there all the same: its id is kept in either case.
  writeFileSync('.clasp.json', `${JSON.stringify({ ...settings, scriptId, parentId }, null, 2)}\n`);
  console.log(`已新建总表“${title}”和它的脚本，编号已写入 .clasp.json。下一步：npm run push`);
  return 0;
}

/**
 * What clasp said. It works in an empty folder: where there is a .clasp.json it refuses, and what it pulls from the new
 * project would replace the built manifest.
 */
function claspCreate(title) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nianbao-create-')));
  try {
    return runClasp(['create-script', '--type', 'sheets', '--title', title], folder).said;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
