/** How papers and mails name the office: its short name under the name the edition prints it by, and the words of its organ. */
import { oncePer } from '../base/once-per';
import type { Settings } from '../settings/settings';

export const officeName = oncePer(({ edition, town }: Settings): Readonly<Record<string, string>> => {
  return { ...edition.organ.words, 单位简称: town, [edition.sheets.settings.columns.town.printedAs]: town };
});
