/** What the files and folders of an office are called, on Drive and on disk. */

/** The hub. */
export const hubName = '总表';

/** The program's own workbook. */
export const resultsName = '结果';

/** The folders of a workspace, by what they are for. */
export const folderNames = {
  departments: '填报',
  templates: '模板',
  reports: '报告',
  outbox: '发件箱',
  checks: '核对单',
} as const;

export type FolderRole = keyof typeof folderNames;

/** The office's template in 模板. */
export const templateName = '年度报告.docx';
