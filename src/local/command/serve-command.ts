/** The commands `serve` and `start`: from their arguments to the moment somebody ends them. */
import { Refusal } from '../../core/base/refusal';
import { hasHub } from '../base/workspace';
import { prepareFolder } from '../base/prepare-folder';
import { openBySystem } from '../serve/open-by-system';
import { makeDoor, startServer, type Door, type ListenPlace } from '../serve/serve';
import { makeStartDoor } from '../serve/start-door';
import type { Options } from './options';

type Say = (text: string) => void;

/** Prints the address and serves until the process is told to end. Without a folder, and none here, it is the home page. */
export async function serveFolder([, given, ...rest]: readonly string[], options: Options, say: Say): Promise<0> {
  if (rest.length > 0) throw new Refusal(`参数太多：${rest.join(' ')}`);
  const place = placeOf(options);
  if (given === undefined && !hasHub('.')) return serveHome(place, say, false);
  // 初始化 is one of the pages: the folder may be empty, but one that is not there was more likely mistyped.
  const { folder } = prepareFolder(given ?? '.', 'there');
  return serveUntilEnd(await makeDoor(folder), place, { say, lead: folder });
}

/** The home page, opened by the browser of the system. */
export async function startHome([, ...rest]: readonly string[], options: Options, say: Say): Promise<0> {
  if (rest.length > 0)
    throw new Refusal(`参数太多：${rest.join(' ')}。打开一个工作文件夹用 nianbao serve ${rest[0] ?? ''}`);
  return serveHome(placeOf(options), say, true);
}

function serveHome(place: ListenPlace, say: Say, opensBrowser: boolean): Promise<0> {
  return serveUntilEnd(makeStartDoor(localDay), place, { say, lead: '法治年报首页', opensBrowser });
}

interface Serving {
  readonly say: Say;
  readonly lead: string;
  readonly opensBrowser?: boolean;
}

async function serveUntilEnd(door: Door, place: ListenPlace, { say, lead, opensBrowser }: Serving): Promise<0> {
  const end = ended();
  const server = await startServer(door, place);
  const isOpened = opensBrowser === true && (await openBySystem(server.url));
  const what = isOpened ? '浏览器会自己打开；没有打开的，请打开' : '请用浏览器打开';
  say(`${lead}\n${what}（只有这台电脑能打开，地址不要给别人）：\n${server.url}\n用完按 Ctrl+C 或关闭这个窗口。`);
  await end;
  server.close();
  return 0;
}

/** This computer's day, `2026-11-29`. */
function localDay(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date());
}

function placeOf({ port: given, listen }: Options): ListenPlace {
  const port = Number(given ?? 0);
  if (!/^\d{1,5}$/u.test(given ?? '0') || port > 65_535) throw new Refusal('--port 应为 1024 至 65535 之间的数');
  if (listen !== undefined && listen !== '0.0.0.0') throw new Refusal('--listen 只能写 0.0.0.0，只在容器里用');
  return { port, address: listen ?? '127.0.0.1' };
}

function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}
