/** A site that is always cleaned, as background, reader and options page speak of it. */

/** What is done by itself. */
export type Mode = "clean" | "reader";

/** A site, what is done there, and whether this browser allows it. */
export interface Site {
  host: string;
  mode: Mode;
  permitted: boolean;
}

/** True for the name of a site: no scheme, path, port or wildcard. */
export function isHost(host: string): boolean {
  return host.length <= 253 && /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$|^\[[0-9a-f:.]+\]$/.test(host);
}

/** The name of the site in what a person typed or pasted: an address, or a name. Absent: there is none. */
export function hostIn(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  try {
    const { hostname, protocol } = new URL(text.includes("://") ? text : `https://${text}`);
    return /^https?:$/.test(protocol) && isHost(hostname) ? hostname : undefined;
  } catch {
    return undefined;
  }
}

/** Match patterns for a site: http and https, any port. */
export function originsOf(host: string): string[] {
  return [`http://${host}/*`, `https://${host}/*`];
}
