/** Shows how the sheets, columns and rows of one workbook are understood. */
import { firstOf, type Editions } from '../core/edition/open-edition';
import type { JobAnswer } from '../contract/answer';
import type { MapOrder } from '../contract/orders';
import { withMapping, type Grid } from '../core/base/grid';
import { problemText } from '../core/base/problem';
import { mapText, workbookMap } from '../core/tables/workbook-map';
import { tellProgress } from '../google/run-guard';
import { readWorkbook } from '../google/workbooks';
import { findWorkspace } from './steps/find-workspace';
import { intakeDetails, intakeText } from './steps/intake/intake-details';
import { lookAtWorkbook } from './steps/intake/look-at-workbook';
import { problemsAnswer, refusedAnswer } from './steps/job-answer';
import { readHub, type Hub } from './steps/read-office';

/**
 * Exit 1 when a required column is missing or two sheets cannot be told apart; `details` is the map, in an office with what the
 * page 接入台账 shows of the workbook.
 */
export function mapSheets({ workbook, inWorkspace }: MapOrder, editions: Editions): JobAnswer {
  const hub = inWorkspace ? readHub(findWorkspace(), editions) : null;
  if (hub !== null && 'exit' in hub) return hub;
  tellProgress(`读取 ${workbook.name}`);
  const read = readWorkbook(workbook.id, workbook.name);
  if ('failure' in read) return refusedAnswer(`${workbook.name} 无法读取：${read.failure.why}`);
  return hub === null ? mapAlone(workbook.name, read.grids, editions) : mapInOffice(workbook.name, read.grids, hub);
}

function mapAlone(file: string, grids: readonly Grid[], editions: Editions): JobAnswer {
  const map = workbookMap(grids, file, firstOf(editions).declared);
  const exit = map.problems.some(({ level }) => level === 'error') ? 1 : 0;
  return { ...problemsAnswer(exit, mapText(map), map.problems), details: map };
}

function mapInOffice(file: string, grids: readonly Grid[], hub: Hub): JobAnswer {
  const { edition, columnMapping } = hub.settings;
  const looked = lookAtWorkbook(hub, { file, grids });
  const map = workbookMap(looked.grids, file, edition.declared);
  if (map.kind === 'hub') {
    const own = workbookMap(withMapping(grids, columnMapping), file, edition.declared);
    const exit = own.problems.some(({ level }) => level === 'error') ? 1 : 0;
    return { ...problemsAnswer(exit, mapText(own), own.problems), details: own };
  }
  const said = new Set(map.problems.map(problemText));
  const problems = [...map.problems, ...looked.questions.filter((one) => !said.has(problemText(one)))];
  const exit = map.problems.some(({ level }) => level === 'error') ? 1 : 0;
  const told = problemsAnswer(exit, [mapText(map), ...intakeText(looked)].join('\n'), map.problems);
  const { sheets: shown, ...details } = intakeDetails(looked, hub.settings, { isKept: false, isPut: null });
  return { ...told, details: { ...map, ...details, shown, problems } };
}
