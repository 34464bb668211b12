/** Scenarios that do not hold yet, by name. Compared exactly: one that is mended has to leave the list. */
export const knownFailures: readonly string[] = [];
