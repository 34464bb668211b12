/**
 * Fills the same document with our engine, with its peers and by hand, and prints medians, ratios and peak memory. Every engine
 * has a process of its own, so that memory can be told apart; rounds take turns, set-up is not counted; each output is compared
 * with the document written by hand. Arguments choose: `10000 carbone` runs one size, the floor, ours and one peer.
 */
import { build } from 'esbuild';
import { unzipSync, strFromU8 } from 'fflate';
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { clearTimeout, setTimeout } from 'node:timers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { engines } from './bench-documents/engines.mjs';
import { longDocuments } from './bench-documents/long-documents.mjs';
import { docxOf, makeOffice, paragraph, sizes } from './bench-documents/office.mjs';

const self = fileURLToPath(import.meta.url);
/** A fill that takes longer counts as failed. */
const patience = 120_000;
/** An engine that has used up this time takes no part in the further rounds. */
const enough = 20_000;

if (process.argv[2] === 'engine') await serve(process.argv[3]);
else await bench();

async function bench() {
  const scratch = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    const bundle = await bundleEngine(scratch);
    const { first, later } = prepare(bundle);
    console.log(
      `template of 300 paragraphs prepared: ${first.toFixed(0)} ms in a fresh context, then ${later.toFixed(0)} ms`,
    );
    for (const [name, time] of fillLong(bundle)) console.log(`${name}: ${time.toFixed(0)} ms`);
    const wanted = process.argv
      .slice(2)
      .filter((word) => /^\d+$/u.test(word))
      .map(Number);
    for (const size of sizes) {
      const rows = size.departments * size.tasks;
      if (wanted.length === 0 || wanted.includes(rows)) await benchSize(size, rows, { scratch, bundle });
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function bundleEngine(scratch) {
  const outfile = join(scratch, 'engine.js');
  await build({
    entryPoints: [join(self, '../../src/engine/word/fill-document.ts')],
    bundle: true,
    outfile,
    format: 'iife',
    globalName: 'engine',
    target: 'es2020',
    minify: true,
    charset: 'utf8',
  });
  return outfile;
}

/** Milliseconds to check and compile a template of 300 paragraphs, each with a value and a condition: the first time, and later. */
function prepare(bundle) {
  const script = new vm.Script(readFileSync(bundle, 'utf8'));
  const fields = Array.from({ length: 300 }, (_, at) => `f${at}`);
  const template = docxOf(
    fields.map((name) => paragraph(`本年{{${name}}}项{{#if ${name}}}，已完成{{${name}}}{{/if}}。`)).join(''),
  );
  const dictionary = Object.fromEntries(fields.map((name) => [name, { type: 'number', help: '' }]));
  const rounds = Array.from({ length: 9 }, () => {
    const context = vm.createContext({});
    script.runInContext(context);
    const { checkDocument } = vm.runInContext('engine', context);
    return Array.from({ length: 9 }, () => {
      const start = performance.now();
      const problems = checkDocument(template, dictionary, { name: '模板.docx' });
      if (problems.length > 0) throw new Error(problems[0].reason);
      return performance.now() - start;
    });
  });
  return { first: median(rounds.map(([time]) => time)), later: median(rounds.flatMap((times) => times.slice(3))) };
}

/** Milliseconds to fill each long document, the median of a warm engine. */
function fillLong(bundle) {
  const context = vm.createContext({});
  new vm.Script(readFileSync(bundle, 'utf8')).runInContext(context);
  const { fillDocument } = vm.runInContext('engine', context);
  return Object.entries(longDocuments).map(([name, { template, model, dictionary }]) => {
    const times = Array.from({ length: 7 }, () => {
      const start = performance.now();
      const { bytes, problems } = fillDocument(template, model, dictionary, { name: '模板.docx', trace: false });
      if (bytes === null) throw new Error(problems[0].reason);
      return performance.now() - start;
    });
    return [name, median(times)];
  });
}

async function benchSize(size, rows, place) {
  const chosen = process.argv.slice(2).filter((word) => word in engines);
  const names = Object.keys(engines).filter((name, at) => at < 2 || chosen.length === 0 || chosen.includes(name));
  const runners = [];
  for (const name of names) runners.push(await startEngine(name, size, place));
  const rounds = rows > 10_000 ? 3 : rows > 1000 ? 9 : 21;
  for (let round = 0; round < rounds; round++)
    for (const runner of runners) if (sum(runner.times) < enough) await runner.fill();
  for (const runner of runners) await runner.finish();
  const texts = runners.map((runner) => runner.failure ?? checkOutput(runner.file, runners[0].file, rows));
  console.log(`\n${rows} rows, median of up to ${rounds} rounds\n${'engine'.padEnd(16)}      ms   ours is  peak MB`);
  const own = median(runners[1].times);
  runners.forEach(({ name, times, peak, failure }, at) => {
    const wrong = failure ?? texts[at];
    const time = median(times);
    console.log(
      wrong
        ? `${name.padEnd(16)}  failed: ${wrong}`
        : `${name.padEnd(16)}${time.toFixed(1).padStart(8)}${`× ${(own / time).toFixed(2)}`.padStart(10)}${String(Math.round(peak / 1024)).padStart(9)}`,
    );
  });
}

/** Starts an engine's process and waits until it is ready. */
async function startEngine(name, size, { scratch, bundle }) {
  const file = join(scratch, `${Object.keys(engines).indexOf(name)}.out`);
  const runner = { name, file, times: [], peak: 0, failure: null };
  const child = fork(self, ['engine', name], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let complaint = '';
  child.stderr.on('data', (data) => (complaint += String(data)));
  const fail = (reason) => {
    runner.failure ??= reason;
    child.kill('SIGKILL');
  };
  const ask = (message) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => answered({ failure: `more than ${patience / 1000} s` }), patience);
      const ended = () => answered({ failure: /heap out of memory/u.test(complaint) ? 'out of memory' : 'ended' });
      const answered = (answer) => {
        clearTimeout(timer);
        child.off('exit', ended).off('message', answered);
        if (answer.failure) fail(answer.failure);
        resolve(answer);
      };
      child.on('exit', ended).on('message', answered);
      if (runner.failure === null) child.send(message);
      else answered({});
    });
  runner.fill = async () => {
    const { time } = await ask({ job: 'fill' });
    if (time !== undefined) runner.times.push(time);
  };
  runner.finish = async () => {
    runner.peak = (await ask({ job: 'finish', file })).peak;
    child.kill();
  };
  await ask({ job: 'prepare', size, scratch, bundle });
  // The first fill of a process is the engine's warming up.
  await ask({ job: 'fill' });
  return runner;
}

