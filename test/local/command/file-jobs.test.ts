/** Which files a command names, and what is asked for where it names too few or too many. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckOrder, FieldsOrder, FillOrder, MapOrder } from '../../../src/contract/orders';
import { fileJob } from '../../../src/local/command/file-commands';
import { freshFolder, removeFolders } from '../../workspace/run-command';

afterAll(removeFolders);

let folder: string;
beforeAll(() => {
  folder = freshFolder();
  for (const name of ['a.docx', 'b.json', 'c.xlsx']) writeFileSync(join(folder, name), '');
});

type FileOptions = Parameters<typeof fileJob>[1];
const at = (word: string): string => (/\.\w+$/u.test(word) ? join(folder, word) : word);
const jobOf = (command: string, options: FileOptions = {}) => fileJob(command.split(' ').map(at), options);

const fill = '请写：nianbao fill <模板.docx> <数据.json> <输出.docx>';
const fields = '请写：nianbao fill --fields <数据.json>';
const check = '请写：nianbao template check <模板.docx>';

it.each<[string, FileOptions, string]>([
  ['fill', {}, fill],
  ['fill a.docx b.json', {}, fill],
  ['fill a.docx b.json o.docx p.docx', {}, fill],
  ['fill', { fields: true }, fields],
  ['fill b.json b.json', { fields: true }, fields],
  ['fill b.json', { fields: true, trace: 't.json' }, fields],
  ['template', {}, check],
  ['template look a.docx', {}, check],
  ['template check', {}, check],
  ['template check a.docx a.docx', {}, check],
  ['map', {}, '请写：nianbao map'],
  ['map c.xlsx c.xlsx c.xlsx', {}, '请写：nianbao map'],
  ['map c.xlsx c.xlsx', {}, '里没有总表.xlsx'],
  ['map c.xlsx', { 'as-form': true }, '--as-form 要在工作文件夹里用'],
  ['fill a.docx b.json o.docx.txt', {}, '输出文件名应以 .docx 结尾'],
  ['map d.xlsx', {}, '找不到'],
  ['fill a.docx b.json a.docx', {}, '是本次要读写的另一个文件'],
])('nianbao %s with %j is refused', (command, options, told) => {
  expect(() => jobOf(command, options)).toThrow(told);
});

it('other commands are none', () => {
  expect(jobOf('report a.docx')).toBeNull();
});

it.each<[string, FileOptions, string, readonly string[]]>([
  ['fill a.docx b.json o.docx', {}, 'fill', ['a.docx', 'b.json', 'o.docx']],
  ['fill b.json', { fields: true }, 'list-fields', ['b.json']],
  ['template check a.docx', {}, 'check-template', ['a.docx']],
  ['template check a.docx', { data: 'b.json' }, 'check-template', ['a.docx', 'b.json']],
  ['map c.xlsx', {}, 'map', ['c.xlsx']],
])('nianbao %s with %j names its files', (command, { data, ...options }, job, files) => {
  const found = jobOf(command, { ...options, ...(data !== undefined && { data: at(data) }) });
  const order = JSON.parse(found?.order ?? '{}') as Partial<FillOrder & FieldsOrder & CheckOrder & MapOrder>;
  const named = [order.template, order.data, order.output, order.workbook].flatMap((file) => file?.name ?? []);
  expect([found?.job, named]).toEqual([job, files]);
});

describe('the office a file belongs to', () => {
  let office: string;
  beforeAll(() => {
    office = join(folder, 'office');
    for (const name of ['模板', '填报']) mkdirSync(join(office, name), { recursive: true });
    for (const name of ['总表.xlsx', '模板/a.docx', 'a.docx', '填报/c.xlsx', 'c.xlsx'])
      writeFileSync(join(office, name), '');
  });
  const placed = (words: readonly string[], options: FileOptions = {}): readonly [string | undefined, unknown] => {
    const found = fileJob(words, options);
    const { inWorkspace } = JSON.parse(found?.order ?? '{}') as Partial<CheckOrder>;
    return [found?.folder, inWorkspace];
  };

  it.each(['模板/a.docx', 'a.docx'])('is the one it lies in: template check %s', (name) => {
    expect(placed(['template', 'check', join(office, name)])).toEqual([office, true]);
  });

  it.each(['填报/c.xlsx', 'c.xlsx'])('is the one it lies in: map %s', (name) => {
    expect(placed(['map', join(office, name)], { 'as-form': true })).toEqual([office, true]);
  });

  it('is the one that is named, and none for a template whose data are', () => {
    expect(placed(['map', at('c.xlsx'), office])).toEqual([office, true]);
    const far = join(office, '模板/a.docx');
    expect(placed(['template', 'check', far], { data: at('b.json') })).toEqual([join(office, '模板'), false]);
  });

  it('is none elsewhere', () => {
    expect(placed(['map', at('c.xlsx')])).toEqual([folder, false]);
    expect(placed(['template', 'check', at('a.docx')])).toEqual([folder, false]);
  });
});

it('what is to be written beside goes where it is said', () => {
  const orderOf = (command: string, options: FileOptions): Partial<FillOrder & CheckOrder> =>
    JSON.parse(jobOf(command, options)?.order ?? '{}') as Partial<FillOrder & CheckOrder>;
  expect(orderOf('fill a.docx b.json o.docx', { trace: at('t.json') }).trace?.name).toBe('t.json');
  expect(orderOf('fill a.docx b.json o.docx', {}).trace).toBeNull();
  expect(orderOf('template check a.docx', { annotate: at('n.docx') }).annotate?.name).toBe('n.docx');
  expect(orderOf('template check a.docx', {}).annotate).toBeNull();
});
