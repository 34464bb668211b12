/** What a value can print beside plain text. Only documents show it; a plain text prints the value's text instead. */

/** A stretch of text with a look of its own; `colour` is RRGGBB, empty for the template's. */
export interface RichRun {
  readonly text: string;
  readonly bold: boolean;
  readonly colour: string;
}

/** The values of a series of a chart, one for each name; null leaves a gap. */
interface ChartSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** What a picture does that has not the proportions of the frame it is put into: it is cut, has blank edges, or is stretched. */
export type Fit = '裁剪' | '留白' | '拉伸';

export type Special =
  | { readonly kind: 'rich'; readonly runs: readonly RichRun[] }
  /** `width` in centimetres, 0 for the picture's own. */
  | {
      readonly kind: 'picture';
      readonly path: string;
      readonly width: number;
      readonly alt: string;
      readonly fit: Fit;
    }
  /** Width and height in centimetres. */
  | {
      readonly kind: 'chart';
      readonly form: 'bar' | 'line' | 'pie';
      readonly title: string;
      /** What the names and the values are called in the workbook behind the chart. */
      readonly label: string;
      readonly names: readonly string[];
      readonly series: readonly ChartSeries[];
      readonly width: number;
      readonly height: number;
    }
  /** All that stands in another document. */
  | { readonly kind: 'document'; readonly path: string }
  | { readonly kind: 'page-break' }
  /** A table of contents. */
  | { readonly kind: 'contents' }
  /** The cell has this colour behind its text, RRGGBB; empty for none. */
  | { readonly kind: 'shade'; readonly colour: string }
  /** Equal neighbours in this cell's column become one cell. */
  | { readonly kind: 'merge-equal' };
