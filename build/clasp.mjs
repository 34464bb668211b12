/** Runs the installed clasp, shows what it says, and says what to do where it fails. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What stands in .clasp.json until a script is named. */
export const placeholder = 'PLACEHOLDER_SCRIPT_ID';

/** The settings of .clasp.json; throws with a text for the person in front when it cannot be read. */
export function claspSettings() {
  try {
    return JSON.parse(readFileSync('.clasp.json', 'utf8'));
  } catch (error) {
    throw new Error(`.clasp.json 读不出来，请改回 {"scriptId": "${placeholder}", "rootDir": "build/out/google"}`, {
      cause: error,
    });
  }
}

/** Words of Google's and clasp's errors, and what a person does about them. */
const remedies = [
  [
    /No credentials found|invalid_grant|invalid authentication|unauthenticated|contain a client_id/iu,
    '请先登录：npx clasp login',
  ],
  [
    /has not enabled the Apps Script API/iu,
    '请打开 https://script.google.com/home/usersettings，把 Google Apps Script API 设为“开启”，几分钟后再试',
  ],
  [
    /insufficient (?:authentication scopes|permission)/iu,
    '登录时没有勾选全部权限，请重新登录：npx clasp logout，再 npx clasp login',
  ],
  [
    /not found|does not have permission/iu,
    '请核对 .clasp.json 中的 scriptId，并确认登录的账号能编辑这个脚本（npx clasp show-authorized-user）',
  ],
  [
    // Of a proxy that refuses the way clasp says nothing at all.
    /^\s*$|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ECONNRESET|EAI_AGAIN|socket|network|proxy|tunnel/iu,
    '连不上 Google，请检查网络；需要代理时设置 HTTPS_PROXY',
  ],
  [/quota|rate limit|too many requests|\b429\b/iu, '请求太多，Google 请过几分钟再来'],
  [
    /backend error|internal error|unavailable|temporarily|unexpected end|premature|\b50\d\b/iu,
    'Google 暂时没有好好应答，请过几分钟再试',
  ],
];

/**
 * Runs clasp with these arguments in the folder; gives its exit code and what it said. What it prints is shown, `quietly` only
 * what it prints of errors. Another project or other skip rules named in the environment are not heeded.
 */
export function runClasp(args, cwd, way = 'aloud') {
  const program = createRequire(import.meta.url).resolve('@google/clasp');
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !overruling.includes(name)));
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], {
    ...{ cwd, env, encoding: 'utf8' },
  });
  if (error) throw error;
  if (way === 'aloud' || status !== 0) process.stdout.write(stdout);
  process.stderr.write(stderr);
  const said = `${stdout}${stderr}`;
  const remedy = status === 0 ? undefined : remedies.find(([words]) => words.test(said))?.[1];
  if (remedy !== undefined) console.error(remedy);
  return { status, stdout, said };
}

const overruling = ['clasp_config_project', 'clasp_config_ignore'];
