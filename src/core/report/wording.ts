/** Texts people typed, made ready to stand inside a sentence of the report. */
import { withoutEnd } from '../base/text';

/** Without outer space and closing punctuation, so that the template's own punctuation can follow. */
export function bare(text: string): string {
  return withoutEnd(text.trim(), /[。；;，,.、\s]/u);
}
