/** Pushes build/out/google to the Apps Script project named in .clasp.json; fails where clasp only says so. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { claspSettings, placeholder, runClasp } from './clasp.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
try {
  process.exitCode = push(claspSettings());
} catch (error) {
  console.error(`没有推送：${error.message}`);
  process.exitCode = 2;
}

/** The exit code: 0 pushed, 1 clasp did not push, 2 nothing was tried. */
function push({ scriptId = '', rootDir = '', parentId }) {
  if (scriptId === placeholder || !/^[\w-]{20,}$/u.test(scriptId)) {
    console.error(
      '没有推送：.clasp.json 里还没有脚本编号。新建：npm run create；已有脚本：把 scriptId 改为它的编号（Apps Script → 项目设置 → 脚本 ID）。',
    );
    console.error(
      'Not pushed: no script id in .clasp.json. Run npm run create, or set scriptId to that of your script.',
    );
    return 2;
  }
  // Without -f a changed manifest is skipped, and the exit code is 0 all the same: the words are looked at.
  const { status, said } = runClasp(['push', '-f'], '.');
  if (status !== 0) return 1;
  const expected = readdirSync(rootDir).length;
  const [, count] = /^Pushed (\w+) files?/mu.exec(said) ?? [];
  const isPushed = /already up to date/u.test(said) || Number(count) === expected;
  if (!isPushed || said.includes('Skipping push')) {
    console.error(
      `没有推送完整：应推送 ${expected} 个文件，clasp 没有这样说。Not pushed: clasp did not report ${expected} files.`,
    );
    return 1;
  }
  const hub = typeof parentId === 'string' ? `：https://docs.google.com/spreadsheets/d/${parentId}/edit` : '';
  console.log(`已推送。请打开（或刷新）总表${hub}，在菜单“法治年报”里操作。`);
  return 0;
}
