/** Who is to be told what: one notice per task that needs one and per department that sent nothing, most urgent first. */
import { longDay } from '../base/day';
import type { Findings, TaskFinding } from '../findings/findings';
import type { Notice, NoticeLevel } from './notices';

const urgency: readonly NoticeLevel[] = ['红', '缺报', '黄', '蓝'];
const levels: Readonly<Partial<Record<TaskFinding['light'], NoticeLevel>>> = { red: '红', yellow: '黄', blue: '蓝' };

/** Tasks of a missing department, and tasks whose lead is not known, have no notice of their own. */
export function noticesFromFindings({ tasks, missingDepartments, asOf }: Findings): readonly Notice[] {
  const missing = missingDepartments.map((department): Notice => {
    const text = `${department}：截至${longDay(asOf)}没有收到可用的填报表，请尽快报送。`;
    return { level: '缺报', department, taskId: '', text };
  });
  const found = tasks.flatMap((task) => noticeOf(task, missingDepartments) ?? []);
  return [...missing, ...found].sort((a, b) => urgency.indexOf(a.level) - urgency.indexOf(b.level));
}

function noticeOf({ task, light, due, why }: TaskFinding, missing: readonly string[]): Notice | null {
  const level = levels[light];
  const { lead: department, id: taskId, title } = task;
  if (level === undefined || department === null || missing.includes(department)) return null;
  const when = due === null ? '' : `完成时限为${longDay(due)}，`;
  const action = level === '红' ? '请书面说明原因、预计完成时间和下一步措施' : '请抓紧推进并更新填报表';
  return {
    level,
    department,
    taskId,
    text: `${department}：贵单位牵头的“${title}”（${taskId}）${when}${why}。${action}。`,
  };
}
