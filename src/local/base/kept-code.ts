/**
 * What V8 has compiled of a script, kept beside the program: compiling it anew takes a tenth of a second in each process. Whoever may
 * write there could change the script itself. A file that is damaged, or made of another script, is as good as none.
 */
import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { asAtStart } from './memory';

/** A script that is ready to run. */
export interface KeptScript {
  readonly script: vm.Script;
  /** Whether it was compiled by an earlier process. */
  readonly isKept: boolean;
  /** After a run of this kind: keeps what was compiled for it, unless the like of it has run before. */
  readonly keep: (kind: string) => void;
}

/** Signs of a sum, in hexadecimal. */
const sumLength = 64;

/** The script in these bytes, called `name`; what was compiled of it is kept in `folder`, in one file for each version of Node. */
export function keptScript(name: string, code: Buffer, folder: string): KeptScript {
  const file = join(folder, `${name}.${process.version}-${process.platform}-${process.arch}.compiled`);
  const sum = sumOf(code);
  const { kinds, cachedData } = readKept(file, sum);
  const text = code.toString('utf8');
  const script = asAtStart(() => new vm.Script(text, { filename: name, ...(cachedData && { cachedData }) }));
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;
  const known = new Set(isKept ? kinds : []);
  return {
    script,
    isKept,
    keep: (kind) => {
      if (known.has(kind)) return;
      known.add(kind);
      writeKept(file, () => {
        const compiled = asAtStart(() => script.createCachedData());
        return Buffer.concat([Buffer.from(`${sum}${sumOf(compiled)}${[...known].join(' ')}\n`), compiled]);
      });
    },
  };
}

interface Kept {
  readonly kinds: readonly string[];
  readonly cachedData?: Buffer;
}

const nothing: Kept = { kinds: [] };

/** V8 itself compares no more of the script than its length, and trusts the data. */
function readKept(file: string, sum: string): Kept {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const head = bytes.toString('latin1', 0, end);
    const cachedData = bytes.subarray(end + 1);
    if (end < 0 || head.slice(0, 2 * sumLength) !== sum + sumOf(cachedData)) return nothing;
    return { kinds: head.slice(2 * sumLength).split(' '), cachedData };
  } catch {
    return nothing;
  }
}

/** Nothing is made for a folder that cannot be written. What is half written fails its sum. */
function writeKept(file: string, make: () => Buffer): void {
  try {
    const opened = openSync(file, 'a');
    try {
      const bytes = make();
      ftruncateSync(opened);
      writeFileSync(opened, bytes);
    } finally {
      closeSync(opened);
    }
  } catch {
    // The next process compiles it anew.
  }
}

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
