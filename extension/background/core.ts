/** The core: one instance of the WebAssembly module for all tabs, started with the first question. */

import init, * as core from "#core";

let started: Promise<unknown> | undefined;

/** The core's functions, once it runs. A start that failed is tried again with the next question. */
export async function start(): Promise<typeof core> {
  started ??= init({ module_or_path: fetch(chrome.runtime.getURL("core.wasm")) });
  try {
    await started;
  } catch (error) {
    started = undefined;
    throw error;
  }
  return core;
}
