/** Pushes build/out/google to the Apps Script project named in .clasp.json; fails where clasp only says so. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
process.exitCode = push();

function push() {
  const { scriptId } = JSON.parse(readFileSync('.clasp.json', 'utf8'));
  if (scriptId === 'PLACEHOLDER_SCRIPT_ID') {
    console.error('没有推送：请先把 .clasp.json 中的 scriptId 改为你的 Apps Script 项目编号（项目设置 → 脚本 ID）。');
    console.error(
      'Not pushed: set scriptId in .clasp.json to the id of your Apps Script project (Project Settings → Script ID).',
    );
    return 2;
  }
  // A changed manifest is skipped with exit code 0 unless -f is given: the words are looked for all the same.
  const { status, stdout, stderr, error } = spawnSync('npx', ['clasp', 'push', '-f'], { encoding: 'utf8' });
  if (error) throw error;
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  if (`${stdout}${stderr}`.includes('Skipping push')) {
    console.error('没有推送：clasp 跳过了推送。Not pushed: clasp skipped the push.');
    return 1;
  }
  return status ?? 1;
}
