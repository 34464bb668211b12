/** The service HtmlService: the files pushed beside the code, which lie beside the bundle. */
import { join } from 'node:path';
import { readBytes, statOf } from './workspace';

/** What is supported of a page. */
type LocalHtmlOutput = Pick<GoogleAppsScript.HTML.HtmlOutput, 'getContent'>;

/** What is supported of the service. */
export interface HtmlServiceLocal {
  readonly createHtmlOutputFromFile: (name: string) => LocalHtmlOutput;
}

/** `folder` is what clasp pushes: `name` stands for `name.html` in it. */
export function makeHtmlService(folder: string): HtmlServiceLocal {
  return {
    createHtmlOutputFromFile: (name) => {
      const path = join(folder, `${name}.html`);
      if (!/^[\w-]+$/u.test(name) || !statOf(path))
        throw new Error(`没有名为 ${name} 的 HTML 文件 (no HTML file named ${name})`);
      const content = Buffer.from(readBytes(path)).toString('utf8');
      return { getContent: () => content };
    },
  };
}
