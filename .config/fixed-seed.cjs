/** Laws are checked on the same samples each time, so that a run says something about the change; FC_SEED tries others. */
const usual = 100;
require('fast-check').configureGlobal({
  seed: Number(process.env.FC_SEED ?? 20221231),
  // As `rounds` of the tests has it, where a law names no number of its own.
  numRuns: process.env.NIANBAO_WHOLE === '1' ? usual : usual / 4,
});
