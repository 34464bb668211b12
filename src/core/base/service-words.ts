/** What services say when they fail, made fit to be shown, and told apart from a mistake of the program. */
import { errorText } from './refusal';

/** Longer texts hold whole answers of the service. */
const mostShown = 200;

/** The name of a workbook or document may hold the sign of an address. */
const bookName = /\.(?:xlsx|xls|et|ods|csv|tsv|docx)$/iu;

/** The words of a service: at most 200 characters of one line, without bytes, with mail addresses masked. */
export function serviceWords(error: unknown): string {
  const line = errorText(error).replace(/\s+/gu, ' ');
  // What stands behind a byte is the content of a file.
  const text = line.replace(/[\p{Cc}\uFFFD][\s\S]*$/u, '').replace(/^(?:\w*(?:Error|Exception): ?)+/u, '');
  return text
    .replace(/(?<![^\s<>"'“”（）():：，,;；])[^\s<>"'“”（）():：，,;；]+@[^\s<>"'“”（）():：，,;；]+/gu, (found) =>
      bookName.test(found) ? found : '***@***',
    )
    .slice(0, mostShown)
    .trim();
}

/** Thrown where a service gave something that is no answer, though it gave no error. */
export function serviceError(text: string): Error {
  return Object.assign(new Error('service'), { name: 'Exception', message: text });
}

/** Whether a service threw it: what the language or the program itself throws bears other names. */
export function isServiceError(error: unknown): boolean {
  const name: unknown = typeof error === 'object' && error !== null && 'name' in error ? error.name : '';
  return String(name).endsWith('Exception');
}
