/** What a run that was ended while it wrote left behind is taken away by the next; what others write is not. */
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeLeftovers } from '../../../src/local/base/leftovers';
import { freshFolder, removeFolders } from '../../workspace/run-command';

afterAll(removeFolders);

const own = String(process.pid);

it.each(['.', '.nianbao', '报告', '发件箱', '发件箱/已发'])('in %s', (place) => {
  const folder = freshFolder();
  const path = join(folder, place);
  mkdirSync(path, { recursive: true });
  const files = [
    '.~1-报告.docx',
    `.~${own}-报告.docx`,
    '报告.docx',
    '~$报告.docx',
    'lock',
    'lock-12-3',
    'lock-12-4',
    'lock-x',
    '我的.~1-报告.docx',
    '我的lock-12-5',
  ];
  for (const name of files) writeFileSync(join(path, name), '');
  // A lock that is about to be taken is of this moment.
  utimesSync(join(path, 'lock-12-3'), 1, 1);
  for (const name of ['lock-x', '我的lock-12-5']) utimesSync(join(path, name), 1, 1);
  removeLeftovers(folder);
  const gone = ['.~1-报告.docx', 'lock-12-3'];
  expect(readdirSync(path).filter((name) => files.includes(name))).toEqual(
    files.filter((name) => !gone.includes(name)).sort(),
  );
});

it('nowhere else, and a folder that is none is no matter', () => {
  const folder = freshFolder();
  mkdirSync(join(folder, '别的'));
  writeFileSync(join(folder, '别的', '.~1-报告.docx'), '');
  writeFileSync(join(folder, '报告'), '');
  removeLeftovers(folder);
  expect(readdirSync(join(folder, '别的'))).toEqual(['.~1-报告.docx']);
});
