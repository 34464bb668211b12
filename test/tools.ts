/** What some tests need and `npm ci` does not bring: programs, and a file system other than that of Windows. */
import { findBrowser } from '../build/tools/find-browser.mjs';
import { findLibreOffice, findProgram } from '../build/tools/find-program.mjs';

const finders = {
  'a browser': () => findBrowser()?.executablePath ?? null,
  LibreOffice: findLibreOffice,
  openssl: () => findProgram(['openssl']),
  'systemd-analyze': () => findProgram(['systemd-analyze']),
  // Its daemon serves root's own table only where root starts it.
  cron: () => (process.getuid?.() === 0 ? findProgram(['cron'], ['/usr/sbin/cron']) : null),
  'links and free file names': () => (process.platform === 'win32' ? null : '/'),
};

export type Tool = keyof typeof finders;

/** What an office computer would run as the tool: a path. Throws when it is not installed. */
export function pathOfTool(tool: Tool): string {
  const path = finders[tool]();
  if (path === null) throw new Error(`${tool} is missing`);
  return path;
}

/**
 * Runs the tests where the tool is installed. Elsewhere they are skipped, and the end of the run counts them by tool; where
 * NIANBAO_REQUIRE_TOOLS is 1 a missing tool is a failure.
 */
export function needs(tool: Tool, tests: () => void): void {
  if (finders[tool]() !== null) {
    // What the tests set up is theirs: hooks of a file would start the tool for all its tests.
    describe(`with ${tool}`, tests);
  } else if (process.env.NIANBAO_REQUIRE_TOOLS === '1') {
    it(`needs ${tool}`, () => {
      throw new Error(`${tool} is missing, and NIANBAO_REQUIRE_TOOLS=1 lets no test be skipped`);
    });
  } else {
    describe.skip(`needs ${tool}`, tests);
  }
}
