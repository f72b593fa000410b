/** The browser's extension interface, by the name that gives promises in both browsers. */
export const api: typeof chrome = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
