/** Progress on a terminal: one line written over again; plain lines when the output is not a terminal. */

import { foldedLines } from './fold-lines';

/** Shows progress and takes the last line away when the work is done. */
export interface ProgressLine {
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

export interface ProgressStream {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Writes to `stream`; a quiet one writes nothing at all unless it is a terminal. */
export function makeProgress(stream: ProgressStream, quiet: boolean): ProgressLine {
  const isTerminal = stream.isTTY === true;
  return {
    show: (text) => {
      if (isTerminal) stream.write(`\r\u001B[K${cut(text, stream.columns ?? 80)}`);
      else if (!quiet) stream.write(`${text}\n`);
    },
    clear: () => {
      if (isTerminal) stream.write('\r\u001B[K');
    },
  };
}

/** A line that went on below could not be written over. */
function cut(text: string, columns: number): string {
  const [line = '', ...rest] = foldedLines(text, columns - 3);
  return rest.length === 0 ? line : `${line}…`;
}
