/**
 * What a document may carry, as lists: everything that is on none of them is dropped and told, or the document is refused
 * where dropping would change what is read. The same lists hold for a template that comes in and for a document that goes out.
 */

/** Fields (ECMA-376 part 1, 17.16.5) that are worked out from the document itself; what they show stays up to date. */
export const fieldCodes: ReadonlySet<string> = new Set([
  ...['=', 'IF', 'COMPARE', 'PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES', 'SEQ', 'LISTNUM', 'AUTONUM', 'AUTONUMLGL'],
  ...['AUTONUMOUT', 'TOC', 'TC', 'TOA', 'TA', 'INDEX', 'XE', 'PAGEREF', 'REF', 'NOTEREF', 'STYLEREF', 'HYPERLINK'],
  ...['DATE', 'TIME', 'CREATEDATE', 'SAVEDATE', 'PRINTDATE', 'EDITTIME', 'REVNUM', 'NUMWORDS', 'NUMCHARS', 'FILESIZE'],
  ...['TITLE', 'SUBJECT', 'KEYWORDS', 'COMMENTS', 'AUTHOR', 'LASTSAVEDBY', 'DOCPROPERTY', 'FILENAME'],
  ...['SYMBOL', 'EQ', 'ADVANCE', 'SHAPE', 'FORMCHECKBOX', 'FORMDROPDOWN'],
]);

/** Fields whose text stands in their code: without them it would be lost where they show none beside it. */
export const textInCode = /^\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+\S/iu;

/** Fields within whose code another field may stand: numbers are worked out from it, never a code. */
export const fieldsOfFields: ReadonlySet<string> = new Set(['=', 'IF', 'COMPARE']);

/** Last words of the types of relationships that lead to a part of the document. */
export const relationshipTypes: ReadonlySet<string> = new Set([
  ...['officeDocument', 'core-properties', 'extended-properties', 'custom-properties', 'thumbnail'],
  ...['styles', 'stylesWithEffects', 'settings', 'webSettings', 'fontTable', 'numbering', 'theme', 'themeOverride'],
  ...['header', 'footer', 'footnotes', 'endnotes', 'comments', 'commentsExtended', 'commentsIds', 'commentsExtensible'],
  ...['people', 'image', 'hyperlink', 'chart', 'chartEx', 'chartStyle', 'chartColorStyle', 'chartUserShapes'],
  ...['diagramData', 'diagramLayout', 'diagramQuickStyle', 'diagramColors', 'diagramDrawing'],
]);

/** Who may define a relationship's type: ECMA-376 and Microsoft. */
export const relationshipSpaces: readonly string[] = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/',
  'http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/',
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/',
  'http://schemas.microsoft.com/office/2007/relationships/',
  'http://schemas.microsoft.com/office/2011/relationships/',
  'http://schemas.microsoft.com/office/2014/relationships/',
  'http://schemas.microsoft.com/office/2016/09/relationships/',
  'http://schemas.microsoft.com/office/2018/08/relationships/',
];

/** Types of relationships without which the document would read otherwise; the document is refused. By the last word. */
export const refusedTypes: ReadonlyMap<string, readonly [reason: string, expected: string]> = new Map(
  Object.entries<readonly [reason: string, expected: string]>({
    oleObject: ['嵌有 OLE 对象', '请把对象换成图片或文字'],
    package: ['嵌有另一份文件', '请把它的内容直接放进文档'],
    aFChunk: ['嵌有另一份文件', '请把它的内容直接放进文档'],
    subDocument: ['引用了子文档', '请把它的内容直接放进文档'],
    control: ['嵌有 ActiveX 控件', '请把控件换成文字'],
    activeXControlBinary: ['嵌有 ActiveX 控件', '请把控件换成文字'],
    video: ['嵌有视频', '请删去视频'],
    audio: ['嵌有声音', '请删去声音'],
    media: ['嵌有视频或声音', '请删去它'],
    vbaProject: ['含有宏', '请另存为不带宏的 .docx'],
    wordVbaData: ['含有宏', '请另存为不带宏的 .docx'],
  }),
);

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const drawing = 'application/vnd.openxmlformats-officedocument.';

