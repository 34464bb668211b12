/**
 * Holds recorded calls against the types Google publishes for its REST interfaces: each becomes a literal of its type, so
 * that a field Google does not know is an error of the compiler, and each mask of fields a path through the types.
 */
import { join } from 'node:path';
import ts from 'typescript';
import { maskPaths, parseFieldMask } from '../../src/local/services/field-mask';
import type { RecordedCall } from './recorded-calls';

const root = join(__dirname, '../..');
/** Stands nowhere on disk. */
const fileName = join(root, 'test/recorded-calls.ts');

interface Published {
  /** The type of the parameters, and the type its mask `fields` is about. */
  readonly type: string;
  readonly root: string;
  /** Apps Script's arguments as the parameters of the REST call; contents of files are left out. */
  readonly parameters: (...args: readonly unknown[]) => object;
}

const files = 'drive_v3.Params$Resource$Files$';
const spreadsheets = 'sheets_v4.Params$Resource$Spreadsheets$';
const documents = 'docs_v1.Params$Resource$Documents$';
const file = 'drive_v3.Schema$File';

const published: Readonly<Record<string, Published>> = {
  'Sheets.Spreadsheets.get': {
    type: `${spreadsheets}Get`,
    root: 'sheets_v4.Schema$Spreadsheet',
    parameters: (spreadsheetId, options) => ({ spreadsheetId, ...(options as object) }),
  },
  'Sheets.Spreadsheets.batchUpdate': {
    type: `${spreadsheets}Batchupdate`,
    root: 'sheets_v4.Schema$BatchUpdateSpreadsheetResponse',
    parameters: (requestBody, spreadsheetId) => ({ spreadsheetId, requestBody }),
  },
  'Sheets.Spreadsheets.Values.get': {
    type: `${spreadsheets}Values$Get`,
    root: 'sheets_v4.Schema$ValueRange',
    parameters: (spreadsheetId, range, options) => ({ spreadsheetId, range, ...(options as object) }),
  },
  'Drive.Files.list': {
    type: `${files}List`,
    root: 'drive_v3.Schema$FileList',
    parameters: (options) => ({ ...(options as object) }),
  },
  'Drive.Files.get': {
    type: `${files}Get`,
    root: file,
    parameters: (fileId, options) => ({ fileId, ...(options as object) }),
  },
  'Drive.Files.create': {
    type: `${files}Create`,
    root: file,
    parameters: (requestBody, _, options) => ({ requestBody, ...(options as object) }),
  },
  'Drive.Files.update': {
    type: `${files}Update`,
    root: file,
    parameters: (requestBody, fileId, _, options) => ({ requestBody, fileId, ...(options as object) }),
  },
  'Drive.Files.copy': {
    type: `${files}Copy`,
    root: file,
    parameters: (requestBody, fileId, options) => ({ requestBody, fileId, ...(options as object) }),
  },
  'Docs.Documents.get': {
    type: `${documents}Get`,
    root: 'docs_v1.Schema$Document',
    parameters: (documentId, options) => ({ documentId, ...(options as object) }),
  },
  'Docs.Documents.batchUpdate': {
    type: `${documents}Batchupdate`,
    root: 'docs_v1.Schema$BatchUpdateDocumentResponse',
    parameters: (requestBody, documentId) => ({ documentId, requestBody }),
  },
  'Drive.Permissions.list': {
    type: 'drive_v3.Params$Resource$Permissions$List',
    root: 'drive_v3.Schema$PermissionList',
    parameters: (fileId, options) => ({ fileId, ...(options as object) }),
  },
  'Drive.Permissions.create': {
    type: 'drive_v3.Params$Resource$Permissions$Create',
    root: 'drive_v3.Schema$Permission',
    parameters: (requestBody, fileId, options) => ({ requestBody, fileId, ...(options as object) }),
  },
  'Drive.Files.export': {
    type: `${files}Export`,
    root: file,
    parameters: (fileId, mimeType, options) => ({ fileId, mimeType, ...(options as object) }),
  },
};

