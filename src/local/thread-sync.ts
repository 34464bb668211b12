/** Asks a thread and waits for its answer: a service call that has returned has happened. */
import {
  MessageChannel,
  parentPort,
  receiveMessageOnPort,
  Worker,
  workerData,
  type MessagePort,
} from 'node:worker_threads';

/** What a thread is given at its start. `answered` is raised by one with each answer. */
interface ThreadData {
  readonly port: MessagePort;
  readonly answered: Int32Array;
}

/** The thread of `workerFile`, which does not keep the process alive; it answers null where that time was not enough. */
export function startThread(workerFile: string, patience: number): (task: object) => unknown {
  const { port1: port, port2 } = new MessageChannel();
  const data: ThreadData = { port: port2, answered: new Int32Array(new SharedArrayBuffer(4)) };
  new Worker(workerFile, { workerData: data, transferList: [port2] }).unref();
  port.unref();
  return (task) => {
    const before = Atomics.load(data.answered, 0);
    port.postMessage(task);
    Atomics.wait(data.answered, 0, before, patience);
    const answer: unknown = receiveMessageOnPort(port)?.message;
    return answer ?? null;
  };
}

/** The other side: answers each task. `perform` must not fail. */
export function serveThread(perform: (task: unknown) => Promise<object>): void {
  if (parentPort === null) throw new Error('this file is the inside of a thread');
  const { port, answered } = workerData as ThreadData;
  port.on('message', (task: unknown) => {
    void perform(task).then((answer) => {
      port.postMessage(answer);
      Atomics.add(answered, 0, 1);
      Atomics.notify(answered, 0);
    });
  });
}
