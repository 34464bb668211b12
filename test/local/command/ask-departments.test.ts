/** What a person types at the questions is what the options would say. */
import { PassThrough } from 'node:stream';
import { askDepartments } from '../../../src/local/command/ask-departments';

it('asks once for each role with the name that holds otherwise, and takes blank lines for it', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const roles = [
    { role: '综合', department: '党政办' },
    { role: '执法', department: '综合行政执法办' },
    { role: '教育', department: '中心校' },
  ];
  const answered = askDepartments({ roles }, { input, output });
  input.end('\n 综合行政执法局 \n无\n');
  expect(await answered).toEqual(['执法=综合行政执法局', '教育=无']);
  const shown = String(output.read());
  for (const question of ['综合（党政办）：', '执法（综合行政执法办）：', '教育（中心校）：'])
    expect(shown).toContain(question);
});
