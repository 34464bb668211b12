/** The problem of a template that would print without end. */
import type { Problem } from '../../core/base/problem';

/** Said once when a budget of steps or output is spent; nothing is written then. */
export function stoppedProblem(file: string): Problem {
  return {
    code: 'limit-output',
    level: 'error',
    place: { file },
    actual: '',
    reason: '模板过大或循环过多，没有生成',
    expected: '请减少循环的层数或列表的条数，分成几份文件',
  };
}
