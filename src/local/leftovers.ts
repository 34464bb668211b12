/** Takes away what runs left behind that were ended in the middle of writing a file. */
import { join } from 'node:path';
import { removeQuietly, unfinishedName } from './atomic-write';
import { namesIn, statOf } from './workspace';

/** Where the program writes, from the office's folder. */
const places = ['.', '.nianbao', '填报', '模板', '报告', '发件箱'];

/** Only to be called by the run that holds the lock: nobody else writes then. */
export function removeLeftovers(folder: string): void {
  for (const place of places) {
    const path = join(folder, place);
    for (const name of namesOf(path)) if (isLeftover(name)) removeQuietly(join(path, name));
  }
}

/** A folder that cannot be read is told of by whoever needs it. */
function namesOf(path: string): readonly string[] {
  try {
    return statOf(path)?.isDirectory() === true ? namesIn(path) : [];
  } catch {
    return [];
  }
}

function isLeftover(name: string): boolean {
  const writer = unfinishedName.exec(name)?.[1];
  return writer !== undefined && Number(writer) !== process.pid;
}
