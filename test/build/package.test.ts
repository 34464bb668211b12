/** What `npm pack` makes, used as somebody would who has only that file: from an empty folder, without a registry. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { longDescribe } from '../long';
import { freshFolder, removeFolders, root } from '../workspace/run-command';

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

let packed: Packed;
let tarball: string;
let cache: string;

function npm(cwd: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = {
    ...process.env,
    npm_config_cache: cache,
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
  return spawnSync('npm', args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
}

longDescribe('what npm pack makes', () => {
  beforeAll(() => {
    cache = freshFolder();
    const out = freshFolder();
    const { stdout } = npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', out);
    const [only] = JSON.parse(stdout) as [Packed];
    packed = only;
    tarball = join(out, readdirSync(out)[0] ?? '');
  });
  afterAll(removeFolders);

  it('is small, and holds the built program, the manual and one clean example', () => {
    expect(packed.size).toBeLessThanOrEqual(3_000_000);
    expect(packed.size).toBe(statSync(tarball).size);
    const paths = packed.files.map(({ path }) => path);
    const expected = [
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'docs/使用手册.md',
      'build/out/google/Code.js',
      'build/out/google/engine-document.html',
      'build/out/google/seldom-jobs.html',
    ];
    expect(paths).toEqual(expect.arrayContaining(expected));
    expect(paths).toContain('build/out/local/THIRD-PARTY-LICENSES.txt');
    expect(paths).toContain('examples/dazhanglou-2022/总表.xlsx');
    const strange =
      /^(?:src|test|build\/(?!out\/)|node_modules|\.)|结果\.xlsx|\.nianbao|\.eml$|报告\/.*(?:docx|xlsx)$/u;
    expect(paths.filter((path) => strange.test(path))).toEqual([]);
  });

  it('goes from an empty folder to a report by npx, and brings no package that is inside the program already', () => {
    const folder = freshFolder();
    const typed = (...args: string[]): ReturnType<typeof npm> =>
      npm(folder, 'exec', '--yes', `--package=${tarball}`, '--', 'nianbao', ...args);
    expect(typed('init', '我的年报', '--hub-only')).toMatchObject({ status: 0 });
    expect(typed('init', '我的年报')).toMatchObject({ status: 0 });
    const { status, stdout } = typed('report', '我的年报');
    expect(status).toBe(1);
    expect(stdout).toContain('下一步：打开“报告”里的 Word 文件，补上【待补】处');
    expect(readdirSync(join(folder, '我的年报/报告')).filter((name) => name.endsWith('第1版.docx'))).toHaveLength(1);
    const [installed = ''] = readdirSync(join(cache, '_npx'));
    const packages = readdirSync(join(cache, '_npx', installed, 'node_modules'));
    expect(packages.filter((name) => !name.startsWith('.'))).toEqual(['fazhi-nianbao']);
  });
});
