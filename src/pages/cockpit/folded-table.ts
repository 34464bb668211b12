/** A table below its drawing, made when somebody unfolds it: those of sixty departments are most of a page's elements. */
import { make } from '../parts/make-element';

export function foldedTable(table: () => HTMLElement): HTMLElement {
  const details = make('details', {}, make('summary', {}, '以表格查看'));
  details.addEventListener(
    'toggle',
    () => {
      details.append(table());
    },
    { once: true },
  );
  return details;
}
