/**
 * An edition as the build writes it, short for the start of the script: a line is the values each line has, in order, and what
 * is unusual about it by name; a sheet or column that is as in the first edition is not written again.
 */
import type { Column } from '../tables/sheet';
import type { CellWords } from '../cells/readings';
import type { DeclaredIndicator, DetailSheet, Edition, Relation, WeaknessWords } from './edition';
import type { RawDepartment, RawTask } from './worded-edition';

/** What a kind of line has: the order of its values, and what the others are unless the line says otherwise. */
export interface LineForm<T> {
  readonly order: readonly (keyof T & string)[];
  readonly usual: Partial<T>;
}

const columns: LineForm<Column> = {
  order: ['header', 'type', 'width', 'help'],
  usual: {
    synonyms: [],
    usages: [],
    unit: null,
    required: false,
    open: true,
    choices: [],
    choiceUsages: {},
    isRanked: false,
    whenAbsent: '',
    standIns: [],
    list: null,
    printedAs: '',
    prefill: '',
  },
};

/** A sum of counts, judged by nothing, unless its line says otherwise. */
const indicators: LineForm<DeclaredIndicator> = {
  order: ['code', 'name', 'unit', 'filledBy', 'area', 'help'],
  usual: {
    synonyms: [],
    usages: [],
    kind: 'count',
    numerator: null,
    denominator: null,
    aggregate: 'sum',
    direction: 'high',
    threshold: null,
    standing: 'own',
    redLine: false,
    aloneAt: null,
    aloneCases: 1,
    minSample: 1,
    basis: '',
    sentence: '',
    onEmpty: 'omit',
    role: null,
  },
};

const relations: LineForm<Relation> = {
  order: ['left', 'relation', 'right', 'level'],
  usual: { carried: null, unless: [] },
};

const weaknesses: LineForm<WeaknessWords> = {
  order: ['code', 'problem', 'figures', 'cause', 'action', 'lead', 'plan', 'marks'],
  usual: {},
};

const departments: LineForm<RawDepartment> = {
  order: ['id', 'name', 'aliases', 'kind', 'inGroup', 'roles'],
  usual: { organs: [] },
};

const tasks: LineForm<RawTask> = {
  order: ['id', 'section', 'title', 'lead', 'deadline', 'measure', 'indicator'],
  usual: { organs: [] },
};

/** The forms of the lines that stand in great numbers. */
export const lineForms = { columns, indicators, relations, weaknesses, departments, tasks };

/** Values in the order of the form, and an object with what is unusual if anything is. */
export type CompiledLine = readonly unknown[];

/** In an edition after the first, 0 stands for a column that is as there. */
export interface CompiledSheet {
  readonly kind: 'table' | 'form';
  readonly title: string;
  readonly synonyms: readonly string[];
  readonly usages: readonly string[];
  readonly help: string;
  readonly columns: Readonly<Record<string, CompiledLine | 0>>;
}

/** In an edition after the first, 0 stands for a sheet that is as there. */
type CompiledSheets = Readonly<Record<string, CompiledSheet | 0>>;

export interface CompiledEdition extends Omit<
  Edition,
  'sheets' | 'declared' | 'organ' | 'details' | 'own' | 'publicRules' | Exclude<keyof typeof lineForms, 'columns'>
> {
  readonly sheets: CompiledSheets;
  /** In an edition after the first, 0 stands for those there. */
  readonly publicRules: Edition['publicRules'] | 0;
  readonly details: readonly (Omit<DetailSheet, 'sheet'> & { readonly sheet: CompiledSheet })[];
  readonly indicators: readonly CompiledLine[];
  readonly relations: readonly CompiledLine[];
  readonly weaknesses: readonly CompiledLine[];
  readonly departments: readonly CompiledLine[];
  readonly tasks: readonly CompiledLine[];
  readonly cellWords: CellWords;
}
