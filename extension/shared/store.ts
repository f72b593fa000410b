/**
 * What is kept over restarts: on all of the person's machines where the browser's sync takes it. What sync refuses, since
 * it is off or full, is kept on this machine, and counts here until sync takes it.
 */

import { api } from "./api.ts";

type Values = Record<string, unknown>;

/** The values of `key`, or of all keys; empty where storage is out of reach. */
export async function kept(key: string | null): Promise<Values> {
  const nothing = (): Values => ({});
  const { sync, local } = api.storage;
  const [everywhere, here] = await Promise.all([sync.get(key).catch(nothing), local.get(key).catch(nothing)]);
  return { ...everywhere, ...here };
}

/** Keeps values. Fails where neither storage takes them. */
export async function keep(values: Values): Promise<void> {
  const { sync, local } = api.storage;
  try {
    await sync.set(values);
    await local.remove(Object.keys(values)).catch(() => undefined);
  } catch {
    await local.set(values);
  }
}

/** Forgets a value. */
export async function forget(key: string): Promise<void> {
  const { sync, local } = api.storage;
  await Promise.all([sync.remove(key).catch(() => undefined), local.remove(key)]);
}

/** Calls `tell` with the keys of what was changed, here or elsewhere. Gives back how to stop. */
export function onKept(tell: (keys: string[]) => void): () => void {
  const listener = (changes: Values, area: string) => {
    if (area === "sync" || area === "local") tell(Object.keys(changes));
  };
  api.storage.onChanged.addListener(listener);
  return () => api.storage.onChanged.removeListener(listener);
}
