/** A new workspace from the ledgers an office has: the hub they propose, and copies of them in 填报. */
import type { JobAnswer, WrittenFile } from '../../../contract/answer';
import type { LedgerFolder, LedgerSource, ProposalDetails } from '../../../contract/orders';
import { failureWords } from '../../../core/base/failure-words';
import type { Problem } from '../../../core/base/problem';
import { bareName } from '../../../core/base/text';
import type { Edition } from '../../../core/edition/edition';
import { departmentList } from '../../../core/rows/department-list';
import { directoryOf } from '../../../core/rows/department-names';
import { townIn, unitOf, unitOfFile, yearIn, type Ledger } from '../../../core/rows/found/found-names';
import { problemLines } from '../../../core/report/summary';
import { officeIn } from '../../../core/rows/found/found-office';
import { tasksIn } from '../../../core/rows/found/found-tasks';
import { reportYears } from '../../../core/settings/settings-from-grids';
import type { Content } from '../../../core/sheets/cell-content';
import type { Rule } from '../../../core/tables/rules/rule';
import { foundContents, type ProposedHub } from '../../../core/sheets/found-contents';
import type { HubContents } from '../../../core/sheets/hub-contents';
import { downloadFile } from '../../../google/drive/download';
import { saveFile } from '../../../google/folders';
import { tellProgress } from '../../../google/run-guard';
import { readWorkbook } from '../../../google/workbooks';
import { ensureFolder } from '../find-workspace';
import type { Hub } from '../read-office';
import { lookAtWorkbook, onlySheet } from './look-at-workbook';
import { saveRules } from '../kept/rules-store';

/** A ledger with the file it was read from. */
interface ReadLedger extends Ledger {
  readonly source: LedgerSource;
}

/** What was read of the folder. */
export interface ReadLedgers {
  readonly ledgers: readonly ReadLedger[];
  readonly problems: readonly Problem[];
  readonly town: string | null;
  /** The year the ledgers are of; null where they do not say, or say one no report can be made for. */
  readonly year: number | null;
  /** Ledgers of another year, with it. */
  readonly ofOtherYears: readonly string[];
}

/** Reads every ledger; what cannot be read, and what is no table, is told. */
export function readLedgers({ ledgers, others }: LedgerFolder, edition: Edition): ReadLedgers {
  const read = ledgers.map((source) => {
    tellProgress(`读取 ${source.name}`);
    return { source, read: readWorkbook(source.id, source.name) };
  });
  const sound = read.flatMap(({ source, read: one }): readonly ReadLedger[] =>
    'failure' in one ? [] : [{ source, file: source.name, folder: source.folder, grids: one.grids }],
  );
  const { year, others: ofOtherYears } = yearIn(sound);
  return {
    ledgers: sound,
    town: townIn(sound, edition.declared.words.rows),
    year: year !== null && year >= reportYears.first && year <= reportYears.last ? year : null,
    ofOtherYears,
    problems: [
      ...read.flatMap(({ source, read: one }) =>
        'failure' in one ? [unused(source.name, `无法读取，没有采用：${one.failure.why}`)] : [],
      ),
      ...others.map((name) => unused(name, '不是表格文件，没有采用')),
    ],
  };
}

function unused(file: string, reason: string): Problem {
  const expected = '要用的请打开检查，另存为 .xlsx 后放进“填报”';
  return { code: 'from-unused', level: 'error', place: { file }, actual: '', reason, expected };
}

/** The hub the ledgers propose. */
export function proposedHub({ ledgers, town }: ReadLedgers, edition: Edition, reportYear: number): ProposedHub {
  const office = officeIn(ledgers, edition, { town, reportYear });
  return foundContents(office, edition, { town, reportYear, file: '总表.xlsx' });
}

/** What would be made of the ledgers; nothing is. */
export function trialAnswer({ contents, problems }: ProposedHub, read: ReadLedgers, edition: Edition): JobAnswer {
  const text = `读了 ${String(read.ledgers.length)} 本台账，还什么都没有写。`;
  const told = problemLines([...read.problems, ...problems]);
  const details = proposalDetails(contents, read, edition);
  return { exit: 0, text, files: [], problems: told, summary: null, details };
}

/** The proposal as people look at it before anything is made. */
function proposalDetails(contents: HubContents, { ledgers, town }: ReadLedgers, edition: Edition): ProposalDetails {
  const ends = edition.declared.words.rows;
  const said = (content: Content | undefined): string => (typeof content === 'string' ? content : '');
  const owners = ledgers.map((ledger) => ({ file: ledger.file, unit: unitOf(ledger, town, ends) }));
  return {
    year: Number(contents.settings.reportYear),
    town,
    departments: contents.departments.map(({ name }) => ({
      name: said(name),
      files: owners.flatMap(({ file, unit }) => (unit === said(name) ? [file] : [])),
    })),
    tasks: contents.tasks.map(({ title, lead, section }) => ({
      title: said(title),
      lead: said(lead),
      section: said(section),
    })),
  };
}

