/** How headings are set: on the line of the text (接排) or on their own line (独行). */
export const headingWords = { 'run-in': '接排', block: '独行' } as const;
