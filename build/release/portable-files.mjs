/** What lies in the portable folder, as data: path → bytes and whether it can be run. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { launchersFor } from './launchers.mjs';

/** What somebody's own run over the example has left in it. */
const leftByRuns = /(?:^|\/)(?:结果\.xlsx|\.nianbao\/.*|核对单\/.*|(?:报告|发件箱)\/[^.].*)$/u;

/** The files for the platform; `program` and `license` are Node's, as bytes. */
export function portableFiles({ target, version, nodeVersion, program, license }) {
  const node = target.startsWith('win-') ? 'runtime/node.exe' : 'runtime/node';
  return {
    ...executables(launchersFor(target)),
    [node]: { bytes: program, isExecutable: true },
    ...below('build/out/local', 'app/local', /\.compiled$/u),
    ...below('build/out/google', 'app/google'),
    'app/package.json': plain(`${JSON.stringify({ name: 'fazhi-nianbao', version, type: 'module' }, null, 2)}\n`),
    ...below('examples/dazhanglou-2022', '示例/dazhanglou-2022', leftByRuns),
    ...below('examples/dazhanglou-2022-messy', '示例/dazhanglou-2022-messy', leftByRuns),
    ...below('build/out/templates', '模板', /\.(?:txt|html)$/u),
    ...below('docs', '手册'),
    '许可/LICENSE.txt': file('LICENSE'),
    '许可/THIRD-PARTY-LICENSES.txt': file('build/out/local/THIRD-PARTY-LICENSES.txt'),
    '许可/NODE-LICENSE.txt': { bytes: license, isExecutable: false },
    '先读我.txt': plain(readMe(target, version, nodeVersion)),
  };
}

function executables(texts) {
  return Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, { bytes: Buffer.from(text, 'utf8'), isExecutable: true }]),
  );
}

function plain(text) {
  return { bytes: Buffer.from(text, 'utf8'), isExecutable: false };
}

function file(path) {
  return { bytes: readFileSync(path), isExecutable: false };
}

function below(folder, target, left = /$^/u) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [
      path,
      path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    ])
    .filter(([, name]) => !left.test(name));
  return Object.fromEntries(entries.map(([path, name]) => [`${target}/${name}`, file(path)]));
}

const clicked = {
  win: '双击“法治年报.cmd”。Windows 第一次会问“是否仍要运行”，点“更多信息”再点“仍要运行”：程序没有花钱买签名。',
  linux: '双击“法治年报.sh”选“运行”，或者在终端里运行 ./法治年报.sh。',
  macos:
    '第一次在“访达”里按住 Control 点“法治年报.command”，选“打开”；系统说不能验证的，到“系统设置—隐私与安全性”里点“仍要打开”。',
};

function readMe(target, version, nodeVersion) {
  const system = target.split('-')[0];
  return [
    `法治年报 ${version}（${target}，内含 Node.js ${nodeVersion}）`,
    '',
    `1. 把整个文件夹解压到电脑或优盘上，不要只拿出一个文件。`,
    `2. ${clicked[system]}`,
    '3. 浏览器自动打开首页：新建、打开、示例，跟着“下一步”做出第一份报告。数据只在这台电脑上，不联网。',
    '4. 用完关闭黑色窗口。升级时换掉整个文件夹，您的工作文件夹不在里面，不受影响。',
    '',
    `也可以在这个文件夹里用命令：nianbao help（Linux、macOS 写 ./nianbao help）。手册在“手册/使用手册.md”。`,
    '',
  ]
    .join(system === 'win' ? '\r\n' : '\n')
    .replace(/^/u, system === 'win' ? '\uFEFF' : '');
}
