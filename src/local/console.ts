/** Progress on a terminal: one line written over again; plain lines when the output is not a terminal. */

/** Shows progress and takes the last line away when the work is done. */
export interface Progress {
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

/** Writes to `stream`; a quiet one writes nothing at all unless it is a terminal. */
export function makeProgress(stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>, quiet: boolean): Progress {
  // isTTY is missing, not false, on a pipe.
  const isTerminal = Boolean(stream.isTTY);
  return {
    show: (text) => {
      if (isTerminal) stream.write(`\r\u001B[K${text}`);
      else if (!quiet) stream.write(`${text}\n`);
    },
    clear: () => {
      if (isTerminal) stream.write('\r\u001B[K');
    },
  };
}
