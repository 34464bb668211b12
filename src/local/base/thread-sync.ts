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

/** Tasks are numbered: the answer to one that was given up may come while another is waited for. */
interface Numbered<T> {
  readonly number: number;
  readonly content: T;
}

/** The thread of `workerFile`, which does not keep the process alive; it answers null where that time (ms) was not enough. */
export function startThread(workerFile: string, patience: number): (task: object) => unknown {
  const { port1: port, port2 } = new MessageChannel();
  const data: ThreadData = { port: port2, answered: new Int32Array(new SharedArrayBuffer(4)) };
  new Worker(workerFile, { workerData: data, transferList: [port2] }).unref();
  port.unref();
  let number = 0;
  return (task) => {
    number += 1;
    port.postMessage({ number, content: task } satisfies Numbered<object>);
    const end = performance.now() + patience;
    for (;;) {
      const before = Atomics.load(data.answered, 0);
      const answer = receiveMessageOnPort(port)?.message as Numbered<unknown> | undefined;
      if (answer?.number === number) return answer.content;
      const left = end - performance.now();
      if (left <= 0) return null;
      if (answer === undefined) Atomics.wait(data.answered, 0, before, left);
    }
  };
}

/** The other side: answers each task. `perform` must not fail. */
export function serveThread(perform: (task: unknown) => Promise<object>): void {
  if (parentPort === null) throw new Error('this file is the inside of a thread');
  const { port, answered } = workerData as ThreadData;
  port.on('message', ({ number, content }: Numbered<unknown>) => {
    void perform(content).then((answer) => {
      port.postMessage({ number, content: answer } satisfies Numbered<object>);
      Atomics.add(answered, 0, 1);
      Atomics.notify(answered, 0);
    });
  });
}
