/** What folders and reports are called: every run is a new version, none is overwritten; and names that a file system refuses. */
import { nameKey } from '../../../src/core/base/text';
import { fileStem, folderNames, nextReportName } from '../../../src/core/base/office-names';

it('the folders are called as the manual says', () => {
  expect(Object.values(folderNames).sort()).toEqual(['核对单', '填报', '发件箱', '模板', '报告'].sort());
});

describe('nextReportName', () => {
  it('counts on from the highest version, whatever is missing below', () => {
    expect(nextReportName('关于2022年的报告', [])).toBe('关于2022年的报告 第1版.docx');
    expect(nextReportName('关于2022年的报告', ['关于2022年的报告 第1版.docx', '关于2022年的报告 第10版.docx'])).toBe(
      '关于2022年的报告 第11版.docx',
    );
  });

  it('counts copies and edited versions too, but not reports of other titles', () => {
    expect(nextReportName('报告', ['报告 第3版（终稿）.docx', '另一报告 第9版.docx', '报告 第x版.docx'])).toBe(
      '报告 第4版.docx',
    );
  });

  it('leaves out what no file name can hold', () => {
    expect(nextReportName('镇/街道:"年报"\u0007', [])).toBe('镇街道年报 第1版.docx');
  });
});

describe('fileStem', () => {
  it('leaves a name alone that every system can keep', () => {
    for (const name of ['司法所', 'CONTROL', 'com', 'a.b', '第1.5所']) expect(fileStem(name)).toBe(name);
  });

  it('writes what Windows refuses so that it is read as the same name', () => {
    for (const name of ['CON', 'nul', 'Com1', 'LPT9', 'aux.办', '司法所.', '.司法所', '执法/司法', '党政办?']) {
      const stem = fileStem(name);
      expect(stem).not.toBe(name);
      expect(stem).not.toMatch(/^\.|\.$|[\\/:*?"<>|]|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
      expect(nameKey(stem)).toBe(nameKey(name));
    }
  });
});
