/** The office's short name under the name the edition prints it by, as papers and mails name it. */
import type { Settings } from '../settings/settings';

export function officeName({ edition, town }: Settings): Readonly<Record<string, string>> {
  return { [edition.sheets.settings.columns.town.printedAs]: town };
}
