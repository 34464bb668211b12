/** 上传: what people hand over is put where it belongs; what is no such file, too large or there already is not. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openOffice } from '../local/shared-host';
import { copyOfExample, removeFolders } from '../workspace/run-command';

afterAll(removeFolders);

interface Told {
  readonly exit: number;
  readonly text: string;
  readonly files: readonly { readonly what: string; readonly name: string }[];
  readonly details?: { readonly isThere: boolean };
}

const folder = copyOfExample('dazhanglou-2022');
const base64 = (path: string): string => readFileSync(join(folder, path)).toString('base64');

async function upload(order: object): Promise<Told> {
  const host = await openOffice(folder);
  return host.run('runJob', 'upload', JSON.stringify({ instead: false, ...order })) as Told;
}

it.each([
  ['template', '模板.doc', 'UEs=', '“模板.doc”不是 .docx 模板，没有上传。'],
  ['picture', '章.gif', 'UEs=', '“章.gif”不是 .png、.jpg、.svg 图片，没有上传。'],
  ['department', '司法所.xls', 'UEs=', '“司法所.xls”不是 .xlsx 填报表，没有上传。'],
  [
    'template',
    '模板.docx',
    'AAAA',
    '“模板.docx”不是有效的 .docx 模板，没有上传。请用 WPS 或 Word、Excel 打开后另存一次。',
  ],
  [
    'department',
    '司法所.xlsx',
    'UEEA',
    '“司法所.xlsx”不是有效的 .xlsx 填报表，没有上传。请用 WPS 或 Word、Excel 打开后另存一次。',
  ],
  ['template', '模板.docx', 'A'.repeat(13_981_014), '“模板.docx”超过 10 MB，没有上传。'],
])('%s %s is refused', async (what, name, content, text) => {
  const before = readdirSync(join(folder, '模板'));
  expect(await upload({ what, name, content })).toMatchObject({ exit: 2, text, files: [] });
  expect(readdirSync(join(folder, '模板'))).toEqual(before);
});

it('a template that is there is replaced only where that was said, and then kept under another name', async () => {
  const content = base64('模板/年度报告.docx');
  const order = { what: 'template', name: '新模板.docx', content };
  expect(await upload(order)).toMatchObject({
    exit: 2,
    text: '已有 模板/年度报告.docx，没有上传。要用新的代替，请确认。',
    details: { isThere: true },
  });
  const answer = await upload({ ...order, instead: true });
  expect(answer).toMatchObject({ exit: 0, files: [{ what: 'template', name: '年度报告.docx' }] });
  expect(answer.text).toMatch(
    /^已上传：模板\/年度报告\.docx。原来的模板另存为 年度报告 原模板.*\.docx。请点“检查模板”看有没有错误。$/u,
  );
  expect(readdirSync(join(folder, '模板')).filter((name) => name.startsWith('年度报告 原模板'))).toHaveLength(1);
});

it('a picture lies beside the template under its own name', async () => {
  const content = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
  expect(await upload({ what: 'picture', name: '镇徽.svg', content })).toMatchObject({
    exit: 0,
    text: '已上传：模板/镇徽.svg。',
    files: [{ what: 'template', name: '镇徽.svg' }],
  });
  expect(existsSync(join(folder, '模板/镇徽.svg'))).toBe(true);
  expect(await upload({ what: 'picture', name: '镇徽.svg', content })).toMatchObject({
    exit: 2,
    details: { isThere: true },
  });
});

it('a workbook is a department’s by its name, and replaces none unasked', async () => {
  const content = base64('填报/司法所.xlsx');
  expect((await upload({ what: 'department', name: '别的.xlsx', content })).text).toContain(
    '“单位”表里没有“别的”。请把文件名改成单位名称',
  );
  expect(await upload({ what: 'department', name: '司法所.xlsx', content })).toMatchObject({
    exit: 2,
    text: '已有 司法所 的填报表，没有上传。要用新的代替，请确认。',
    details: { isThere: true },
  });
});
