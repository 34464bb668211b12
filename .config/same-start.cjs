/** Test files share a process, and each finds it as the first one did: environment, globals, clock and whatever was spied on. */
const Module = require('node:module');

const load = Module._extensions['.ts'];
const environment = { ...process.env };
let names = null;

function startAnew() {
  names ??= new Set(Object.getOwnPropertyNames(globalThis));
  for (const name of Object.getOwnPropertyNames(globalThis)) if (!names.has(name)) delete globalThis[name];
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  globalThis.jest.restoreAllMocks();
  globalThis.jest.useRealTimers();
}

Module._extensions['.ts'] = (module, path) => {
  if (path.endsWith('.test.ts')) startAnew();
  load(module, path);
};
