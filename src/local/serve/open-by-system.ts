/** Opens an address or a folder with the program the system has for it. */
import { spawn } from 'node:child_process';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/** What is run for the target; no shell reads it. */
export function openCommand(target: string, platform: NodeJS.Platform = process.platform): readonly string[] {
  return [...(openers[platform] ?? ['xdg-open']), target];
}

/** True once the program has started; false where there is none, as on a computer without a screen. */
export function openBySystem(target: string): Promise<boolean> {
  const [program = '', ...args] = openCommand(target);
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => {
      resolve(false);
    });
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
