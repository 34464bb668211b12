/** The engine as a package of its own: packed, installed into an empty folder without a network, and used there. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as engine from '../../src/engine/fill';
import type * as Told from '../../build/engine-package/index';
import { longIt } from '../long';

/** The types that are handed out hold for what the engine has. */
const told: typeof Told = engine;

const root = join(__dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'nianbao-engine-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

const run = (folder: string, command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const usage = `import { fillDocument, fillText, describeData, type Filled } from 'fazhi-nianbao-engine';
const { value } = describeData({ 单位: '测试镇' }, 'data');
if (value === null) throw new Error('no data');
const filled: Filled = fillDocument(new Uint8Array(0), value.model, value.dictionary, { name: '模板.docx' });
const refused: readonly string[] = filled.problems.map(({ reason }) => reason);
export const text: string | null = fillText('{{单位}}', value.model, value.dictionary).text;
console.log(text, refused.length);
`;

describe('the package of the engine', () => {
  beforeAll(() => {
    run(root, process.execPath, 'build/engine-package/make.mjs');
    run(join(root, 'build/out/engine-package'), 'npm', 'pack', '--silent', '--pack-destination', scratch);
    writeFileSync(join(scratch, 'package.json'), '{"type":"module"}');
    const packed = readdirSync(scratch).find((name) => name.endsWith('.tgz')) ?? '';
    run(scratch, 'npm', 'install', '--offline', '--no-audit', '--no-fund', `./${packed}`);
  }, 120_000);

  longIt(
    'is used from an empty folder, with types',
    () => {
      writeFileSync(join(scratch, 'use.ts'), usage);
      const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom'];
      run(scratch, process.execPath, join(root, 'node_modules/typescript/bin/tsc'), ...options, 'use.ts');
      expect(run(scratch, process.execPath, 'use.js').trim()).toBe('测试镇 1');
    },
    60_000,
  );

  it('passes its own tests, and has no dependency', () => {
    const folder = join(scratch, 'node_modules/fazhi-nianbao-engine');
    expect(run(folder, process.execPath, '--test', '--test-reporter=tap', 'test.mjs')).toContain('# pass 3');
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).not.toContain('ependencies');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toMatch(/\| 图表 \| 列表 名称字段 数值字段 … /u);
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toMatch(
      /fflate 0[^]*@handlebars\/parser|@handlebars\/parser[^]*fflate 0/u,
    );
  }, 60_000);

  it('gives out what its types name', () => {
    const named = [
      ...readFileSync(join(root, 'build/engine-package/index.d.ts'), 'utf8').matchAll(/export function (\w+)/gu),
    ];
    for (const [, name = ''] of named) expect(Object.keys(told)).toContain(name);
  });
});
