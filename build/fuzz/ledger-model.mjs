/** The exhaustive model of sending reminders (test/core/reminders/ledger-model.ts). */
import { importSources } from '../import-sources.mjs';

/** Every state that can be reached, for both ways of sending. */
export async function proveModel() {
  const { exploreLedger } = await importSources({ 'test/core/reminders/ledger-model': 'exploreLedger' });
  const found = ['邮件', '发件箱'].map((channel) => ({
    channel,
    ...exploreLedger({ channel, lock: true, settles: true }),
  }));
  const injected = found.reduce((sum, { states }) => sum + states, 0);
  const bad = found.reduce((sum, { duplicates, lost, falseAlarms }) => sum + duplicates + lost + falseAlarms, 0);
  const lines = found.map(
    ({ channel, states, duplicates, lost, forAPerson, gaveUp, settled, falseAlarms }) =>
      `${channel}: ${states} states, ${duplicates} with a duplicate, ${lost} ends lost, ${falseAlarms} false alarms; ` +
      `ends: ${settled} sent, ${forAPerson} 状态不明, ${gaveUp} 失败`,
  );
  return { injected, survived: injected - bad, faults: [], more: lines.join('\n') };
}
