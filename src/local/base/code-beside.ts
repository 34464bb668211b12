/** Code that lies packed beside the bundle, which asks for it by name: compiled by its host, and kept compiled as the bundle itself is. */
import { join } from 'node:path';
import type vm from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { keptScript, type KeptScript } from './kept-code';
import { readFileBytes } from './workspace';

/** What a run asks for, and what is kept of it. */
export interface CodeBeside {
  /** The script in `name`.html. */
  readonly script: (name: string) => vm.Script;
  /** As `KeptScript` has it, for what was asked for since the last time. */
  readonly keep: (kind: string) => void;
}

/** The code in the files of `folder`; what was compiled of it is kept in `keptIn`. */
export function codeBeside(folder: string, keptIn: string): CodeBeside {
  const asked = new Set<KeptScript>();
  return {
    script: (name) => {
      const kept = scriptOf(Buffer.from(readFileBytes(join(folder, `${name}.html`))), name, keptIn);
      asked.add(kept);
      return kept.script;
    },
    keep: (kind) => {
      for (const kept of asked) kept.keep(kind);
      asked.clear();
    },
  };
}

let latest: { readonly packed: Buffer; readonly kept: KeptScript } | undefined;

/** Compiled once for the whole process, however many folders are opened. */
function scriptOf(packed: Buffer, name: string, keptIn: string): KeptScript {
  if (latest?.packed.equals(packed) !== true) {
    const text = gunzipSync(Buffer.from(packed.toString('latin1'), 'base64'));
    latest = { packed, kept: keptScript(name, between(text), keptIn) };
  }
  return latest.kept;
}

/** The lines between the first and the last, which the bundle itself looks at. */
function between(text: Buffer): Buffer {
  return text.subarray(text.indexOf('\n') + 1, text.lastIndexOf('\n', text.length - 2));
}
