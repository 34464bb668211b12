/** Pages come from files beside the bundle, whole, and from nowhere else. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeHtmlService } from '../../../src/local/services/html-service';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  mkdirSync(join(folder, 'google'));
  writeFileSync(join(folder, 'google', 'board.html'), '<p>看板</p>');
  writeFileSync(join(folder, 'secret.html'), '');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('gives the text of the page', () => {
  const { createHtmlOutputFromFile } = makeHtmlService(join(folder, 'google'));
  expect(createHtmlOutputFromFile('board').getContent()).toBe('<p>看板</p>');
});

it.each(['none', '../secret', 'board.html', ''])('has no page called “%s”', (name) => {
  const { createHtmlOutputFromFile } = makeHtmlService(join(folder, 'google'));
  expect(() => createHtmlOutputFromFile(name)).toThrow(`没有名为 ${name} 的 HTML 文件`);
});
