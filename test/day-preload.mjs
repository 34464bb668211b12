/** Preloaded by tests: the program under Node then lives on the day NIANBAO_TEST_DAY, at ten past nine in China. */
import { syncBuiltinESMExports } from 'node:module';
import vm from 'node:vm';

const then = Date.parse(`${process.env.NIANBAO_TEST_DAY ?? ''}T09:10:00+08:00`);
const makeContext = vm.createContext;

vm.createContext = (...args) => {
  const context = makeContext(...args);
  vm.runInContext('Date', context).now = () => then;
  return context;
};
syncBuiltinESMExports();
