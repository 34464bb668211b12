/** Makes mail files while the caller waits, by the script that the build makes of mail-file. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serviceWords } from '../../core/base/service-words';
import { keptScript } from '../base/kept-code';
import type { LocalMail } from './mail-file';
import type { MailAnswer } from './mail-worker';

/** What makes the bytes of a mail by the script in `folder`, which is opened when it is needed. */
export function mailMaker(folder: string): (mail: LocalMail) => MailAnswer {
  let library: MailLibrary | undefined;
  return (mail) => {
    try {
      return { bytes: (library ??= libraryIn(folder)).makeMailFile(mail) };
    } catch (error) {
      return { outcome: 'unavailable', why: serviceWords(error) };
    }
  };
}

/** What `mail-file` is made by the build. */
interface MailLibrary {
  readonly makeMailFile: (mail: LocalMail) => Uint8Array;
}

/** Its compiled code is kept where this runs as it was built. */
function libraryIn(folder: string): MailLibrary {
  const name = 'mail-file.js';
  const { script, keep } = keptScript(name, readFileSync(join(folder, name)), folder);
  const open = script.runInThisContext() as (require: NodeJS.Require, opener: string) => MailLibrary;
  const { makeMailFile } = open(createRequire(import.meta.url), import.meta.url);
  const isBuilt = folder === dirname(fileURLToPath(import.meta.url));
  return {
    makeMailFile: (mail) => {
      const made = makeMailFile(mail);
      if (isBuilt) keep('mail');
      return made;
    },
  };
}
