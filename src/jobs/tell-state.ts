/** What each page says above itself: whose workspace it is, and how far it is. */
import type { JobAnswer } from '../contract/answer';
import type { StateDetails } from '../contract/orders';
import type { Editions } from '../core/edition/open-edition';
import { wordType } from '../google/folders';
import { boundSpreadsheet } from '../google/run-guard';
import { findWorkspace } from './steps/find-workspace';
import { readHub } from './steps/read-office';

/** Exit 0 also before 初始化, which `details.workspace` null says; exit 2 where the hub cannot be read. */
export function tellState(_: null, editions: Editions): JobAnswer {
  const found = findWorkspace();
  // A folder on disk is a workspace by its place; without a hub it is none yet.
  if (found === null || boundSpreadsheet() === null)
    return answered({ workspace: null, year: null, edition: '', workbooks: 0, reports: 0 });
  const hub = readHub(found, editions);
  if ('exit' in hub) return hub;
  const { settings, workspace } = hub;
  return answered({
    workspace: settings.town,
    year: settings.reportYear,
    edition: settings.edition.name,
    workbooks: workspace.departments.filter(({ name }) => /^[^.]/u.test(name)).length,
    reports: workspace.reports.filter(({ mimeType, name }) => mimeType === wordType && !name.includes('公开版')).length,
  });
}

function answered(details: StateDetails): JobAnswer {
  return { exit: 0, text: '', files: [], problems: [], summary: null, details };
}
