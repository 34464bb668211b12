/** 看板: how the office stands, without writing anything. */
import type { Editions } from '../core/edition/open-edition';
import type { JobAnswer } from '../contract/answer';
import type { Cockpit } from '../contract/cockpit';
import { answerFromOffice } from './steps/office-answer';
import { readOffice } from './steps/read-office';

/** Reads and thinks as a check does. Nothing is written, so that no lock is needed. */
export function lookAtOffice(editions: Editions): JobAnswer {
  const office = readOffice(editions, { isForLooking: true });
  if ('exit' in office) return office;
  const details: Cockpit = { history: [] };
  return { ...answerFromOffice(office, office.problems, [], null), details };
}
