/** Lights as shape and word: nobody has to tell colours apart. */
import { lightMeanings, lightWords, type Light } from '../../core/base/state-words';
import { make } from '../parts/make-element';

/** One shape for each light. */
export const lightSigns: Readonly<Record<Light, string>> = { red: '▲', yellow: '◆', blue: '●', green: '■', grey: '○' };

export const lightNames = Object.keys(lightWords) as readonly Light[];

/** `▲ 红`, or with a number `▲ 红 2`. */
export function lightBadge(light: Light, count?: number): HTMLElement {
  const number = count === undefined ? '' : ` ${String(count)}`;
  return make(
    'span',
    { class: `light ${light}` },
    make('span', { 'aria-hidden': 'true' }, `${lightSigns[light]} `),
    lightWords[light] + number,
  );
}

/** What each light says. */
export function lightKey(): HTMLElement {
  const items = lightNames.map((light) => make('li', {}, lightBadge(light), ` ${lightMeanings[light]}`));
  return make('ul', { class: 'key' }, ...items);
}
