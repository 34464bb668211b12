/** The drawings of the board, by Observable Plot. Colours are the page's own, so that light, dark and paper follow by themselves. */
import {
  axisX,
  axisY,
  barX,
  dot,
  lineY,
  plot,
  ruleX,
  text,
  tickX,
  type Markish,
  type PlotOptions,
} from '@observablehq/plot';
import type { CockpitGroup, CockpitIndicator } from '../../contract/cockpit';
import { lightWords, type Light } from '../../core/base/state-words';
import { lightNames, lightSigns } from './light-signs';
import type { Week } from './weeks';

type Drawing = SVGSVGElement | HTMLElement;

const textStyle = { fontSize: '13px', background: 'none' };
/** Of a name that stands beside its bar; a Chinese character is as wide as high. */
const sign = 13;
const ink = 'var(--ink)';

interface Segment {
  readonly name: string;
  readonly light: Light;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

function segmentsOf({ name, lights }: CockpitGroup): readonly Segment[] {
  let from = 0;
  return lightNames.map((light) => {
    const count = lights[light];
    const segment = { name, light, count, from, to: from + count };
    from += count;
    return segment;
  });
}

/** The frame of bars that lie one below the other, each beside its name; `left` is the room for names. */
function barFrame(
  names: readonly string[],
  width: number,
): { readonly left: number; readonly frame: PlotOptions; readonly axis: Markish } {
  const left = nameWidth(names, width);
  const axis = axisY({ tickSize: 0, tickFormat: (name: string) => shortened(name, left) });
  const frame = { width, marginLeft: left, marginTop: 4, style: textStyle, y: { domain: names, label: null } };
  return { left, frame, axis };
}

/** One bar a group, one stretch a light, with its shape and number where there is room; pressing a stretch chooses its tasks. */
export function lightChart(
  groups: readonly CockpitGroup[],
  width: number,
  press: (name: string, light: Light) => void,
): Drawing {
  const segments = groups.flatMap(segmentsOf).filter(({ count }) => count > 0);
  const names = groups.map(({ name }) => name);
  const { left, frame, axis } = barFrame(names, width);
  const most = Math.max(1, ...segments.map(({ to }) => to));
  const room = ({ count }: Segment): number => ((width - left - 20) * count) / most;
  const drawing = plot({
    ...frame,
    height: names.length * 28 + 34,
    marginRight: 16,
    x: { domain: [0, most], label: null, grid: true, tickFormat: 'd', ticks: Math.min(most, 6) },
    marks: [
      axis,
      barX(segments, {
        x1: 'from',
        x2: 'to',
        y: 'name',
        insetLeft: 1,
        fill: ({ light }: Segment) => `var(--${light})`,
        className: 'press',
        title: ({ name, light, count }: Segment) => `${name}：${lightWords[light]} ${String(count)} 项`,
      }),
      text(
        segments.filter((segment) => room(segment) >= 13),
        {
          x: ({ from, to }: Segment) => (from + to) / 2,
          y: 'name',
          text: (segment: Segment) => lightSigns[segment.light] + (room(segment) < 30 ? '' : String(segment.count)),
          fill: 'var(--light-ink)',
          fontWeight: 600,
          pointerEvents: 'none',
        },
      ),
    ],
  });
  // The bars are the only rectangles, in the order of the stretches.
  for (const [index, rect] of drawing.querySelectorAll('rect').entries()) {
    const segment = segments[index];
    if (segment)
      rect.addEventListener('click', () => {
        press(segment.name, segment.light);
      });
  }
  return drawing;
}

/** A number of overdue tasks by how late they are. */
export interface LateBand {
  readonly name: string;
  readonly count: number;
}

export function lateChart(bands: readonly LateBand[], width: number): Drawing {
  const names = bands.map(({ name }) => name);
  const { frame, axis } = barFrame(names, width);
  return plot({
    ...frame,
    height: bands.length * 32 + 10,
    marginRight: 48,
    marginBottom: 4,
    x: { axis: null, domain: [0, Math.max(1, ...bands.map(({ count }) => count))] },
    marks: [
      axis,
      barX(bands, { x: 'count', y: 'name', fill: 'var(--red)' }),
      text(bands, {
        x: 'count',
        y: 'name',
        text: ({ count }: LateBand) => `${String(count)} 项`,
        textAnchor: 'start',
        dx: 5,
        fill: ink,
      }),
    ],
  });
}

const verdictColours = { missed: 'var(--red)', met: 'var(--green)', open: 'var(--grey)' } as const;
/** Twice the standard is as far as a bar goes. */
const farthest = 2;

/** How a value stands to its standard, which is 1; null of what is not known. */
function share(value: number | null, threshold: number): number | null {
  if (value === null) return null;
  if (threshold === 0) return value === 0 ? 1 : farthest;
  return Math.max(0, Math.min(farthest, value / threshold));
}

/** Each against its own standard, which is one line for all; last year's value is a mark on the bar. */
export function standardChart(indicators: readonly CockpitIndicator[], width: number): Drawing {
  const names = indicators.map(({ name }) => name);
  const { frame, axis } = barFrame(names, width);
  return plot({
    ...frame,
    height: names.length * 28 + 30,
    marginRight: 12,
    x: { domain: [0, farthest], label: null },
    marks: [
      axis,
      axisX([0, 1, farthest], { tickFormat: (at: number) => (at === 1 ? '标准' : at === 0 ? '0' : '2 倍及以上') }),
      barX(indicators, {
        x: ({ value, threshold }: CockpitIndicator) => share(value, threshold),
        y: 'name',
        insetTop: 3,
        insetBottom: 3,
        fill: ({ verdict }: CockpitIndicator) => verdictColours[verdict],
        title: ({ name, text: shown, standard }: CockpitIndicator) => `${name}：${shown}，标准${standard}`,
      }),
      ruleX([1], { stroke: ink, strokeWidth: 2 }),
      tickX(indicators, {
        x: ({ lastYear, threshold }: CockpitIndicator) => share(lastYear, threshold),
        y: 'name',
        stroke: ink,
        strokeWidth: 2,
        strokeDasharray: '3 2',
        title: ({ name, lastYearText }: CockpitIndicator) => `${name}：上年 ${lastYearText}`,
      }),
    ],
  });
}

/** One line of the year; weeks without a run are gaps in it. */
export interface WeekLine {
  readonly name: string;
  readonly colour: string;
  readonly unit: string;
  readonly of: (week: Week) => number | null;
}

export function weekChart(weeks: readonly Week[], { colour, unit, of }: WeekLine, width: number): Drawing {
  const at = ({ day }: Week): Date => new Date(`${day}T00:00:00Z`);
  const most = Math.max(1, ...weeks.map((week) => of(week) ?? 0));
  const title = (week: Week): string => `${week.snapshot?.day ?? ''}：${String(of(week) ?? '—')}${unit}`;
  return plot({
    width,
    height: 150,
    marginLeft: 44,
    marginRight: 14,
    style: textStyle,
    x: {
      type: 'utc',
      label: null,
      tickFormat: (day: Date) => `${String(day.getUTCMonth() + 1)}月`,
      ticks: Math.max(2, Math.min(12, width / 60)),
    },
    y: {
      domain: [0, unit === '%' ? 100 : most],
      label: null,
      grid: true,
      ticks: 4,
      tickFormat: (value: number) => `${String(value)}${unit === '%' ? '%' : ''}`,
    },
    marks: [
      lineY(weeks, { x: at, y: of, stroke: colour, strokeWidth: 2 }),
      dot(weeks, { x: at, y: of, fill: colour, r: 3, title }),
    ],
  });
}

/** A third of the width at most. */
function nameWidth(names: readonly string[], width: number): number {
  const longest = Math.max(0, ...names.map(lengthOf));
  return Math.ceil(Math.min(longest * sign + 14, width * 0.38));
}

/** In characters of full width. */
function lengthOf(name: string): number {
  return Array.from(name).reduce((sum, character) => sum + (character < '\u0100' ? 0.6 : 1), 0);
}

function shortened(name: string, room: number): string {
  const most = Math.floor((room - 12) / sign);
  return lengthOf(name) <= most
    ? name
    : `${Array.from(name)
        .slice(0, most - 1)
        .join('')}…`;
}
