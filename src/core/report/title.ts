/** The report's title: its wording by the 标题形式 setting and its break into lines. */
import type { TitleForm } from '../edition/edition';
import type { Settings } from '../settings/settings';
import { statedEnd, yearAndPeriod } from './period-words';
import { width } from './text-width';

type TitleOrgan = TitleForm['organs'][number];

/** Characters of 22 pt that stand in one line of the type area. */
const lineWidth = 20;

/**
 * The title in the lines it is broken into by meaning: a joint title has a line for each organ, one organ stands on its
 * own line where all of it does not fit on one.
 */
export function titleLines(settings: Settings): readonly string[] {
  const { organs } = formOf(settings);
  const lines = [...organs.map((organ) => settings[organ]), subjectOf(settings)];
  return organs.length < 2 && width(lines.join('')) <= lineWidth ? [lines.join('')] : lines;
}

/** The title on one line, as for a file name: joint organs are parted by a space. */
export function titleText(settings: Settings): string {
  const { organs } = formOf(settings);
  return organs.map((organ) => settings[organ]).join(' ') + subjectOf(settings);
}

/** Who signs: the organ the title names, both organs otherwise; the party committee first. */
export function signingOrgans(settings: Settings): readonly TitleOrgan[] {
  const { organs } = formOf(settings);
  return organs.length === 0 ? ['partyName', 'governmentName'] : organs;
}

function formOf({ titleForm, edition: { titles } }: Settings): TitleForm {
  const form = titles.find((one) => one.form === titleForm) ?? titles[0];
  if (form === undefined) throw new Error('an edition has at least one form of title');
  return form;
}

function subjectOf(settings: Settings): string {
  const { town, reportYear, edition } = settings;
  const said: Readonly<Record<string, string>> = { 年度: String(reportYear), 名称: edition.name, 单位: town };
  const { subject } = formOf(settings);
  return subject
    .replace('{年度}年', yearAndPeriod(statedEnd(settings)))
    .replace(/\{([^{}]{1,4})\}/gu, (whole, name: string) => said[name] ?? whole);
}
