import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal } from '../../../src/core/base/refusal';
import { packZip } from '../../../src/local/base/zip';
import { makeScratch, makeWorkbook, type Scratch } from '../scratch';
import { handMade } from '../hand-made';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => {
  scratch.remove();
});

/** The text with which a file of these bytes is refused. */
function refusal(bytes: Uint8Array, name = '司法所.xlsx'): string {
  writeFileSync(join(scratch.folder, name), bytes);
  try {
    scratch.reopen().get(name);
    return '';
  } catch (error) {
    expect(isRefusal(error)).toBe(true);
    return String(error);
  }
}

const text = (content: string): Uint8Array => Buffer.from(content, 'utf8');
const zip = (...parts: [string, string][]): Buffer =>
  Buffer.from(
    packZip(
      parts.map(([name, content]) => [name, text(content)]),
      true,
    ),
  );
const workbook: [string, string] = ['xl/workbook.xml', '<workbook/>'];

describe('a file that is no sound workbook', () => {
  it('a damaged .xls', () => {
    const ole = Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(512)]);
    expect(refusal(ole)).toContain('司法所.xlsx 已损坏或没有传完');
  });

  it('a .csv or web page with a wrong ending', () => {
    for (const content of ['序号,任务\n1,学法\n', '<html><table></table></html>', 'PA']) {
      expect(refusal(text(content))).toContain(
        '司法所.xlsx 不是有效的 .xlsx 文件（可能是改了后缀的 .csv 或网页），请用 WPS/Excel 打开后另存为 .xlsx',
      );
    }
  });

  it('an .xls by its bytes is read and never written', () => {
    const bytes = readFileSync(join(import.meta.dirname, 'old/台账.xls'));
    expect(refusal(bytes)).toBe('');
    const request = { updateSheetProperties: { properties: { sheetId: 0, title: '改名' }, fields: 'title' } };
    expect(() => scratch.sheets.batchUpdate({ requests: [request] }, '司法所.xlsx')).toThrow(
      '司法所.xlsx 不是 .xlsx 格式，写不进去',
    );
    expect(readFileSync(join(scratch.folder, '司法所.xlsx'))).toEqual(bytes);
  });

  it('empty', () => {
    expect(refusal(text(''))).toContain('司法所.xlsx 是空文件（0 字节），请重新复制或向提供文件的人重新索取');
  });

  it('cut off or damaged anywhere', () => {
    const id = makeWorkbook(scratch, '完整', []);
    const whole = scratch.drive.get(id, { alt: 'media' });
    const bytes = 'getBytes' in whole ? Uint8Array.from(whole.getBytes()) : new Uint8Array();
    expect(bytes.length).toBeGreaterThan(1000);
    expect(refusal(bytes)).toBe('');
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.99]) {
      expect(refusal(bytes.slice(0, bytes.length * share))).toContain(
        '司法所.xlsx 已损坏或没有传完，请重新复制或向提供文件的人重新索取',
      );
    }
    const flipped = Uint8Array.from(bytes);
    flipped[100] = (flipped[100] ?? 0) ^ 0xff;
    expect(refusal(flipped)).toContain('已损坏或没有传完');
  });

  it('of the program’s own, of which nobody can be asked for another', () => {
    for (const name of ['结果.xlsx', '列对应.xlsx', '督办登记.xlsx']) {
      const advice = '请从备份恢复；不能恢复的请移到别处，再运行一次';
      expect(refusal(text(''), name)).toContain(`${name} 是空文件（0 字节），${advice}`);
      expect(refusal(zip(workbook), name)).toContain(`${name} 已损坏或没有传完，${advice}`);
    }
  });

  it('a zip of something else', () => {
    expect(refusal(zip(['word/document.xml', '<w/>']))).toContain('虽是压缩包，但不是 .xlsx 表格');
    expect(refusal(zip(workbook))).toContain('已损坏或没有传完');
  });

  it('names that leave the archive or come twice', () => {
    for (const name of ['../../etc/x.xml', '/abs.xml', 'xl\\evil.xml', 'xl/workbook.xml']) {
      expect(refusal(zip(workbook, [name, '']))).toContain('内部文件名异常');
    }
  });

  it('names that differ in case alone: programs do not agree on which part is meant', () => {
    expect(refusal(zip(workbook, ['XL/Workbook.xml', '<workbook/>']))).toContain('内部文件名异常');
  });

  it('a row that is written twice', () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>';
    expect(refusal(Buffer.from(handMade({ rows })))).toContain('已损坏：表 第1行写了两次');
  });

  it('a DOCTYPE', () => {
    expect(refusal(zip(workbook, ['xl/styles.xml', '<!DOCTYPE a [<!ENTITY x "y">]><a/>']))).toContain(
      '含有不允许的 DOCTYPE 声明',
    );
  });

  it('a zip bomb, also one that lies about its size', () => {
    const bomb = zip(workbook, ['xl/a.xml', ' '.repeat(51 * 1024 * 1024)]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(refusal(bomb)).toContain('解压后大得不正常，没有读取，请把数据复制到新表格后再试');
    const shared = zip(
      workbook,
      ...Array.from({ length: 4 }, (_, n): [string, string] => [`xl/${String(n)}.xml`, ' '.repeat(4_000_000)]),
    );
    expect(refusal(shared)).toContain('解压后大得不正常');
    const many = zip(
      workbook,
      ...Array.from({ length: 2001 }, (_, n): [string, string] => [`xl/${String(n)}.xml`, '']),
    );
    expect(refusal(many)).toContain('解压后大得不正常');
    const liar = zip(workbook, ['xl/a.xml', ' '.repeat(1_000_000)]);
    const directory = liar.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    for (const at of [directory + 24, liar.readUInt32LE(directory + 42) + 22]) liar.writeUInt32LE(1000, at);
    expect(refusal(liar)).toContain('解压后大得不正常');
  });
});

describe('a place that cannot be written', () => {
  it('says that the folder is missing or the file is there already', () => {
    const create = (parent: string) => () =>
      scratch.drive.create({ name: '表', mimeType: 'application/vnd.google-apps.spreadsheet', parents: [parent] });
    expect(create('填报')).toThrow('无法写入 表.xlsx：文件夹不存在');
    mkdirSync(join(scratch.folder, '填报'));
    create('填报')();
    expect(create('填报')).toThrow('表.xlsx 已经存在，没有覆盖');
  });
});
