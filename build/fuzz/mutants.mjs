/** Programs that are broken on purpose: a harness that finds no fault in them would prove nothing. */
import { mutantOf } from './broken-program.mjs';
import { harness, inOffice } from './faults.mjs';

/** Where the harness sees it, and the change: file, text as it stands, text in its place. */
const mutants = {
  'hands over before the claim is written': [
    ['邮件', 'killed after'],
    ['src/jobs/steps/deliver-mails.ts', 'if (save(sending)) return true;', 'return true;'],
  ],
  'sends again what may have been sent': [
    ['邮件', 'killed after'],
    ['src/core/reminders/ledger/ledger-steps.ts', "state: 'unknown', reason: ", "state: 'queued', reason: "],
  ],
  'takes an unknown error for a refusal': [
    ['邮件', 'throws after'],
    ['src/jobs/steps/deliver-mails.ts', 'unknown: markUnknown,', 'unknown: reject,'],
  ],
  'calls sent what was refused': [
    ['邮件', 'quota'],
    [
      'src/jobs/steps/deliver-mails.ts',
      'closed: withdraw,',
      'closed: (lines, mail, _, moment) => confirm(lines, mail, moment),',
    ],
  ],
  'seals only what it is about to write': [
    ['邮件', 'killed after'],
    [
      'src/jobs/steps/ledger/show-ledger.ts',
      'announce(ledger, sealOfShown(shown), seal)',
      'announce(ledger, seal, seal)',
    ],
  ],
  'marks only what it is about to write': [
    ['邮件', 'killed before'],
    ['src/jobs/steps/ledger/ledger-store.ts', 'keepTips(ledger, journal.tip, tip);', 'keepTips(ledger, tip, tip);'],
  ],
  'believes a call that failed without looking': [
    ['邮件', 'throws before'],
    ['src/google/ledger/journal-sheet.ts', 'if (!standsThere(sheet, row, texts)) throw error;', ''],
  ],
  'forgets to look into 发件箱': [
    ['发件箱', 'killed after'],
    ['src/core/reminders/ledger/ledger-steps.ts', "const isFile = line.channel === '发件箱';", 'const isFile = false;'],
  ],
  'drops what has no mailbox': [
    ['邮件', 'killed after'],
    [
      'src/core/reminders/ledger/plan-ledger.ts',
      '.filter(([text]) => !known.has(text))',
      '.filter(([text, item]) => !known.has(text) && item.mailbox !== null)',
    ],
  ],
  'does not mind the lock': [
    null,
    ['src/google/run-guard.ts', 'if (!lock.tryLock(0)) return null;', 'lock.tryLock(0);'],
  ],
};

/** Each of them must be caught. */
export async function proveMutants() {
  return inOffice(async (base) => {
    const inputs = harness.readInputs(base);
    const makeStore = () => harness.quickStore(base, inputs);
    const missed = [];
    const caught = [];
    for (const [name, [where, change]] of Object.entries(mutants)) {
      harness.useProgram(await mutantOf(change));
      const found = await firstFault(makeStore, where);
      if (found === undefined) missed.push(`not caught: ${name}`);
      else caught.push(`${name}: ${found.split(/[;\n]/u)[0]}`);
    }
    const injected = Object.keys(mutants).length;
    return { injected, survived: injected - missed.length, faults: missed, more: caught.join('\n') };
  });
}

/** Without a place, in histories: only there do runs overlap. */
async function firstFault(makeStore, where) {
  const { faults } =
    where === null
      ? await harness.liveThrough(makeStore, 1, 40)
      : await harness.sweep(makeStore, where[0], [where[1]], 1);
  return faults[0];
}
