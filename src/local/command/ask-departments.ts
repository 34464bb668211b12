/** Asks the person at the terminal, once and role by role, what the office calls its departments. */
import { createInterface } from 'node:readline';
import type { RolesDetails } from '../../contract/orders';
import { foldedText } from './fold-lines';

type Streams = Readonly<{ input: NodeJS.ReadableStream; output: NodeJS.WritableStream }>;

const lead =
  '本地各单位叫什么？名称写进总表的单位、任务、指标。直接回车用括号里的名称；没有这个单位的写“无”；几个角色可以是一个单位。';

/** The answers as `--department` takes them; a role left at what the hub calls it by itself is not among them. */
export async function askDepartments({ roles }: RolesDetails, { input, output }: Streams): Promise<readonly string[]> {
  const lines = createInterface({ input, output });
  // Lines typed ahead are kept; the end of the input answers all that is left with the names there are.
  const typed: AsyncIterator<string, undefined> = lines[Symbol.asyncIterator]();
  const named: string[] = [];
  try {
    output.write(`${foldedText(lead, 80)}\n`);
    for (const { role, department } of roles) {
      output.write(`  ${role}（${department}）：`);
      const { value = '' } = await typed.next();
      const answer = value.trim();
      if (answer !== '') named.push(`${role}=${answer}`);
    }
    return named;
  } finally {
    lines.close();
  }
}
