/** `nianbao serve` as a process of its own, and requests to it as any program on this computer could make them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { request } from 'node:http';
import { command } from '../../workspace/run-command';

export interface Served {
  readonly url: string;
  readonly child: ChildProcess;
}

const running: ChildProcess[] = [];

/** Starts the command, with more in its environment, and waits for the address it prints. */
export function serve(workspace: string, more: Readonly<Record<string, string>> = {}): Promise<Served> {
  const child = spawn(process.execPath, [command, 'serve', workspace], { env: { ...process.env, ...more } });
  running.push(child);
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      const [url] = /http:\S+/u.exec(out) ?? [];
      if (url !== undefined) resolve({ url, child });
    });
    child.stderr.on('data', (part: Buffer) => {
      reject(new Error(part.toString()));
    });
  });
}

/** What came back. */
export interface Reply {
  readonly status: number | undefined;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A request as any program on this computer, or a page elsewhere, could make it. */
export function ask(
  url: string,
  options: { headers?: Record<string, string>; method?: string; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { agent: false, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () => {
          resolve({ status: response.statusCode, text, headers: response.headers });
        });
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

/** A call as a page served from the address makes it. */
export async function runJob(
  { url }: Pick<Served, 'url'>,
  ...args: readonly string[]
): Promise<{ readonly value?: string; readonly error?: string }> {
  const headers = { origin: new URL(url).origin, 'content-type': 'application/json' };
  const { text } = await ask(`${url}run`, { method: 'POST', headers, body: JSON.stringify(args) });
  return JSON.parse(text) as { value?: string; error?: string };
}

/** Ends all that were started. */
export function endServers(): void {
  for (const child of running) child.kill('SIGKILL');
}
