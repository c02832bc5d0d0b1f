// A real old Chromium, out of the npm package that carries it.

import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const packages = fileURLToPath(new URL("node_modules", import.meta.url));

/** Unpacks the browser of a version, once; gives its program. */
function unpacked(version) {
  const packed = join(packages, `chromium-${version}`, "bin/chromium.br");
  const program = join(packages, ".unpacked", `chromium-${version}`);
  if (!existsSync(program)) {
    mkdirSync(join(packages, ".unpacked"), { recursive: true });
    // Under its name only when it is whole.
    writeFileSync(`${program}.part`, brotliDecompressSync(readFileSync(packed)));
    chmodSync(`${program}.part`, 0o755);
    renameSync(`${program}.part`, program);
  }
  return program;
}

/** Opens an address in that version; gives how to stop it. What the browser says is kept for the case that nothing comes back. */
export function open(version, address) {
  const profile = mkdtempSync(join(tmpdir(), "qianfa-kernel-"));
  const args = [
    // These builds are made for one process without a sandbox.
    "--headless", "--no-sandbox", "--single-process", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-logging=stderr",
    `--user-data-dir=${profile}`, "--remote-debugging-port=0", address,
  ];
  const browser = spawn(unpacked(version), args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  browser.stderr.on("data", (text) => (said += text));
  const ended = new Promise((resolve) => browser.on("close", resolve));
  return {
    ended,
    said: () => said.slice(-2_000),
    async stop() {
      browser.kill("SIGKILL");
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
