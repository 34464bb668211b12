/** 检查填报: everything a report needs except writing it. */
import { underLock } from '../google/run-guard';
import { answerFromOffice, busy } from './steps/office-answer';
import { refused, type JobAnswer, type WrittenFile } from './steps/job-answer';
import { readOffice } from './steps/read-office';
import { renderReport } from './steps/render-report';
import { writeCheckNotes } from './steps/write-check-notes';
import { writeResults } from './steps/write-results';

/** Reads, thinks, tries the template, writes each department's 核对单, 汇总 and 核对. */
export function checkSheets(): JobAnswer {
  return underLock(check) ?? busy;
}

function check(): JobAnswer {
  const office = readOffice();
  if ('exit' in office) return office;
  const rendered = renderReport(office);
  const found = [...office.problems, ...rendered.problems];
  const notes = writeCheckNotes(office, found);
  if (notes.left > 0) return unfinished(notes.left, notes.files);
  const problems = [...found, ...notes.problems];
  const results = writeResults(office, problems, null);
  return answerFromOffice(office, [...problems, ...results.problems], [...notes.files, ...results.files]);
}

function unfinished(left: number, files: readonly WrittenFile[]): JobAnswer {
  const text = `还有 ${String(left)} 份核对单没有写，本次时间已到。请再运行一次，会接着写完。`;
  return { ...refused(text), exit: 1, files, isUnfinished: true };
}
