/**
 * Prints how the costs of the commands grow with long inputs that nobody would write on purpose but somebody will: the time of
 * four times as much over that of once, both without what an office costs that has nothing of it. Growth of 4 is as it should be.
 * Arguments choose kinds whose names hold one of them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { costOf } from './bench-sizes/cost.mjs';
import { makeOffice } from './bench-growth/office.mjs';
import { ownSheetKinds } from './bench-growth/own-sheets.mjs';
import { departmentKinds } from './bench-growth/department-sheets.mjs';
import { hubKinds } from './bench-growth/hub-sheets.mjs';
import { documentKinds } from './bench-growth/documents.mjs';
import { ledgerKinds } from './bench-growth/ledgers.mjs';
import { shapeKinds } from './bench-growth/shapes.mjs';

const command = fileURLToPath(new URL('out/local/nianbao.mjs', import.meta.url));
/** Above it, it is marked. */
const most = 6;
/** An office of so many has nearly none. */
const few = 8;
/** What is less is noise. */
const least = 0.15;

const kinds = [
  ...(await ownSheetKinds()),
  ...hubKinds(),
  ...departmentKinds(),
  ...shapeKinds(),
  ...documentKinds(),
  ...ledgerKinds(),
];
const wanted = process.argv.slice(2);
console.log('\ngrowth: seconds of the processor for n, for 4 n, and × of them (4 is linear)');
for (const kind of kinds)
  if (wanted.length === 0 || wanted.some((word) => kind.name.includes(word)))
    await bench(kind).catch((error) =>
      console.log(`${kind.name.padEnd(40)} no answer: ${String(error.message).trim().slice(0, 300)}`),
    );

async function bench(kind) {
  const growth = await grown(kind);
  const again = growth.factor > most ? await grown(kind) : growth;
  const { once, fourfold, factor } = again.factor < growth.factor ? again : growth;
  const a = `${((fourfold / (4 * kind.rows)) * 1000).toFixed(2)} ms each`;
  console.log(
    `${kind.name.padEnd(40)} ${String(kind.rows).padStart(6)} ${once.toFixed(2).padStart(7)} ${fourfold.toFixed(2).padStart(7)} × ${factor.toFixed(1)}  ${a}${factor > most ? '  MORE THAN LINEAR' : ''}`,
  );
}

async function grown(kind) {
  const none = await costFor(kind, few);
  const once = (await costFor(kind, kind.rows)) - none;
  const fourfold = (await costFor(kind, 4 * kind.rows)) - none;
  return { once, fourfold, factor: fourfold / Math.max(once, least) };
}

async function costFor({ office, job = 'check', command: args = (folder) => [job, folder], isRefused }, n) {
  const scratch = mkdtempSync(join(tmpdir(), 'nianbao-growth-'));
  try {
    const folder = join(scratch, 'office');
    await makeOffice(folder, office(n));
    return costOf([command, ...args(folder)], { XDG_STATE_HOME: join(scratch, 'state') }, isRefused).cpu;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
