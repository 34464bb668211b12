/** What a person did or left that keeps something from being done, told apart from a mistake of the program. */

/**
 * Thrown with a Chinese text that says what is wrong and what to do: about a file, a folder, a mailbox, an option. Whatever else
 * is thrown is a mistake of the program. Errors also come from another realm or thread, so that a refusal is known by its
 * name and never by its class.
 */
export class Refusal extends Error {
  constructor(text: string, options?: { readonly cause: unknown }) {
    super(text);
    this.name = refusalName;
    if (options) Object.defineProperty(this, 'cause', { value: options.cause, configurable: true, writable: true });
  }
}

/** By which a refusal is known. */
export const refusalName = 'Refusal';

/** Whether a person can mend what was thrown. */
export function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === refusalName;
}

/** The text of whatever was thrown. */
export function errorText(error: unknown): string {
  const message: unknown = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message);
}

/** What was thrown as an error of this realm. */
export function asError(error: unknown): Error {
  if (error instanceof Error) return error;
  const text = errorText(error);
  return isRefusal(error) ? new Refusal(text) : Object.assign(new Error('unknown'), { message: text });
}
