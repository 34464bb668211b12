/** The files of the office's folder on its pages: what is named may be opened, taken away or made a PDF of, and nothing else. */
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { FilesAnswer } from '../../../src/contract/local-files';
import { longIt } from '../../long';
import { needs } from '../../tools';
import { copyOfExample, freshFolder, removeFolders } from '../../workspace/run-command';
import { ask, endServers, runJob, serve, type Served } from './running-server';

let folder: string;
let served: Served;
/** What the stand-in for the system's opener was given. */
let openedNote: string;

beforeAll(async () => {
  const tools = freshFolder();
  openedNote = join(tools, 'opened');
  writeFileSync(join(tools, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$1" > '${openedNote}'\n`, { mode: 0o755 });
  folder = copyOfExample('dazhanglou-2022');
  served = await serve(folder, { PATH: `${tools}${delimiter}${process.env.PATH ?? ''}` });
});
afterAll(() => {
  endServers();
  removeFolders();
});

const post = (body: string, more: Record<string, string> = {}): ReturnType<typeof ask> => {
  const headers = { origin: new URL(served.url).origin, 'content-type': 'application/json', ...more };
  return ask(`${served.url}files`, { method: 'POST', headers, body });
};

async function call(
  order: object,
  more: Record<string, string> = {},
): Promise<{ value?: FilesAnswer; error?: string }> {
  const { text } = await post(JSON.stringify(order), more);
  return JSON.parse(text) as { value?: FilesAnswer; error?: string };
}

const idsOf = ({ value }: { value?: FilesAnswer }): readonly string[] => (value?.files ?? []).map(({ id }) => id);

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

it('opens and converts nothing that no page was told of, wherever it lies', async () => {
  writeFileSync(join(folder, '报告', '别人.docx.sh'), '#!/bin/sh\n');
  const outside = [
    '../secret.docx',
    '/etc/passwd',
    '总表.xlsx',
    '.nianbao/properties.json',
    '报告/别人.docx.sh',
    '填报',
    '',
  ];
  for (const id of outside) {
    expect(await call({ do: 'open', id })).toEqual({ error: '这个文件不能从页面打开。请重新打开页面再试。' });
    expect(await call({ do: 'pdf', id })).toEqual({ error: '这个文件不能转成 PDF。请重新打开页面再试。' });
  }
  for (const id of [7, null, ['总表.xlsx']])
    expect(await call({ do: 'open', id })).toEqual({ error: '这个文件不能从页面打开。请重新打开页面再试。' });
  expect(existsSync(openedNote)).toBe(false);
});

it.each(['', 'list', 'null', '7', '[]', '"list"', '{}', '{"do":7}', '{"do":"delete","id":"总表.xlsx"}'])(
  'an order no page sends is no mistake of the program: %s',
  async (body) => {
    expect((await post(body)).text).toBe('{"error":"没有这件事。请重新打开页面再试。"}');
  },
);

it('another page gets no answer', async () => {
  await expect(call({ do: 'list' }, { origin: 'http://evil.example' })).rejects.toThrow();
});

longIt('lists the hub and the latest reports, and opens what it has listed where it lies', async () => {
  await runJob(served, 'report', 'null', '');
  const listed = idsOf(await call({ do: 'list' }));
  const [report = ''] = readdirSync(join(folder, '报告')).filter((name) => name.endsWith('.docx'));
  expect(listed).toEqual(expect.arrayContaining(['总表.xlsx', '结果.xlsx', `报告/${report}`]));
  expect(listed.some((id) => id.endsWith('.sh'))).toBe(false);
  // The four latest, the latest first.
  for (const year of [2016, 2017, 2018, 2019]) {
    const old = join(folder, '报告', `旧${String(year)}.docx`);
    writeFileSync(old, '');
    utimesSync(old, new Date(year, 5), new Date(year, 5));
  }
  const reports = idsOf(await call({ do: 'list' })).filter((id) => id.startsWith('报告/'));
  expect(reports).toEqual([`报告/${report}`, ...[2019, 2018, 2017].map((year) => `报告/旧${String(year)}.docx`)]);
  if (process.platform !== 'linux') return;
  expect(await call({ do: 'open', id: '总表.xlsx' })).toMatchObject({ value: { files: [] } });
  await until(() => existsSync(openedNote) && readFileSync(openedNote, 'utf8') !== '');
  expect(readFileSync(openedNote, 'utf8')).toBe(join(folder, '总表.xlsx'));
  // What is opened where it lies is not taken away.
  expect((await ask(`${served.url}file?id=${encodeURIComponent('总表.xlsx')}`)).status).toBe(404);
});

it('a link in place of a report leads nowhere', async () => {
  const away = join(freshFolder(), 'away.docx');
  writeFileSync(away, 'secret');
  mkdirSync(join(folder, '报告'), { recursive: true });
  symlinkSync(away, join(folder, '报告', '外面.docx'));
  const { value } = await call({ do: 'list' });
  const { error } = await call({ do: 'pdf', id: '报告/外面.docx' });
  expect([value === undefined || idsOf({ value }).includes('报告/外面.docx'), error]).toEqual([
    false,
    expect.anything(),
  ]);
});

needs('LibreOffice', () => {
  longIt('makes a PDF of a report beside it, to be taken away', async () => {
    const [report = ''] = idsOf(await call({ do: 'list' })).filter((id) => id.endsWith('.docx'));
    const { value } = await call({ do: 'pdf', id: report });
    const [pdf] = value?.files ?? [];
    expect(pdf?.id).toBe(report.replace('.docx', '（LibreOffice 转换）.pdf'));
    expect(readFileSync(join(folder, pdf?.id ?? ''), 'latin1').slice(0, 5)).toBe('%PDF-');
    expect((await ask(`${served.url}file?id=${encodeURIComponent(pdf?.id ?? '')}`)).status).toBe(200);
  });
});
