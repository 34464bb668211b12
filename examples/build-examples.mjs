/**
 * Builds the example workspaces: `nianbao init` makes them, the text data in examples/source fills them. Run it after
 * `npm run build`; two runs give the same bytes. `node build-examples.mjs [folder] [--without-libreoffice]`; without a
 * folder the examples beside this file are renewed.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { applyChanges, missingWorkbooks } from './build/apply-changes.mjs';
import { checkSums } from './build/check-sums.mjs';
import { openXlsx } from './build/edit-xlsx.mjs';
import { fillWorkbook } from './build/fill-workbook.mjs';
import { hasLibreOffice, saveByLibreOffice } from './build/libreoffice.mjs';
import { readSource, readTable } from './build/source.mjs';

const examples = fileURLToPath(new URL('.', import.meta.url));
const command = fileURLToPath(new URL('../build/out/local/nianbao.mjs', import.meta.url));
/** Departments whose workbooks are saved once more by LibreOffice. */
const resaved = ['财政所', '便民服务中心'];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'without-libreoffice': { type: 'boolean', default: false } },
});
buildExamples(positionals[0] ?? examples);

/** Builds both examples under `target`, which may already hold them. */
function buildExamples(target) {
  const source = readSource(join(examples, 'source/dazhanglou-2022'));
  const changes = readTable(join(examples, 'source/dazhanglou-2022-messy/改动.tsv'));
  checkSums(source);
  const made = mkdtempSync(join(tmpdir(), 'nianbao-example-'));
  try {
    init(made, ['--hub-only', '--year', '2022']);
    fill(made, '总表.xlsx', (workbook) => {
      fillWorkbook(workbook, source.hub);
      nameHeadings(workbook);
    });
    init(made, []);
    for (const [name, tables] of Object.entries(source.departments)) {
      fill(made, join('填报', `${name}.xlsx`), (workbook) => fillWorkbook(workbook, tables));
    }
    write(made, join(target, 'dazhanglou-2022'));
    change(made, changes);
    write(made, join(target, 'dazhanglou-2022-messy'));
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function init(folder, options) {
  const run = spawnSync(process.execPath, [command, 'init', folder, ...options], { encoding: 'utf8' });
  // 1 is what init says when a cell of the hub needs a second look.
  if (run.status !== 0 && run.status !== 1) throw new Error(`init 没有成功：${run.stdout}${run.stderr}`);
}

function fill(folder, file, edit) {
  const path = join(folder, file);
  const workbook = openXlsx(readFileSync(path));
  try {
    edit(workbook);
  } catch (error) {
    throw new Error(`${file}：${error.message}`, { cause: error });
  }
  writeFileSync(path, workbook.bytes());
}

/** `init` did not know the town and the year when it made the hub; its headings now say what the other workbooks say. */
function nameHeadings(workbook) {
  const subject = '法治政府建设 ';
  for (const sheet of workbook.titles.map(workbook.sheet)) {
    const [, name] = sheet.text(0, 0).split(subject);
    if (name !== undefined) sheet.set(0, 0, { text: `大张楼镇2022年${subject}${name}\u3000【示例数据，纯属虚构】` });
  }
}

function change(folder, changes) {
  const missing = missingWorkbooks(changes);
  const files = new Map([['总表', '总表.xlsx']]);
  for (const file of readdirSync(join(folder, '填报'))) files.set(file.replace(/\.xlsx$/u, ''), join('填报', file));
  for (const [name, file] of files) {
    const own = changes.filter(({ 工作簿: workbook }) => workbook === name);
    if (missing.includes(name)) rmSync(join(folder, file));
    else if (own.length > 0) fill(folder, file, (workbook) => applyChanges(workbook, own));
  }
}

/** Puts hub, departments and template in place; what a report has written there stays. */
function write(made, folder) {
  const kept = Object.fromEntries(
    resaved
      .map((name) => [`${name}.xlsx`, join(folder, '填报', `${name}.xlsx`)])
      .filter(([, path]) => existsSync(path)),
  );
  const own = Object.fromEntries(
    resaved.map((name) => [`${name}.xlsx`, readFileSync(join(made, '填报', `${name}.xlsx`))]),
  );
  const saved = !options['without-libreoffice'] && hasLibreOffice() ? saveByLibreOffice(own) : readKept(kept);
  for (const name of ['填报', '模板']) {
    rmSync(join(folder, name), { recursive: true, force: true });
    cpSync(join(made, name), join(folder, name), { recursive: true });
  }
  cpSync(join(made, '总表.xlsx'), join(folder, '总表.xlsx'));
  for (const [name, bytes] of Object.entries(saved)) writeFileSync(join(folder, '填报', name), bytes);
  for (const name of ['报告', '发件箱']) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, '.gitkeep'), '');
  }
}

function readKept(files) {
  console.warn('没有用 LibreOffice：财政所、便民服务中心两本保留原来的文件，不重新生成');
  return Object.fromEntries(Object.entries(files).map(([name, path]) => [name, readFileSync(path)]));
}
