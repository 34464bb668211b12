/** Reads the line format of the templates (see templates/README.md) into blocks. */

/**
 * One block: a paragraph (`style`, `runs` of text with an optional character style) or a table (`widths` in characters,
 * `rows` of cell texts). The first row of a table is its header; a form has none, each second cell is a label, the last
 * cell of a short row takes up the rest of its line, and `tall` are the numbers of the rows with room for handwriting.
 * @typedef {{ kind: 'paragraph', style: string, runs: { text: string, style?: string }[] }} Paragraph
 * @typedef {{ kind: 'table', isForm: boolean, widths: number[], rows: string[][], tall: number[] }} Table
 * @typedef {Paragraph | Table} Block
 */

/** The paragraph labels a template may use. */
const labels = [
  '标题',
  '文号',
  '主送',
  '一级',
  '二级',
  '三级',
  '正文',
  '末段',
  '空行',
  '附件说明',
  '落款',
  '成文日期',
  '署名',
  '附件标识',
  '附件标题',
  '表注',
  '抄送',
];

/**
 * Reads a template.
 * @param {string} text
 * @returns {{ header: string, blocks: Block[] }}
 * @throws when a line has an unknown label or a table row stands outside a table, naming the line
 */
export function parseLines(text) {
  const result = { header: '', blocks: [] };
  text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .forEach((raw, index) => {
      const line = raw.replace(/^[ \t]+|[ \t]+$/gu, '');
      if (line !== '' && !line.startsWith('//')) addLine(result, line, index + 1);
    });
  return result;
}

function addLine(result, line, number) {
  if (line.startsWith('|')) return addRow(result.blocks, line, number);
  const label = /^\[([^\s\]]+)(?:\s+([^\]]+))?\][ \t]*(.*)$/u.exec(line);
  if (label === null) return result.blocks.push(isMark(line) ? paragraph('标记', line) : paragraph('正文', line));
  const [, name, argument, rest] = label;
  if (name === '页眉') result.header = rest;
  else if (name === '表' || name === '表单') result.blocks.push(table(name === '表单', argument));
  else if (!labels.includes(name)) throw new Error(`第 ${number} 行：没有“[${name}]”这种段落`);
  else if (argument !== undefined) result.blocks.push(...switchedHeading(name, argument, rest, number));
  else result.blocks.push(paragraph(name, rest));
}

/** @returns {Table} */
function table(isForm, widths) {
  return { kind: 'table', isForm, widths: widths.split(',').map(Number), rows: [], tall: [] };
}

function addRow(blocks, line, number) {
  const table = blocks.at(-1);
  if (table?.kind !== 'table') throw new Error(`第 ${number} 行：表格行前面没有“[表 列宽]”`);
  if (table.isForm && line.startsWith('||')) table.tall.push(table.rows.length);
  const cells = line.replace(table.isForm ? /^\|{1,2}|\|$/gu : /^\||\|$/gu, '').split('|');
  const fits = table.isForm ? cells.length <= table.widths.length : cells.length === table.widths.length;
  if (!fits) throw new Error(`第 ${number} 行：表格行的格数与列宽不一致`);
  table.rows.push(cells.map((cell) => cell.trim()));
}

/**
 * A heading in both forms, chosen by a field: on a line of its own, or run in at the start of its first paragraph, where
 * it ends with a full stop. The body text is written once.
 */
function switchedHeading(name, field, rest, number) {
  const [heading, body] = rest.split('‖').map((part) => part.trim());
  if (!body) throw new Error(`第 ${number} 行：“[${name} ${field}]”要用“‖”把标题和正文隔开`);
  return [
    paragraph('标记', `{{#unless ${field}}}`),
    paragraph(name, heading),
    paragraph('标记', '{{/unless}}'),
    {
      kind: 'paragraph',
      style: '正文',
      runs: [{ text: `{{#if ${field}}}${heading}。{{/if}}`, style: '接排标题' }, { text: body }],
    },
  ];
}

/** True for a line of block tags alone: its paragraph vanishes when the template is filled. */
function isMark(line) {
  return /^(\{\{[#/^!][^}]*\}\}|\{\{\s*else\b[^}]*\}\})+$/u.test(line);
}

/** @returns {Paragraph} */
function paragraph(style, text) {
  return { kind: 'paragraph', style, runs: text === '' ? [] : [{ text }] };
}
