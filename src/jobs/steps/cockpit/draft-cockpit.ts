/** Drafts what 看板 shows of an office that was read. */
import type { Cockpit } from '../../../contract/cockpit';
import type { Snapshot } from '../../../contract/history';
import { cockpitFrom, type CockpitInput } from '../../../core/cockpit/cockpit';
import { withoutPersons } from '../../../core/cockpit/without-persons';
import { publisherOf } from '../../../core/report/public/publish-text';
import { sensitiveCells } from '../../../core/report/public/sensitive-cells';
import { toldAreas } from '../../../core/report/told-areas';
import { departmentItems } from '../../../core/rows/department-items';
import { findDue } from '../find-due';
import { tryOpen } from '../prepare-reminders';
import type { Office } from '../read-office';

/** The ledger is only looked at: where it is damaged or cannot be read, all else is shown and that is told. */
export function draftCockpit(office: Office, history: readonly Snapshot[], forMail: boolean): Cockpit {
  const { settings, rows, findings, problems, feedback, grids } = office;
  const cockpit = cockpitFrom({
    ...{ settings, rows, findings, problems, feedback },
    areas: toldAreas(findings, rows, settings).value,
    items: departmentItems(problems, rows),
    due: findDue(office).value,
    ledger: ledgerOf(office),
    history,
  });
  if (!forMail) return cockpit;
  const { publicRules } = settings.edition;
  return withoutPersons(cockpit, publisherOf(publicRules, sensitiveCells(grids, publicRules).names));
}

function ledgerOf({ workspace, settings }: Office): CockpitInput['ledger'] {
  const ledger = tryOpen(workspace, settings);
  if ('exit' in ledger) return { why: ledger.text };
  return 'damage' in ledger ? { why: '催办记录已损坏，请看“催办”页' } : ledger.lines;
}
