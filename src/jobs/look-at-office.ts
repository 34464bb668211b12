/** 看板: how the office stands, without writing anything. */
import type { Editions } from '../core/edition/open-edition';
import type { JobAnswer } from '../contract/answer';
import type { LookOrder } from '../contract/cockpit';
import { draftCockpit } from './steps/cockpit/draft-cockpit';
import { historyOf } from './steps/cockpit/history';
import { answerFromOffice } from './steps/office-answer';
import { readOffice } from './steps/read-office';

/**
 * Reads and thinks as a check does. Nothing is written, so that no lock is needed. With an order the cockpit stands in
 * `details`; for the mail it is all there is.
 */
export function lookAtOffice(order: LookOrder | null, editions: Editions): JobAnswer {
  const forMail = order?.forMail === true;
  const office = readOffice(editions, { isForLooking: true, keepsGrids: forMail });
  if ('exit' in office) return office;
  const { value: history, problems } = historyOf(office);
  const answer = answerFromOffice(office, [...office.problems, ...problems], [], null);
  if (order === null) return answer;
  const details = draftCockpit(office, history, forMail);
  return forMail ? { ...answer, summary: null, problems: [], details } : { ...answer, details };
}
