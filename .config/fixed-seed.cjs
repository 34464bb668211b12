/** Laws are checked on the same samples each time, so that a run says something about the change; FC_SEED tries others. */
require('fast-check').configureGlobal({ seed: Number(process.env.FC_SEED ?? 20221231) });
