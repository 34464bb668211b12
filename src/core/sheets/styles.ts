/** The looks of cells, by name: few, quiet, the same in every workbook. Colours are RRGGBB. */

/** How a cell looks. Absent members are the spreadsheet's defaults. */
export interface CellLook {
  readonly bold?: boolean;
  /** In points. */
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  /** Long text runs over several lines. */
  readonly wrap?: boolean;
  readonly border?: boolean;
  /** Begins at the upper edge, for texts that no row is high enough for. */
  readonly top?: boolean;
  /** A number format; `@` keeps what is typed as text. */
  readonly pattern?: '@' | 'yyyy-mm-dd' | '0%' | '0.0%';
}

const bordered = { border: true, wrap: true } as const;
/** Cells people fill in. */
const open = { ...bordered, fill: 'FFF8DC' } as const;
/** Cells that were filled in beforehand or computed. */
const locked = { ...bordered, colour: '404040' } as const;

export const looks = {
  title: { bold: true, size: 16 },
  help: { colour: '7F7F7F', size: 10 },
  'help-wrapped': { colour: '7F7F7F', size: 10, wrap: true },
  subtitle: { bold: true, size: 12 },
  note: { wrap: true },
  header: { ...bordered, bold: true, fill: 'DCE6F1', align: 'center' },
  label: { ...bordered, bold: true, fill: 'F2F2F2' },
  hint: { ...bordered, colour: '7F7F7F', size: 10 },
  strong: { ...bordered, bold: true },
  plain: {},
  'open-text': open,
  'open-raw': { ...open, pattern: '@' },
  'open-word': { ...open, align: 'center' },
  'open-number': { ...open, align: 'right' },
  'open-day': { ...open, align: 'center', pattern: 'yyyy-mm-dd' },
  'open-percent': { ...open, align: 'right', pattern: '0%' },
  'open-entry': { ...open, align: 'left' },
  'open-entry-day': { ...open, align: 'left', pattern: 'yyyy-mm-dd' },
  'locked-entry': { ...locked, align: 'left' },
  'locked-text': locked,
  'locked-long': { ...locked, top: true },
  'locked-raw': { ...locked, pattern: '@' },
  'locked-word': { ...locked, align: 'center' },
  'locked-number': { ...locked, align: 'right' },
  'locked-day': { ...locked, align: 'center', pattern: 'yyyy-mm-dd' },
  'locked-percent': { ...locked, align: 'right', pattern: '0.0%' },
} as const satisfies Record<string, CellLook>;

export type Style = keyof typeof looks;

/** Fills of the colour rules. */
export const lightColours = {
  green: 'D8EBD3',
  blue: 'D6E6F5',
  yellow: 'FFEFB5',
  red: 'F8D0CC',
  grey: 'E3E3E3',
} as const;

/** Colours of the sheets' tabs: filled in by people, kept by the office, made by the program. */
export const tabColours = { fill: 'F2C94C', office: '5B84B1', program: '8A8A8A' } as const;
