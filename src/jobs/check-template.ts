/** Checks a template for the report without filling it, and marks its mistakes in a copy. */
import { notTold, type Problem } from '../core/base/problem';
import type { Edition } from '../core/edition/edition';
import { firstOf, type Editions } from '../core/edition/open-edition';
import type { JobAnswer } from '../contract/answer';
import type { CheckOrder, FileSource, FileTarget } from '../contract/orders';
import { fieldsOfReport } from '../core/report/fields';
import type { Rows } from '../core/rows/rows';
import { rowsFromGrids } from '../core/rows/rows-from-grids';
import { annotateTemplate, parseData, unusedFields, type Dictionary, type Field } from '../engine/fill';
import { readTextFile, saveFile, wordType } from '../google/folders';
import { tellProgress } from '../google/run-guard';
import { filesInFolder } from './steps/find-pictures';
import { findWorkspace } from './steps/find-workspace';
import { problemsAnswer, refusedAnswer } from './steps/job-answer';
import { anyCalendar } from './steps/office-calendar';
import { tryReadFile } from './steps/read-file';
import { readHub } from './steps/read-office';
import { failureWords } from '../core/base/failure-words';
import { downloadFile } from '../google/drive/download';

/** How a template is looked at. */
interface Look {
  /** Gives the file as a Word document. */
  readonly read: (id: string) => Uint8Array;
  /** What else is wrong, beside what is wrong in the Word document. */
  readonly others: (dictionary: Dictionary) => readonly Problem[];
}

/** A report is made of its office's data alone: no other document comes into it. */
function filesFor(folder: string, inWorkspace: boolean): Partial<ReturnType<typeof filesInFolder>> {
  const files = filesInFolder(folder);
  return inWorkspace ? { picture: files.picture } : files;
}

/** Lists all mistakes: exit 0 when there is none, 1 when people have to mend some, 2 when the file is no template. */
export function checkTemplate(
  { template, data, annotate, pictures, inWorkspace }: CheckOrder,
  editions: Editions,
  { read, others }: Look = { read: downloadFile, others: () => [] },
): JobAnswer {
  if (annotate?.id === template.id) return refusedAnswer('输出文件就是模板本身，没有覆盖。请换一个输出文件名。');
  tellProgress('检查模板');
  const bytes = tryReadFile(template, read);
  if (typeof bytes === 'string') return refusedAnswer(bytes);
  const { dictionary, refusal } = data === null ? reportFields(inWorkspace, editions) : dataFields(data);
  if (refusal !== null) return refusal;
  const used = new Set<Field>();
  const checked = annotateTemplate(bytes, dictionary, {
    name: template.name,
    ...filesFor(pictures, inWorkspace),
    services: anyCalendar,
    ...(data !== null && { optionalFields: true, used }),
  });
  if (!checked.isReadable) return problemsAnswer(2, '这个文件不能作模板。', checked.problems);
  const own = [...checked.problems, ...(data === null ? [] : unusedNotes(dictionary, used, data.name))];
  const answer = checkedAnswer([...own, ...notTold(own, others(dictionary))]);
  return annotate && checked.bytes ? saveCopy(annotate, checked.bytes, answer) : answer;
}

function checkedAnswer(problems: readonly Problem[]): JobAnswer {
  const mistakes = problems.filter(({ level }) => level === 'error').length;
  const dropped = problems.filter(({ code }) => code === 'content-dropped').length;
  const others = problems.length - mistakes - dropped;
  const also =
    (dropped === 0 ? '' : `另有 ${String(dropped)} 处内容成文时不会带入。`) +
    (others === 0 ? '' : `另有 ${String(others)} 处提示。`);
  if (mistakes === 0) return problemsAnswer(0, `模板没有错误。${also}`, problems);
  return problemsAnswer(1, `模板有 ${String(mistakes)} 处错误，改好后才能成文。${also}`, problems);
}

/** The fields a template may name, or why nobody knows them. */
type Fields =
  | { readonly dictionary: Dictionary; readonly refusal: null }
  | { readonly dictionary: null; readonly refusal: JobAnswer };

function reportFields(inWorkspace: boolean, editions: Editions): Fields {
  const { indicators, edition } = inWorkspace ? officeFields(editions) : anyFields(editions);
  return { dictionary: fieldsOfReport({ indicators }, edition), refusal: null };
}

function dataFields(data: FileSource): Fields {
  const text = tryReadFile(data, (id) => ({ text: readTextFile(id) }));
  if (typeof text === 'string') return { dictionary: null, refusal: refusedAnswer(text) };
  const { value, problems } = parseData(text.text, data.name);
  if (value !== null) return { dictionary: value.dictionary, refusal: null };
  return { dictionary: null, refusal: refusedAnswer('数据有错误，没有检查模板。', problems) };
}

function unusedNotes(dictionary: Dictionary, used: ReadonlySet<Field>, file: string): readonly Problem[] {
  return unusedFields(dictionary, used).map((path) => ({
    code: 'field-unused',
    level: 'note',
    place: { file },
    actual: path,
    reason: `字段“${path}”模板没有用到`,
    expected: '不需要印的不必处理',
  }));
}

/** What fields there are: those of the edition and of the office's own indicators. */
interface KnownFields {
  readonly indicators: Rows['indicators'];
  readonly edition: Edition;
}

/** Without indicators of its own when the hub cannot be read, which the report itself will tell. */
function officeFields(editions: Editions): KnownFields {
  const hub = readHub(findWorkspace(), editions);
  if ('exit' in hub) return anyFields(editions);
  const { indicators } = rowsFromGrids({ hub: hub.grids, departments: [] }, hub.settings).value;
  return { indicators, edition: hub.settings.edition };
}

function anyFields(editions: Editions): KnownFields {
  return { indicators: [], edition: firstOf(editions) };
}

function saveCopy(target: FileTarget, copy: Uint8Array, told: JobAnswer): JobAnswer {
  try {
    const id = saveFile(target, copy, wordType);
    const text = `${told.text}\n带批注的副本：${target.name}`;
    return { ...told, text, files: [{ what: 'document', name: target.name, id }] };
  } catch (error) {
    return { ...told, exit: 2, text: `${told.text}\n${failureWords(error)}` };
  }
}
