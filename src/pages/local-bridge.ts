/** Stands in for `google.script.run` where the pages come from this computer: each call is a request to the local server. */
import { Refusal } from '../core/base/refusal';
import type { LocalMode } from './parts/file-links';
import { stalePage } from './parts/office-call';

interface Handlers {
  readonly done: (value: string) => void;
  readonly failed: (error: Error) => void;
}

interface LocalRunner {
  readonly withSuccessHandler: (done: Handlers['done']) => LocalRunner;
  readonly withFailureHandler: (failed: Handlers['failed']) => LocalRunner;
  readonly runJob: (...args: readonly string[]) => void;
}

function makeRunner(handlers: Handlers): LocalRunner {
  return {
    withSuccessHandler: (done) => makeRunner({ ...handlers, done }),
    withFailureHandler: (failed) => makeRunner({ ...handlers, failed }),
    runJob: (...args) => {
      request(args).then(handlers.done, handlers.failed);
    },
  };
}

async function request(args: readonly string[]): Promise<string> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch('run', { method: 'POST', headers, body: JSON.stringify(args) }).catch(() => {
    throw new Refusal('本机服务已经停止。请重新运行 nianbao serve，再打开它显示的地址。');
  });
  if (response.status === 404) throw new Refusal(stalePage);
  const answer = (await response.json()) as { readonly value?: string; readonly error?: string };
  if (answer.value === undefined) throw new Refusal(answer.error ?? '本机服务没有回答');
  return answer.value;
}

const ignore = (): void => undefined;
const local: LocalMode = {
  home: './',
  fileHref: (id) => `file?id=${encodeURIComponent(id)}`,
  canMakePdf: document.body.hasAttribute('data-pdf'),
};
Object.assign(window, {
  nianbaoLocal: local,
  google: { script: { run: makeRunner({ done: ignore, failed: ignore }) } },
});
