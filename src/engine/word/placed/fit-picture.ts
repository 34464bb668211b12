/** Puts another picture into the frame of one: its place, size, outline and cut stay as the template has them. */
import type { Fit } from '../../language/special';
import { svgExtension, type Embedded } from '../writing/drawings';

/** Shares of the picture that are cut off at each side; blank edges are negative (ECMA-376 part 1, 20.1.8.55). */
interface Cut {
  readonly l: number;
  readonly t: number;
  readonly r: number;
  readonly b: number;
}

/** Proportions that differ by less are the same to the eye. */
const tolerance = 0.01;

/** `fill` is the `blipFill` element as written, `frame` width by height of what it fills; null where nobody knows. */
export function withPicture(fill: string, picture: Embedded, fit: Fit, frame: number | null): string {
  const shown = fill
    .replace(/(<(?:\w+:)?blip\b[^<>]*?\s\w+:embed=")[^"]*"/u, `$1${picture.id}"`)
    .replace(/\s\w+:link="[^"]*"/u, '');
  const blip = withExtension(shown, picture.svg);
  if (frame === null || fit === '拉伸' || /<(?:\w+:)?tile\b/u.test(blip)) return blip;
  const { l, t, r, b } = sidesOf(blip, 'fillRect');
  const filled = (frame * (1 - l - r)) / (1 - t - b);
  return withCut(blip, fitted(sidesOf(blip, 'srcRect'), picture.width / picture.height / filled, fit));
}

/** Extensions of the old picture (its SVG, what its effects were made from) are none of the new one. */
function withExtension(fill: string, svg: string | null): string {
  const added = svg === null ? '' : svgExtension(svg).replace('r:embed', `xmlns:r="${relationships}" r:embed`);
  const at = /<(\w+:)?blip\b[^<>]*>/u.exec(fill);
  if (!at) return fill;
  const [tag, prefix = ''] = at;
  const end = at.index + tag.length;
  if (tag.endsWith('/>'))
    return `${fill.slice(0, at.index)}${tag.slice(0, -2)}>${added}</${prefix}blip>${fill.slice(end)}`;
  const close = fill.indexOf(`</${prefix}blip>`, end);
  const inner = fill.slice(end, close);
  const list = inner.indexOf(`<${prefix}extLst`);
  return `${fill.slice(0, end)}${list < 0 ? inner : inner.slice(0, list)}${added}${fill.slice(close)}`;
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `srcRect` cuts the picture, `fillRect` what of the frame it fills (20.1.8.30). */
function sidesOf(fill: string, name: 'srcRect' | 'fillRect'): Cut {
  const tag = new RegExp(`<(?:\\w+:)?${name}\\b[^<>]*>`, 'u').exec(fill)?.[0] ?? '';
  const share = (side: string): number => {
    const [, value, percent] = new RegExp(`\\s${side}="(-?[\\d.]+)(%?)`, 'u').exec(tag) ?? [];
    return Number(value ?? 0) / (percent === '%' ? 100 : 100_000);
  };
  return { l: share('l'), t: share('t'), r: share('r'), b: share('b') };
}

/** `ratio`: proportions of the picture by those of its frame. What is cut or left blank is the same at both sides. */
function fitted(cut: Cut, ratio: number, fit: Fit): Cut {
  const [wide, high] = [1 - cut.l - cut.r, 1 - cut.t - cut.b];
  const shown = (ratio * wide) / high;
  if (!(shown > 0) || Math.abs(shown - 1) < tolerance) return cut;
  const narrows = shown > 1 === (fit === '裁剪');
  if (narrows) {
    const more = (wide - high / ratio) / 2;
    return { ...cut, l: cut.l + more, r: cut.r + more };
  }
  const more = (high - wide * ratio) / 2;
  return { ...cut, t: cut.t + more, b: cut.b + more };
}

function withCut(fill: string, cut: Cut): string {
  const sides = Object.entries(cut).flatMap(([side, share]: [string, number]) => {
    const value = Math.round(share * 100_000);
    return value === 0 ? [] : [` ${side}="${String(value)}"`];
  });
  const prefix = /<(\w+:)?blip\b/u.exec(fill)?.[1] ?? '';
  const plain = fill.replace(/<(?:\w+:)?srcRect\b[^<>]*?(?:\/>|><\/(?:\w+:)?srcRect>)/u, '');
  if (sides.length === 0) return plain;
  const rect = `<${prefix}srcRect${sides.join('')}/>`;
  return plain.replace(/(<\/(?:\w+:)?blip>|<(?:\w+:)?blip\b[^<>]*\/>)/u, `$1${rect}`);
}
