/**
 * How long what enters may be: far above anything an office writes, and short enough that looking at it takes no time. Who
 * reads tells what is longer, with its place, and uses nothing of it.
 */

/** In characters. */
export const textLimits = {
  /** Text of a cell: Excel's own limit. */
  cell: 32_767,
  /** All texts of a workbook: many cells may share a long one, so that a small file says more than anybody can read. */
  workbook: 50_000_000,
  /** A number as it is written in a file: the largest there is has 309 digits. */
  number: 400,
  /** Excel takes 31, Google 100. */
  sheetTitle: 255,
  /** A cell's number format: Excel's own limit. */
  formatCode: 255,
  /** One tag of a template. */
  tag: 2000,
  /** Data as JSON, for filling a template or ordering a job. */
  json: 50_000_000,
} as const;

/** Stands for the value of a cell that is longer than it may be. */
export const tooLong = '内容过长';
