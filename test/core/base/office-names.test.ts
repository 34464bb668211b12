/** What folders and reports are called: every run is a new version, none is overwritten; and names that a file system refuses. */
import { nameKey } from '../../../src/core/base/text';
import {
  fileStem,
  folderNames,
  historyTitle,
  hubName,
  isStrayWorkbook,
  journalTitle,
  nextReportName,
  publicReportName,
  registerName,
  resultsName,
  rulesName,
  sentFolder,
  templateName,
} from '../../../src/core/base/office-names';

it('the folders are called as the manual says', () => {
  expect(Object.values(folderNames).sort()).toEqual(['核对单', '填报', '发件箱', '模板', '报告'].sort());
});

it('the workbooks, the template and what the program keeps are called so, too', () => {
  const books = [hubName, resultsName, rulesName, registerName];
  expect(books).toEqual(['总表', '结果', '列对应', '督办登记']);
  expect([templateName, sentFolder, journalTitle, historyTitle]).toEqual([
    '年度报告.docx',
    '已发',
    '催办流水',
    '年度历史',
  ]);
});

it.each([
  ...['司法所.xlsx', '司法所.XLS', '旧 总表.xlsx', '台账.et', '台账.csv', '台账.ods', '台账.xlsm', '总表2.xlsx'].map(
    (name) => [name, true] as const,
  ),
  ...['总表.xlsx', '结果.xlsx', '列对应.xlsx', '督办登记.xlsx', '~$司法所.xlsx', '.司法所.xlsx'].map(
    (name) => [name, false] as const,
  ),
  ...['年度报告.docx', '司法所', '司法所.xlsx.bak', 'xlsx'].map((name) => [name, false] as const),
])('%s beside the hub is somebody’s workbook: %s', (name, is) => {
  expect(isStrayWorkbook(name)).toBe(is);
});

it('the version for the public is named beside its report', () => {
  expect(publicReportName('报告 第3版.docx')).toBe('报告 第3版（公开版）.docx');
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

  it('counts what only contains the title, or a version, as another file', () => {
    expect(nextReportName('报告', ['旧报告 第9版.docx', '报告 修改第8版.docx', '报告第7版.docx'])).toBe(
      '报告 第1版.docx',
    );
  });

  it('cuts a title that is longer than a file name may be', () => {
    const [title, stem] = ['年'.repeat(90), '年'.repeat(80)];
    expect(nextReportName(title, [`${stem} 第2版.docx`])).toBe(`${stem} 第3版.docx`);
  });

  it('leaves out what no file name can hold', () => {
    expect(nextReportName('镇/街道:"年报"\u0007', [])).toBe('镇街道年报 第1版.docx');
  });
});

describe('fileStem', () => {
  it('leaves a name alone that every system can keep', () => {
    expect(fileStem(' 司法所 ')).toBe('司法所');
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
