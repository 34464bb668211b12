/** The example that the home page opens is as it was made, whatever somebody's own run has left in the program's folder. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfExample, freshFolder, removeFolders, root } from '../../workspace/run-command';

afterAll(removeFolders);

/** The program in a folder of its own, with an example in which somebody has already made things. */
function usedProgram(left: readonly string[]): string {
  const program = freshFolder();
  cpSync(join(root, 'build/out'), join(program, 'build/out'), { recursive: true });
  const example = join(program, 'examples/dazhanglou-2022');
  cpSync(copyOfExample('dazhanglou-2022'), example, { recursive: true });
  for (const path of left) {
    mkdirSync(join(example, path, '..'), { recursive: true });
    writeFileSync(join(example, path), '');
  }
  return join(program, 'build/out/local/nianbao.mjs');
}

/** Opens the example from the home page that the program serves; gives the folder it was copied to. */
async function openedSample(program: string): Promise<string> {
  const home = freshFolder();
  mkdirSync(join(home, 'Documents'));
  const env = { ...process.env, HOME: home, USERPROFILE: home, NIANBAO_HOME: join(home, 'settings') };
  const child = spawn(process.execPath, [program, 'serve'], { cwd: freshFolder(), env });
  try {
    const url = await new Promise<string>((told, failed) => {
      child.stdout.on('data', (part: Buffer) => {
        const [found] = /http:\S+/u.exec(part.toString()) ?? [];
        if (found !== undefined) told(found);
      });
      child.stderr.on('data', (part: Buffer) => {
        failed(new Error(part.toString()));
      });
    });
    const headers = { origin: new URL(url).origin, 'content-type': 'application/json' };
    const response = await fetch(`${url}start`, { method: 'POST', headers, body: JSON.stringify({ do: 'sample' }) });
    expect(await response.json()).toHaveProperty('value');
  } finally {
    child.kill('SIGKILL');
  }
  return join(home, 'Documents/法治年报示例');
}

it('nothing that somebody’s own run has left comes with it', async () => {
  const left = ['结果.xlsx', '看板.html', '核对单/司法所.docx', '报告/某年报第1版.docx', '发件箱/1.eml'];
  const sample = await openedSample(usedProgram(left));
  expect(left.filter((path) => existsSync(join(sample, path)))).toEqual([]);
  const example = join(root, 'examples/dazhanglou-2022');
  expect(readdirSync(join(sample, '填报'))).toEqual(readdirSync(join(example, '填报')));
  expect(existsSync(join(sample, '总表.xlsx'))).toBe(true);
});
