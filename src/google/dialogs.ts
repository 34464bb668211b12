/** The pages over the hub spreadsheet: HTML files pushed beside the code, each made by the build from `src/pages`. */

/** The pages by the names of their files, and what stands above each. */
export const pageTitles = {
  'page-set-up': '初始化',
  'page-intake': '接入台账',
  'page-departments': '建立部门填报表',
  'page-check': '检查填报',
  'page-report': '生成年度报告',
  'page-dashboard': '看板',
  'page-remind': '催办',
  'page-timer': '定时催办',
  'page-template': '模板',
  'page-about': '关于和自检',
} as const;

/** Names of the pages, as their files are called. */
export type PageName = keyof typeof pageTitles;

/** Opens a page as a dialog in place of any that is open. Closing it does not stop what it started. */
export function showPage(name: PageName): void {
  const page = HtmlService.createHtmlOutputFromFile(name).setWidth(1000).setHeight(680);
  SpreadsheetApp.getUi().showModalDialog(page, pageTitles[name]);
}
