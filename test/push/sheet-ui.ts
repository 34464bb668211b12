/** The person in front of the hub spreadsheet: what the menu offers them and what they are shown. */

type Ui = GoogleAppsScript.Base.Ui;
type Menu = GoogleAppsScript.Base.Menu;

export interface SheetUi {
  readonly ui: Partial<Ui>;
  /** Caption and function of every entry of every menu that was added, in order. */
  readonly entries: [caption: string, functionName: string][];
  /** Title and text of every dialog and every alert. */
  readonly shown: { readonly title: string; readonly text: string }[];
}

export function makeSheetUi(): SheetUi {
  const entries: SheetUi['entries'] = [];
  const shown: SheetUi['shown'] = [];
  const show = (page: GoogleAppsScript.HTML.HtmlOutput, title: string): void => {
    shown.push({ title, text: page.getContent() });
  };
  const ui = {
    ButtonSet: { OK: 0 },
    createMenu: () => menuOf(entries),
    alert: (...texts: readonly unknown[]) => {
      const [title, text = title] = texts.map(String);
      shown.push({ title: String(title), text: String(text) });
    },
    showModalDialog: show,
    showModelessDialog: show,
    showSidebar: (page: GoogleAppsScript.HTML.HtmlOutput) => {
      show(page, '侧栏');
    },
  };
  return { ui: ui as unknown as Partial<Ui>, entries, shown };
}

/** Entries count once the menu is added. */
function menuOf(entries: SheetUi['entries']): Menu {
  const own: SheetUi['entries'] = [];
  const menu = {
    addItem: (caption: string, functionName: string) => {
      own.push([caption, functionName]);
      return menu;
    },
    addSeparator: () => menu,
    addToUi: () => {
      entries.push(...own);
    },
  };
  return menu as unknown as Menu;
}
