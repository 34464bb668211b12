/** Clocks that stand still, for programs that are to live on another day. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Ten past nine in China on the day. */
export function clockOn(day: string): () => number {
  const then = Date.parse(`${day}T09:10:00+08:00`);
  return () => then;
}

/** What the environment of the command line needs to live on the day. */
export function environmentOn(day: string): Record<string, string | undefined> {
  const preload = pathToFileURL(resolve('test/day-preload.mjs')).href;
  return { ...process.env, NODE_OPTIONS: `--import=${preload}`, NIANBAO_TEST_DAY: day };
}
