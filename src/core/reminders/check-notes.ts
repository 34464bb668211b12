/** 核对单: what one department should put right in its own workbook, in plain words, as a paper and as a mail to copy. */
import type { Edition } from '../edition/edition';
import { longDay } from '../base/day';
import type { Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import { checkCode } from '../findings/feedback/matter-code';
import type { Findings } from '../findings/findings';
import { isAboutWorkbook, isBlank, type DepartmentItems } from '../rows/department-items';
import type { Rows } from '../rows/rows';
import { formlessDepartments, unreadDepartments } from '../rows/books/workbook-status';
import type { Settings } from '../settings/settings';
import type { ModelRecord } from '../../engine/fill';
import { isOutpost } from './due-item';
import { letterFiller, paperFiller, type FillLetter, type FillPaper, type PaperTemplate } from './fill-paper';
import type { Attachment } from './mail';
import { fileNamePart, safeLine } from './safe-text';
import { officeName } from './office-name';

/** What the papers follow from. */
export interface CheckInput {
  readonly settings: Settings;
  readonly rows: Pick<Rows, 'departments' | 'workbooks'>;
  readonly findings: Pick<Findings, 'missingDepartments'>;
  readonly items: readonly DepartmentItems[];
}

/** What a department is told. Its items are those that ask for something, the weightiest first. */
export interface CheckNote {
  readonly department: string;
  readonly isOutpost: boolean;
  /** It has no form of its own: the town's table tells of it. */
  readonly isFormless: boolean;
  /** Nothing usable came from it, so that nothing could be checked. */
  readonly isMissing: boolean;
  /** Nobody could read its workbook, and not for what is in it: an earlier paper still says what is known. */
  readonly isWithheld: boolean;
  readonly items: readonly Problem[];
}

/** Notes that ask for something to be filled in; the others are for the office alone. */
const asking = ['figure-blank', 'department-left-out', 'rate-typed'];

/** That nothing came is told by a sentence of its own; that nothing could be read is told to the office. */
function isForDepartment(problem: Problem): boolean {
  return !isAboutWorkbook(problem) && (problem.level !== 'note' || asking.includes(problem.code));
}

/** Each department's list; empty where nothing is to be done. */
export function checkNotes({ settings, rows, findings, items }: CheckInput): readonly CheckNote[] {
  const own = new Map(items.map((each) => [each.department, each.items]));
  const unread = unreadDepartments(rows);
  const formless = formlessDepartments(rows);
  return rows.departments.map(({ name, kind }) => {
    const isWithheld = (unread.get(name)?.fault ?? 'file') !== 'file';
    return {
      department: name,
      isOutpost: isOutpost(kind, settings.edition.words),
      isFormless: formless.has(name),
      isMissing: findings.missingDepartments.includes(name),
      isWithheld,
      items: isWithheld ? [] : (own.get(name) ?? []).filter(isForDepartment),
    };
  });
}

const ending = ' 核对单.docx';

/** What the department's paper is called. */
export function checkNoteName(department: string): string {
  return `${fileNamePart(department)}${ending}`;
}

/**
 * The notes that are written: those with items, and those whose paper of an earlier run (`present`, file names) would go
 * on asking for what is settled. A paper of a department that is gone is settled, too; that of one whose workbook nobody
 * could read stays as it is.
 */
export function notesToWrite(notes: readonly CheckNote[], present: readonly string[]): readonly CheckNote[] {
  const names = notes.map(({ department }) => checkNoteName(department));
  const gone = present.filter((name) => name.endsWith(ending) && !names.includes(name));
  return [
    ...notes.filter(
      ({ items, isWithheld }, index) => items.length > 0 || (!isWithheld && present.includes(names[index] ?? '')),
    ),
    ...gone.map((name) => ({
      department: name.slice(0, -ending.length),
      isOutpost: false,
      isFormless: false,
      isMissing: false,
      isWithheld: false,
      items: [],
    })),
  ];
}

/** No department works through more before it checks again. */
const mostInPaper = 200;
/** Characters of a mail's list; a cell of a workbook holds 32,767. */
const mostInLetter = 20_000;

/** The way to fill the template. */
export function checkFiller(template: PaperTemplate): FillPaper {
  return paperFiller(template, '核对单.docx');
}

/** The paper; null with the problems when the template cannot be filled. */
export function checkPaper(note: CheckNote, settings: Settings, fill: FillPaper): Result<Attachment | null> {
  return fill(noteData(note, settings, mostInPaper), checkNoteName(note.department));
}

/** The way to fill the template of the mail to copy. */
export function checkLetterFiller(template: string): FillLetter {
  return letterFiller(template, '核对通知.txt');
}

/** The text of the mail to copy; what does not fit is counted. */
export function checkLetter(note: CheckNote, settings: Settings, fill: FillLetter): string {
  let room = mostInLetter;
  const fitting = note.items.findIndex(({ actual, reason, expected }) => {
    room -= 60 + Math.min(actual.length, mostActual) + reason.length + expected.length;
    return room < 0;
  });
  const data = noteData(note, settings, fitting < 0 ? mostInPaper : Math.min(fitting, mostInPaper));
  return fill(data).value?.trimEnd() ?? '';
}

function noteData(
  { department, isOutpost, isFormless, isMissing, items }: CheckNote,
  settings: Settings,
  most: number,
): ModelRecord {
  return {
    示例: settings.sample,
    年度: settings.reportYear,
    ...officeName(settings),
    日期: longDay(settings.today),
    单位: safeLine(department),
    反馈编号: checkCode(settings.reportYear, safeLine(department)),
    派出: isOutpost,
    无表: isFormless,
    缺报: isMissing,
    件数: items.length,
    未列: Math.max(0, items.length - most),
    事项: items.slice(0, most).map((item, index) => itemData(item, index, `${department}.xlsx`, settings.edition)),
  };
}

const levelWords = { error: '请更正', doubt: '请核实', note: '请补充' } as const;
const mostActual = 120;

function itemData(item: Problem, index: number, ownFile: string, { words }: Edition): ModelRecord {
  const { level, place, actual, reason, expected } = item;
  const shown = safeLine(actual, mostActual);
  return {
    序号: index + 1,
    类别: levelWords[isBlank(item) ? 'note' : level],
    位置: whereText(place, ownFile),
    现在: reason.includes(actual) ? '' : shown,
    问题: safeLine(reason),
    处理: safeLine(toDepartment(expected, words.officeInFull)),
  };
}

/** What only the office can do, as a department is asked for it. */
function toDepartment(expected: string, office: string): string {
  return expected
    .replace(/，?或者在总表“设置”[\s\S]*/u, '')
    .replace('请在总表“任务”里填写批准状态和依据', `请把批准文件报${office}登记`)
    .replace('放回“填报”再运行一次', '重新报送');
}

/** `“任务进展”表 F5 格`; the file is named where it is not the usual one. */
function whereText({ file, sheet, cell }: Place, ownFile: string): string {
  const book = file.normalize('NFC') === ownFile ? '' : `${safeLine(file)} `;
  if (sheet === undefined) return book === '' ? '整本填报表' : `${book}整本`;
  return `${book}“${safeLine(sheet)}”表${cell === undefined ? '' : ` ${cell} 格`}`;
}
