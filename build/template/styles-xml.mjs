/** The styles of an official document by GB/T 9704—2012, under names the office finds in Word and WPS. */
import { element } from './xml.mjs';

/** Fonts by role, with the names under which other systems carry the same face. */
export const fonts = {
  title: { name: '方正小标宋简体', otherNames: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,SimSun,Noto Serif CJK SC' },
  body: { name: '仿宋_GB2312', otherNames: 'FangSong,仿宋,Noto Serif CJK SC' },
  second: { name: '楷体_GB2312', otherNames: 'KaiTi,楷体,Noto Serif CJK SC' },
  first: { name: '黑体', otherNames: 'SimHei,Noto Sans CJK SC' },
  page: { name: '宋体', otherNames: 'SimSun' },
  latin: { name: 'Times New Roman', otherNames: 'Liberation Serif' },
};

/** Height of a line in twips: 22 lines fill the 225 mm of the type area. 580 would leave room for 21 only. */
export const linePitch = 579;

/**
 * Change of a character's width in twips: 28 characters of 16 pt are 448 pt, the line is 442 pt. Written as spacing of
 * the text and not as a grid of characters, which LibreOffice takes for cells and doubles.
 */
const tighter = -5;

/** Indent of two characters of the 28-character grid, in twips. */
const twoCharacters = 632;

const exactLine = { line: linePitch, lineRule: 'exact' };

/**
 * Paragraph styles: id → name shown, built-in name of Word where there is one, font, size in half points and layout.
 * The ids are the labels of the line format.
 */
const paragraphStyles = {
  标题: { name: 'Title', alias: '公文标题', font: fonts.title, size: 44, jc: 'center', keepNext: true, outline: null },
  文号: { name: '文号', font: fonts.body, jc: 'center', keepNext: true },
  主送: { name: '主送机关', font: fonts.body },
  一级: { name: 'heading 1', alias: '一级标题', font: fonts.first, indent: true, keepNext: true, outline: 0 },
  二级: { name: 'heading 2', alias: '二级标题', font: fonts.second, indent: true, keepNext: true, outline: 1 },
  三级: { name: 'heading 3', alias: '三级标题', font: fonts.body, indent: true, keepNext: true, outline: 2 },
  正文: { name: '公文正文', font: fonts.body, indent: true, jc: 'both' },
  末段: { name: '公文末段', font: fonts.body, indent: true, jc: 'both', keepNext: true },
  空行: { name: '空行', font: fonts.body, keepNext: true },
  附件说明: { name: '附件说明', font: fonts.body, indent: true, keepNext: true },
  落款: { name: '落款', font: fonts.body, keepNext: true, keepLines: true },
  成文日期: { name: '成文日期', font: fonts.body, keepLines: true },
  署名: { name: '表单署名', font: fonts.body, jc: 'right', keepLines: true, rightIndent: true },
  附件标识: { name: '附件标识', font: fonts.first, keepNext: true, pageBreak: true },
  附件标题: { name: '附件标题', font: fonts.title, size: 44, jc: 'center', keepNext: true },
  表头: { name: '表头', font: fonts.first, size: 24, jc: 'center', spacing: { line: 360, lineRule: 'exact' } },
  表格: { name: '表格文字', font: fonts.body, size: 24, spacing: { line: 360, lineRule: 'exact' } },
  表单项: { name: '表单项目', font: fonts.first, size: 28, jc: 'center', spacing: { line: 440, lineRule: 'exact' } },
  表单内容: { name: '表单内容', font: fonts.body, size: 28, spacing: { line: 440, lineRule: 'exact' } },
  表注: { name: '表注', font: fonts.body, size: 24, spacing: { line: 400, lineRule: 'exact' } },
  抄送: { name: '抄送', font: fonts.body, size: 28, record: true, spacing: { line: 440, lineRule: 'exact' } },
  锚: { name: '版记定位', font: fonts.body, size: 2, spacing: { line: 20, lineRule: 'exact' } },
  标记: { name: '模板标记', font: fonts.body, size: 18, color: '808080', keepNext: true },
  页眉: { name: 'header', font: fonts.body, size: 24, jc: 'center', spacing: { line: 320, lineRule: 'exact' } },
  页脚: { name: 'footer', font: fonts.page, size: 28, latin: fonts.page, spacing: { line: 320, lineRule: 'exact' } },
};

/** `word/styles.xml`. */
export function stylesXml() {
  return element('w:styles', { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' }, [
    docDefaults(),
    element('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'a' }, [
      value('name', 'Normal'),
      element('w:qFormat'),
    ]),
    element('w:style', { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'a0' }, [
      value('name', 'Default Paragraph Font'),
    ]),
    element('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'a1' }, [
      value('name', 'Normal Table'),
      element('w:tblPr', {}, [
        element('w:tblCellMar', {}, [
          element('w:left', { 'w:w': 57, 'w:type': 'dxa' }),
          element('w:right', { 'w:w': 57, 'w:type': 'dxa' }),
        ]),
      ]),
    ]),
    ...Object.entries(paragraphStyles).map(([id, style]) => paragraphStyle(id, style)),
    element('w:style', { 'w:type': 'character', 'w:customStyle': 1, 'w:styleId': '接排标题' }, [
      value('name', '接排标题'),
      value('basedOn', 'a0'),
      element('w:qFormat'),
      element('w:rPr', {}, [fontNames(fonts.second)]),
    ]),
  ]);
}

