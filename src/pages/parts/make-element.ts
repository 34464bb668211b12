/** Makes elements of a page. Texts become text nodes: nothing a department wrote is ever read as HTML. */

/** Values of attributes; `true` stands for an attribute without a value, `false` for none. */
type Attributes = Readonly<Record<string, string | boolean>>;
type Child = Node | string | null;

/** An element with its attributes and children; null children are left out. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button that does something once per press: while `work` is going on, it takes no further one. */
export function makeButton(caption: string, work: () => Promise<void> | void, look = ''): HTMLButtonElement {
  const button = make('button', { type: 'button', class: look }, caption);
  button.addEventListener('click', () => {
    void pressOnce(button, work);
  });
  return button;
}

/** The button stays where it is and keeps the focus: a disabled one would lose it. */
async function pressOnce(button: HTMLButtonElement, work: () => Promise<void> | void): Promise<void> {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    await work();
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

/** What a person is asked before something that cannot be taken back: the second button and the words above it. */
interface Question {
  readonly sure: string;
  readonly warning: string;
}

/** A button that asks before it does its work; `otherwise` follows where the person does not want it. */
export function makeSureButton(
  caption: string,
  { sure, warning }: Question,
  work: () => Promise<void>,
  otherwise: () => Promise<void> | void,
): HTMLElement {
  const place = make('div', { class: 'buttons' });
  const ask = makeButton(caption, () => {
    const yes = makeButton(sure, work, 'main');
    place.replaceChildren(make('p', { role: 'status' }, warning), yes, makeButton('先不做', otherwise));
    yes.focus();
  });
  place.append(ask);
  return place;
}

/** Nobody reads more lines of one table on a page; the sheet has them all. */
export const mostLines = 300;

/** TableColumns of a table: the header and what stands in the cells. */
export type TableColumns<T> = Readonly<Record<string, (row: T) => Node | string>>;

/** A table with a caption; the first column heads its row. */
export function makeTable<T>(caption: string, columns: TableColumns<T>, rows: readonly T[]): HTMLElement {
  const heads = Object.keys(columns).map((name) => make('th', { scope: 'col' }, name));
  const lines = rows.map((row) =>
    make(
      'tr',
      {},
      ...Object.values(columns).map((cell, index) =>
        index === 0 ? make('th', { scope: 'row' }, cell(row)) : make('td', {}, cell(row)),
      ),
    ),
  );
  const table = make(
    'table',
    {},
    make('caption', {}, caption),
    make('thead', {}, make('tr', {}, ...heads)),
    make('tbody', {}, ...lines),
  );
  return make('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption }, table);
}

/** A section with a heading. */
export function makeSection(heading: string, ...children: readonly Child[]): HTMLElement {
  return make('section', {}, make('h2', {}, heading), ...children);
}
