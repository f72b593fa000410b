/** The package in Node: the module is a file beside the script. */

import { readFile } from "node:fs/promises";
import load from "../target/bindgen/library/library.js";
import type * as Api from "./index.d.ts";

export * from "./core.ts";

export const init: typeof Api.init = async (module) => {
  await load({ module_or_path: module ?? (await readFile(new URL("./plainread.wasm", import.meta.url))) });
};
