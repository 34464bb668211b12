/** Ends command lines by force while two of them remind in the same folder, and looks at what is left. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { pathToFileURL } from 'node:url';
import { importTests } from '../import-sources.mjs';

const command = 'build/out/local/nianbao.mjs';
/** So many kills an office meets before it is left to recover. */
const killsARound = 10;
/** What this computer remembers of offices, which is not what the user's own programs do. */
const memory = mkdtempSync(join(tmpdir(), 'nianbao-kills-'));
process.once('exit', () => rmSync(memory, { recursive: true, force: true }));
const onDay = {
  ...process.env,
  XDG_STATE_HOME: memory,
  NODE_OPTIONS: `--import=${pathToFileURL('test/day-preload.mjs').href}`,
  NIANBAO_TEST_DAY: '2022-12-22',
};

/** `runs` kills in all. */
export async function proveKills(first, runs) {
  const tests = await importTests('kills', {
    'test/faults/small-office': 'makeSmallOffice, expectedItems',
    'test/faults/office-store': 'freshPlace, realStore',
    'test/faults/check-promises': 'brokenPromises',
    'test/random': 'randomFrom',
  });
  const base = tests.freshPlace();
  try {
    await tests.makeSmallOffice(base);
    return await killAll({ ...tests, base, whole: await wholeOutbox(tests, base) }, first, runs);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

async function killAll(tests, first, runs) {
  const faults = [];
  const counts = { kills: 0, offices: 0, broken: 0, midway: 0 };
  for (let seed = first; counts.kills < runs; seed++) {
    const { kills, midway, broken } = await oneOffice(tests, seed, Math.min(killsARound, runs - counts.kills));
    counts.kills += kills;
    counts.midway += midway;
    counts.offices += 1;
    if (broken.length > 0) counts.broken += kills;
    faults.push(...broken.map((what) => `office ${seed}: ${what}`));
  }
  const more = `${counts.offices} offices; ${counts.midway} kills fell while mails were being written; half, doubled or missing mails: ${faults.length}`;
  return { injected: counts.kills, survived: counts.kills - counts.broken, faults, more };
}

/** What a run that nobody disturbs writes, and how long it takes. */
async function wholeOutbox({ realStore }, base) {
  const store = realStore(base);
  const begin = performance.now();
  await remind(store.folder, null);
  const milliseconds = performance.now() - begin;
  const files = mailsIn(store.folder);
  store.remove();
  return { files, milliseconds };
}

async function oneOffice(tests, seed, most) {
  const { base, whole, expectedItems, brokenPromises, realStore, randomFrom } = tests;
  const store = realStore(base);
  const random = randomFrom(seed);
  const said = [];
  const counts = { kills: 0, midway: 0 };
  // Every third pair starts from nothing: what is written once cannot be written again.
  const clean = `${store.folder}-clean`;
  cpSync(store.folder, clean, { recursive: true });
  try {
    for (let pair = 0; counts.kills < most; pair++) {
      if (pair % 3 === 2) judge();
      const after = () => (0.35 + 0.75 * random()) * whole.milliseconds;
      const two = await Promise.all([remind(store.folder, after()), remind(store.folder, after())]);
      const present = mailsIn(store.folder).size;
      counts.kills += two.filter(({ killed }) => killed).length;
      if (present > 0 && present < whole.files.size) counts.midway += 1;
      said.push(...two.flatMap(({ killed, text }) => (!killed && /已损坏|程序出错/u.test(text) ? [text] : [])));
    }
    await remind(store.folder, null);
    const after = {
      mails: await store.outbox(),
      sheet: await store.sheet('结果.xlsx', '催办记录'),
      listed: [],
      mayBeUnknown: false,
      isOutbox: true,
    };
    return {
      ...counts,
      broken: [...said, ...differences(whole.files, mailsIn(store.folder)), ...brokenPromises(after, expectedItems)],
    };
  } finally {
    rmSync(clean, { recursive: true, force: true });
    store.remove();
  }

  /** Whatever is there in between is whole, too; then the office begins anew, on a computer that has never seen it. */
  function judge() {
    for (const [name, bytes] of mailsIn(store.folder)) {
      if (whole.files.get(name)?.equals(bytes) !== true) said.push(`${name} is not the mail it should be`);
    }
    for (const path of [store.folder, memory]) rmSync(path, { recursive: true, force: true });
    cpSync(clean, store.folder, { recursive: true });
  }
}

function differences(expected, found) {
  const wrong = [...expected].filter(([name, bytes]) => found.get(name)?.equals(bytes) !== true).map(([name]) => name);
  const strange = [...found.keys()].filter((name) => !expected.has(name));
  return [
    ...wrong.map((name) => `${name} is missing or not the same`),
    ...strange.map((name) => `${name} is too many`),
  ];
}

/** File name → bytes, without what a killed run was still writing. */
function mailsIn(folder) {
  const names = readdirSync(join(folder, '发件箱')).filter((name) => !name.startsWith('.'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, '发件箱', name))]));
}

/** Runs the command, which is killed after so many milliseconds unless it is through by then. */
function remind(folder, milliseconds) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, 'remind', folder], { env: onDay });
    const timer = milliseconds === null ? undefined : setTimeout(() => child.kill('SIGKILL'), milliseconds);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += String(data)));
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      resolve({ killed: signal === 'SIGKILL', text });
    });
  });
}
