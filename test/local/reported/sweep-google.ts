/** The office year under every fault and behaviour: whatever happens, doing the same again ends in what is true. */
import { rmSync } from 'node:fs';
import { behaviours } from '../../../src/local/reported/behaviours';
import type { GoogleWorld } from '../../../src/local/reported/google-world';
import { reachesGoogle } from '../../../src/local/services/service';
import type { LedgerDetails } from '../../../src/contract/reminders';
import { copyWorld, owner, runJob, type Meddler } from './google-office';
import { emptyOffice, yearSteps, type YearStep } from './office-year';

/** `survived` of `injected`, and each that did not. */
export interface GoogleTally {
  readonly injected: number;
  readonly survived: number;
  readonly faults: readonly string[];
}

/** Steps one after the other, and the world they begin in. */
interface Story {
  readonly begin: () => Promise<GoogleWorld>;
  readonly steps: readonly YearStep[];
}

/** The office year. */
export const officeYear: Story = { begin: emptyOffice, steps: yearSteps };

/** `killed`: the call was made, and nothing of the run happens from there on. */
const kinds = ['throws before', 'throws after', 'killed'] as const;
type Kind = (typeof kinds)[number];

function tallyOf(results: readonly { readonly name: string; readonly complaints: readonly string[] }[]): GoogleTally {
  const broken = results.filter(({ complaints }) => complaints.length > 0);
  return {
    injected: results.length,
    survived: results.length - broken.length,
    faults: broken.map(({ name, complaints }) => `${name}: ${complaints.join(' / ').slice(0, 300)}`),
  };
}

/** The year with each behaviour switched off alone, and with all of them on. @public used by build/fuzz/google.mjs. */
export async function sweepBehaviours(): Promise<GoogleTally> {
  const results = [];
  for (const key of [null, ...behaviours.map((one) => one.key)]) {
    const world = await emptyOffice();
    if (key !== null) world.off.add(key);
    const complaints: string[] = [];
    for (const step of yearSteps) {
      step.before(world);
      complaints.push(...step.judge(world, await step.act(world)).map((one) => `${step.name}: ${one}`));
    }
    rmSync(world.folder, { recursive: true });
    results.push({ name: key === null ? 'all on' : `without ${key}`, complaints });
  }
  return tallyOf(results);
}

/** Which calls of a step fail: of each `every` the one at `from`. */
interface Sample {
  readonly every: number;
  readonly from: number;
}

/** A fault at the calls of one step that the sample takes; all steps before it go well. */
export async function sweepFaults(story: Story, wanted: number, { every, from }: Sample): Promise<GoogleTally> {
  const world = await story.begin();
  const results = [];
  for (const [index, step] of story.steps.slice(0, wanted + 1).entries()) {
    step.before(world);
    const before = copyWorld(world);
    const names: string[] = [];
    await step.act(world, recorder(names));
    const chosen = index === wanted ? [...names.keys()].filter((at) => at % every === from) : [];
    for (const at of chosen) {
      for (const kind of kinds) {
        const name = `${step.name}, ${kind} ${names[at] ?? ''} (${String(at + 1)})`;
        results.push({ name, complaints: await liveThrough(before, step, { at, kind }) });
      }
    }
    rmSync(before.folder, { recursive: true });
  }
  rmSync(world.folder, { recursive: true });
  return tallyOf(results);
}

function recorder(names: string[]): Meddler {
  return (name, _, make) => {
    if (reachesGoogle(name)) names.push(name);
    return make();
  };
}

interface Fault {
  readonly at: number;
  readonly kind: Kind;
}

async function liveThrough(before: GoogleWorld, step: YearStep, fault: Fault): Promise<readonly string[]> {
  const world = copyWorld(before);
  try {
    await step.act(world, meddlerOf(fault)).catch(() => null);
    const again = step.judge(world, await step.act(world));
    if (again.length === 0) return [];
    // A service that took no more mails takes them on the next working day.
    world.now = Math.max(world.now ?? 0, Date.parse('2022-12-23T09:10:00+08:00'));
    const next = step.judge(world, await step.act(world));
    return next.length === 0 || !(await settledByPerson(world)) ? next : step.judge(world, null);
  } finally {
    rmSync(world.folder, { recursive: true });
  }
}

/**
 * Of a mail that was about to be handed over when the run ended nobody knows whether it left: a person looks, and says of each
 * that is listed so, and reminds. False when none is.
 */
async function settledByPerson(world: GoogleWorld): Promise<boolean> {
  const { details } = await runJob(world, owner, ['ledger', { settle: null, accept: false }]);
  const unknown = ((details as LedgerDetails | undefined)?.lines ?? []).filter(({ state }) => state === '状态不明');
  for (const mail of new Set(unknown.map((line) => line.mail))) {
    const hasLeft = world.mails.some(({ subject, text }) => `${subject}${text}`.includes(mail));
    await runJob(world, owner, ['ledger', { settle: { mail, to: hasLeft ? 'sent' : 'queued' }, accept: false }]);
  }
  if (unknown.length > 0) await runJob(world, owner, ['remind', { dryRun: false, asOf: null, channel: null }]);
  return unknown.length > 0;
}

function meddlerOf({ at, kind }: Fault): Meddler {
  let count = 0;
  let isDead = false;
  return (name, _, make) => {
    if (!reachesGoogle(name)) return make();
    if (isDead) throw new Error('killed');
    count += 1;
    if (count !== at + 1) return make();
    if (kind !== 'throws before') make();
    isDead = kind === 'killed';
    // Of a mail only these words say that it was not sent.
    const isUnsent = name === 'MailApp.sendEmail' && kind === 'throws before';
    throw new Error(
      isUnsent ? 'Service invoked too many times for one day: email.' : 'We’re sorry, a server error occurred.',
    );
  };
}
