/** `fill` and `template check`: single files, wherever they lie, through the very bundle. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { docx, p, readBody } from '../../engine/word/docx-builder';
import { longIt } from '../../long';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  mkdirSync(join(folder, '出'));
  writeFileSync(
    join(folder, '模板.docx'),
    docx(p('{{标题}}：{{#each 行}}{{名}}{{#unless @last}}、{{/unless}}{{/each}}')),
  );
  writeFileSync(join(folder, '数据.json'), JSON.stringify({ 标题: '月报', 行: [{ 名: '甲' }, { 名: '乙' }] }));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function nianbao(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const command = resolve('build/out/local/nianbao.mjs');
  return spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });
}

describe('nianbao fill', () => {
  it('fills a template from JSON, and again', () => {
    for (const call of ['create', 'update']) {
      const { status, stdout } = nianbao('fill', '模板.docx', '数据.json', '出/月报.docx', '--json');
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        exit: 0,
        files: [{ what: 'document', name: '月报.docx', id: '出/月报.docx' }],
        problems: [],
        calls: { 'Drive.Files.get': 2, 'UrlFetchApp.fetch': 2, [`Drive.Files.${call}`]: 1 },
      });
    }
    const text = readBody(readFileSync(join(folder, '出/月报.docx'))).replace(/<[^>]*>/gu, '');
    expect(text).toBe('月报：甲、乙');
    expect(readdirSync(folder).sort()).toEqual(['出', '数据.json', '模板.docx']);
  });

  it('lists the fields of the data, as they are written into a template, and writes nothing', () => {
    const { status, stdout } = nianbao('fill', '--fields', '数据.json');
    expect(status).toBe(0);
    expect(stdout).toBe('{{标题}}  文字\n{{#each 行}}  列表\n  {{名}}  文字\n');
    expect(nianbao('fill', '--fields', '模板.docx', '数据.json', '月报.docx').stderr).toContain('--fields <数据.json>');
  });

  it('is told once what the data lack and a condition asks for', () => {
    writeFileSync(join(folder, '可缺.docx'), docx(p('{{标题}}{{#if 备注}}备注：{{备注}}{{/if}}')));
    const { status, stdout } = nianbao('fill', '可缺.docx', '数据.json', '月报.docx');
    expect(status).toBe(0);
    expect(stdout).toContain('字段“备注”数据里没有，按没有数据处理');
  });

  it('writes the trace where it is told', () => {
    nianbao('fill', '模板.docx', '数据.json', '月报.docx', '--trace', '出/来源.json');
    const trace = JSON.parse(readFileSync(join(folder, '出/来源.json'), 'utf8')) as { field: string; text: string }[];
    expect(trace.map(({ field, text }) => `${field} ${text}`)).toEqual(['标题 月报', '行.0.名 甲', '行.1.名 乙']);
  });

  it('never writes over its template or its data, whatever they are called', () => {
    const before = readFileSync(join(folder, '模板.docx'));
    symlinkSync(join(folder, '模板.docx'), join(folder, '别名.docx'));
    expect(nianbao('fill', '模板.docx', '数据.json', './模板.docx')).toMatchObject({ status: 2 });
    expect(nianbao('fill', '模板.docx', '数据.json', '别名.docx').stderr).toContain('没有覆盖');
    expect(nianbao('fill', '模板.docx', '数据.json', '月报.docx', '--trace', '数据.json')).toMatchObject({ status: 2 });
    expect(readFileSync(join(folder, '模板.docx')).equals(before)).toBe(true);
    expect(readdirSync(folder)).not.toContain('月报.docx');
  });

  longIt('writes nothing when template or data have mistakes', () => {
    writeFileSync(join(folder, '模板.docx'), docx(p('{{题目}}')));
    const refused = nianbao('fill', '模板.docx', '数据.json', '月报.docx');
    expect(refused).toMatchObject({ status: 2 });
    expect(refused.stdout).toContain('没有“题目”');
    writeFileSync(join(folder, '数据.json'), '{"标题": ');
    expect(nianbao('fill', '模板.docx', '数据.json', '月报.docx').stdout).toContain('不是完整的 JSON');
    expect(nianbao('fill', '无.docx', '数据.json', '月报.docx').stderr).toContain('找不到 无.docx');
    expect(nianbao('fill', '模板.docx', '数据.json', '无/月报.docx').stderr).toContain('找不到文件夹 无');
    expect(nianbao('fill', '模板.docx').stderr).toContain('nianbao fill <模板.docx> <数据.json> <输出.docx>');
    expect(readdirSync(folder).sort()).toEqual(['出', '数据.json', '模板.docx']);
  });

  it('says that a value is missing, and writes it as a gap', () => {
    writeFileSync(join(folder, '数据.json'), JSON.stringify({ 标题: null, 行: [] }));
    expect(nianbao('fill', '模板.docx', '数据.json', '月报.docx')).toMatchObject({ status: 1 });
    expect(readBody(readFileSync(join(folder, '月报.docx')))).toContain('【待补：标题】');
  });
});

describe('nianbao template check', () => {
  it('lists every mistake and marks them in a copy', () => {
    writeFileSync(join(folder, '模板.docx'), docx(p('{{年份}}'), p('{{#if 镇名}}')));
    const { status, stdout } = nianbao('template', 'check', '模板.docx', '--annotate', '出/批注.docx');
    expect(status).toBe(1);
    expect(stdout).toContain('是不是想写“年度”');
    expect(stdout).toContain('缺少 {{/if}}');
    expect(readBody(readFileSync(join(folder, '出/批注.docx')))).toContain('commentReference');
  });

  it('finds the default template good, with the indicators of the office it lies in', () => {
    const template = resolve('examples/dazhanglou-2022/模板/年度报告.docx');
    const { status, stdout } = nianbao('template', 'check', template, '--annotate', '批注.docx', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ problems: [], files: [], calls: { 'Sheets.Spreadsheets.get': 1 } });
    expect(readdirSync(folder)).not.toContain('批注.docx');
  });

  it('checks against data of any kind, and lists what the template leaves out', () => {
    const data = { 标题: '月报', 行: [{ 名: '甲', 数: 1 }], 附: { 页: 3 } };
    writeFileSync(join(folder, '数据.json'), JSON.stringify(data));
    const { status, stdout } = nianbao('template', 'check', '模板.docx', '--data', '数据.json');
    expect(status).toBe(0);
    expect(stdout).toContain('模板没有错误。另有 2 处提示。');
    expect(stdout).toContain('字段“行.数”模板没有用到');
    expect(stdout).toContain('字段“附”模板没有用到');
    writeFileSync(join(folder, '模板.docx'), docx(p('{{标提}}')));
    const wrong = nianbao('template', 'check', '模板.docx', '--data', '数据.json');
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain('是不是想写“标题”');
  });

  it('counts apart what will not be in the document', () => {
    const part = '<w:fldSimple w:instr="QUOTE &quot;x&quot;"><w:r><w:t>甲</w:t></w:r></w:fldSimple>';
    writeFileSync(join(folder, '模板.docx'), docx(p(`<w:r><w:t>{{标题}}</w:t></w:r>${part}`)));
    writeFileSync(join(folder, '数据.json'), JSON.stringify({ 标题: '月报', 页: 1 }));
    expect(nianbao('template', 'check', '模板.docx', '--data', '数据.json').stdout).toContain(
      '模板没有错误。另有 1 处内容成文时不会带入。另有 1 处提示。',
    );
  });

  it('refuses what is no template', () => {
    writeFileSync(join(folder, '模板.docx'), 'x');
    expect(nianbao('template', 'check', '模板.docx')).toMatchObject({ status: 2 });
    expect(nianbao('template', '看', '模板.docx')).toMatchObject({ status: 2 });
  });
});
