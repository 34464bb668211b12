/**
 * Prints what the program costs: size and start of the bundle, the whole process on the example, service calls by number of
 * departments. Times are medians on this machine; compare them with the floor beside them, not with other machines.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { importTests } from './import-sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'build/out/local/nianbao.mjs');
const example = join(root, 'examples/dazhanglou-2022');
const scratch = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));

/** What the bundle may cost each call on Google, which evaluates it anew. */
const most = { kilobytes: 700, milliseconds: 25 };

/** Read and evaluated when they are needed. */
const lateParts = {
  'engine-document': 'what fills documents and texts',
  'seldom-jobs': 'what an office does now and then',
};

try {
  benchBundle();
  benchProcess();
  await benchDepartments();
  await benchPayload();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function benchBundle() {
  const code = readFileSync(join(root, 'build/out/google/Code.js'), 'utf8');
  let round = 0;
  // Node keeps what it has compiled of a text: each round gets a text of its own, as Google parses anew for each call.
  const evaluate = () => new vm.Script(`${code}\n//${(round += 1)}`).runInContext(vm.createContext({}));
  evaluate();
  const parsed = median(30, evaluate);
  console.log(
    `bundle: ${kilobytes(Buffer.byteLength(code))} KB minified (at most ${most.kilobytes}), ${kilobytes(gzipSync(code).length)} KB gzipped`,
  );
  for (const [name, about] of Object.entries(lateParts)) {
    const packed = readFileSync(join(root, `build/out/google/${name}.html`), 'latin1');
    const part = gunzipSync(Buffer.from(packed, 'base64'));
    console.log(`${about}, beside it: ${kilobytes(part.length)} KB, ${kilobytes(gzipSync(part).length)} KB gzipped`);
  }
  console.log(
    `bundle parsed and evaluated in a fresh context: ${parsed.toFixed(1)} ms (at most ${most.milliseconds} on a quiet computer)`,
  );
}

function benchProcess() {
  const folder = join(scratch, 'example');
  cpSync(example, folder, { recursive: true });
  const times = { node: [], report: [], anew: [] };
  for (let round = 0; round < 7; round += 1) {
    times.node.push(timed(() => spawnSync(process.execPath, ['-e', '0'])));
    forgetCompiled();
    times.anew.push(timed(() => report(folder)));
    times.report.push(timed(() => report(folder)));
  }
  const [floor, whole, anew] = [middle(times.node), middle(times.report), middle(times.anew)];
  console.log(
    `report of the example, whole process: ${whole.toFixed(0)} ms (an empty node process: ${floor.toFixed(0)} ms); the first after a build: × ${(anew / whole).toFixed(2)}`,
  );
}

/** What Node has compiled of the program in earlier runs. */
function forgetCompiled() {
  const folder = join(root, 'build/out/local');
  for (const name of readdirSync(folder)) if (name.endsWith('.compiled')) rmSync(join(folder, name));
}

/** In a folder every run reads all; on Drive the second run takes what has not changed from what the first one kept. */
async function benchDepartments() {
  const latency = JSON.parse(readFileSync(new URL('latency.json', import.meta.url), 'utf8'));
  console.log(
    'departments  run            calls  ms here  s on Google (assumed, see build/latency.json)  calls by kind',
  );
  for (const count of [14, 60, 200]) {
    const folder = join(scratch, String(count));
    await makeOffice(folder, count);
    printRun(count, 'in a folder', folder, latency);
    passForDrive(folder);
    printRun(count, 'Drive, first', folder, latency);
    printRun(count, 'Drive, second', folder, latency);
  }
}

/** What the script sends to the Sheets service, which is to be little: the hub as it is made, 结果 of a large office. */
async function benchPayload() {
  const { openWorkspace } = await importTests('bench-host', { 'src/local/services/bundle-host': 'openWorkspace' });
  const sent = async (folder, job, order) => {
    const bodies = [];
    const between = (name, args, make) => {
      if (name === 'Sheets.Spreadsheets.batchUpdate') bodies.push(JSON.stringify(args[0]));
      return make();
    };
    const files = {
      bundleFile: join(root, 'build/out/google/Code.js'),
      workerFile: join(root, 'build/out/local/xlsx-worker.mjs'),
    };
    const host = await openWorkspace(folder, { ...files, between, progress: () => undefined });
    host.run('runJob', job, JSON.stringify(order));
    return bodies;
  };
  const [empty, large] = [join(scratch, 'empty'), join(scratch, 'forty')];
  mkdirSync(empty);
  await makeOffice(large, 40, 4);
  printSent('set-up of the hub (at most 400 KB)', await sent(empty, 'set-up', { hubOnly: true, year: 2022 }));
  printSent('结果 of 40 departments and 180 tasks (at most 1,000 KB)', await sent(large, 'check', null));
}

function printSent(about, bodies) {
  const requests = bodies.reduce((sum, body) => sum + JSON.parse(body).requests.length, 0);
  const bytes = bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0);
  console.log(`sent for ${about}: ${kilobytes(bytes)} KB in ${requests} requests of ${bodies.length} calls`);
}

