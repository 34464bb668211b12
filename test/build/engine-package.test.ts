/** The engine as a package of its own: packed, installed into an empty folder without a network, and used there. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longDescribe } from '../long';

const root = join(__dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'nianbao-engine-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

const run = (folder: string, command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const usage = `import { documentFiller, fillDocument, fillText, describeData, type Filled, type FillOptions } from 'fazhi-nianbao-engine';
const { value } = describeData({ 单位: '测试镇' }, 'data');
if (value === null) throw new Error('no data');
const filled: Filled = fillDocument(new Uint8Array(0), value.model, value.dictionary, { name: '模板.docx' });
const refused: readonly string[] = filled.problems.map(({ reason }) => reason);
export const text: string | null = fillText('{{单位}}', value.model, value.dictionary).text;
const options: FillOptions = { name: '信.docx', trace: false, picture: () => null };
const again: Filled = documentFiller(new Uint8Array(0), options)(value.model, value.dictionary);
// @ts-expect-error: what no option is called is none.
const wrong: FillOptions = { name: '信.docx', pictures: () => null };
console.log(text, refused.length, again.problems.length, Object.keys(wrong).length);
`;

longDescribe('the package of the engine', () => {
  beforeAll(() => {
    run(root, process.execPath, 'build/engine-package/make.mjs');
    run(join(root, 'build/out/engine-package'), 'npm', 'pack', '--silent', '--pack-destination', scratch);
    writeFileSync(join(scratch, 'package.json'), '{"type":"module"}');
    const packed = readdirSync(scratch).find((name) => name.endsWith('.tgz')) ?? '';
    run(scratch, 'npm', 'install', '--offline', '--no-audit', '--no-fund', `./${packed}`);
  }, 120_000);

  it('is used from an empty folder, with types', () => {
    writeFileSync(join(scratch, 'use.ts'), usage);
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom'];
    run(scratch, process.execPath, join(root, 'node_modules/typescript/bin/tsc'), ...options, 'use.ts');
    expect(run(scratch, process.execPath, 'use.js').trim()).toBe('测试镇 1 1 2');
  }, 60_000);

  it('passes its own tests, and has no dependency', () => {
    const folder = join(scratch, 'node_modules/fazhi-nianbao-engine');
    expect(run(folder, process.execPath, '--test', '--test-reporter=tap', 'test.mjs')).toContain('# pass 3');
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).not.toContain('ependencies');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toMatch(/\| 图表 \| 列表 名称字段 数值字段 … /u);
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toMatch(
      /fflate 0[^]*@handlebars\/parser|@handlebars\/parser[^]*fflate 0/u,
    );
  }, 60_000);

  it('has types of all it gives out, and of nothing of the office', () => {
    const folder = join(scratch, 'node_modules/fazhi-nianbao-engine');
    const types = readFileSync(join(folder, 'index.d.ts'), 'utf8');
    const list = `console.log(Object.keys(await import('./index.mjs')).sort().join())`;
    const given = run(folder, process.execPath, '--input-type=module', '--eval', list).trim().split(',');
    expect(given).toEqual([...types.matchAll(/^export declare function (\w+)/gmu)].map(([, name]) => name).sort());
    expect(types).not.toMatch(/Grid|CellSpan|import/u);
  });
});
