/** Node, and the threads a test file has started end with it: a hundred of them would keep the process of the tests from ending. */
const { TestEnvironment } = require('jest-environment-node');
const threads = require('node:worker_threads');

module.exports = class extends TestEnvironment {
  started = new Set();
  Worker = threads.Worker;

  async setup() {
    await super.setup();
    const { started, Worker } = this;
    threads.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        started.add(this);
        this.once('exit', () => started.delete(this));
      }
    };
  }

  async teardown() {
    threads.Worker = this.Worker;
    await Promise.all([...this.started].map((thread) => thread.terminate()));
    await super.teardown();
  }
};
