/** The committed example workspaces are what `init` and the text data make, and filling them changed nothing but cells. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { longDescribe } from '../long';

const examples = join(__dirname, '../../examples');
const command = join(__dirname, '../../build/out/local/nianbao.mjs');
/** Saved once more by LibreOffice, which writes other bytes. */
const resaved = ['财政所.xlsx', '便民服务中心.xlsx'];
const workspaces = ['dazhanglou-2022', 'dazhanglou-2022-messy'];

longDescribe('the examples', () => {
  let fresh = '';

  beforeAll(() => {
    fresh = mkdtempSync(join(tmpdir(), 'nianbao-examples-'));
    run([join(examples, 'build-examples.mjs'), fresh, '--without-libreoffice']);
  });

  afterAll(() => {
    rmSync(fresh, { recursive: true, force: true });
  });

  it.each(workspaces)('%s is up to date (else run node examples/build-examples.mjs)', (name) => {
    const committed = officeFiles(join(examples, name));
    expect(committed).toEqual(officeFiles(join(fresh, name)));
    const same = committed.filter((file) => !resaved.some((one) => file.endsWith(one)));
    const stale = same.filter((file) => !bytesOf(examples, name, file).equals(bytesOf(fresh, name, file)));
    expect(stale).toEqual([]);
  });

  it('holds one workbook for each of the fourteen departments, and one less in the messy example', () => {
    expect(workspaces.map((name) => readdirSync(join(examples, name, '填报')).length)).toEqual([14, 13]);
  });

  it('fills cells and leaves drop-downs, notes, protection, colours and print set-up as init made them', () => {
    const empty = join(fresh, 'empty');
    run([command, 'init', empty, '--hub-only', '--year', '2022']);
    const filled = partsOf(readFileSync(join(examples, 'dazhanglou-2022', '总表.xlsx')));
    expect(filled).toEqual(partsOf(readFileSync(join(empty, '总表.xlsx'))));
  });
});

function run(args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout + stderr);
}

/** Hub, department workbooks and template; not what a report has put beside them. */
function officeFiles(folder: string): string[] {
  const inside = ['填报', '模板'].flatMap((name) => readdirSync(join(folder, name)).map((file) => join(name, file)));
  return ['总表.xlsx', ...inside.filter((file) => !/[~.]lock|~\$/u.test(file))].sort();
}

function bytesOf(...path: readonly string[]): Buffer {
  return readFileSync(join(...path));
}

/** Each part of the workbook as text, without the cells and their texts. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => path !== 'xl/sharedStrings.xml');
  return Object.fromEntries(
    parts.map(([path, data]) => [path, strFromU8(data).replace(/<sheetData>.*<\/sheetData>/su, '')]),
  );
}
