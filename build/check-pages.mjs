/** Renders the newest report of a folder by LibreOffice and checks the pages as paper: no tags, no gaps, 22 lines at most. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const folder = process.argv[2] ?? '.';
const newest = readdirSync(folder)
  .filter((name) => name.endsWith('.docx'))
  .map((name) => join(folder, name))
  .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
if (newest === undefined) throw new Error(`no report in ${folder}`);

const out = mkdtempSync(join(tmpdir(), 'nianbao-pages-'));
try {
  execFileSync(
    'soffice',
    ['--headless', `-env:UserInstallation=file://${out}/profile`, '--convert-to', 'pdf', '--outdir', out, newest],
    {
      stdio: 'ignore',
      timeout: 180_000,
    },
  );
  const pdf = join(out, basename(newest).replace(/\.docx$/u, '.pdf'));
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  const pages = text.split('\f').filter((page) => page.trim() !== '');
  const faults = pages.flatMap((page, index) => pageFaults(page).map((fault) => `page ${index + 1}: ${fault}`));
  if (pages.length < 4) faults.push(`only ${pages.length} pages`);
  if (!/年\s*\d+\s*月\s*\d+\s*日/u.test(text)) faults.push('no date of signature');
  console.log(`${pages.length} pages, ${faults.length} faults`);
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}

function pageFaults(page) {
  const lines = page.split('\n').filter((line) => line.trim() !== '');
  const body = lines.filter((line) => !/^\s*[—–-]\s*\d+\s*[—–-]\s*$/u.test(line) && !line.includes('纯属虚构'));
  const faults = [];
  if (/\{\{|\}\}|undefined|\bnull\b|NaN/u.test(page)) faults.push('a tag or a program word is printed');
  if (page.includes('【待补')) faults.push('a gap is printed');
  if (body.length > 22) faults.push(`${body.length} lines of text`);
  if (!lines.some((line) => /[—–-]\s*\d+\s*[—–-]/u.test(line))) faults.push('no page number');
  return faults;
}
