/**
 * How Apps Script and the Google APIs are said to behave where it is not what one would hope. Nothing here was seen on Google by
 * this project. One line is one behaviour: `sure` stands in Google's documentation or in several live reports, `likely` in one
 * live report, `guess` is concluded from such. COVERAGE.md is written from the same lines.
 */

/**
 * One behaviour. `key` is the word by which it is switched off. What comes by chance, or from one moment on, is played by tests,
 * which put it in the place of a call; all else the stand-in does by itself.
 */
export interface Behaviour {
  readonly key: string;
  readonly member: string;
  readonly behaviour: string;
  readonly source: string;
  readonly played: 'by the stand-in' | 'by tests';
  readonly certainty: 'sure' | 'likely' | 'guess';
}

export const behaviours = [
  {
    key: 'bytes-throw',
    member: 'Drive.Files.get with alt=media',
    behaviour: 'throws although it succeeds, with the whole content in the message; texts and JSON come as a string',
    source: 'Google’s Apps Script sample on downloads uses UrlFetchApp; public scripts cut the message',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'export-throws',
    member: 'Drive.Files.export with alt=media',
    behaviour: 'throws although it succeeds, with the whole document in the message',
    source: 'a script’s author who tried it live; gas-fakes #117',
    played: 'by the stand-in',
    certainty: 'likely',
  },
  {
    key: 'export-large',
    member: 'files/ID/export',
    behaviour: 'answers 403 exportSizeLimitExceeded above 10 MB',
    source: 'Drive API reference, files.export',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'half-download',
    member: 'UrlFetchApp.fetch',
    behaviour: 'an answer 200 whose content is cut',
    source: 'as any HTTP answer may be',
    played: 'by tests',
    certainty: 'guess',
  },
  {
    key: 'double-names',
    member: 'Drive.Files.create',
    behaviour: 'makes a second file of the same name in the same folder',
    source: 'Drive API guide',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'bin',
    member: 'Drive.Files.*, Sheets.Spreadsheets.*',
    behaviour: 'what lies in the bin is not in lists of trashed = false, and is still read and written by its id',
    source: 'Drive API guide on the bin; files.get tells trashed',
    played: 'by the stand-in',
    certainty: 'likely',
  },
  {
    key: 'only-own',
    member: 'Drive.* under drive.file',
    behaviour:
      'sees only what the script made for this person or this person picked: lists omit the rest, all else answers 404',
    source: 'Drive API guide on scopes; android-samples #94; PyDrive #108',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'sheets-by-right',
    member: 'Sheets.Spreadsheets.*',
    behaviour: 'opens every spreadsheet the person may open, by its id; any other answers 403 or 404',
    source: 'Sheets API reference',
    played: 'by the stand-in',
    certainty: 'sure',
  },
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
    key: 'shared-drives',
    member: 'Drive.* in shared drives',
    behaviour: 'answers 404 without supportsAllDrives; lists need includeItemsFromAllDrives and corpora',
    source: 'Drive API guide; plotlinelabs/loma #111; isaacphi/mcp-gdrive #24; ericyd/gdrive-copy #142',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'half-list',
    member: 'Drive.Files.list',
    behaviour: 'with corpora allDrives the list may be a part, which only incompleteSearch says',
    source: 'Drive API reference, files.list',
    played: 'by tests',
    certainty: 'sure',
  },
  {
    key: 'no-account',
    member: 'Drive.Permissions.create',
    behaviour:
      'answers 400 invalidSharingRequest for an address without a Google account, unless a notification is sent',
    source: 'two public sources, one of which observed it live',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'sharing-forbidden',
    member: 'Drive.Permissions.create',
    behaviour: 'answers 403 where the administrator allows no sharing outside of the domain, notified or not',
    source: 'Workspace administrator help',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'consent',
    member: 'any service',
    behaviour: 'a person may leave boxes of the consent screen unticked; the first call that needs the scope throws',
    source: 'Apps Script guide on scopes (granular consent)',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'api-off',
    member: 'Sheets.*, Drive.*',
    behaviour: 'throws until the API is enabled in the console of a standard Cloud project',
    source: 'guide on advanced services',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'quota-minute',
    member: 'Sheets.Spreadsheets.get',
    behaviour: 'more than sixty reads within a minute and person answer 429',
    source: 'Sheets API limits',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'unavailable',
    member: 'any call',
    behaviour: 'answers 503 or times out now and then',
    source: 'many public reports',
    played: 'by tests',
    certainty: 'sure',
  },
  {
    key: 'empty-answer',
    member: 'any read',
    behaviour: 'throws Empty response, or gives nothing and no error',
    source: 'many public reports',
    played: 'by tests',
    certainty: 'sure',
  },
  {
    key: 'denied',
    member: 'any read',
    behaviour: 'answers 403 or 404 from the moment a right is lost',
    source: 'many public reports',
    played: 'by tests',
    certainty: 'sure',
  },
  {
    key: 'large-batch',
    member: 'Sheets.Spreadsheets.batchUpdate',
    behaviour: 'is recommended up to 2 MB; beyond, it is slow or fails',
    source: 'Sheets API guide',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'latency',
    member: 'any call',
    behaviour: 'takes hundreds of milliseconds, by build/latency.json',
    source: 'public experience; assumed figures',
    played: 'by the stand-in',
    certainty: 'guess',
  },
  {
    key: 'own-triggers',
    member: 'ScriptApp.getProjectTriggers',
    behaviour: 'shows each person only their own triggers, which run as their creator',
    source: 'guide on installable triggers',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'odd-ticks',
    member: 'time-driven triggers',
    behaviour: 'fire late, twice, or not at all',
    source: 'GAS-ICS-Sync #77 #79 #104 #137; GmailScheduler #31',
    played: 'by tests',
    certainty: 'sure',
  },
  {
    key: 'other-login',
    member: 'google.script.run',
    behaviour: 'may run as another account, or be refused, where several are logged in in one browser',
    source: 'code-blocks #53; google-docs-addon-svelte-template #3',
    played: 'by the stand-in',
    certainty: 'sure',
  },
  {
    key: 'bare-open',
    member: 'simple trigger onOpen',
    behaviour: 'before the first consent no service that needs one may be used, PropertiesService neither',
    source: 'guide on simple triggers',
    played: 'by the stand-in',
    certainty: 'sure',
  },
] as const satisfies readonly Behaviour[];

/** The key of a behaviour. */
export type BehaviourKey = (typeof behaviours)[number]['key'];
