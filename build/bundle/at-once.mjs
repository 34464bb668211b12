/**
 * Makes the script that does the xlsx library's work while the caller waits: a thread for it would take longer to start than the
 * work. The library is asynchronous only because it packs by streams; the packing is left out here, for the frame of a workbook
 * is taken apart again at once, and what is read is handed in unpacked.
 */
import { readFile } from 'node:fs/promises';
import { bundleScript } from './script.mjs';

/** Files of which each step that could wait is made one that does not. */
const waiting =
  /(?:hucre[\\/]dist[\\/](?:_input|(?:xlsx|zip)[\\/](?:reader|writer))\.mjs|books[\\/]xlsx[\\/]xlsx-(?:read|look)\.ts)$/;
const packing = /^async function (?:compress|decompress)DeflateRaw\(data[^]*?^\}$/mu;
const steps = /\b(?:async (?=function\b|[a-zA-Z]+\()|await )/gu;

/** The script's text, and what went into it. Throws where one of the files has begun to wait in another way. */
export async function bundleAtOnce(entry) {
  const plugin = {
    name: 'at-once',
    setup: ({ onLoad }) => {
      onLoad({ filter: waiting }, async ({ path }) => ({
        contents: atOnce(path, await readFile(path, 'utf8')),
        loader: path.endsWith('.ts') ? 'ts' : 'js',
      }));
    },
  };
  return bundleScript(entry, { plugins: [plugin] });
}

function atOnce(path, text) {
  const done = text
    .replace(packing, (whole) => `${whole.slice('async '.length, whole.indexOf('{'))}{ return data; }`)
    .replace(steps, '');
  const left = /^.*(?:\b(?:async|await)\b|\bnew Promise\b|\.then\().*$/mu.exec(done);
  if (left !== null) throw new Error(`${path} waits: ${left[0].trim()}`);
  return done;
}
