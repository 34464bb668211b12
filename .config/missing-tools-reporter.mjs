/** Says at the end of a run which tests were left out: for want of a program, or because they take long. A group left out counts as one. */
export default class MissingToolsReporter {
  onRunComplete(_, { testResults }) {
    const pending = testResults.flatMap((file) => file.testResults).filter(({ status }) => status === 'pending');
    const skipped = pending.flatMap(({ ancestorTitles, title }) => {
      const named = [...ancestorTitles, title].flatMap((one) => /^needs (.+)$/u.exec(one)?.[1] ?? []);
      return named.slice(0, 1);
    });
    const long = pending.length - skipped.length;
    if (long > 0) {
      console.error(
        `Not run: ${long} tests or groups that take long (npm run fuzz -- long runs them) or are for a system that is not here`,
      );
    }
    for (const tool of new Set(skipped)) {
      console.error(`Not run: ${skipped.filter((one) => one === tool).length} tests or groups (missing: ${tool})`);
    }
  }
}
