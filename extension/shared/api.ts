/**
 * The browser's extension interface, by the name that gives promises in both browsers. Where there is no `browser`, an
 * element of the page with that id is found in its place.
 */
const { browser } = globalThis as { browser?: typeof chrome };

/** The interface. */
export const api: typeof chrome = typeof browser?.runtime?.getURL === "function" ? browser : chrome;