/** Content types of parts, in lower case. */
export const partTypes: ReadonlySet<string> = new Set(
  [
    ...['document.main', 'template.main', 'styles', 'stylesWithEffects', 'settings', 'webSettings', 'fontTable'].map(
      (name) => `${word}${name}+xml`,
    ),
    ...['numbering', 'header', 'footer', 'footnotes', 'endnotes', 'comments', 'commentsExtended', 'commentsIds'].map(
      (name) => `${word}${name}+xml`,
    ),
    ...['commentsExtensible', 'people'].map((name) => `${word}${name}+xml`),
    'application/vnd.ms-word.stylesWithEffects+xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    'application/vnd.openxmlformats-package.relationships+xml',
    ...['extended-properties', 'custom-properties', 'theme', 'themeOverride', 'drawingml.chart'].map(
      (name) => `${drawing}${name}+xml`,
    ),
    ...['diagramData', 'diagramLayout', 'diagramStyle', 'diagramColors', 'chartshapes'].map(
      (name) => `${drawing}drawingml.${name}+xml`,
    ),
    'application/vnd.ms-office.chartstyle+xml',
    'application/vnd.ms-office.chartcolorstyle+xml',
    'application/vnd.ms-office.chartex+xml',
    'application/vnd.ms-office.drawingml.diagramDrawing+xml',
    'application/xml',
    'text/xml',
    ...[
      'png',
      'jpeg',
      'jpg',
      'pjpeg',
      'gif',
      'bmp',
      'tiff',
      'tif',
      'x-emf',
      'emf',
      'x-wmf',
      'wmf',
      'svg+xml',
      'x-png',
      'webp',
    ].map((name) => `image/${name}`),
  ].map((type) => type.toLowerCase()),
);

/** How the address of a link that a reader may follow begins; `#` is a place in the document itself. */
export const linkSchemes: readonly string[] = ['https://', 'http://', 'mailto:', '#'];

/**
 * Elements that reach for something outside, or start something; they show nothing themselves. By name whatever the
 * prefix: what each is called to a person.
 */
export const droppedElements: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    attachedTemplate: '所附模板的链接',
    mailMerge: '邮件合并的数据源',
    saveThroughXslt: '保存时用的转换文件',
    attachedSchema: '附加的 XML 架构',
    smartTagType: '智能标记的定义',
    schemaLibrary: '附加的 XML 架构',
    sourceFileName: '框架网页的来源',
    frameset: '框架网页',
    printerSettings: '打印机设置',
    entryMacro: '窗体域里的宏',
    exitMacro: '窗体域里的宏',
    embedRegular: '嵌入的字体',
    embedBold: '嵌入的字体',
    embedItalic: '嵌入的字体',
    embedBoldItalic: '嵌入的字体',
    externalData: '图表后面的工作簿',
    webVideoPr: '网络视频',
    HyperlinkBase: '超链接的基准地址',
    HLinks: '文档属性里的链接清单',
  }),
);

/** Elements that are refused, by name whatever the prefix: what they show comes from elsewhere. */
export const refusedElements: ReadonlyMap<string, readonly [reason: string, expected: string]> = new Map(
  Object.entries<readonly [reason: string, expected: string]>({
    altChunk: ['嵌有另一份文件', '请把它的内容直接放进文档'],
    subDoc: ['引用了子文档', '请把它的内容直接放进文档'],
    control: ['嵌有 ActiveX 控件', '请把控件换成文字'],
    OLEObject: ['嵌有 OLE 对象', '请把对象换成图片或文字'],
  }),
);

/** Attributes (by the last part of their names) that hold the address of something to load or to open. */
export const addressAttributes: ReadonlySet<string> = new Set([
  'src',
  'href',
  'althref',
  'hlinkhref',
  'embeddedhtml',
  'sigprovurl',
  'invalidurl',
]);