function docDefaults() {
  return element('w:docDefaults', {}, [
    element('w:rPrDefault', {}, [
      element('w:rPr', {}, [
        fontNames(fonts.body),
        value('spacing', tighter),
        ...size(32),
        element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
      ]),
    ]),
    element('w:pPrDefault', {}, [element('w:pPr', {}, [spacing(exactLine)])]),
  ]);
}

function paragraphStyle(id, style) {
  const builtIn = /^[A-Za-z]/u.test(style.name);
  return element('w:style', { 'w:type': 'paragraph', ...(builtIn ? {} : { 'w:customStyle': 1 }), 'w:styleId': id }, [
    value('name', style.name),
    style.alias ? value('aliases', style.alias) : '',
    value('basedOn', 'a'),
    element('w:qFormat'),
    element('w:pPr', {}, paragraphProperties(style)),
    element('w:rPr', {}, [
      fontNames(style.font, style.latin),
      style.color ? value('color', style.color) : '',
      ...(style.size ? size(style.size) : []),
    ]),
  ]);
}

/** The children of w:pPr in the order the schema wants. */
function paragraphProperties(style) {
  return [
    style.keepNext ? element('w:keepNext') : '',
    style.keepLines ? element('w:keepLines') : '',
    style.pageBreak ? element('w:pageBreakBefore') : '',
    // Text fills the page to its 22nd line; only the last paragraph must not leave a single line to the signature's page.
    value('widowControl', style.jc === 'both' && style.keepNext ? 1 : 0),
    style.record ? recordBorders() : '',
    value('overflowPunct', 0),
    value('autoSpaceDE', 0),
    value('autoSpaceDN', 0),
    // LibreOffice rounds other heights up to whole lines of the grid, even exact ones.
    style.spacing || style.font === fonts.title ? value('snapToGrid', 0) : '',
    spacing(style.spacing ?? exactLine),
    style.indent ? element('w:ind', { 'w:firstLineChars': 200, 'w:firstLine': twoCharacters }) : '',
    style.rightIndent ? element('w:ind', { 'w:rightChars': 200, 'w:right': twoCharacters }) : '',
    style.jc ? value('jc', style.jc) : '',
    typeof style.outline === 'number' ? value('outlineLvl', style.outline) : '',
  ];
}

/** Lines of 0.35 mm above and below; with them one line of the record is as high as one line of the page. */
function recordBorders() {
  const line = { 'w:val': 'single', 'w:sz': 8, 'w:space': 1, 'w:color': '000000' };
  return element('w:pBdr', {}, [element('w:top', line), element('w:bottom', line)]);
}

function fontNames(font, latin = fonts.latin) {
  const name = latin.name;
  return element('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:eastAsia': font.name, 'w:cs': name });
}

function size(halfPoints) {
  return [value('sz', halfPoints), value('szCs', halfPoints)];
}

function spacing({ line, lineRule }) {
  return element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': line, 'w:lineRule': lineRule });
}

function value(name, content) {
  return element(`w:${name}`, { 'w:val': content });
}
