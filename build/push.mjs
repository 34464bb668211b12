/** Pushes what was built to the Apps Script project named in .clasp.json, and says what is there now. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claspSettings, placeholder, runClasp } from './clasp.mjs';

const built = 'build/out/google';
/** Names of the files of the build; whatever else lies beside them was not made by it. */
const list = 'build/out/google-files.json';

const again = '请再运行一次 npm run push（重复推送没有害处）。';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
try {
  process.exitCode = push(claspSettings());
} catch (error) {
  console.error(`没有推送：${error.message}`);
  process.exitCode = 2;
}

/** The exit code: 0 all is there, 1 clasp did not push all of it, 2 nothing was tried. */
function push(settings) {
  const { scriptId = '', parentId } = settings;
  if (scriptId === placeholder || typeof scriptId !== 'string' || !/^[\w-]{20,}$/u.test(scriptId)) {
    console.error(
      '没有推送：.clasp.json 里还没有脚本编号。新建：npm run create；已有脚本：把 scriptId 改为它的编号（Apps Script → 项目设置 → 脚本 ID）。',
    );
    console.error(
      'Not pushed: no script id in .clasp.json. Run npm run create, or set scriptId to that of your script.',
    );
    return 2;
  }
  const names = JSON.parse(readFileSync(list, 'utf8'));
  const lacking = names.filter((name) => !existsSync(join(built, name)));
  if (lacking.length > 0) throw new Error(`${built} 里少了 ${lacking.join('、')}，请先运行 npm run build`);
  tellIgnored(settings, names);
  return pushStaged(names, scriptId, parentId);
}

/** What a person put there and may expect to be heeded. */
function tellIgnored(given, names) {
  const settings = Object.keys(given).filter((name) => !isHeeded(name, given[name]));
  if (settings.length > 0) {
    console.log(`.clasp.json 里的 ${settings.join('、')} 不影响推送：推送的总是刚建好的 ${names.length} 个文件。`);
  }
  const strays = readdirSync(built).filter((name) => !names.includes(name));
  if (strays.length > 0) console.log(`${built} 里的 ${strays.join('、')} 不是程序建的，不推送。`);
}

function isHeeded(name, value) {
  return (
    ['scriptId', 'parentId', 'projectId'].includes(name) ||
    (name === 'rootDir' && join(value, '.') === join(built, '.'))
  );
}

/**
 * clasp chooses what it pushes by settings, skip rules and whatever lies in the folder; in a folder that holds the built
 * files alone it has nothing to choose.
 */
function pushStaged(names, scriptId, parentId) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nianbao-push-')));
  try {
    mkdirSync(join(folder, 'script'));
    for (const name of names) cpSync(join(built, name), join(folder, 'script', name));
    writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId, rootDir: 'script' }));
    // Without -f a changed manifest is skipped, and the exit code is 0 all the same.
    const { status, stdout } = runClasp(['push', '-f', '--json'], folder, 'quietly');
    return status === 0 ? tellPushed(stdout, names, parentId) : tellFailed(scriptId);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** clasp names each file it has pushed; it names none where the script held the same already. */
function tellPushed(stdout, names, parentId) {
  const pushed = pushedNames(stdout);
  if (pushed === null) {
    console.error(`不知道有没有推送：clasp 没有说推送了哪些文件。${again}`);
    return 1;
  }
  const lacking = names.filter((name) => !pushed.includes(name));
  if (pushed.length > 0 && lacking.length > 0) {
    console.error(
      `没有推送完整：应推送 ${names.length} 个文件，少了 ${lacking.join('、')}。${again} Not pushed: ${lacking.join(', ')}.`,
    );
    return 1;
  }
  const hub = typeof parentId === 'string' ? `：https://docs.google.com/spreadsheets/d/${parentId}/edit` : '';
  const done = pushed.length === 0 ? '脚本里已是这个版本，没有要推送的' : `已推送 ${names.length} 个文件`;
  console.log(`${done}。请打开（或刷新）总表${hub}，在菜单“法治年报”里操作。`);
  return 0;
}

function tellFailed(scriptId) {
  console.error(
    `没有推送成。脚本 ${scriptId} 里是原来的版本；如果是推送途中断了线，也可能已是新版本。改好以后再运行一次 npm run push（重复推送没有害处）。`,
  );
  return 1;
}

/** Null where it is not said. */
function pushedNames(stdout) {
  try {
    const said = JSON.parse(stdout.slice(Math.max(0, stdout.indexOf('['))));
    return Array.isArray(said) ? said.map((path) => basename(String(path))) : null;
  } catch {
    return null;
  }
}
