/** The home page and, below it, the pages of each workspace that was opened from it. */
import { cpSync, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenedWorkspace, StartList, StartOrder } from '../../contract/start';
import { Refusal } from '../../core/base/refusal';
import { prepareFolder } from '../base/prepare-folder';
import { demandNoRenamedHub, hasHub, statOf } from '../base/workspace';
import { fileStem } from '../../core/base/office-names';
import { openBySystem } from './open-by-system';
import { jsonOf } from './read-order';
import { forgetWorkspace, recentWorkspaces, rememberWorkspace } from './recent-workspaces';
import { bodyOf, makeDoor, refuse, send, sendPage, type Door } from './serve';
import { foldersIn, workspaceState } from './workspace-state';

/** A workspace that was opened: its pages stand below `w1/`, `w2/` … */
interface OpenedDoor {
  readonly folder: string;
  readonly door: Door;
}

/** What was opened since the start. */
interface Session {
  readonly opened: OpenedDoor[];
  /** Each takes a folder away again that was made and left empty. */
  readonly undo: (() => void)[];
  readonly today: () => string;
}

/** `today` gives the day, `2026-11-29`. */
export function makeStartDoor(today: () => string): Door {
  const session: Session = { opened: [], undo: [], today };
  return {
    answer: async (path, request, response) => {
      const [, number, rest = ''] = /^w(\d{1,4})\/(.*)$/su.exec(path) ?? [];
      const below = session.opened[Number(number ?? 0) - 1];
      if (number !== undefined && below) await below.door.answer(rest, request, response);
      else if (request.method === 'POST' && path === 'start') {
        send(response, 200, { value: await perform(session, readOrder(await bodyOf(request))) });
      } else if (request.method === 'GET' && path === '') sendPage('page-start', response);
      else refuse(response);
    },
    close: () => {
      for (const undo of session.undo) undo();
    },
  };
}

const ways: readonly StartOrder['do'][] = ['list', 'open', 'create', 'sample', 'forget', 'browse', 'show'];

function readOrder(text: string): StartOrder {
  const order = jsonOf(text);
  const isOrder = typeof order === 'object' && order !== null && 'do' in order && ways.some((way) => way === order.do);
  if (!isOrder || !Object.values(order).every((value) => typeof value === 'string')) {
    throw new Refusal('首页没有这件事。请重新打开首页再试。');
  }
  return order as StartOrder;
}

async function perform(session: Session, order: StartOrder): Promise<object> {
  switch (order.do) {
    case 'list':
      return list();
    case 'open':
      return open(session, demandWorkspace(order.folder));
    case 'create':
      return create(session, order);
    case 'sample':
      return open(session, copySample());
    case 'forget':
      forgetWorkspace(order.folder);
      return list();
    case 'browse':
      return foldersIn(order.folder === '' ? homedir() : order.folder);
    case 'show':
      if (!(await openBySystem(demandWorkspace(order.folder)))) {
        throw new Refusal(`这台电脑没有打开文件夹的程序，请自己打开：${order.folder}`);
      }
      return {};
  }
}

function list(): StartList {
  const workspaces = recentWorkspaces().map(({ folder, opened }) => workspaceState(folder, opened));
  return { workspaces, place: usualPlace() };
}

/** Where people keep their papers, by the names the systems give that folder. */
function usualPlace(): string {
  const home = homedir();
  const papers = ['Documents', '文档'].map((name) => join(home, name));
  return papers.find((path) => existsSync(path)) ?? home;
}

function demandWorkspace(folder: string): string {
  const isKnown = recentWorkspaces().some((one) => one.folder === folder);
  if (statOf(folder)?.isDirectory() !== true) throw new Refusal(`找不到文件夹 ${folder}，可能移走或改名了`);
  if (!isKnown) demandNoRenamedHub(folder);
  if (!hasHub(folder) && !isKnown) throw new Refusal(`${folder} 里没有总表.xlsx，不是工作文件夹。要新建请用“新建”。`);
  return folder;
}

/** The same folder has one door, however often it is opened. */
async function open({ opened, today }: Session, given: string): Promise<OpenedWorkspace> {
  const folder = resolve(given);
  if (!opened.some((one) => one.folder === folder)) {
    opened.push({ folder, door: await makeDoor(folder, banner(folder)) });
  }
  try {
    rememberWorkspace(folder, today());
  } catch {
    // Where the person's own settings cannot be written, only the list of what was opened is the poorer.
  }
  return { href: `w${String(opened.findIndex((one) => one.folder === folder) + 1)}/` };
}

async function create(session: Session, { place, name }: { place: string; name: string }): Promise<OpenedWorkspace> {
  if (/^[\s.]*$/u.test(name) || /\p{Cc}/u.test(name) || fileStem(name) !== name.trim()) {
    throw new Refusal(
      `“${name}”不能作文件夹名：不能空着，不能有 \\ / : * ? " < > |，开头末尾不能是点，不能是 CON、NUL 这样的名称`,
    );
  }
  if (!isAbsolute(place) || statOf(place)?.isDirectory() !== true) {
    throw new Refusal(`找不到文件夹 ${place}，请写完整的路径，如 ${usualPlace()}`);
  }
  const wanted = join(place, name.trim());
  if (hasHub(wanted)) throw new Refusal(`${wanted} 里已经有总表，请用“打开”`);
  const { folder, undo } = prepareFolder(wanted, 'new');
  session.undo.push(() => {
    undo();
    if (!existsSync(folder)) forgetWorkspace(folder);
  });
  const { href } = await open(session, folder);
  return { href: `${href}page-set-up` };
}

/** A copy to play with, in a folder of its own; the one that is there already is opened again. */
function copySample(): string {
  const target = join(usualPlace(), '法治年报示例');
  if (hasHub(target)) return target;
  const source = samplePlaces.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(hasHub);
  if (source === undefined) throw new Refusal('程序文件夹里没有示例（examples/dazhanglou-2022），可能没有复制完整');
  cpSync(source, target, { recursive: true, filter: (path) => !isLeftByRun(path.slice(source.length)) });
  return target;
}

/** What somebody's own run over the example has left in it; `path` begins behind the example's folder. */
function isLeftByRun(path: string): boolean {
  const [first = '', second = '.'] = path.split(/[/\\]/u).filter((part) => part !== '');
  return (
    ['结果.xlsx', '督办登记.xlsx', '列对应.xlsx', '看板.html', '.nianbao', '核对单'].includes(first) ||
    (['报告', '发件箱'].includes(first) && !second.startsWith('.'))
  );
}

/** As the program is laid out when built, and in the portable folder. */
const samplePlaces = ['../../../examples/dazhanglou-2022', '../../示例/dazhanglou-2022'];

/** The way back to the home page, above each page of a workspace. */
function banner(folder: string): string {
  const name = basename(folder).replace(/[&<>"]/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);
  return `<nav class="above" aria-label="工作文件夹"><a href="./../">全部工作文件夹</a> › ${name}</nav>`;
}
