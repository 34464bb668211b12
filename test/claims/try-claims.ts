/** Makes the office of a plan, lets the program report on it, and reads the report. */
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockOn } from '../on-day';
import { openWarmOffice } from '../local/shared-host';
import { writeOffice } from '../offices/files/write-office';
import type { Answer } from '../offices/run-office';
import { freshPlace } from '../offices/try-offices';
import { judged, together, type Verdict } from '../offices/verdict';
import type { World } from '../offices/world/world';
import { judgePublic, judgeReport, type Ending } from './judging/judge-report';
import { truthOf } from './judging/truth';
import { dayOfReport, makePlanned } from './plans/make-planned';
import { ownTemplate } from './plans/own-template';
import type { Plan } from './plans/plan';
import { readReport, type Report } from './reading/read-report';

/** Another program or another template than those built. */
export interface Broken {
  readonly bundleFile?: string;
  readonly templateFile?: string;
}

/** A report with how it was made. */
export interface Reported {
  readonly world: World;
  readonly report: Report;
  /** What may be published, where the plan asks for it: a version beside the report, or the report itself. */
  readonly published: Report | null;
  readonly ending: Ending;
}

/** The verdict on the report of the plan's office. */
export async function tryClaims(plan: Plan, broken: Broken = {}): Promise<Verdict> {
  return verdictOn(plan, await reportOn(plan, broken));
}

/** The verdict on a report that was made of the plan's office. @public used by build/fuzz/claim-conditions.mjs. */
export function verdictOn(plan: Plan, { world, report, published, ending }: Reported): Verdict {
  if (world.tasks.length === 0) return refusal(report, ending);
  if (report.paragraphs.length === 0) return judged('no report', 'exit', false, String(ending.exit), 'a report');
  const truth = truthOf(world, plan);
  return together([
    judgeReport(report, ending, truth),
    ...(published === null ? [] : [judgePublic(published)]),
    ...(published === null || published === report ? [] : [judgeReport(published, ending, truth)]),
  ]);
}

/** Without a task there is nothing to report on, and the office is told so. */
function refusal({ paragraphs }: Report, { exit, problems }: Ending): Verdict {
  const isRefused = paragraphs.length === 0 && exit === 2 && problems.some(({ code }) => code === 'hub-empty');
  return judged('report without tasks', 'exit', isRefused, String(exit), '2 and no report');
}

export async function reportOn(plan: Plan, { bundleFile, templateFile }: Broken = {}): Promise<Reported> {
  const world = makePlanned(plan);
  const folder = freshPlace();
  try {
    writeOffice(world, folder);
    const template = join(folder, '模板/年度报告.docx');
    if (templateFile !== undefined) copyFileSync(templateFile, template);
    if (plan.hasOwnTemplate) writeFileSync(template, ownTemplate(readFileSync(template), plan));
    const clock = clockOn(dayOfReport(plan));
    const host = await openWarmOffice(folder, bundleFile === undefined ? { clock } : { clock, bundleFile });
    const { exit, problems } = host.run('runJob', 'report', 'null') as Answer;
    const [report = { paragraphs: [], rows: [] }, beside] = reportsIn(folder);
    const published = plan.isPublic ? (beside ?? report) : null;
    return { world, report, published, ending: { exit, problems } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The report, and after it the version for the public where there is one. */
function reportsIn(folder: string): readonly Report[] {
  const made = readdirSync(join(folder, '报告')).filter((name) => name.endsWith('.docx'));
  const isPublic = (name: string): boolean => name.includes('公开');
  const inOrder = [...made.filter((name) => !isPublic(name)), ...made.filter(isPublic)];
  return inOrder.map((name) => readReport(readFileSync(join(folder, '报告', name))));
}
