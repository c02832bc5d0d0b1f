// The packed package, installed the way a user installs it. The tests know no other copy of it.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Cargo's target folder. */
export const target = process.env.QIANFA_TARGET || join(root, "target");

/** The tarball under test: the one that `cargo xtask test` has just packed, else the one that lies there. */
export const tarball = process.env.QIANFA_TARBALL || join(root, "pkg", `qianfa-${packageVersion()}.tgz`);

/** Makes a project out of a folder (or of nothing) with the package installed; gives its folder. */
export function project(name, source) {
  const folder = join(target, "npm", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (source !== undefined) cpSync(source, folder, { recursive: true });
  // Without one of its own, npm would look for a project further up.
  if (!existsSync(join(folder, "package.json"))) writeFileSync(join(folder, "package.json"), '{ "private": true }');
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const options = ["--no-save", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync(npm, ["install", ...options, tarball], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  return folder;
}

/** The ids of the shipped rulebooks. */
export const rulebookIds = readdirSync(join(root, "rulebooks")).filter((id) => existsSync(join(root, "rulebooks", id, "rules.yaml")));

function packageVersion() {
  return JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8")).version;
}
