/** Stands in for `google.script.run` where the pages come from this computer: each call is a request to the local server. */
import type { LocalMode } from './parts/file-links';
import { post } from './parts/office-call';

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
      post('run', args).then((value) => {
        handlers.done(String(value));
      }, handlers.failed);
    },
  };
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
