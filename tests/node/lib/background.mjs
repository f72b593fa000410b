/** The background as it is built for Firefox, with an interface of ours in place of the browser's. */

import { readFileSync } from "node:fs";
import vm from "node:vm";

const source = readFileSync(new URL("../../../dist/firefox/background.js", import.meta.url), "utf8");

/** @typedef {(...given: any[]) => any} Call */

/**
 * Starts it. `lacking`: what the browser does not have; `answers`: what a call gives, by its name, where that is not
 * nothing. Gives the listeners by event, and every call since then, in order.
 */
export function background({
  lacking = /** @type {string[]} */ ([]),
  answers = /** @type {Record<string, Call>} */ ({}),
} = {}) {
  /** @type {Map<string, Call>} */
  const listeners = new Map();
  /** @type {[name: string, ...given: any[]][]} */
  const calls = [];
  const api = (path = "") =>
    /** @type {any} */ (
      new Proxy(() => undefined, {
        get: (_, name) => {
          if (typeof name !== "string" || name === "then") return undefined;
          if (path === "" && lacking.includes(name)) return undefined;
          if (name === "addListener") return (/** @type {Call} */ heard) => listeners.set(path, heard);
          return api(path ? `${path}.${name}` : name);
        },
        // What is given was made in another realm: copied, it can be compared.
        apply: (_, __, given) => {
          calls.push([path, ...JSON.parse(JSON.stringify(given))]);
          return path.endsWith("i18n.getMessage") ? given[0] : Promise.resolve(answers[path]?.(...given));
        },
      })
    );
  const chrome = api();
  const { TextDecoder, TextEncoder } = globalThis;
  const given = {
    URL,
    TextDecoder,
    TextEncoder,
    navigator: { languages: ["en"] },
    console,
    setTimeout: later,
  };
  vm.runInNewContext(source, { chrome, browser: chrome, ...given });
  return { listeners, calls };
}

/** A timer that keeps nobody from ending. */
function later(/** @type {Call} */ run, /** @type {number} */ ms) {
  setTimeout(run, ms).unref();
}
