/** The package in a browser: the module lies beside the script, and bundlers take it along. */

import load from "../target/bindgen/library/library.js";
import type * as Api from "./index.d.ts";

export * from "./core.ts";

export const init: typeof Api.init = async (module = new URL("./plainread.wasm", import.meta.url)) => {
  await load({ module_or_path: module });
};
