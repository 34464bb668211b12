import { Inflate, strToU8, zipSync } from 'fflate';
import { problemText } from '../../../../src/core/base/problem';
import { checkDocument } from '../../../../src/engine/word/fill-document';
import { madeZip } from '../../../core/made-zip';
import { docxFiles, p, zip } from '../docx-builder';

const files = docxFiles(p('正文'));

function refusals(bytes: Uint8Array): readonly string[] {
  return checkDocument(bytes, {}, { name: '模板.docx' }).map(problemText);
}

/** Writes over a field of every central directory entry with that name. */
function patchDirectory(bytes: Uint8Array, name: string, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (Buffer.from(copy.subarray(at + 46, at + 46 + length)).toString() === name) change(view, at);
  }
  return copy;
}

const resave = '请用 Word 或 WPS 打开后另存为 .docx，再试一次。';

describe('files that are refused', () => {
  it.each<[string, () => Uint8Array, string]>([
    [
      'an old .doc',
      () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      '模板.docx：这是旧格式（.doc、.wps）或加了密码的文件。请去掉密码，另存为 .docx。',
    ],
    ['a renamed .html', () => strToU8('<html>'), `模板.docx：这不是有效的 .docx 文件。${resave}`],
    ['an empty file', () => new Uint8Array(0), `模板.docx：这不是有效的 .docx 文件。${resave}`],
    ['half a file', () => zip(files).slice(0, 900), '模板.docx：文件不完整或已损坏。请重新复制或下载这个文件。'],
    [
      'a wrong checksum',
      () =>
        patchDirectory(zip(files), 'word/document.xml', (view, at) => {
          view.setUint32(at + 16, 1, true);
        }),
      '模板.docx：文件不完整或已损坏。请重新复制或下载这个文件。',
    ],
    [
      'a size that lies',
      () =>
        patchDirectory(zip(files), 'word/document.xml', (view, at) => {
          view.setUint32(at + 24, 10, true);
        }),
      '模板.docx：文件不完整或已损坏。请重新复制或下载这个文件。',
    ],
    [
      'a size that is too large',
      () =>
        patchDirectory(zip(files), 'word/document.xml', (view, at) => {
          view.setUint32(at + 24, 60 * 1024 * 1024, true);
        }),
      '模板.docx：文件展开后太大（单项 50 MB、全部 200 MB 以内）。请换一个较小的模板。',
    ],
    [
      'encryption',
      () =>
        patchDirectory(zip(files), 'word/document.xml', (view, at) => {
          view.setUint16(at + 8, 1, true);
        }),
      '模板.docx：文件里有加密的内容。请去掉密码后再试。',
    ],
    [
      'an entry on another disk',
      () =>
        patchDirectory(zip(files), 'word/document.xml', (view, at) => {
          view.setUint16(at + 34, 1, true);
        }),
      `模板.docx：文件是分卷压缩的。${resave}`,
    ],
    [
      'a packing that no program of today makes',
      () => madeZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 14 }))),
      `模板.docx：文件用了少见的压缩方法。${resave}`,
    ],
    [
      'a size that lies about what is not packed',
      () => madeZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 0, size: data.length + 1 }))),
      '模板.docx：文件不完整或已损坏。请重新复制或下载这个文件。',
    ],
    ['a path upwards', () => zip({ ...files, '../x': '' }), `模板.docx：文件里有不安全的路径。${resave}`],
    ['a backslash', () => zip({ ...files, 'C:\\x': '' }), `模板.docx：文件里有不安全的路径。${resave}`],
    ['a name twice', () => zip({ ...files, 'WORD/document.xml': '' }), `模板.docx：文件里有重名的内容。${resave}`],
    [
      'too many entries',
      () => zip({ ...files, ...Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`x${String(at)}`, ''])) }),
      '模板.docx：文件里的内容超过 2000 项。请换一个较小的模板。',
    ],
    ['no body', () => zip({ 'a.txt': '' }), `模板.docx：文件里没有 Word 正文（word/document.xml）。${resave}`],
    [
      'a DOCTYPE',
      () => zip({ ...files, 'word/settings.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }),
      `模板.docx 压缩包内 word/settings.xml：含有 DOCTYPE 声明，不安全。${resave}`,
    ],
    [
      'macros',
      () => zip({ ...files, 'word/vbaProject.bin': 'x' }),
      '模板.docx 压缩包内 word/vbaProject.bin：含有宏。请另存为不带宏的 .docx。',
    ],
    [
      'a linked picture',
      () => zip({ ...files, 'word/_rels/footer9.xml.rels': external('image') }),
      '模板.docx 压缩包内 word/_rels/footer9.xml.rels：引用了外部文件“http://x.example/t”。请删去链接，把内容直接放进文档。',
    ],
    [
      'broken XML',
      () => zip({ ...files, 'word/document.xml': '<w:document><w:body></w:document>' }),
      `模板.docx 压缩包内 word/document.xml：标记没有成对。${resave}`,
    ],
  ])('%s', (_, make, expected) => {
    expect(refusals(make())).toEqual([expected]);
  });

  it('stops inflating a bomb at its declared size, before the second step of 16 KB', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(45 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeGreaterThan(2 * 16 * 1024);
    const push = jest.spyOn(Inflate.prototype, 'push');
    const lying = patchDirectory(bomb, 'word/document.xml', (view, at) => {
      for (const size of [at + 24, view.getUint32(at + 42, true) + 22]) view.setUint32(size, 100, true);
    });
    expect(refusals(lying)).toEqual(['模板.docx：文件不完整或已损坏。请重新复制或下载这个文件。']);
    expect(push).toHaveBeenCalledTimes(1);
    push.mockRestore();
  });
});

describe('files that are accepted', () => {
  it('may link to web pages', () => {
    expect(refusals(zip({ ...files, 'word/_rels/footer9.xml.rels': external('hyperlink') }))).toEqual([]);
  });

  it('may be stored without compression', () => {
    const stored = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
      level: 0,
    });
    expect(refusals(stored)).toEqual([]);
  });
});

function external(type: string): string {
  return `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="http://x.example/t" TargetMode="External"/></Relationships>`;
}
