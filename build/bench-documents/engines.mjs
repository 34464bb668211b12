/**
 * One entry per engine: `prepare` loads it and makes the template in its language, both outside of the measured time; the
 * function it gives back fills the document once, from the template's bytes (or file) to the bytes of a .docx. The peers are
 * development dependencies only, nothing of them is shipped: docxtemplater, easy-template-x and docx-templates are MIT,
 * pizzip is MIT or GPL-3.0, carbone is under the Carbone Community License (use inside the house, as here, is free).
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import vm from 'node:vm';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { closing, docxOf, frame, paragraph, row, table } from './office.mjs';

const fields = ['code', 'title', 'owner', 'due', 'state', 'note'];

/** Ours and the floor first: the others are compared with them. */
export const engines = {
  floor: () => fillByHand,
  // As `nianbao fill` does it: what the peers do, no more.
  ours: ({ bundle }) => ours(bundle, { gzip, trace: false }),
  // As `report` does it: with the list of every printed value, its place and its cells.
  'ours, sources': ({ bundle }) => ours(bundle, { gzip }),
  'ours, pure code': ({ bundle }) => ours(bundle, { trace: false }),
  carbone,
  docxtemplater,
  'easy-template-x': easyTemplateX,
  'docx-templates': docxTemplates,
};

const gzip = (bytes) => gzipSync(bytes, { level: 3 });

/** The same XML joined from strings and deflated by Node: what no engine can do without. */
function fillByHand(office) {
  const pieces = [frame.start, paragraph(office.title, 'Title')];
  for (const { name, total, done, late, hasLate, tasks } of office.departments) {
    const tail = hasLate ? `，逾期${late}项` : '';
    pieces.push(paragraph(name, 'Heading1'), paragraph(`承担任务${total}项，已完成${done}项${tail}。`), table.start);
    for (const task of tasks) {
      fields.forEach((field, at) => pieces.push(rowPieces[at], escape(task[field])));
      pieces.push(rowPieces[fields.length]);
    }
    pieces.push(table.end);
  }
  pieces.push(paragraph(`合计${office.total}项。`), paragraph(closing), frame.end);
  const xml = pieces.join('');
  return { xml, bytes: deflateRawSync(xml, { level: 6 }) };
}

/** What stands around the values of a row. */
const rowPieces = row(fields.map(() => '|')).split('|');

function escape(text) {
  return /[&<>]/u.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
}

/** The bundled engine in a bare context, as it is shipped. */
function ours(bundle, options) {
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
  new vm.Script(readFileSync(bundle, 'utf8')).runInContext(context);
  const { fillDocument } = vm.runInContext('engine', context);
  const template = docxOf(
    [
      paragraph('{{title}}', 'Title'),
      paragraph('{{#each departments}}'),
      paragraph('{{name}}', 'Heading1'),
      paragraph('承担任务{{total}}项，已完成{{done}}项{{#if hasLate}}，逾期{{late}}项{{/if}}。'),
      table.start,
      row(rowOf((field) => `{{${field}}}`, '{{#each tasks}}', '{{/each}}')),
      table.end,
      paragraph('{{/each}}'),
      paragraph('合计{{total}}项。'),
      paragraph(closing),
    ].join(''),
  );
  const fill = (office) => {
    const filled = fillDocument(template, office, dictionary, { name: '模板.docx', ...options });
    if (filled.bytes === null) throw new Error(filled.problems.map(({ reason }) => reason).join());
    return { bytes: filled.bytes };
  };
  return fill;
}

const text = { type: 'text', help: '' };
const textFields = (...names) => Object.fromEntries(names.map((name) => [name, text]));
const listOf = (inner) => ({ type: 'list', help: '', of: { type: 'record', help: '', fields: inner } });
const dictionary = {
  ...textFields('title', 'total'),
  departments: listOf({
    ...textFields('name', 'total', 'done', 'late'),
    hasLate: { type: 'bool', help: '' },
    tasks: listOf(textFields(...fields)),
  }),
};

/** The row's six tags, the loop's tags in its first and last cell. */
function rowOf(tag, start = '', end = '') {
  return fields.map((field, at) => (at === 0 ? start : '') + tag(field) + (at === fields.length - 1 ? end : ''));
}

async function carbone({ scratch }) {
  const { default: library } = await import('carbone');
  const file = join(scratch, 'carbone.docx');
  const first = (field) => `{d.departments[i].tasks[i].${field}}`;
  const next = (field) => `{d.departments[i].tasks[i+1].${field}}`;
  const body = [
    paragraph('{d.title}', 'Title'),
    paragraph('{d.departments[i].name}', 'Heading1'),
    paragraph(
      '承担任务{d.departments[i].total}项，已完成{d.departments[i].done}项' +
        '{d.departments[i].hasLate:ifEQ(true):showBegin}，逾期{d.departments[i].late}项{d.departments[i].hasLate:showEnd}。',
    ),
    table.start,
    row(rowOf(first)),
    row(rowOf(next)),
    table.end,
    paragraph('{d.departments[i+1].name}', 'Heading1'),
    paragraph('合计{d.total}项。'),
    paragraph(closing),
  ];
  await writeFile(file, docxOf(body.join('')));
  return (office) =>
    new Promise((resolve, reject) => {
      library.render(file, office, (error, bytes) => {
        if (error) reject(error instanceof Error ? error : new Error(String(error)));
        else resolve({ bytes });
      });
    });
}

function loopTemplate(open, close) {
  return docxOf(
    [
      paragraph('{title}', 'Title'),
      paragraph(open('departments')),
      paragraph('{name}', 'Heading1'),
      paragraph(`承担任务{total}项，已完成{done}项${open('hasLate')}，逾期{late}项${close('hasLate')}。`),
      table.start,
      row(rowOf((field) => `{${field}}`, open('tasks'), close('tasks'))),
      table.end,
      paragraph(close('departments')),
      paragraph('合计{total}项。'),
      paragraph(closing),
    ].join(''),
  );
}

async function docxtemplater() {
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([
    import('docxtemplater'),
    import('pizzip'),
  ]);
  const template = loopTemplate(
    (name) => `{#${name}}`,
    (name) => `{/${name}}`,
  );
  return (office) => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
    document.render(office);
    return { bytes: document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' }) };
  };
}

async function easyTemplateX() {
  const { TemplateHandler } = await import('easy-template-x');
  const template = Buffer.from(
    loopTemplate(
      (name) => `{#${name}}`,
      (name) => `{/${name}}`,
    ),
  );
  return async (office) => ({ bytes: await new TemplateHandler().process(template, office) });
}

async function docxTemplates() {
  const { createReport } = await import('docx-templates');
  const template = docxOf(
    [
      paragraph('+++INS title+++', 'Title'),
      paragraph('+++FOR d IN departments+++'),
      paragraph('+++INS $d.name+++', 'Heading1'),
      paragraph(
        '承担任务+++INS $d.total+++项，已完成+++INS $d.done+++项+++IF $d.hasLate+++，逾期+++INS $d.late+++项+++END-IF+++。',
      ),
      table.start,
      row(['+++FOR t IN $d.tasks+++', '', '', '', '', '']),
      row(rowOf((field) => `+++INS $t.${field}+++`)),
      row(['+++END-FOR t+++', '', '', '', '', '']),
      table.end,
      paragraph('+++END-FOR d+++'),
      paragraph('合计+++INS total+++项。'),
      paragraph(closing),
    ].join(''),
  );
  return async (office) => ({
    bytes: await createReport({ template, data: office, cmdDelimiter: '+++', maximumWalkingDepth: 1e9 }),
  });
}
