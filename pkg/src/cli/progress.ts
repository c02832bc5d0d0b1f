// Says on a terminal that something is under way, once it has taken half a second.
// The engine computes in one go, so the main thread could not say so: a second thread does.

import { Worker } from "worker_threads";
import { width } from "./width.ts";

const WATCH = `
const { workerData: { flag, words, unit, blank } } = require("worker_threads");
const { writeSync } = require("fs");
let wait = 500;
for (let seconds = 0; Atomics.wait(flag, 0, 0, wait) === "timed-out"; seconds++) {
  writeSync(2, "\\r" + words + (seconds > 0 ? seconds + unit : ""));
  wait = 1000;
}
if (wait === 1000) writeSync(2, "\\r" + blank + "\\r");
`;

/** Does the work. */
export async function withProgress<T>(words: string, work: () => T): Promise<T> {
  if (process.stderr.isTTY !== true) return work();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  // The thread writes plain bytes, which a Windows console reads in its own code page: only ASCII is the same in all of them.
  const [notice, unit] = process.platform === "win32" ? ["qianfa ... ", " s"] : [`${words}…… `, " 秒"];
  const workerData = { flag, words: notice, unit, blank: " ".repeat(width(notice) + 8) };
  const watch = new Worker(WATCH, { eval: true, workerData });
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
