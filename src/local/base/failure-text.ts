/** What a person is told when something was thrown: the refusal's own words, or that the program is at fault and whom to tell. */
import { errorText, isRefusal } from '../../core/base/refusal';
import { serviceWords } from '../../core/base/service-words';

declare const packageVersion: string;

/** Ready for the screen. A mistake of the program bears its version, so that the line alone tells what to look for. */
export function failureText(error: unknown): string {
  if (isRefusal(error)) return errorText(error);
  return `程序出错：${serviceWords(error)}\n请把这一行和版本号发给维护者：法治年报 ${packageVersion}`;
}
