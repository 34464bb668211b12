/** What the hub spreadsheet shows of the program: its menu. */

/** Caption of an entry and name of the exported function it calls; null draws a line. */
export type MenuEntry = readonly [caption: string, functionName: string] | null;

/** Adds the menu 法治年报. Uses nothing that needs authorisation. */
export function addMenu(entries: readonly MenuEntry[]): void {
  const menu = SpreadsheetApp.getUi().createMenu('法治年报');
  for (const entry of entries) {
    if (entry === null) menu.addSeparator();
    else menu.addItem(...entry);
  }
  menu.addToUi();
}
