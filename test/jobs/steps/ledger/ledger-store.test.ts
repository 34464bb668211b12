/** Which files of a workspace stand for a notice that was handed over. */
import type { Workspace } from '../../../../src/jobs/steps/find-workspace';
import { mailsHandedOver, mailsInOutbox, mailsTaken } from '../../../../src/jobs/steps/ledger/ledger-store';

const files = (...names: readonly string[]) => names.map((name) => ({ name }));
const workspace = {
  outbox: files('2022-12-30-001.eml', '2022-12-30-002.EML', '2022-12-30-003.pdf', '2022-12-30-004.eml.bak'),
  sent: files('2022-12-01-001.eml', '2022-12-01-002.docx'),
} as unknown as Workspace;

it('are the mails of 发件箱 and those a server took, not what was printed or kept of one under its number', () => {
  expect([...mailsInOutbox(workspace)]).toEqual(['2022-12-30-001', '2022-12-30-002']);
  expect([...mailsTaken(workspace)]).toEqual(['2022-12-01-001']);
  expect([...mailsHandedOver(workspace)]).toEqual(['2022-12-30-001', '2022-12-30-002', '2022-12-01-001']);
});
