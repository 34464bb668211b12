/** Memory, of short runs and of large offices. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * How often the room for what is new is doubled at once, by how many hundredths the heap may grow before it is cleared, and how much
 * of a function runs (in bytes of its code) before it is optimised; 0: the engine's own way.
 */
interface Growth {
  readonly ofNew: number;
  readonly ofAll: number;
  readonly untilQuick: number;
}

/** Below that the engine optimises while it still learns, and throws much of it away again. */
const sooner = 300_000;

let atStart: Growth = { ofNew: 2, ofAll: 0, untilQuick: 0 };
let growth = atStart;
let isShort = false;

/**
 * For a process that does one thing and ends, before anything else. Code that runs a few hundred times is not optimised: it would not
 * pay any more. What is new gets room at once, and by `holdNew` no more than that: left to itself the
 * engine doubles it as long as the process lives.
 */
export function expectShortRun(): void {
  // From Node 22 on V8 has no such flag, and writes a line about it to whoever reads the errors.
  isShort = Number(process.versions.v8.split('.')[0]) < 12;
  if (!isShort) return;
  atStart = { ofNew: 8, ofAll: 0, untilQuick: 1_000_000 };
  grow(atStart);
}

/** In a short run the room for what is new grows no further. */
export function holdNew(): void {
  if (isShort) grow({ ...growth, ofNew: 1 });
}

/**
 * For a large office, whose run takes seconds: code is optimised sooner than in a short one. From now on the heap is cleared when it
 * has grown by three tenths, where left to itself the engine lets it grow to four times what is in use: some more work for much less room.
 */
export function spareMemory(): void {
  grow({ ofNew: 2, ofAll: 30, untilQuick: atStart.untilQuick === 0 ? 0 : sooner });
}

/** Compiled code is taken only where the flags are those with which it was compiled: does the work with those the process began with. */
export function asAtStart<T>(work: () => T): T {
  const now = growth;
  grow(atStart);
  try {
    return work();
  } finally {
    grow(now);
  }
}

function grow(wanted: Growth): void {
  const { ofNew, ofAll, untilQuick } = wanted;
  // Also where it seems to be so: two programs in a process (see `nianbao`) know nothing of each other.
  if (isShort) setFlagsFromString(`--semi-space-growth-factor=${String(ofNew)}`);
  if (untilQuick !== 0) setFlagsFromString(`--interrupt-budget=${String(untilQuick)}`);
  if (isShort || ofAll !== growth.ofAll) setFlagsFromString(`--heap-growing-percent=${String(ofAll)}`);
  growth = wanted;
}

/** Clears up at once: before something large is made, when what is no longer needed is as large. */
export function clearMemory(): void {
  setFlagsFromString('--expose-gc');
  const clear = runInNewContext('gc') as () => void;
  // The script's own contexts hold nothing but Google's services.
  setFlagsFromString('--no-expose-gc');
  clear();
}

/** A heap of so many bytes is a large office's. */
const largeHeap = 128 * 1024 * 1024;

/** The same where so much is held that it is worth the time. */
export function clearLargeHeap(): void {
  if (process.memoryUsage().heapUsed > largeHeap) clearMemory();
}
