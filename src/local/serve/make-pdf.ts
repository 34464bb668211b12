/** A report as PDF, by the LibreOffice that is on this computer. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../../core/base/refusal';

const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
const usualPlaces = [
  ...['ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined ? [] : [join(folder, 'LibreOffice', 'program', 'soffice.com')];
  }),
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

/** Its command; null where there is none. */
export function libreOffice(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces].find((path) => existsSync(path)) ?? null;
}

/** Longer than the longest report takes on an old computer. */
const patience = 180_000;

/** The bytes of the PDF. A copy is read, with a profile of its own: what the person has open in LibreOffice is left alone. */
export async function makePdf(document: Uint8Array): Promise<Uint8Array> {
  const program = libreOffice();
  if (program === null)
    throw new Refusal('这台电脑上没有找到 LibreOffice，不能转成 PDF。请在 Word 或 WPS 里另存为 PDF。');
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-'));
  try {
    const source = join(folder, 'report.docx');
    writeFileSync(source, document, { mode: 0o600 });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    await run(program, [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, source]);
    const made = join(folder, 'report.pdf');
    if (!existsSync(made)) throw new Refusal('LibreOffice 没有转换成功。请在 Word 或 WPS 里另存为 PDF。');
    return readFileSync(made);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: patience });
    child.once('error', reject);
    child.once('exit', () => {
      resolve();
    });
  });
}
