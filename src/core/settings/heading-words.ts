/** How headings are set: on the line of the text (接排) or on their own line (独行). */
export const headingWords = { 'run-in': '接排', block: '独行' } as const;

/** How figures that lack departments are printed. */
export const partialWords = { gap: '待补', marked: '注明不含' } as const;
