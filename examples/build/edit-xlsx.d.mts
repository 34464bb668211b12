/** A sheet of an opened workbook; rows and columns count from 0. */
export interface OpenedSheet {
  rowNumbers(): number[];
  texts(row: number): [column: number, text: string][];
  text(row: number, column: number): string;
  set(row: number, column: number, value: { readonly text: string } | { readonly number: number } | null): void;
}

export interface OpenedWorkbook {
  readonly titles: readonly string[];
  sheet(title: string): OpenedSheet;
  bytes(): Uint8Array;
}

/** Opens an .xlsx file to set cells in it, for the tests. */
export function openXlsx(bytes: Uint8Array): OpenedWorkbook;
