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
    box.replaceChildren(withoutStyle(draw(width)));
  });
  observer.observe(box);
  return box;
}

/** A style inside the drawing would be refused by the page's own rules on where styles come from; page.css has its lines. */
export function withoutStyle<E extends Element>(drawing: E): E {
  for (const style of drawing.querySelectorAll('style')) style.remove();
  return drawing;
}
