/** A place for a chart: drawn as wide as it is, again when that changes, with one sentence for those who do not see it. */
import { make } from '../parts/make-element';

/** What a chart is drawn by. */
export type DrawChart = (width: number) => SVGSVGElement | HTMLElement;

/** `label`: what the chart shows, in one sentence. */
export function chartBox(label: string, draw: DrawChart): HTMLElement {
  const box = make('div', { class: 'chart', role: 'img', 'aria-label': label });
  let drawn = 0;
  const observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === 0 || width === drawn) return;
    drawn = width;
    box.replaceChildren(asPicture(draw(width)));
  });
  observer.observe(box);
  return box;
}

/**
 * The drawing as one picture: its box has the words for it, names of its parts are nobody's. A style inside it would be refused
 * by the page's own rules on where styles come from; the page's style sheet has its lines.
 */
export function asPicture<E extends Element>(drawing: E): E {
  for (const style of drawing.querySelectorAll('style')) style.remove();
  for (const part of drawing.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return drawing;
}
