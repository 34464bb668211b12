/** Who is to be told what, on the sample town. */
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { noticesFromFindings } from '../../../src/core/reminders/notices-from-findings';
import { settings } from '../findings/rows-builder';
import { sampleRows } from '../findings/sample';

describe('the notices of the sample town', () => {
  it('are the five overdue tasks at the end of the year, each to its leading department', () => {
    const notices = noticesFromFindings(findingsFromRows(sampleRows, settings).value, sampleRows.departments);
    expect(notices.map(({ level, department, taskId }) => [level, department, taskId])).toEqual([
      ['红', '综合行政执法办', 'C-02'],
      ['红', '综合行政执法办', 'C-03'],
      ['红', '司法所', 'D-01'],
      ['红', '财政所', 'D-04'],
      ['红', '司法所', 'E-05'],
    ]);
    expect(notices[0]?.text).toMatch(
      /^综合行政执法办：贵单位牵头的“.+”（C-02）完成时限为2022年9月30日，逾期62个工作日。请书面说明原因、预计完成时间和下一步措施。$/u,
    );
  });

  it('ask a department without workbook once, and not for each of its tasks', () => {
    const workbooks = sampleRows.workbooks.map((book) =>
      book.department === '党政办' ? { ...book, usable: false } : book,
    );
    const progress = sampleRows.progress.filter(({ department }) => department !== '党政办');
    const { value } = findingsFromRows({ ...sampleRows, workbooks, progress }, settings);
    const notices = noticesFromFindings(value, sampleRows.departments).filter(
      ({ department }) => department === '党政办',
    );
    expect(notices).toEqual([
      {
        level: '缺报',
        department: '党政办',
        taskId: '',
        text: '党政办：截至2022年12月31日没有收到可用的填报表。请尽快报送。',
      },
    ]);
  });

  it('say nothing of tasks that are done, deferred or cancelled, and put the urgent first', () => {
    const { value } = findingsFromRows(sampleRows, { ...settings, asOf: '2022-06-20' });
    const notices = noticesFromFindings(value, sampleRows.departments);
    const quiet = value.tasks.filter(({ light }) => light === 'green' || light === 'grey').map(({ task }) => task.id);
    expect(notices.filter(({ taskId }) => quiet.includes(taskId))).toEqual([]);
    const ranks = notices.map(({ level }) => ['红', '缺报', '黄', '蓝'].indexOf(level));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBeGreaterThan(1);
  });
});
