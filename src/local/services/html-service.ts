/** The service HtmlService: the files pushed beside the code, which lie beside the bundle. */
import { join } from 'node:path';
import { readFileBytes, statOf } from '../base/workspace';
import { ServiceError } from './service-error';

/** What is supported of a page; its size is for Google's dialogs and means nothing here. */
type LocalHtmlOutput = Pick<GoogleAppsScript.HTML.HtmlOutput, 'getContent' | 'setWidth' | 'setHeight'>;

/** What is supported of the service. */
export interface HtmlServiceLocal {
  readonly createHtmlOutputFromFile: (name: string) => LocalHtmlOutput;
}

/** `folder` is what clasp pushes: `name` stands for `name.html` in it. */
export function makeHtmlService(folder: string): HtmlServiceLocal {
  return { createHtmlOutputFromFile: (name) => makeOutput(readHtml(folder, name)) };
}

/** The text of an HTML file beside the bundle. Throws where there is none of that name. */
export function readHtml(folder: string, name: string): string {
  const path = join(folder, `${name}.html`);
  if (!/^[\w-]+$/u.test(name) || !statOf(path))
    throw new ServiceError(`没有名为 ${name} 的 HTML 文件 (no HTML file named ${name})`);
  return Buffer.from(readFileBytes(path)).toString('utf8');
}

function makeOutput(content: string): LocalHtmlOutput {
  const same = (): GoogleAppsScript.HTML.HtmlOutput => output as GoogleAppsScript.HTML.HtmlOutput;
  const output: LocalHtmlOutput = { getContent: () => content, setWidth: same, setHeight: same };
  return output;
}
