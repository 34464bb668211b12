/** The report's title: its wording by the 标题形式 setting and its break into lines. */
import type { Settings } from '../settings/settings';
import { width } from './text-width';

/** Characters of 22 pt that stand in one line of the type area. */
const lineWidth = 20;

/**
 * The title in its parts, as they break into lines: issuing organs first. One line when all of it fits; a joint title
 * always has a line for each organ.
 */
export function titleLines(settings: Settings): readonly string[] {
  const { titleForm, partyName, governmentName, town, reportYear } = settings;
  const subject = `关于${String(reportYear)}年法治政府建设情况的报告`;
  switch (titleForm) {
    case '联合行文':
      return [partyName, governmentName, subject];
    case '党委行文':
      return fit(partyName, subject);
    case '政府行文':
      return fit(governmentName, subject);
    case '年度报告':
      return fit(town, `${String(reportYear)}年法治政府建设年度报告`);
    case '工作总结':
      return fit(town, `${String(reportYear)}年法治政府建设工作总结`);
    default:
      return [subject];
  }
}

/** The title on one line, as for a file name or a heading in a list. */
export function titleText(settings: Settings): string {
  const lines = titleLines(settings);
  const organs = lines.slice(0, -1).join(' ');
  return `${organs}${lines[lines.length - 1] ?? ''}`;
}

function fit(organ: string, subject: string): readonly string[] {
  return width(organ + subject) <= lineWidth ? [organ + subject] : [organ, subject];
}
