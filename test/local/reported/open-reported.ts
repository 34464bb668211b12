/** A folder that passes for one on Drive, on a Google that behaves as reported; everything in it was made for whoever runs. */
import { onGoogle } from '../../../src/local/reported/google-double';
import { makeWorld } from '../../../src/local/reported/google-world';
import type { Host, HostOptions } from '../../../src/local/services/bundle-host';
import type { Between } from '../../../src/local/services/service';
import { openOffice } from '../shared-host';

/** For one run, as `openOffice`; what the test puts between hears of each call first. */
export function openReported(folder: string, options: Partial<HostOptions> = {}): Promise<Host> {
  const { user = '', between: own } = options;
  const google = onGoogle(makeWorld(folder, user), { person: user, hub: '总表.xlsx' });
  const between: Between = own
    ? (name, args, make) => own(name, args, (changed = args) => google(name, changed, make))
    : google;
  return openOffice(folder, { ...options, between });
}
