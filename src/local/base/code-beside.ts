/** Code that lies packed beside the bundle, which asks for it by name: compiled by its host, and kept compiled as the bundle itself is. */
import { join } from 'node:path';
import type vm from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { keptScript, type KeptScript } from './kept-code';
import { readFileBytes, statOf } from './workspace';

/** What a run asks for, and what is kept of it. */
export interface CodeBeside {
  /** What `name`.html holds, with the lines around the code by which the bundle knows it; null where there is none, nothing where it is damaged. */
  readonly text: (name: string) => string | null;
  /** The code between these lines, ready to run. */
  readonly script: (name: string) => vm.Script;
  /** As `KeptScript` has it, for what was run since the last time. */
  readonly keep: (kind: string) => void;
}

/** The code in the files of `folder`; what was compiled of it is kept in `keptIn`. */
export function codeBeside(folder: string, keptIn: string): CodeBeside {
  const ran = new Set<KeptScript>();
  return {
    text: (name) => unpackedIn(folder, name)?.toString('utf8') ?? null,
    script: (name) => {
      const kept = scriptOf(unpackedIn(folder, name) ?? Buffer.of(), name, keptIn);
      ran.add(kept);
      return kept.script;
    },
    keep: (kind) => {
      for (const kept of ran) kept.keep(kind);
      ran.clear();
    },
  };
}

/** The latest file of each name. */
const files = new Map<string, { readonly packed: Buffer; readonly text: Buffer }>();
const scripts = new Map<string, { readonly text: Buffer; readonly kept: KeptScript }>();

/** Unpacked once for the whole process, however many folders are opened. */
function unpackedIn(folder: string, name: string): Buffer | null {
  const path = join(folder, `${name}.html`);
  if (!statOf(path)) return null;
  const packed = Buffer.from(readFileBytes(path));
  const known = files.get(name);
  if (known?.packed.equals(packed) === true) return known.text;
  const text = unpacked(packed);
  files.set(name, { packed, text });
  return text;
}

function unpacked(packed: Buffer): Buffer {
  try {
    return gunzipSync(Buffer.from(packed.toString('latin1'), 'base64'));
  } catch {
    return Buffer.of();
  }
}

/** Compiled as often. */
function scriptOf(text: Buffer, name: string, keptIn: string): KeptScript {
  const known = scripts.get(name);
  if (known?.text === text) return known.kept;
  const kept = keptScript(name, between(text), keptIn);
  scripts.set(name, { text, kept });
  return kept;
}

function between(text: Buffer): Buffer {
  return text.subarray(text.indexOf('\n') + 1, text.lastIndexOf('\n', text.length - 2));
}
