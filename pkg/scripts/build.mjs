// Makes `dist` from `build` (the module, its glue and the rulebooks, made by `cargo xtask`) and `src`.

import { readFile, rm } from "node:fs/promises";
import { checkSyntax } from "./syntax.mjs";
import { bundle } from "./bundle.mjs";
import { writeDeclarations } from "./declarations.mjs";
import { writeMessages } from "./messages.mjs";
import { writeRulebooks } from "./rulebooks.mjs";
import { writeSchemas } from "./schemas.mjs";

const { version } = JSON.parse(await readFile("package.json", "utf8"));
const built = process.env.QIANFA_VERSION;
if (version !== built) throw new Error(`package.json is of version ${version}, Cargo.toml of ${built}`);

await rm("dist", { recursive: true, force: true });
await bundle(version);
await writeDeclarations();
await writeMessages();
await writeRulebooks();
await writeSchemas();
await checkSyntax("dist");
