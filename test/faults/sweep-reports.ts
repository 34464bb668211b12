/**
 * Every fault at every call of a run that writes the report and its public version: the last complete ones stay, no half one appears,
 * and no public version is there without the report of its number.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { faultKinds, runFaulty, type Fault, type Job } from './faulty-run';
import type { OfficeStore } from './office-store';
import { morning } from './small-office';
import { count, type Tally } from './sweep';

/** How often the faulty run had written the new report all the same. */
export interface ReportTally extends Tally {
  written: number;
  /** Of these without its public version: the run ended between both. */
  alone: number;
}

const job: Job = ['runJob', 'report'];

/** A report is there already; the run with the fault would write the second, and one without faults comes after it. */
export function sweepReports(
  makeStore: () => OfficeStore,
  kinds: readonly (typeof faultKinds)[number][] = faultKinds,
): ReportTally {
  const tally: ReportTally = { injected: 0, survived: 0, unknown: 0, written: 0, alone: 0, faults: [] };
  for (const kind of kinds) {
    for (let at = 1; ; at += 1) {
      const { broken, fired, written, isAlone, name } = surviveReport(makeStore, { at, kind });
      if (!fired) break;
      if (written) tally.written += 1;
      if (isAlone) tally.alone += 1;
      count(tally, `call ${String(at)} ${name} ${kind}`, broken, 0);
    }
  }
  return tally;
}

function surviveReport(makeStore: () => OfficeStore, fault: Fault) {
  const store = makeStore();
  try {
    const office = { store, service: null, user: '', now: morning };
    runFaulty(office, job);
    const before = reportsIn(store.folder);
    const run = runFaulty(office, job, [fault]);
    const after = reportsIn(store.folder);
    const next = runFaulty(office, job);
    const last = reportsIn(store.folder);
    const told = next.told as { readonly exit: number } | null;
    const broken = [
      ...(before.size === 2 ? [] : [`${String(before.size)} reports before`]),
      ...[...after.keys()]
        .filter((name) => !after.has(name.replace(publicSign, '')))
        .map((name) => `${name} stands alone`),
      ...lost(before, after),
      ...lost(after, last),
      ...[...last].filter(([, report]) => !isWhole(report)).map(([file]) => `${file} is half a report`),
      ...(last.size === after.size + 2 && (told?.exit ?? 2) < 2 ? [] : ['no new report without faults']),
    ];
    const written = after.size > before.size;
    const isAlone = after.size === before.size + 1;
    return { broken, written, isAlone, fired: run.fired.length > 0, name: run.calls[fault.at - 1] ?? '' };
  } finally {
    store.remove();
  }
}

/** By which a public version differs in name. */
const publicSign = '（公开版）';

function reportsIn(folder: string): ReadonlyMap<string, Buffer> {
  const place = join(folder, '报告');
  const names = readdirSync(place).filter((name) => name.endsWith('.docx'));
  return new Map(names.map((name) => [name, readFileSync(join(place, name))]));
}

function lost(before: ReadonlyMap<string, Buffer>, after: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...before]
    .filter(([name, bytes]) => after.get(name)?.equals(bytes) !== true)
    .map(([name]) => `${name} is gone or was changed`);
}

function isWhole(report: Buffer): boolean {
  try {
    const text = strFromU8(unzipSync(report)['word/document.xml'] ?? new Uint8Array());
    return text.trimEnd().endsWith('</w:document>') && !text.includes('{{');
  } catch {
    return false;
  }
}
