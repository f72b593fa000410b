/** What can be asked of the reader's root. It runs in the page: nothing outside of it can be named. */

/** True once the reader is open, the whole story stands and the facts, which come after it, are in. */
export const isWhole = (/** @type {any} */ root) =>
  root.querySelector("dialog")?.open && !root.querySelector("[aria-busy]");
