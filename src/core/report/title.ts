/** The report's title: its wording by the 标题形式 setting and its break into lines. */
import type { titleForms } from '../catalogue/settings-form';
import type { Settings } from '../settings/settings';
import { width } from './text-width';

type TitleForm = (typeof titleForms)[number];
type Organ = 'partyName' | 'governmentName';

interface Wording {
  /** The organs whose full names open the title. */
  readonly organs: readonly Organ[];
  /** The rest of it. */
  readonly subject: (settings: Settings) => string;
}

/** Characters of 22 pt that stand in one line of the type area. */
const lineWidth = 20;

const wordings: Readonly<Record<TitleForm, Wording>> = {
  情况的报告: { organs: [], subject: situation },
  联合行文: { organs: ['partyName', 'governmentName'], subject: situation },
  党委行文: { organs: ['partyName'], subject: situation },
  政府行文: { organs: ['governmentName'], subject: situation },
  年度报告: { organs: [], subject: ({ town, reportYear }) => `${town}${String(reportYear)}年法治政府建设年度报告` },
  工作总结: { organs: [], subject: ({ town, reportYear }) => `${town}${String(reportYear)}年法治政府建设工作总结` },
};

/**
 * The title in the lines it is broken into by meaning: a joint title has a line for each organ, one organ stands on its
 * own line where all of it does not fit on one.
 */
export function titleLines(settings: Settings): readonly string[] {
  const { organs, subject } = wordingOf(settings);
  const lines = [...organs.map((organ) => settings[organ]), subject(settings)];
  return organs.length < 2 && width(lines.join('')) <= lineWidth ? [lines.join('')] : lines;
}

/** The title on one line, as for a file name: joint organs are parted by a space. */
export function titleText(settings: Settings): string {
  const { organs, subject } = wordingOf(settings);
  return organs.map((organ) => settings[organ]).join(' ') + subject(settings);
}

/** Who signs: the organ the title names, both organs otherwise; the party committee first. */
export function signingOrgans(settings: Settings): readonly Organ[] {
  const { organs } = wordingOf(settings);
  return organs.length === 0 ? ['partyName', 'governmentName'] : organs;
}

function wordingOf(settings: Settings): Wording {
  const known: Readonly<Record<string, Wording | undefined>> = wordings;
  return known[settings.titleForm] ?? wordings.情况的报告;
}

function situation({ reportYear }: Settings): string {
  return `关于${String(reportYear)}年法治政府建设情况的报告`;
}
