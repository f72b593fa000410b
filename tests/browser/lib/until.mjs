/** Waiting for what a browser does in its own time. */

/** Waits until `check` gives something true; fails with what it gave last. */
export async function until(/** @type {() => unknown} */ check, ms = 8000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${check}; last: ${JSON.stringify(value)}`);
    await new Promise((later) => setTimeout(later, 60));
  }
}
