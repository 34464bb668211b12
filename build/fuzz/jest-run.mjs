/** Tests in full, of which `npm test` takes a sample. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a part of the proofs gives, for the tests of these files with `more` in their environment. */
export function proveTests(files, more = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-tests-'));
  try {
    const out = join(folder, 'said.json');
    const tests = ['--config', '.config/jest.config.mjs', ...files, '--json', '--outputFile', out];
    const env = { ...process.env, NIANBAO_WHOLE: '1', NIANBAO_LONG: '1', NIANBAO_REQUIRE_TOOLS: '1', ...more };
    spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', ...tests], { env, stdio: 'ignore' });
    const { numTotalTests, numPassedTests, testResults } = JSON.parse(readFileSync(out, 'utf8'));
    const broken = testResults.filter(
      ({ status, assertionResults }) => status !== 'passed' && assertionResults.length === 0,
    );
    const faults = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status !== 'passed')
      .map(({ title, failureMessages }) => `${title}: ${failureMessages.join(' ').slice(0, 500)}`);
    const unread = broken.map(({ name, message }) => `${name}: ${message.slice(0, 500)}`);
    return { injected: numTotalTests, survived: numPassedTests, faults: [...faults, ...unread], more: '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
