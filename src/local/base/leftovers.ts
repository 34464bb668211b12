/** Takes away what runs left behind that were ended in the middle of writing a file. */
import { join } from 'node:path';
import { folderNames, sentFolder } from '../../core/base/office-names';
import { removeQuietly, unfinishedName } from './atomic-write';
import { namesInFolder, statOf } from './workspace';

/** Where the program writes, from the office's folder. */
const places = ['.', '.nianbao', ...Object.values(folderNames), `${folderNames.outbox}/${sentFolder}`];
/** A lock that another run is about to take is younger. */
const longestWrite = 10_000;

/** Only to be called by the run that holds the lock: nobody else writes then. */
export function removeLeftovers(folder: string): void {
  for (const place of places) {
    const path = join(folder, place);
    for (const name of namesOf(path)) if (isLeftover(path, name)) removeQuietly(join(path, name));
  }
}

/** A folder that cannot be read is told of by whoever needs it. */
function namesOf(path: string): readonly string[] {
  try {
    return statOf(path)?.isDirectory() === true ? namesInFolder(path) : [];
  } catch {
    return [];
  }
}

function isLeftover(path: string, name: string): boolean {
  const writer = unfinishedName.exec(name)?.[1];
  if (writer !== undefined) return Number(writer) !== process.pid;
  if (!/^lock-\d+-/u.test(name)) return false;
  return Date.now() - (statOf(join(path, name))?.mtimeMs ?? 0) > longestWrite;
}
