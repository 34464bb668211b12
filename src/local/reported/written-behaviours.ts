/** What is reported of writing spreadsheets and documents: a part of the table in `behaviours.ts`. */

/**
 * One behaviour. `key` is the word by which it is switched off. What comes by chance, or from one moment on, is played by tests,
 * which put it in the place of a call; what the services on disk do themselves cannot be switched off; all else the stand-in does.
 */
export interface Behaviour {
  readonly key: string;
  readonly member: string;
  readonly behaviour: string;
  readonly source: string;
  readonly played: 'by the stand-in' | 'by tests' | 'by the services on disk' | 'told in the manual';
  readonly certainty: 'sure' | 'likely' | 'guess';
}

export const writtenBehaviours = [
  {
    key: 'docs-by-file',
    member: 'Docs.Documents.*',
    behaviour: 'under drive.file reads and writes the documents that script sees, by their ids; any other answers 404',
    source: 'Docs API reference, documents.get and documents.batchUpdate (authorization scopes: drive.file is one)',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'doc-revision',
    member: 'Docs.Documents.batchUpdate with requiredRevisionId',
    behaviour: 'answers 400 and does nothing when somebody changed the document since it was read',
    source: 'Docs API reference, WriteControl',
    played: 'by tests',
    certainty: 'sure',
  },
  {
    key: 'doc-indexes',
    member: 'Docs.Documents.batchUpdate',
    behaviour:
      'counts UTF-16 code units; a table, row and cell take an index each, and so does the end of a table; requests apply in order, all or none; the last line end of a segment or cell and the one before a table stay',
    source: 'Docs API guide (document structure) and reference (DeleteContentRangeRequest, InsertTextRequest)',
    played: 'by tests',
    certainty: 'sure',
  },
  {
    key: 'doc-new-rows',
    member: 'Docs.Documents.batchUpdate, insertTableRow',
    behaviour: 'nobody says how the cells and paragraphs of a new row look: plain, and the program says all of it',
    source: 'Docs API reference, InsertTableRowRequest, which is silent',
    played: 'by tests',
    certainty: 'guess',
  },
  {
    key: 'doc-strips',
    member: 'Docs.Documents.batchUpdate, insertText',
    behaviour: 'strips control signs and the private use area (U+E000 to U+F8FF) from what is put in',
    source: 'Docs API reference, InsertTextRequest',
    played: 'by tests',
    certainty: 'sure',
  },
  {
    key: 'large-batch',
    member: 'Sheets.Spreadsheets.batchUpdate',
    behaviour: 'is recommended up to 2 MB; beyond, it is slow or fails',
    source: 'Sheets API guide, usage limits (2 MB recommended)',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'frozen-merge',
    member: 'Sheets.Spreadsheets.batchUpdate, mergeCells',
    behaviour: 'refuses cells merged across the edge of frozen rows or columns',
    source: 'a public script that works around it',
    played: 'by the stand-in',
    certainty: 'likely',
  },
  {
    key: 'whole-batch',
    member: 'Sheets.Spreadsheets.batchUpdate',
    behaviour: 'one request that is wrong, or a mask that names an unknown field, refuses the whole batch',
    source: 'Sheets API guide, batch updates and field masks',
    played: 'by the services on disk',
    certainty: 'sure',
  },
  {
    key: 'protected-editors',
    member: 'Sheets.Spreadsheets.batchUpdate, addProtectedRange',
    behaviour: 'whoever may edit the file may be left in as an editor of the range, unless editors are named',
    source: 'google-api-php-client #1943',
    played: 'by tests',
    certainty: 'likely',
  },
  {
    key: 'converted-look',
    member: 'Drive.Files.create of a .docx as a Google Doc',
    behaviour: 'loses fonts Docs does not have, grid and frames, cross-references and own styles',
    source: 'cybertext.wordpress.com; docx #2712; fonts and grid are concluded',
    played: 'told in the manual',
    certainty: 'likely',
  },
] as const satisfies readonly Behaviour[];
