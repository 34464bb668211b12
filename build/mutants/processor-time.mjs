/** What a process has used of a processor: on a busy machine a clock says nothing of how long a test takes. */
import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const millisecondsOfTick = 10;

/** Milliseconds used by a process and its threads, and by those it started and that have ended; null where the system does not tell. */
export function processorTime(pid) {
  const fields = fieldsOf(pid);
  return fields === null ? null : (fields[0] + fields[1] + fields[2] + fields[3]) * millisecondsOfTick;
}

/** Milliseconds used by this process so far, with those it started where the system tells. */
export function spent() {
  const { user, system } = process.cpuUsage();
  const [, , ...others] = fieldsOf('self') ?? [0, 0, 0, 0];
  return (user + system) / 1000 + (others[0] + others[1]) * millisecondsOfTick;
}

/** utime, stime, cutime and cstime of proc(5). */
function fieldsOf(pid) {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The name of the program may hold spaces and brackets.
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
      .map(Number);
  } catch {
    return null;
  }
}
