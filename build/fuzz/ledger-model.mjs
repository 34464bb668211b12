/** The exhaustive model of sending reminders (test/core/reminders/ledger-model.ts), as lines to print. */
import { importSources } from '../import-sources.mjs';

/** One line for each way of sending; duplicates and losses must be 0. */
export async function ledgerModelLines() {
  const { exploreLedger } = await importSources({ 'test/core/reminders/ledger-model': 'exploreLedger' });
  return ['邮件', '发件箱'].map((channel) => {
    const found = exploreLedger({ channel, lock: true, settles: true });
    const { states, duplicates, lost, forAPerson, gaveUp, settled, falseAlarms } = found;
    return (
      `${channel}: ${states} states, ${duplicates} with a duplicate, ${lost} ends lost, ${falseAlarms} false alarms; ` +
      `ends: ${settled} sent, ${forAPerson} 状态不明, ${gaveUp} 失败`
    );
  });
}
