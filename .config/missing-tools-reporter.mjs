/** Says at the end of a run which tests were left out for want of a program. */
export default class MissingToolsReporter {
  onRunComplete(_, { testResults }) {
    const skipped = testResults
      .flatMap((file) => file.testResults)
      .filter(({ status }) => status === 'pending')
      .flatMap(({ ancestorTitles }) => /^needs (.+)$/u.exec(ancestorTitles[0] ?? '')?.[1] ?? []);
    for (const tool of new Set(skipped)) {
      console.error(`Not run: ${skipped.filter((one) => one === tool).length} tests (missing: ${tool})`);
    }
  }
}
