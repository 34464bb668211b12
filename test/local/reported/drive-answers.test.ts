/** The stand-in for Drive shows a person no file of another's, whatever is asked of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onGoogle } from '../../../src/local/reported/google-double';
import { makeWorld } from '../../../src/local/reported/google-world';

const [owner, stranger, id] = ['sfs@town.example', 'other@town.example', '填报/司法所.xlsx'];
const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
mkdirSync(join(folder, '填报'));
writeFileSync(join(folder, id), '');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('in a shared drive a file is made for those alone who say that they know such drives', () => {
  const world = makeWorld(folder, owner);
  world.inSharedDrive.add('填报');
  const made = (options: object) => () =>
    onGoogle(world, { person: owner, hub: '总表.xlsx' })(
      'Drive.Files.create',
      [{ name: '新.xlsx', parents: ['填报'] }, null, options],
      () => ({ id: '填报/新.xlsx', name: '新.xlsx' }),
    );
  expect(made({})).toThrow('File not found: 填报');
  expect(made({ supportsAllDrives: true })).not.toThrow();
});

it.each([
  ['Drive.Files.get', [id, {}]],
  ['Drive.Files.copy', [{}, id, {}]],
  ['Drive.Files.update', [{ trashed: true }, id, null, {}]],
  ['Drive.Permissions.list', [id, {}]],
  ['Drive.Permissions.create', [{ emailAddress: stranger }, id, {}]],
])('%s', (name, args) => {
  const world = makeWorld(folder, owner);
  const askedBy = (person: string) => () => onGoogle(world, { person, hub: '总表.xlsx' })(name, args, () => ({ id }));
  expect(askedBy(stranger)).toThrow(`File not found: ${id}`);
  expect(askedBy(owner)).not.toThrow();
});

it('a list shows each person the files made for that person alone, of folders of that person, and shared drives to who knows them', () => {
  const world = makeWorld(folder, owner);
  const seen =
    (person: string, options: object = {}) =>
    (): readonly unknown[] => {
      const answer = onGoogle(world, { person, hub: '总表.xlsx' })(
        'Drive.Files.list',
        [{ q: "('填报' in parents) and trashed = false", ...options }],
        () => ({ files: [{ id, name: '司法所.xlsx' }] }),
      );
      return (answer as { files: readonly { readonly id: string }[] }).files.map((file) => file.id);
    };
  expect(seen(owner)()).toEqual([id]);
  expect(seen(stranger)).toThrow('File not found');
  world.madeFor.set(id, stranger);
  expect(seen(owner)()).toEqual([]);
  world.madeFor.set(id, owner);
  world.inSharedDrive.add('填报');
  const known = { supportsAllDrives: true, includeItemsFromAllDrives: true, corpora: 'allDrives' };
  expect(seen(owner)).toThrow('File not found');
  expect(seen(owner, known)()).toEqual([id]);
});
