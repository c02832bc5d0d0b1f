// Says on a terminal that something is under way, once it has taken half a second.
// The engine computes in one go, so the main thread could not say so: a second thread does.

import { Worker } from "worker_threads";

const WATCH = `
const { workerData: { flag, words } } = require("worker_threads");
const { writeSync } = require("fs");
let wait = 500;
for (let seconds = 0; Atomics.wait(flag, 0, 0, wait) === "timed-out"; wait = 1000) {
  writeSync(2, "\\r" + words + "……" + (seconds > 0 ? seconds + " 秒" : ""));
  seconds++;
}
if (wait === 1000) writeSync(2, "\\r\\x1b[K");
`;

/** Does the work. */
export async function withProgress<T>(words: string, work: () => T): Promise<T> {
  if (process.stderr.isTTY !== true) return work();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const watch = new Worker(WATCH, { eval: true, workerData: { flag, words } });
  const ended = new Promise<void>((resolve) => {
    watch.once("exit", resolve);
    // It is only a notice: the work is done without it as well.
    watch.once("error", resolve);
  });
  try {
    return work();
  } finally {
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
    await ended;
  }
}
