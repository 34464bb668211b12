/** The answer of a job that read the whole office. */
import type { JobAnswer, WrittenFile } from '../../contract/answer';
import { folderNames } from '../../core/base/office-names';
import type { Problem } from '../../core/base/problem';
import { publicChangeLines } from '../../core/report/public/public-change';
import { summaryFromFindings } from '../../core/report/summary';
import { summaryText } from '../../core/report/summary-text';
import { toldAreas } from '../../core/report/told-areas';
import { refusedAnswer, shownName } from './job-answer';
import type { Office } from './read-office';
import type { RenderedPublic } from './report/render-public';
import type { Summary } from '../../contract/summary';

/** Another run holds the lock. */
export const busy: JobAnswer = refusedAnswer(
  '另一个人正在运行本程序，或者您刚才启动的还没有做完，请稍后再试。什么都没有写。',
);

/** Summary, problems and files; exit 1 as soon as one problem is an error. `forPublic` null: no public version is asked for. */
export function answerFromOffice(
  office: Pick<Office, 'findings' | 'feedback' | 'rows' | 'settings' | 'accounts'>,
  problems: readonly Problem[],
  files: readonly WrittenFile[],
  forPublic: PublicFacts | null,
): JobAnswer {
  const { findings, feedback, rows, settings, accounts } = office;
  const { value: areas } = toldAreas(findings, rows, settings);
  const found = summaryFromFindings({ findings, areas }, settings, problems, accounts);
  const summary = { ...found, feedback, publicVersion: publicVersion(forPublic, files) };
  const papers = files.filter(({ what }) => what === 'check').length;
  const lines = files.filter(({ what }) => what !== 'check').map(fileLine);
  if (papers > 0) lines.push(`核对单：${String(papers)} 份，在文件夹“${folderNames.checks}”里`);
  const text = [summaryText(summary, problems), ...lines].join('\n');
  const exit = problems.some((problem) => problem.level === 'error') ? 1 : 0;
  return { exit, text, files, problems: summary.problems, summary };
}

type PublicFacts = Pick<RenderedPublic, 'changes' | 'unprinted'>;

function publicVersion(forPublic: PublicFacts | null, files: readonly WrittenFile[]): Summary['publicVersion'] {
  if (forPublic === null) return null;
  const file = files.find(({ what }) => what === 'public-report')?.name ?? null;
  return { file, changes: publicChangeLines(forPublic.changes), unprinted: forPublic.unprinted };
}

const fileLabels: Readonly<Partial<Record<WrittenFile['what'], string>>> = {
  report: '报告',
  'public-report': '公开版',
  'google-doc': '报告（Google 文档）',
  trace: '数据来源',
};

function fileLine({ what, id, name }: WrittenFile): string {
  const label = fileLabels[what] ?? '汇总和核对';
  return `${label}：${shownName({ id, name })}`;
}