/** What was copied, a line on each ledger, and all that is to be looked at. */
export interface CopiedLedgers {
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** Copies each ledger into 填报 under the name of its department; nothing that is there is replaced, nothing is left out unsaid. */
export function copyLedgers(hub: Hub, { ledgers, town, problems }: ReadLedgers, made: WrittenFile[]): CopiedLedgers {
  const { workspace, settings, grids } = hub;
  const { value: departments } = departmentList(grids, workspace.hub.name, settings);
  const directory = directoryOf(departments, settings.town);
  const taken = new Set(workspace.departments.map(({ name }) => bareName(name)));
  const folder = ensureFolder(workspace, 'departments');
  const ends = settings.edition.declared.words.rows;
  const lines: string[] = [];
  const told = [...problems];
  const rules: Rule[] = [];
  for (const ledger of ledgers) {
    const { file, source } = ledger;
    const isTable = tasksIn(ledger.grids, settings.edition, settings.reportYear).isTown;
    const named = isTable ? unitOfFile(file, town, ends) : unitOf(ledger, town, ends);
    const unit = directory.find(named ?? '')?.name ?? null;
    const isTown = isTable && unit === null;
    const name = freeName(unit, ledger, taken);
    if (name === null) {
      told.push(unused(file, '“填报”里已有同名的文件，没有替换，这一本没有放进去'));
      continue;
    }
    if (unit !== null && bareName(name) !== unit)
      told.push(unused(file, `“填报”里已有${unit}的表，这一本照原名放了进去，不会读取`));
    taken.add(bareName(name));
    tellProgress(`放进填报 ${name}`);
    try {
      made.push({
        what: 'department',
        name,
        id: saveFile({ id: null, folder, name }, downloadFile(source.id), bytesType),
      });
      const own = toldByName(hub, ledger, name, unit);
      rules.push(...own);
      lines.push(...looked(hub, ledger, name, { isTown, rules: own }));
    } catch (error) {
      told.push(unused(file, `没有放进“填报”：${failureWords(error)}`));
    }
  }
  if (rules.length > 0) made.push(saveRules(workspace, settings, { rules, outdated: [] }));
  return { lines, problems: told };
}

/** A .csv has no name of a sheet but its own: what that told is kept for the copy, which is called after the department. */
function toldByName(hub: Hub, { grids, file }: Ledger, name: string, department: string | null): readonly Rule[] {
  const sheet = onlySheet(name);
  if (department === null || sheet === null || bareName(file) === sheet) return [];
  const kindIn = (called: string): string | null =>
    lookAtWorkbook(hub, { file: called, grids }).sheets.find(({ as }) => as !== null)?.as ?? null;
  const as = kindIn(file);
  if (as === null || kindIn(name) === as) return [];
  return [{ department, sheet, kind: 'sheet', name: '', as, ground: `原名 ${file}` }];
}

const bytesType = 'application/octet-stream';

/** The department's name where it has no workbook yet, else the file's own; null where both are taken. */
function freeName(unit: string | null, { file }: Ledger, taken: ReadonlySet<string>): string | null {
  const ending = /\.[a-z]+$/iu.exec(file)?.[0] ?? '';
  if (unit !== null && !taken.has(unit)) return `${unit}${ending}`;
  return taken.has(bareName(file)) ? null : file;
}

/** `执法队.xlsx：“数据”＝指标数据 …；要确认 3 处`. */
function looked(
  hub: Hub,
  { grids, file }: Ledger,
  name: string,
  { isTown, rules }: { readonly isTown: boolean; readonly rules: readonly Rule[] },
): readonly string[] {
  const book = { file: name, grids: grids.map((grid) => ({ ...grid, workbook: name })) };
  const { sheets, questions, rows } = lookAtWorkbook(hub, book, rules);
  const from = file === name ? '' : `（原名 ${file}）`;
  const { length } = rows.progress;
  const read = isTown
    ? `全${hub.settings.town}的${length === 0 ? '任务表，没有写进展' : `总台账，${String(length)} 项任务的进展`}`
    : sheets.map(({ sheet, as }) => `“${sheet}”＝${as ?? '没有读取'}`).join('，');
  const asked = questions.length === 0 ? '没有要确认的' : `要确认 ${String(questions.length)} 处`;
  return [`  ${name}${from}：${read}；${asked}`];
}
