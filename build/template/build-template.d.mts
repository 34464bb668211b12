/** The .docx of a template text, for the tests. */
export function buildTemplate(text: string): Uint8Array;
