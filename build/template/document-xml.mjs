/** Writes the blocks of a template as WordprocessingML: the body and the page it stands on. */
import { element, escape } from './xml.mjs';
import { linePitch } from './styles-xml.mjs';

const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/** `word/document.xml`. The references name the headers and footers of odd (default) and even pages. */
export function documentXml(blocks, references) {
  return element('w:document', namespaces, [
    element('w:body', {}, [...blocks.map(blockXml), paragraphXml('锚', []), pageXml(references)]),
  ]);
}

/** A header or footer part; `root` is `w:hdr` or `w:ftr`. */
export function edgeXml(root, paragraphs) {
  return element(root, namespaces, paragraphs);
}

/** One paragraph; `properties` are further children of w:pPr, `content` already written runs. */
export function paragraphXml(style, content, properties = []) {
  return element('w:p', {}, [
    element('w:pPr', {}, [element('w:pStyle', { 'w:val': style }), ...properties]),
    ...content,
  ]);
}

/** One run. The hint makes quotation marks and dashes come from the Chinese font. */
export function runXml(text, style) {
  return element('w:r', {}, [runProperties(style), element('w:t', { 'xml:space': 'preserve' }, [escape(text)])]);
}

/** A field such as PAGE. */
export function fieldXml(instruction, shown) {
  return ['begin', null, 'separate', shown, 'end']
    .map((part) => {
      if (part === null) return element('w:instrText', { 'xml:space': 'preserve' }, [` ${instruction} `]);
      if (part === shown) return element('w:t', {}, [shown]);
      return element('w:fldChar', { 'w:fldCharType': part });
    })
    .map((child) => element('w:r', {}, [runProperties(), child]))
    .join('');
}

function runProperties(style) {
  return element('w:rPr', {}, [
    style === undefined ? '' : element('w:rStyle', { 'w:val': style }),
    element('w:rFonts', { 'w:hint': 'eastAsia' }),
  ]);
}

function blockXml(block) {
  if (block.kind === 'table') return tableXml(block);
  return paragraphXml(
    block.style,
    block.runs.map(({ text, style }) => runXml(text, style)),
    block.style === '抄送' ? [recordFrame()] : [],
  );
}

/** The distribution record stands at the foot of the last page's type area. */
function recordFrame() {
  return element('w:framePr', {
    'w:w': 8844,
    'w:wrap': 'around',
    'w:vAnchor': 'margin',
    'w:hAnchor': 'margin',
    'w:xAlign': 'center',
    'w:yAlign': 'bottom',
  });
}

function tableXml({ isForm, widths, rows, tall }) {
  const total = sum(widths);
  const twips = widths.map((width) => Math.floor((8844 * width) / total));
  const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' };
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => element(`w:${side}`, line));
  return element('w:tbl', {}, [
    element('w:tblPr', {}, [
      element('w:tblW', { 'w:w': sum(twips), 'w:type': 'dxa' }),
      element('w:jc', { 'w:val': 'center' }),
      element('w:tblBorders', {}, borders),
      element('w:tblLayout', { 'w:type': 'fixed' }),
    ]),
    element(
      'w:tblGrid',
      {},
      twips.map((width) => element('w:gridCol', { 'w:w': width })),
    ),
    ...rows.map((cells, index) =>
      isForm ? formRowXml(cells, twips, tall.includes(index)) : rowXml(cells, twips, index === 0),
    ),
  ]);
}

function rowXml(cells, twips, isHeader) {
  return element('w:tr', {}, [
    rowProperties(454, isHeader),
    ...cells.map((text, column) => cellXml(text, isHeader ? '表头' : '表格', twips[column])),
  ]);
}

/** Labels in every second cell; the last cell reaches to the edge. */
function formRowXml(cells, twips, isTall) {
  return element('w:tr', {}, [
    rowProperties(isTall ? 1500 : 600, false),
    ...cells.map((text, column) => {
      const covered = column === cells.length - 1 ? twips.slice(column) : [twips[column]];
      return cellXml(text, column % 2 === 0 ? '表单项' : '表单内容', sum(covered), covered.length);
    }),
  ]);
}

function rowProperties(height, isHeader) {
  return element('w:trPr', {}, [
    element('w:cantSplit'),
    element('w:trHeight', { 'w:val': height, 'w:hRule': 'atLeast' }),
    isHeader ? element('w:tblHeader') : '',
  ]);
}

function cellXml(text, style, width, span = 1) {
  return element('w:tc', {}, [
    element('w:tcPr', {}, [
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      span > 1 ? element('w:gridSpan', { 'w:val': span }) : '',
      element('w:vAlign', { 'w:val': 'center' }),
    ]),
    paragraphXml(style, text === '' ? [] : [runXml(text)]),
  ]);
}

/** A4 with the margins of the standard (37, 26, 35, 28 mm) and its grid of 22 lines by 28 characters. */
function pageXml(references) {
  return element('w:sectPr', {}, [
    ...references.map(({ kind, type, id }) => element(`w:${kind}Reference`, { 'w:type': type, 'r:id': id })),
    element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    element('w:pgMar', {
      'w:top': 2098,
      'w:right': 1474,
      'w:bottom': 1984,
      'w:left': 1588,
      'w:header': 1134,
      'w:footer': 1304,
      'w:gutter': 0,
    }),
    element('w:docGrid', { 'w:type': 'lines', 'w:linePitch': linePitch }),
  ]);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
