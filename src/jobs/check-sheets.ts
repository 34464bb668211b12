/** 检查填报: everything a report needs except writing it. */
import { underLock } from '../google/run-guard';
import { answerFromOffice, busy } from './office-answer';
import type { JobAnswer } from './job-answer';
import { readOffice } from './read-office';
import { renderReport } from './render-report';
import { writeCheckNotes } from './write-check-notes';
import { writeResults } from './write-results';

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
  const problems = [...found, ...notes.problems];
  const results = writeResults(office, problems, null);
  return answerFromOffice(office, [...problems, ...results.problems], [...notes.files, ...results.files]);
}
