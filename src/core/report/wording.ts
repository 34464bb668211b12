/** Texts people typed, made ready to stand inside a sentence of the report. */

/** Without outer space and closing punctuation, so that the template's own punctuation can follow. */
export function bare(text: string): string {
  return text.trim().replace(/[。；;，,.、\s]+$/u, '');
}
