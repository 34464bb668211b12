/** The command as a process of its own: what it compiled once is there for the next run, whatever flags a run has changed meanwhile. */
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { longIt } from '../../long';
import { freshFolder, removeFolders } from '../../workspace/run-command';
import { smallOffice } from '../../workspace/small-office';

afterAll(removeFolders);

/** Writes what V8 said of each script that came with compiled code. */
const listening = `
  import { syncBuiltinESMExports } from 'node:module';
  import vm from 'node:vm';
  const { Script } = vm;
  vm.Script = class extends Script {
    constructor(code, options) {
      super(code, options);
      process.stderr.write('\\nscript ' + options.filename + ' ' + String(this.cachedDataRejected ?? 'anew') + '\\n');
    }
  };
  syncBuiltinESMExports();
`;

longIt('compiles nothing that the run before it compiled', () => {
  const program = freshFolder();
  cpSync(resolve('build/out/google'), join(program, 'google'), { recursive: true });
  cpSync(resolve('build/out/local'), join(program, 'local'), {
    recursive: true,
    filter: (path) => !path.endsWith('.compiled'),
  });
  const preload = join(program, 'listening.mjs');
  writeFileSync(preload, listening);
  const office = smallOffice();
  const told = (): readonly string[] => {
    const args = [`--import=${pathToFileURL(preload).href}`, join(program, 'local/nianbao.mjs'), 'report', office];
    const { stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(1);
    return [...stderr.matchAll(/^script (.*)$/gmu)].map(([, script = '']) => script).sort();
  };
  const names = ['Code.js', 'command-line.js', 'engine-document', 'xlsx-library.js'];
  expect(told()).toEqual(names.map((name) => `${name} anew`));
  expect(told()).toEqual(names.map((name) => `${name} false`));
});
