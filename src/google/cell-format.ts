/** The named looks of cells in the words of the Sheets service. */
import { looks, type CellLook, type Style } from '../core/sheets/styles';

type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;
type ColorStyle = GoogleAppsScript.Sheets.Schema.ColorStyle;

const formatTypes = { '@': 'TEXT', 'yyyy-mm-dd': 'DATE', '0%': 'PERCENT', '0.0%': 'PERCENT' } as const;
const alignments = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;
const borderColour = 'BFBFBF';
/** Named in every cell: a file whose fonts lack name or size is shown differently by each program. */
const font = { fontFamily: '宋体', fontSize: 11 } as const;

/** The whole format of a style. */
export function cellFormat(style: Style): CellFormat {
  const look: CellLook = looks[style];
  return {
    ...(look.pattern && { numberFormat: { type: formatTypes[look.pattern], pattern: look.pattern } }),
    ...(look.fill !== undefined && { backgroundColorStyle: rgb(look.fill) }),
    ...(look.align && { horizontalAlignment: alignments[look.align] }),
    ...(look.border === true && { borders: allSides() }),
    textFormat: {
      ...font,
      ...(look.bold === true && { bold: true }),
      ...(look.size !== undefined && { fontSize: look.size }),
      ...(look.colour !== undefined && { foregroundColorStyle: rgb(look.colour) }),
    },
    verticalAlignment: look.top === true ? 'TOP' : 'MIDDLE',
    ...(look.wrap === true && { wrapStrategy: 'WRAP' }),
  };
}

/** A colour from its RRGGBB; four decimals name each of the 256 steps. */
export function rgb(hex: string): ColorStyle {
  const part = (start: number): number => Math.round((parseInt(hex.slice(start, start + 2), 16) / 255) * 1e4) / 1e4;
  return { rgbColor: { red: part(0), green: part(2), blue: part(4) } };
}

function allSides(): GoogleAppsScript.Sheets.Schema.Borders {
  const side = { style: 'SOLID', colorStyle: rgb(borderColour) };
  return { top: side, bottom: side, left: side, right: side };
}
