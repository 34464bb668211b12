/** Shows how the sheets, columns and rows of one workbook are understood. */
import { firstOf, type Editions } from '../core/edition/open-edition';
import type { JobAnswer } from '../contract/answer';
import type { MapOrder } from '../contract/orders';
import { fileStem } from '../core/base/office-names';
import { bareName } from '../core/base/text';
import { departmentDraft } from '../core/sheets/department-draft';
import { filledRows } from '../core/sheets/filled-rows';
import { createSpreadsheet } from '../google/folders';
import { fillNewWorkbook, readWorkbook } from '../google/workbooks';
import { withMapping, type Grid } from '../core/base/grid';
import { problemText } from '../core/base/problem';
import { mapText, workbookMap } from '../core/tables/workbook-map';
import { tellProgress } from '../google/run-guard';
import { ensureFolder, findWorkspace } from './steps/find-workspace';
import { intakeDetails, intakeText } from './steps/intake/intake-details';
import { lookAtWorkbook } from './steps/intake/look-at-workbook';
import { problemsAnswer, refusedAnswer } from './steps/job-answer';
import { readHub, type Hub } from './steps/read-office';

/**
 * Exit 1 when a required column is missing or two sheets cannot be told apart; `details` is the map, in an office with what the
 * page 接入台账 shows of the workbook.
 */
export function mapSheets(order: MapOrder, editions: Editions): JobAnswer {
  const { workbook, inWorkspace } = order;
  const hub = inWorkspace ? readHub(findWorkspace(), editions) : null;
  if (hub !== null && 'exit' in hub) return hub;
  tellProgress(`读取 ${workbook.name}`);
  const read = readWorkbook(workbook.id, workbook.name);
  if ('failure' in read) return refusedAnswer(`${workbook.name} 无法读取：${read.failure.why}`);
  if (hub === null) return mapAlone(workbook.name, read.grids, editions);
  return order.asForm === true ? formOf(hub, workbook.name, read.grids) : mapInOffice(workbook.name, read.grids, hub);
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

/** A department that has kept its own ledger goes over to the program's workbook: the ledger stays, and nothing is typed again. */
function formOf(hub: Hub, file: string, grids: readonly Grid[]): JobAnswer {
  const { workspace, settings } = hub;
  const { rows, department: name, sheets, problems } = lookAtWorkbook(hub, { file, grids });
  const department = rows.departments.find((one) => one.name === name);
  if (department === undefined) return refusedAnswer(`不知道 ${file} 是哪个单位的，没有写。请把文件改名为单位名称。`);
  const { tasks, indicators, meanings } = rows;
  const filled = filledRows(rows, department);
  const draft = departmentDraft({ department, settings, tasks, indicators, meanings, filled });
  const title = `${fileStem(department.name)} 换用填报表`;
  if (workspace.checks.some((one) => bareName(one.name) === title))
    return refusedAnswer(`“核对单”里已有“${title}.xlsx”，没有覆盖，请先移走。`);
  const id = createSpreadsheet(title, ensureFolder(workspace, 'checks'));
  fillNewWorkbook(id, { ...draft, title });
  const lost = sheets.flatMap(({ sheet, counts: { listed, unread } }) =>
    listed + unread === 0 ? [] : [`“${sheet}”${String(listed + unread)}格`],
  );
  const left = lost.length === 0 ? '读到的都在里面' : `没有读到、没有带过去的：${lost.join('、')}，原表里还在`;
  const text = `已写 核对单/${title}.xlsx，${left}。要换用的，请看过以后改名为 ${department.name}.xlsx，放进“填报”代替原来的表。`;
  const exit = lost.length === 0 ? 0 : 1;
  return { ...problemsAnswer(exit, text, problems), files: [{ what: 'document', name: `${title}.xlsx`, id }] };
}
