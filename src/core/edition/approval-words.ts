/** What the office may decide on a task, by the word that is typed. */
export const approvalWords = { deferred: '暂缓', cancelled: '取消' } as const;
