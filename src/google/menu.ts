/** The menu in the hub spreadsheet and the dialog that shows what a job did. */

/** Adds the menu 法治年报; entries are caption and name of an exported function. Uses nothing that needs authorisation. */
export function addMenu(entries: readonly (readonly [caption: string, functionName: string])[]): void {
  const menu = SpreadsheetApp.getUi().createMenu('法治年报');
  for (const [caption, functionName] of entries) menu.addItem(caption, functionName);
  menu.addToUi();
}

/** Shows a text to the person at the menu. */
export function showText(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}
