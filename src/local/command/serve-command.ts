/** The command `serve`: from its arguments to the moment somebody ends it. */
import { Refusal } from '../../core/base/refusal';
import { prepareFolder } from '../base/prepare-folder';
import { startServer } from '../serve/serve';

/** Prints the address and serves until the process is told to end. The folder may be new: 初始化 is one of the pages. */
export async function serveFolder(
  [, given = '.', ...rest]: readonly string[],
  port: string | undefined,
  say: (text: string) => void,
): Promise<0> {
  if (rest.length > 0) throw new Refusal(`参数太多：${rest.join(' ')}`);
  const { folder, undo } = prepareFolder(given, true);
  try {
    const end = ended();
    const server = await startServer(folder, portOf(port));
    say(`${folder}\n请用浏览器打开（只有这台电脑能打开，地址不要给别人）：\n${server.url}\n按 Ctrl+C 结束。`);
    await end;
    server.close();
    return 0;
  } finally {
    undo();
  }
}

function portOf(given: string | undefined): number {
  const port = Number(given ?? 0);
  if (!/^\d{1,5}$/u.test(given ?? '0') || port > 65_535) throw new Refusal('--port 应为 1024 至 65535 之间的数');
  return port;
}

function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}
