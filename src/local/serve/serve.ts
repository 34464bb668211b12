/** `nianbao serve`: the pages of the menu in a browser on this computer, over the office's folder or over several. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JobAnswer } from '../../contract/answer';
import { Refusal } from '../../core/base/refusal';
import { failureText } from '../base/failure-text';
import { mimeTypeOf, readablePath, readFileBytes } from '../base/workspace';
import { readHtml } from '../services/html-service';
import { admittedPath, newToken, safeHeaders } from './serve-guard';
import { answerFiles, nameFiles, type NamedFiles } from './file-calls';
import { libreOffice } from './make-pdf';
import { answerCall } from './office-calls';
import { jsonOf } from './read-order';
import { makePageJobs, runTickApart, type PageJobs } from './serve-run';
import { servePace, startServeTimer } from './serve-timer';
import { isTriggerKept } from '../services/script-app';

/** A server that is listening. */
export interface RunningServer {
  /** The address of the first page; whoever has it may start jobs. */
  readonly url: string;
  readonly close: () => void;
}

/** What answers admitted requests; `path` is what stands behind the token in the address. */
export interface Door {
  readonly answer: (path: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly close: () => void;
}

/** Where to listen: port 0 takes a free one; another address than this computer's own is for containers. */
export interface ListenPlace {
  readonly port: number;
  readonly address: string;
}

interface Site {
  readonly folder: string;
  readonly jobs: PageJobs;
  /** What stands above each page; empty for nothing. */
  readonly banner: string;
  /** Files the pages may ask for. */
  readonly named: NamedFiles;
}

/** Pages that Google does not have: they lie beside this server. */
const localPages = ['page-home', 'page-mail', 'page-start'];

/** An order is a few names and numbers, or holds a dropped workbook of up to 10 MB in base64. */
const longestBody = 15_000_000;

/** The pages over one folder, and its timer as long as they are served. `banner` is HTML above each of them. */
export async function makeDoor(folder: string, banner = ''): Promise<Door> {
  const named = { folder, handedOut: new Set<string>(), opened: new Set<string>() };
  const site: Site = { folder, jobs: await makePageJobs(folder), banner, named };
  const timer = startServeTimer({
    isOn: () => isTriggerKept(folder, 'tick'),
    tick: () => runTickApart(folder),
    ...servePace,
  });
  return {
    answer: async (path, request, response) => {
      if (request.method === 'GET') answerGet(site, path, response);
      else if (path === 'run') await answerRun(site, request, response);
      else if (path === 'files') send(response, 200, { value: await answerFiles(await bodyOf(request), named) });
      else {
        const value = await answerCall(path, await bodyOf(request), folder, timer);
        if (value === null) refuse(response);
        else send(response, 200, { value });
      }
    },
    close: timer.stop,
  };
}

/** Listens until it is closed. Throws a refusal when the port cannot be had. */
export async function startServer(door: Door, place: ListenPlace): Promise<RunningServer> {
  const token = newToken();
  const server = createServer((request, response) => {
    void respond(door, { request, response, token, port: portOf(server) });
  });
  await listen(server, place);
  return {
    url: `http://127.0.0.1:${String(portOf(server))}/${token}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
      door.close();
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

function listen(server: Server, { port, address }: ListenPlace): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        new Refusal(
          `端口 ${String(port)} 不能用，可能别的程序正用着：换一个，如 --port ${port === 8023 ? '8024' : '8023'}，或者不写 --port 自动选`,
          { cause: error },
        ),
      );
    });
    server.listen(port, address, resolve);
  });
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly token: string;
  readonly port: number;
}

async function respond(door: Door, { request, response, token, port }: Exchange): Promise<void> {
  try {
    const path = admittedPath(request, token, port);
    if (path === null) refuse(response);
    else await door.answer(path, request, response);
  } catch (error) {
    send(response, 200, { error: failureText(error) });
  }
}

function answerGet(site: Site, path: string, response: ServerResponse): void {
  const [name = '', query = ''] = path.split('?');
  if (name === 'file') sendFile(site, new URLSearchParams(query).get('id') ?? '', response);
  else sendPage(name === '' ? 'page-home' : name, response, site.banner);
}

/** Sends a page of the menu. Those that only this server has lie beside it. */
export function sendPage(name: string, response: ServerResponse, banner = ''): void {
  const nonce = randomBytes(16).toString('base64');
  const html = /^page-[a-z-]+$/u.test(name) ? pageHtml(name, nonce, banner) : null;
  if (html === null) refuse(response);
  else response.writeHead(200, safeHeaders('text/html; charset=utf-8', nonce)).end(html);
}

/** The page as Google would show it, with a stand-in for Google's way from page to script before its own code. */
function pageHtml(name: string, nonce: string, banner: string): string | null {
  const folder = new URL(localPages.includes(name) ? './' : '../google/', import.meta.url);
  const bridge = readFileSync(new URL('./local-bridge.js', import.meta.url), 'utf8');
  const tag = `<script nonce="${nonce}">`;
  try {
    const [head = '', ...code] = readHtml(fileURLToPath(folder), name).split('<script>');
    const styled = head
      .replace('<style>', `<style nonce="${nonce}">`)
      .replace('<base target="_top">\n', '')
      .replace('<body>', () => `<body${libreOffice() === null ? '' : ' data-pdf'}>${banner}`);
    return `${styled}${tag}${bridge}</script>\n${tag}${code.join('<script>')}`;
  } catch {
    return null;
  }
}

function sendFile({ folder, named }: Site, id: string, response: ServerResponse): void {
  if (!named.handedOut.has(id)) {
    refuse(response);
    return;
  }
  const bytes = readFileBytes(readablePath(folder, id));
  const name = encodeURIComponent(basename(id)).replaceAll("'", '%27');
  const headers = safeHeaders(mimeTypeOf(id, false));
  response.writeHead(200, { ...headers, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` }).end(bytes);
}

async function answerRun(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const args = jsonOf(await bodyOf(request));
  if (!Array.isArray(args) || !args.every((arg) => typeof arg === 'string')) {
    refuse(response);
    return;
  }
  const value = await site.jobs.run(args);
  const { files } = JSON.parse(value) as JobAnswer;
  nameFiles(site.named, files);
  send(response, 200, { value });
}

/** What was sent, as text. Throws a refusal for more than an order needs. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = part as Buffer;
    length += bytes.length;
    if (length > longestBody) throw new Refusal('请求太长');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Answers with JSON, unless something was answered before. */
export function send(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) return;
  response.writeHead(status, safeHeaders('application/json; charset=utf-8')).end(JSON.stringify(body));
}

/** The same words whatever was wrong: nothing is told to those who should not ask. */
export function refuse(response: ServerResponse): void {
  response
    .writeHead(404, safeHeaders('text/plain; charset=utf-8'))
    .end('没有这个地址。请用 nianbao serve 显示的完整地址。\n');
}
