/** The pages over the hub spreadsheet: HTML files pushed beside the code, each made by the build from `src/pages`. */

/** Names of the pages, as their files are called. */
export type PageName =
  | 'page-set-up'
  | 'page-departments'
  | 'page-check'
  | 'page-report'
  | 'page-remind'
  | 'page-timer'
  | 'page-template'
  | 'page-dashboard'
  | 'page-about';

/** Opens a page as a dialog. Closing it does not stop what it started. */
export function showPage(name: PageName, title: string): void {
  const page = HtmlService.createHtmlOutputFromFile(name).setWidth(900).setHeight(640);
  SpreadsheetApp.getUi().showModalDialog(page, title);
}
