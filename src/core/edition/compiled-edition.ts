/** An edition as the build writes it: what is as usual is left out, and is filled in again when it is opened. */
import type { Column } from '../tables/sheet';
import type { DeclaredIndicator, DetailSheet, Edition } from './edition';
import type { SheetName } from './shapes';

/** What a column is unless its line says otherwise. */
export const usualColumn: Omit<Column, 'header' | 'type'> = {
  synonyms: [],
  unit: null,
  required: false,
  open: true,
  width: 12,
  help: '',
  choices: [],
  printedAs: '',
  prefill: '',
};

/** What an indicator is unless its line says otherwise: a sum of counts, judged by nothing. */
export const usualIndicator: Omit<DeclaredIndicator, 'code' | 'name' | 'unit' | 'filledBy' | 'area' | 'help'> = {
  synonyms: [],
  kind: 'count',
  numerator: null,
  denominator: null,
  aggregate: 'sum',
  direction: 'high',
  threshold: null,
  redLine: false,
  minSample: 1,
  basis: '',
  sentence: '',
  onEmpty: 'omit',
  role: null,
};

export type CompiledColumn = Pick<Column, 'header' | 'type'> & Partial<Column>;

/** `spareRows` is null for a form. */
export interface CompiledSheet {
  readonly title: string;
  readonly synonyms: readonly string[];
  readonly help: string;
  readonly spareRows: number | null;
  readonly columns: Readonly<Record<string, CompiledColumn>>;
}

export type CompiledIndicator = Omit<DeclaredIndicator, keyof typeof usualIndicator> & Partial<DeclaredIndicator>;

export interface CompiledEdition extends Omit<Edition, 'sheets' | 'declared' | 'details' | 'indicators'> {
  readonly sheets: Readonly<Record<SheetName, CompiledSheet>>;
  readonly details: readonly (Omit<DetailSheet, 'sheet'> & { readonly sheet: CompiledSheet })[];
  readonly indicators: readonly CompiledIndicator[];
  readonly cellWords: Edition['declared']['words'];
}
