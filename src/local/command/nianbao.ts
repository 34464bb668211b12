#!/usr/bin/env node
/**
 * The command `nianbao`: opens the program that lies beside it as a script, which is kept compiled as the bundle is, and runs it. A
 * thread of another program calls `main` itself.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { keptScript } from '../base/kept-code';
import { expectShortRun } from '../base/memory';
import type * as CommandLine from './command-line';

/** What the build makes of `command-line`. */
type OpenProgram = (require: NodeJS.Require, address: string) => typeof CommandLine;

const name = 'command-line.js';

// What is kept is taken only by a process with the same flags.
if (isMainThread) expectShortRun();
const folder = dirname(fileURLToPath(import.meta.url));
const { script, keep } = keptScript(name, readFileSync(join(folder, name)), folder);
const open = script.runInThisContext() as OpenProgram;
const program = open(createRequire(import.meta.url), import.meta.url);

/** As `main` of `command-line`. @public called by threads. */
export const { main } = program;

if (isMainThread) {
  const args = process.argv.slice(2);
  process.exitCode = await program.run(args);
  keep(program.kindOf(args));
}
