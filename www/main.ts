/** Starts the demo: its interface is Rust (`src/web/demo.rs`), in the same module as the core. */

import init, { start } from "#demo";

void init({ module_or_path: "demo.wasm" }).then(start);
