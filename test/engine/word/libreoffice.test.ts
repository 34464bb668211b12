/** Every filled case opens in LibreOffice, which shows the expected text in the expected order. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longIt } from '../../long';
import { needs, pathOfTool } from '../../tools';
import { fillCase, type FilledCase } from './fill-case';

const scratch = mkdtempSync(join(tmpdir(), 'nianbao-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** What the body shows: LibreOffice's plain text leaves out headers, notes and boxes, and has numbers before list items. */
function bodyPieces({ filled }: FilledCase): readonly string[] {
  const body = filled.text.filter((line) => !/^(?:页眉|页脚|脚注|批注|文本框)：/u.test(line));
  return body.flatMap((line) => line.split(/ \| |\n/u)).filter((piece) => piece.trim() !== '');
}

needs('LibreOffice', () => {
  longIt('all cases', () => {
    const cases = readdirSync('test/cases/document').map((name) => ({ name, ...fillCase(name) }));
    const printed = cases.filter(({ filled }) => filled.bytes !== null);
    for (const { name, filled } of printed) writeFileSync(join(scratch, `${name}.docx`), filled.bytes!);
    const files = printed.map(({ name }) => join(scratch, `${name}.docx`));
    const profile = `-env:UserInstallation=file://${join(scratch, 'profile')}`;
    const order = ['--headless', profile, '--convert-to', 'txt:Text', '--outdir', scratch, ...files];
    execFileSync(pathOfTool('LibreOffice'), order, { stdio: 'ignore' });
    expect(printed.length).toBeGreaterThan(20);
    for (const each of printed) {
      const shown = readFileSync(join(scratch, `${each.name}.txt`), 'utf8').replace(/[\u00ad\u2011]/gu, (sign) =>
        sign === '\u2011' ? '-' : '',
      );
      let at = 0;
      for (const piece of bodyPieces(each)) {
        const found = shown.indexOf(piece, at);
        expect([each.name, piece, found >= 0]).toEqual([each.name, piece, true]);
        at = found + piece.length;
      }
    }
  });
});
