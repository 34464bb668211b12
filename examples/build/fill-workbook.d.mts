import type { OpenedWorkbook } from './edit-xlsx.mjs';

/** Puts text data into a workbook that `init` made, for the tests: title → records by header. */
export function fillWorkbook(
  workbook: OpenedWorkbook,
  tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>,
): void;

/** What a person's typing becomes in a cell. */
export function typedValue(text: string): { readonly text: string } | { readonly number: number } | null;
