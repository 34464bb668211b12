/** The process in which the local server runs one job: it has a lock of its own, and breaking off it harms nobody else. */
import { errorText } from './atomic-write';
import { openWorkspace } from './bundle-host';

/** The folder, and what the page gave to `runJob`. */
export interface ServeTask {
  readonly folder: string;
  readonly args: readonly string[];
}

/** Lines of progress, and at the end the answer as JSON or what was thrown. */
export type ServeMessage = { readonly line: string } | { readonly value: string } | { readonly error: string };

process.once('message', (task: ServeTask) => {
  void perform(task).then((message) => {
    process.send?.(message, () => {
      process.disconnect();
    });
  });
});

async function perform({ folder, args }: ServeTask): Promise<ServeMessage> {
  const tell = (line: string): void => {
    process.send?.({ line } satisfies ServeMessage);
  };
  try {
    const host = await openWorkspace(folder, { progress: tell, loading: tell });
    return { value: JSON.stringify(host.run('runJob', ...args)) };
  } catch (error) {
    return { error: errorText(error) };
  }
}
