/**
 * Google as clasp sees it: the Apps Script API and as much of Drive as making a container needs, behind TLS under Google's
 * own names. A child process reaches it through a CONNECT proxy; nothing leaves this machine.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { URL } from 'node:url';
import { parse } from 'acorn';
import type { Certificate } from './certificate';

/** A file of a script project, as the Apps Script API sends it. */
export interface ScriptFile {
  readonly name: string;
  readonly type: 'JSON' | 'SERVER_JS' | 'HTML';
  readonly source: string;
}

/** One request, as it came in. */
interface Asked {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
}

export interface GoogleDouble {
  /** Address of the proxy. */
  readonly proxy: string;
  /** `host:port` of all connections that were tried. */
  readonly reached: string[];
  /** The files of each project, by script id. */
  readonly projects: Map<string, readonly ScriptFile[]>;
  /** An error every request meets from now on; null for none. */
  failure: Failure | null;
  readonly close: () => void;
}

/** Status and message of an error of Google's, an answer that breaks off, or a proxy that lets nobody out; met by requests of the method, or by all. */
export interface Failure {
  readonly status: number | 'half an answer' | 'no way through the proxy';
  readonly message: string;
  readonly method?: 'PUT';
}

/** The id of every hub and every script made here. */
export const hubId = '1HubHubHubHubHubHubHubHub';
export const scriptId = '1ScriptScriptScriptScriptScript';

/** What a project holds before anybody pushed to it. */
const bornFiles: readonly ScriptFile[] = [
  { name: 'appsscript', type: 'JSON', source: '{"timeZone":"America/New_York","runtimeVersion":"V8"}' },
  { name: 'Code', type: 'SERVER_JS', source: 'function myFunction() {\n}\n' },
];

/** Starts to listen on two free ports of this machine. */
export async function startGoogle({ key, cert }: Certificate): Promise<GoogleDouble> {
  const tls = createTlsServer({ key, cert }, (request, response) => void serve(google, request, response));
  const proxy = createServer();
  const google: GoogleDouble = {
    ...{ proxy: '', reached: [], projects: new Map<string, readonly ScriptFile[]>(), failure: null },
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
      tls.closeAllConnections();
    },
  };
  proxy.on('connect', (request, socket) => {
    const place = String(request.url);
    google.reached.push(place);
    if (!/^\w+\.googleapis\.com:443$/u.test(place) || google.failure?.status === 'no way through the proxy') {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    tls.emit('connection', socket);
  });
  return Object.assign(google, { proxy: `http://127.0.0.1:${String(await listen(proxy))}` });
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function serve(google: GoogleDouble, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '', 'https://googleapis.com');
  const asked = {
    method: request.method ?? '',
    host: request.headers.host ?? '',
    path: pathname,
    body: await bodyOf(request),
  };
  const isKnown = request.headers.authorization === 'Bearer access';
  const unknownCaller = { status: 401, message: 'Request had invalid authentication credentials.' };
  const isMet = google.failure !== null && (google.failure.method ?? asked.method) === asked.method;
  const failure = isMet ? google.failure : isKnown ? null : unknownCaller;
  const { status, content } = failure ? refused(failure) : answerTo(asked, google.projects);
  if (typeof status === 'string') {
    // What was asked for is done; only the caller does not hear of it.
    answerTo(asked, google.projects);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' });
    response.write('{"scriptId":', () => response.destroy());
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(content));
}

interface Answer {
  readonly status: Failure['status'];
  readonly content: object;
}

function refused({ status, message }: Failure): Answer {
  return { status, content: { error: { code: status, message } } };
}

function accepted(content: object): Answer {
  return { status: 200, content };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') as Record<string, unknown>;
}

function answerTo({ method, host, path, body }: Asked, projects: GoogleDouble['projects']): Answer {
  switch (`${method} ${host}${path}`) {
    case 'POST www.googleapis.com/drive/v3/files':
      return accepted({ ...body, id: hubId });
    case 'POST script.googleapis.com/v1/projects':
      projects.set(scriptId, bornFiles);
      return accepted({ ...body, scriptId });
    case `GET script.googleapis.com/v1/projects/${scriptId}/content`:
      return accepted({ scriptId, files: projects.get(scriptId) });
    case `PUT script.googleapis.com/v1/projects/${scriptId}/content`:
      return takeContent(body as { files: readonly ScriptFile[] }, projects);
    default:
      return refused({ status: 404, message: 'Requested entity was not found.' });
  }
}

/** Takes the whole new set of files, or none: Google wants one manifest and code that can be parsed. */
function takeContent({ files }: { files: readonly ScriptFile[] }, projects: GoogleDouble['projects']): Answer {
  const manifests = files.filter(({ type }) => type === 'JSON');
  if (manifests.length !== 1 || manifests[0]?.name !== 'appsscript') {
    return refused({ status: 400, message: 'A file of type JSON and named appsscript must be provided.' });
  }
  for (const { name, type, source } of files) {
    try {
      if (type === 'SERVER_JS') parse(source, { ecmaVersion: 2021, sourceType: 'script' });
      if (type === 'JSON') JSON.parse(source);
    } catch (error) {
      return refused({ status: 400, message: `Syntax error: ${String(error)} line: 1 file: ${name}` });
    }
  }
  projects.set(scriptId, files);
  return accepted({ scriptId, files });
}
