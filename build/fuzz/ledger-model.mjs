/** The exhaustive model of sending reminders (test/core/reminders/ledger-model.ts). */
import { importSources } from '../import-sources.mjs';

/** Every state that can be reached, for both ways of sending, without and with a person's words. */
export async function proveModel() {
  const { exploreLedger, withWords } = await importSources({
    'test/core/reminders/ledger-model': 'exploreLedger, withWords',
  });
  const found = [undefined, withWords].flatMap((most) =>
    ['邮件', '发件箱'].map((channel) => ({
      way: most ? `${channel}, with a person's words` : channel,
      ...exploreLedger({ channel, lock: true, settles: true }, most),
    })),
  );
  const injected = found.reduce((sum, { states }) => sum + states, 0);
  const bad = found.reduce((sum, ends) => sum + ends.duplicates + ends.lost + ends.falseAlarms + ends.unmade, 0);
  const lines = found.map(
    ({ way, states, duplicates, lost, forAPerson, gaveUp, settled, falseAlarms, slips, unmade }) =>
      `${way}: ${states} states, ${duplicates} with a duplicate, ${lost} ends lost, ${falseAlarms} false alarms, ${unmade} that can be made unsent; ` +
      `ends: ${settled} sent, ${forAPerson} 状态不明, ${gaveUp} 失败, ${slips} slips that can be taken back`,
  );
  return { injected, survived: injected - bad, faults: [], more: lines.join('\n') };
}
