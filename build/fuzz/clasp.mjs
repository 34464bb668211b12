/** All that may stand in the way of a push, of which the tests try a sample. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function proveClasp() {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-clasp-'));
  try {
    const out = join(folder, 'said.json');
    const tests = ['--config', '.config/jest.config.mjs', 'test/push/push-situations', '--json', '--outputFile', out];
    const env = { ...process.env, NIANBAO_WHOLE: '1', NIANBAO_REQUIRE_TOOLS: '1' };
    spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', ...tests], { env, stdio: 'ignore' });
    const { numTotalTests, numPassedTests, testResults } = JSON.parse(readFileSync(out, 'utf8'));
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    const faults = results
      .filter(({ status }) => status !== 'passed')
      .map(({ title, failureMessages }) => `${title}: ${failureMessages.join(' ').slice(0, 500)}`);
    return { injected: numTotalTests, survived: numPassedTests, faults, more: '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
