/** The .docx of a template text, for the tests. */
export function buildTemplate(text: string): Uint8Array;

/** Builds the committed template into the output folder. */
export function writeTemplate(): void;