/** What an engine's process does: prepare, fill when told, hand out the last output. */
async function serve(name) {
  let fill;
  let office;
  let last;
  const jobs = {
    prepare: async ({ size, scratch, bundle }) => {
      office = makeOffice(size);
      fill = await engines[name]({ scratch, bundle });
      return {};
    },
    fill: async () => {
      const start = performance.now();
      last = await fill(office);
      return { time: performance.now() - start };
    },
    finish: ({ file }) => {
      const peak = process.resourceUsage().maxRSS;
      writeFileSync(file, last.xml ?? last.bytes);
      return { peak };
    },
  };
  process.on('message', (message) => {
    Promise.resolve(jobs[message.job](message)).then(
      (answer) => process.send(answer),
      (error) => process.send({ failure: String(error.message ?? error).slice(0, 100) }),
    );
  });
  await new Promise(() => undefined);
}

/** What is wrong with an output, or null: its rows and its text must be those of the document written by hand. */
function checkOutput(file, byHand, rows) {
  const wanted = readFileSync(byHand, 'utf8');
  const xml = file === byHand ? wanted : strFromU8(unzipSync(readFileSync(file))['word/document.xml']);
  const found = textOf(xml);
  const count = xml.split(/<w:tr[ >]/u).length - 1 - (xml.split('编号').length - 1);
  if (count !== rows) return `${count} rows`;
  return found === textOf(wanted) ? null : 'its text differs';
}

/** The text of the paragraphs that hold any. */
function textOf(xml) {
  const paragraphs = xml
    .split('</w:p>')
    .map((piece) => [...piece.matchAll(/<w:t(?: [^>]*)?>([^<]*)/gu)].map(([, text]) => text).join(''));
  return paragraphs.filter((text) => text !== '').join('\n');
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
