/** Shows how the sheets and columns of one workbook are understood. */
import { firstOf, type Editions } from '../core/edition/open-edition';
import type { Declared } from '../core/tables/declared';
import type { JobAnswer } from '../contract/answer';
import type { MapOrder } from '../contract/orders';
import { withMapping } from '../core/base/grid';
import type { Mapping } from '../core/base/mapping';
import { mapText, workbookMap } from '../core/tables/workbook-map';
import { tellProgress } from '../google/run-guard';
import { readWorkbook } from '../google/workbooks';
import { findWorkspace } from './steps/find-workspace';
import { problemsAnswer, refusedAnswer } from './steps/job-answer';
import { readHub } from './steps/read-office';

/** Exit 1 when a required column is missing or two sheets cannot be told apart; `details` is the map. */
export function mapSheets({ workbook, inWorkspace }: MapOrder, editions: Editions): JobAnswer {
  const names = inWorkspace ? officeNames(editions) : { mapping: [], declared: firstOf(editions).declared };
  if ('exit' in names) return names;
  const { mapping, declared } = names;
  tellProgress(`读取 ${workbook.name}`);
  const read = readWorkbook(workbook.id, workbook.name);
  if ('failure' in read) return refusedAnswer(`${workbook.name} 无法读取：${read.failure.why}`);
  const map = workbookMap(withMapping(read.grids, mapping), workbook.name, declared);
  const exit = map.problems.some(({ level }) => level === 'error') ? 1 : 0;
  return { ...problemsAnswer(exit, mapText(map), map.problems), details: map };
}

/** What the office calls its sheets and columns, and what they are held against. */
interface OfficeNames {
  readonly mapping: Mapping;
  readonly declared: Declared;
}

function officeNames(editions: Editions): OfficeNames | JobAnswer {
  const hub = readHub(findWorkspace(), editions);
  if ('exit' in hub) return hub;
  const { columnMapping, edition } = hub.settings;
  return { mapping: columnMapping, declared: edition.declared };
}
