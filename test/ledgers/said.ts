/** Values as people write them, with what they say. */
import { dateCell } from '../core/grid-builder';
import type { Draw, Said } from './ledger-sheet';

const two = (number: number): string => String(number).padStart(2, '0');

/** The same day as people write it; of ranges the first day counts, or the last where something was done; of ten days and months the last. */
export function daySaid(draw: Draw, isDone = false): Said {
  const [month, day] = [draw.below(12) + 1, draw.below(26) + 1];
  const [m, d] = [String(month), String(day)];
  const iso = `2022-${two(month)}-${two(day)}`;
  const rangeTo = (more: number): string => (isDone ? `2022-${two(month)}-${two(day + more)}` : iso);
  const last = String(new Date(Date.UTC(2022, month, 0)).getUTCDate());
  return draw.of<Said>([
    [iso, iso],
    [dateCell(iso), iso],
    [`2022.${m}.${d}`, iso],
    [`2022年${m}月${d}日`, iso],
    [`2022/${m}/${d}`, iso],
    [`${m}月${d}日`, iso],
    [`${m}月${d}日至${String(day + 1)}日`, rangeTo(1)],
    [`2022年${m}月${d}日-${String(day + 2)}日`, rangeTo(2)],
    [`2022.${m}.${d}-${m}.${String(day + 1)}`, rangeTo(1)],
    [`2022年${m}月${d}日（周六）`, iso],
    [`2022年${m}月${d}日上午`, iso],
    [`22.${m}.${d}`, iso],
    [`${m}月上旬`, `2022-${two(month)}-10`],
    [`2022年${m}月下旬`, `2022-${two(month)}-${last}`],
    [`2022年${m}月`, `2022-${two(month)}-${last}`],
    ['2022-09-31', null],
    ['近期', null],
  ]);
}

export function numberSaid(draw: Draw, unit: string, most = 40): Said {
  const number = draw.below(most) + 1;
  const text = String(number);
  const wide = text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return draw.of<Said>([
    [number, text],
    [number, text],
    [`${text}${unit}`, text],
    [text, text],
    [wide, text],
  ]);
}

export function peopleSaid(draw: Draw): Said {
  const hundreds = String((draw.below(9) + 1) * 100);
  return draw.of<Said>([
    ...([
      [Number(hundreds), hundreds],
      [`${hundreds}余人`, hundreds],
      [`约${hundreds}人`, hundreds],
    ] as const),
    ...([
      [`近${hundreds}`, hundreds],
      [`${hundreds}人次`, hundreds],
      [`${hundreds}-900余`, null],
      ['若干', null],
    ] as const),
  ]);
}

export function hoursSaid(draw: Draw): Said {
  return draw.of<Said>([
    ...([
      [4, '4'],
      ['8学时', '8'],
      ['半天', '4'],
      ['一天', '8'],
      ['一个半小时', '1.5'],
    ] as const),
    ...([
      ['4h', '4'],
      [3.5, '3.5'],
      ['2小时', '2'],
      ['8学时/人', '8'],
      ['3-4', null],
    ] as const),
  ]);
}

export function yesSaid(draw: Draw): Said {
  return draw.of<Said>([
    ['是', 'true'],
    ['√', 'true'],
    ['否', 'false'],
    ['×', 'false'],
  ]);
}

export function textSaid(draw: Draw, list: readonly string[]): Said {
  const text = draw.of(list);
  return [text, text];
}