function printRun(count, name, folder, latency) {
  let calls = {};
  const time = timed(() => {
    calls = report(folder).calls;
  });
  const kinds = Object.entries(calls).sort(([, one], [, other]) => other - one);
  const total = kinds.reduce((sum, [, number]) => sum + number, 0);
  const waiting = name === 'in a folder' ? '-' : secondsOnGoogle(calls, latency).toFixed(0);
  const cells = [
    [count, 11],
    [name, 13],
    [total, 5],
    [time.toFixed(0), 7],
    [waiting, 47],
    [kinds.map((kind) => kind.join(' ')).join(', '), 0],
  ];
  console.log(cells.map(([cell, width]) => String(cell).padEnd(width)).join('  '));
}

/** The calls one after the other, and no more than fifty reads of the Sheets service a minute. */
function secondsOnGoogle(calls, latency) {
  const inTurn = Object.entries(calls).reduce((sum, [kind, n]) => sum + n * (latency[kind] ?? latency.other), 0) / 1000;
  const reads = calls['Sheets.Spreadsheets.get'] ?? 0;
  return Math.max(inTurn, Math.floor((reads - 1) / 50) * 60);
}

/** As if set-up had made the folder on Drive, and nobody had touched the workbooks today. */
function passForDrive(folder) {
  const folders = { departments: '填报', templates: '模板', reports: '报告', outbox: '发件箱' };
  const ids = { folder: '.', hub: '总表.xlsx', isOnDrive: true, folders };
  mkdirSync(join(folder, '.nianbao'), { recursive: true });
  const properties = { script: { workspace: JSON.stringify(ids) } };
  writeFileSync(join(folder, '.nianbao/properties.json'), JSON.stringify(properties));
  const before = new Date(Date.now() - 86_400_000);
  for (const name of readdirSync(join(folder, '填报'))) utimesSync(join(folder, '填报', name), before, before);
}

/** The example with copies of one department's workbook under new names, and its tasks as many times under new numbers. */
async function makeOffice(folder, count, times = 1) {
  cpSync(example, folder, { recursive: true });
  const hubFile = join(folder, '总表.xlsx');
  const hub = await openXlsx(readFileSync(hubFile));
  const units = hub.sheets.find(({ name }) => name === '单位').rows;
  repeatTasks(hub.sheets.find(({ name }) => name === '任务').rows, times);
  const blank = units.findLastIndex(([number]) => /^D\d+$/u.test(String(number))) + 1;
  if (blank === 0) throw new Error('the hub of the example has no departments');
  for (let number = 15; number <= count; number += 1) {
    const name = `单位${number}`;
    units[blank + number - 15] = [`D${number}`, name, '', '内设', '', '', '', '', '', '否', '', '是'];
    const own = await openXlsx(readFileSync(join(folder, '填报/社会事务办.xlsx')));
    const cover = own.sheets.find((sheet) => sheet.name === '封面').rows;
    cover.find((row) => String(row[0]).startsWith('单位'))[1] = name;
    writeFileSync(join(folder, '填报', `${name}.xlsx`), await saveXlsx(own));
  }
  writeFileSync(hubFile, await saveXlsx(hub));
}

function repeatTasks(rows, times) {
  const tasks = rows.filter(([number]) => /^[A-Z]-\d+$/u.test(String(number)));
  for (let copy = 1; copy < times; copy += 1) {
    rows.push(...tasks.map(([number, title, ...rest]) => [`${number}-${copy}`, `${title}（${copy}）`, ...rest]));
  }
}

function report(folder) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, 'report', folder, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && status !== 1) throw new Error(stdout + stderr);
  return JSON.parse(stdout);
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(rounds, work) {
  return middle(Array.from({ length: rounds }, () => timed(work)));
}

function middle(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function kilobytes(bytes) {
  return Math.round(bytes / 1000);
}
