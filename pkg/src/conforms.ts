// Never run: the compiler proves here that every entry is what `types.d.ts` promises.

import * as inline from "./inline.ts";
import * as node from "./node.ts";
import type * as promised from "./types.d.ts";
import * as web from "./web.ts";

[inline, node, web] satisfies (typeof promised)[];