/** What the mask of a request of batchUpdate is about. */
const maskedByRequest: Readonly<Record<string, string>> = {
  updateCells: 'sheets_v4.Schema$CellData',
  repeatCell: 'sheets_v4.Schema$CellData',
  updateSheetProperties: 'sheets_v4.Schema$SheetProperties',
  updateDimensionProperties: 'sheets_v4.Schema$DimensionProperties',
  updateSpreadsheetProperties: 'sheets_v4.Schema$SpreadsheetProperties',
  updateTextStyle: 'docs_v1.Schema$TextStyle',
  updateParagraphStyle: 'docs_v1.Schema$ParagraphStyle',
  updateTableRowStyle: 'docs_v1.Schema$TableRowStyle',
  updateTableCellStyle: 'docs_v1.Schema$TableCellStyle',
};

/** What the compiler says against each of the calls. Throws for a call without published type. */
export function complaints(calls: readonly RecordedCall[]): string[][] {
  const checks = calls.flatMap((call, index) => checksOf(call).map((check) => ({ check, index })));
  const lines = checks.map(({ check }, number) => check(String(number)));
  const program = compile([...head, ...lines].join('\n'));
  const said = calls.map((): string[] => []);
  const source = program.getSourceFile(fileName);
  for (const { start = 0, messageText } of ts.getPreEmitDiagnostics(program, source)) {
    const line = source?.getLineAndCharacterOfPosition(start).line ?? 0;
    const text = ts.flattenDiagnosticMessageText(messageText, ' ');
    const check = checks[line - head.length];
    if (!check) throw new Error(text);
    said[check.index]?.push(text);
  }
  return said;
}

const head = [
  "import type { sheets_v4 } from '@googleapis/sheets';",
  "import type { drive_v3 } from '@googleapis/drive';",
  "import type { docs_v1 } from '@googleapis/docs';",
  'type Inner<T> = NonNullable<T> extends readonly (infer I)[] ? NonNullable<I> : NonNullable<T>;',
  'type Field<T, K extends keyof Inner<T>> = Inner<T>[K];',
];

/** One line of TypeScript under a number of its own. */
type Check = (number: string) => string;

function checksOf({ name, args }: RecordedCall): Check[] {
  const known = Object.hasOwn(published, name) ? published[name] : undefined;
  if (!known) throw new Error(`no published type for ${name}`);
  const parameters = known.parameters(...args);
  return [
    (number) => `export const call${number}: ${known.type} = ${JSON.stringify(parameters)};`,
    ...masksOf(known.root, parameters).map(
      (type): Check =>
        (number) =>
          `export type Mask${number} = ${type};`,
    ),
  ];
}

/** One type for each path a mask names. */
function masksOf(type: string, parameters: object): string[] {
  const { fields, requestBody } = parameters as { fields?: unknown; requestBody?: { requests?: object[] } };
  const inside = (requestBody?.requests ?? []).flatMap((request) => Object.entries(request) as [string, object][]);
  return [
    ...pathTypes(type, fields),
    ...inside.flatMap(([kind, body]) => {
      const masked = 'fields' in body ? body.fields : undefined;
      const about = maskedByRequest[kind];
      if (masked !== undefined && about === undefined) throw new Error(`what is the mask of ${kind} about?`);
      return pathTypes(about ?? '', masked);
    }),
  ];
}

function pathTypes(type: string, fields: unknown): string[] {
  if (typeof fields !== 'string') return [];
  return maskPaths(parseFieldMask(fields))
    .filter((path) => path !== '*')
    .map((path) => path.split('.').reduce((whole, name) => `Field<${whole}, '${name}'>`, type));
}

/** Only the three published packages are looked up: what they import of others plays no part in their schemas. */
function compile(text: string): ts.Program {
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, types: [], lib: ['lib.es2022.d.ts'] },
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2022);
  const onDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => (name === fileName ? source : onDisk(name, ...rest));
  host.resolveModuleNameLiterals = (literals, from, redirected) =>
    literals.map(({ text: name }) =>
      name.startsWith('.') || name.startsWith('@googleapis/')
        ? ts.resolveModuleName(name, from, options, host, undefined, redirected)
        : { resolvedModule: undefined },
    );
  return ts.createProgram([fileName], options, host);
}
