/** The most memory a process has had. */
import { readFileSync } from 'node:fs';

/** In megabytes. What Linux tells of a process by `maxRSS` begins with what the one that started it had. */
export function peakMemory() {
  try {
    return Number(/^VmHWM:\s*(\d+)/mu.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
