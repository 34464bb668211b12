/** A copy of what pushing needs, so that the real build scripts and the real clasp run without touching the project. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace/run-command';

/** What a script said and how it ended. */
export interface Said {
  readonly exit: number;
  readonly text: string;
}

export interface ProjectCopy {
  readonly folder: string;
  /** Runs `build/<name>.mjs` of the copy. The process of the test stays free to answer as Google. */
  readonly run: (name: 'create' | 'push', ...args: readonly string[]) => Promise<Said>;
  readonly settings: () => unknown;
}

export const bornSettings = JSON.parse(readFileSync(join(root, '.clasp.json'), 'utf8')) as Record<string, unknown>;

/** Makes the copy in a new folder. `environment` is all that its processes know of the world. */
export function copyProject(folder: string, environment: Record<string, string>): ProjectCopy {
  mkdirSync(join(folder, 'build/out'), { recursive: true });
  for (const name of ['create', 'push', 'clasp']) copy(folder, `build/${name}.mjs`);
  copy(folder, 'build/out/google');
  copy(folder, 'build/out/google-files.json');
  copy(folder, '.clasp.json');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return {
    folder,
    run: (name, ...args) => runScript([join(folder, `build/${name}.mjs`), ...args], environment),
    settings: () => JSON.parse(readFileSync(join(folder, '.clasp.json'), 'utf8')) as unknown,
  };
}

/** Puts other settings into the copy. */
export function writeSettings({ folder }: ProjectCopy, settings: object): void {
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify(settings));
}

function copy(folder: string, path: string): void {
  cpSync(join(root, path), join(folder, path), { recursive: true });
}

function runScript(args: readonly string[], env: Record<string, string>): Promise<Said> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env, encoding: 'utf8' }, (error, stdout, stderr) => {
      const exit = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ exit, text: `${stdout}${stderr}` });
    });
  });
}
