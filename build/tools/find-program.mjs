/** Finds the programs that the tests and some scripts drive, where people have them. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programFiles = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);

/** The first of the names that lies in a folder of PATH, else the first of the paths that exists; null when there is none. */
export function findProgram(names, paths = []) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.com'] : [''];
  const files = names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))),
  );
  return [...files, ...paths].find((file) => existsSync(file)) ?? null;
}

/** Where Windows keeps a program that is not on PATH. */
export function inProgramFiles(...parts) {
  return programFiles.map((folder) => join(folder, ...parts));
}

/** LibreOffice's command; null when it is not installed. */
export function findLibreOffice() {
  return findProgram(
    ['soffice', 'libreoffice'],
    [
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      ...inProgramFiles('LibreOffice', 'program', 'soffice.com'),
    ],
  );
}
