/** What an edition knows, read from its tables by a reader of our own: lines of indicators, relations, sheets and words. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One line of indicators.tsv; formulas and thresholds as they are written, empty for none. */
export interface Line {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: '数量' | '比率' | '金额' | '是否';
  readonly filledBy: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly aggregate: string;
  readonly lowIsGood: boolean;
  readonly threshold: string;
  /** 法定, 参照 or 内部. */
  readonly standing: string;
  readonly redLine: boolean;
  /** Empty for none. */
  readonly aloneAt: string;
  readonly aloneCases: number;
  readonly minSample: number;
  readonly area: string;
  readonly isCompletion: boolean;
  /** It fills up while the year goes on: what happens, or a rate that is full at its end. */
  readonly fillsUp: boolean;
  /** 无数据时＝可不填: no error while nobody has filled it in. */
  readonly mayBeBlank?: boolean;
  /** The sentence of the hub for it, where it has one of its own. */
  readonly sentence?: string;
}

/** One line of relations.tsv that keeps figures out of the report. */
export interface Relation {
  readonly left: readonly string[];
  readonly isSum: boolean;
  readonly right: readonly string[];
  readonly carried: string;
}

/** A figure that the rows of an own table add up to; conditions as they are written. */
export interface ShareRule {
  readonly code: string;
  readonly sheet: string;
  /** Headers of what is multiplied; none where rows are counted. */
  readonly factors: readonly string[];
  readonly conditions: readonly string[];
  readonly saysZero: boolean;
  /** A typed figure that differs from the rows is not believed, and neither are they. */
  readonly isTotal: boolean;
}

/** A row of a table by its column names. */
export type TableRow = Readonly<Record<string, string>>;

export interface Rules {
  readonly words: {
    readonly name: string;
    /** The kind of organ. */
    readonly organ: string;
    readonly group: string;
    readonly everybody: string;
    readonly nobody: string;
  };
  readonly lines: readonly Line[];
  readonly relations: readonly Relation[];
  /** In the order of the report. */
  readonly areas: readonly TableRow[];
  /** Section of a task. */
  readonly sections: readonly string[];
  /** Sections that somebody must write. */
  readonly required: readonly string[];
  /** Key of a sheet → its title. */
  readonly titles: ReadonlyMap<string, string>;
  /** Key of a sheet → field → header, in their order. */
  readonly headers: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The whole numbers of 设置 that formulas may name, by their header. */
  readonly settings: readonly string[];
  /** Code → label in the form of the group; empty where an edition has no such form. */
  readonly form: { readonly sheet: string; readonly labels: ReadonlyMap<string, string> };
  /** The own tables of an edition, and whom they are made for. */
  readonly details: readonly { readonly sheet: string; readonly forGroup: boolean }[];
  /** How figures follow from the rows of those tables. */
  readonly shares: readonly ShareRule[];
}

const root = resolve('src/editions');

/** The rows of a table of an edition: the common ones, each replaced by the edition's own of the same key. */
function rowsOf({ edition, filled }: Source, table: string, keys: readonly string[]): readonly TableRow[] {
  return plainRows(edition, table, keys).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, filled(cell)])),
  );
}

/** An edition in an office of one kind: its tables name words in braces. */
interface Source {
  readonly edition: string;
  readonly filled: (cell: string) => string;
}

function plainRows(edition: string, table: string, keys: readonly string[]): readonly TableRow[] {
  const keyOf = (row: TableRow): string => keys.map((key) => row[key] ?? '').join(' ');
  const own = readTable(join(root, edition, `${table}.tsv`));
  const shared = readTable(join(root, 'common', `${table}.tsv`));
  const replacing = new Map(own.map((row) => [keyOf(row), row]));
  const taken = new Set(shared.map(keyOf));
  return [...shared.map((row) => replacing.get(keyOf(row)) ?? row), ...own.filter((row) => !taken.has(keyOf(row)))];
}

/** Which organ an office is, and the last character of the name of the level above it. */
export interface OfficeKind {
  readonly kind: string;
  readonly above: string;
}

/** What the words in braces are in such an organ: the line that names its kind or level goes before the others. */
function wordsFor(edition: string, { kind, above }: OfficeKind): Source['filled'] {
  const all = [edition, 'common'].flatMap((folder) => readTable(join(root, folder, 'words.tsv')));
  const has = (cell: string | undefined, word: string): boolean => cell?.split('、').includes(word) ?? false;
  const said = (word: string): string => {
    const rows = all.filter((row) => row['词'] === word);
    const own = rows.find((row) => has(row['机关类型'], kind)) ?? rows.find((row) => has(row['上级'], above));
    const [usual] = rows.filter((row) => row['机关类型'] === '' && row['上级'] === '');
    return (own ?? usual)?.['用词'] ?? `{${word}}`;
  };
  const once = (cell: string): string => cell.replace(/(?<!\{)\{([^{}]+)\}(?!\})/gu, (_, word: string) => said(word));
  return (cell) => once(once(once(cell)));
}

/** The organ an edition is usually made in, below the level that is usual for it, where no other is asked for. */
function officeKind(edition: string, wanted: Partial<OfficeKind>): OfficeKind {
  const usual = plainRows(edition, 'edition', ['项']).find((row) => row['项'] === '机关类型')?.['值'] ?? '';
  const kind = wanted.kind ?? usual;
  const row = plainRows(edition, 'organs', ['机关类型']).find((one) => one['机关类型'] === kind);
  return { kind, above: wanted.above ?? row?.['上级']?.split('、')[0] ?? '' };
}

const tables = new Map<string, readonly TableRow[]>();

