/** The program as a timer has to call it, which knows no PATH. */
import { fileURLToPath } from 'node:url';
import type { TimerProgram } from './timer-texts';

/** Node as it runs now, and the command's file, beside which this one is built. */
export function timerProgram(): TimerProgram {
  return { node: process.execPath, script: fileURLToPath(new URL('./nianbao.mjs', import.meta.url)) };
}