/** Each file once. */
function readTable(path: string): readonly TableRow[] {
  const known = tables.get(path) ?? readRows(path);
  tables.set(path, known);
  return known;
}

function readRows(path: string): readonly TableRow[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split(/\r?\n/u);
  const [header = '', ...rows] = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const columns = header.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, (cells[index] ?? '').trim()]));
  });
}

const read = new Map<string, Rules>();

/** The rules of the edition in the folder of that name, for an organ of that kind; what it does not have is not in them. */
export function rulesOf(edition: string, wanted: Partial<OfficeKind> = {}): Rules {
  const office = officeKind(edition, wanted);
  const key = [edition, office.kind, office.above].join(' ');
  const known = read.get(key) ?? readRules(edition, office);
  read.set(key, known);
  return known;
}

function readRules(edition: string, office: OfficeKind): Rules {
  const source = { edition, filled: wordsFor(edition, office) };
  const organ = rowsOf(source, 'organs', ['机关类型']).find((row) => row['机关类型'] === office.kind);
  const isThere = (name: string): boolean => !listed(organ?.['没有'] ?? '', '、').includes(name);
  const words = new Map(rowsOf(source, 'edition', ['项']).map((row) => [row['项'] ?? '', row['值'] ?? '']));
  const columns = rowsOf(source, 'columns', ['表', '字段']);
  const details = rowsOf(source, 'details', ['表']);
  const form = details.find((row) => row['种类'] === '表单')?.['表'] ?? '';
  return {
    words: {
      name: words.get('名称') ?? '',
      organ: office.kind,
      group: words.get('分组') ?? '',
      everybody: words.get('全体') ?? '',
      nobody: words.get('无人填') ?? '',
    },
    lines: rowsOf(source, 'indicators', ['编码'])
      .map(lineOf)
      .filter(({ code }) => isThere(code)),
    relations: rowsOf(source, 'relations', ['左', '关系', '右', '级别'])
      .filter((row) => row['级别'] === '错误')
      .map(relationOf),
    areas: rowsOf(source, 'areas', ['薄弱类别']),
    sections: rowsOf(source, 'sections', ['章节'])
      .filter((row) => row['用于']?.split('、').includes('任务'))
      .map((row) => row['章节'] ?? ''),
    required: rowsOf(source, 'sections', ['章节'])
      .filter((row) => row['用于']?.split('、').includes('必写'))
      .map((row) => row['章节'] ?? ''),
    titles: new Map(rowsOf(source, 'sheets', ['表']).map((row) => [row['表'] ?? '', row['标题'] ?? ''])),
    headers: headersOf(columns),
    settings: columns
      .filter((row) => row['表'] === 'settings' && row['类型'] === '整数' && row['必填'] === '是')
      .map((row) => row['表头'] ?? '')
      .filter((header) => header !== '报告年度' && isThere(header)),
    form: {
      sheet: form,
      labels: new Map(rowsOf(source, 'lines', ['表', '列']).map((row) => [row['指标'] ?? '', row['列'] ?? ''])),
    },
    details: details
      .filter((row) => row['种类'] === '表格')
      .map((row) => ({ sheet: row['表'] ?? '', forGroup: row['给谁'] === '分组' })),
    shares: rowsOf(source, 'shares', ['指标', '表']).map(shareOf),
  };
}

/** Units of what happens, so that a year has more of it than half a year. */
const happening = '场 场次 次 期 件 起 宗 件次 人次 份 册 条 学时'.split(' ');

function lineOf(row: TableRow): Line {
  const cell = (name: string): string => row[name] ?? '';
  const kind = cell('类型');
  return {
    code: cell('编码'),
    name: cell('指标名称'),
    unit: cell('单位'),
    kind: kind === '比率' || kind === '金额' || kind === '是否' ? kind : '数量',
    filledBy: cell('填报单位'),
    numerator: cell('分子'),
    denominator: cell('分母'),
    aggregate: cell('汇总方式') || '合计',
    lowIsGood: cell('方向') === '低好',
    threshold: cell('阈值'),
    standing: cell('性质') || '内部',
    redLine: cell('单项即弱') === '是',
    aloneAt: cell('单列界限'),
    aloneCases: Number(cell('单列件数') || '1'),
    minSample: Number(cell('最小样本') || '1'),
    area: cell('薄弱类别'),
    isCompletion: cell('角色') === '完成率',
    fillsUp: cell('角色') === '全年' || (kind !== '比率' && happening.includes(cell('单位'))),
    mayBeBlank: cell('无数据时') === '可不填',
    ...(cell('报告句') === '' ? {} : { sentence: cell('报告句') }),
  };
}

function shareOf(row: TableRow): ShareRule {
  return {
    code: row['指标'] ?? '',
    sheet: row['表'] ?? '',
    factors: listed(row['相乘的列'] ?? '', '、'),
    conditions: listed(row['条件'] ?? '', '；'),
    saysZero: row['说零'] === '是',
    isTotal: row['总数'] === '是',
  };
}

function listed(text: string, mark: string): readonly string[] {
  return text.split(mark).filter((part) => part !== '');
}

function relationOf(row: TableRow): Relation {
  return {
    left: listed(row['左'] ?? '', '+'),
    isSum: row['关系'] === '=',
    right: listed(row['右'] ?? '', '+'),
    carried: row['结转'] ?? '',
  };
}

/** The columns of a sheet in any order that keeps each table together: readers go by the header. */
function headersOf(columns: readonly TableRow[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const headers = new Map<string, Map<string, string>>();
  for (const row of columns) {
    const sheet = headers.get(row['表'] ?? '') ?? new Map<string, string>();
    headers.set(row['表'] ?? '', sheet.set(row['字段'] ?? '', row['表头'] ?? ''));
  }
  return headers;
}
