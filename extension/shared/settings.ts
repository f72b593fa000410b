/** How the reader looks and behaves: one value, saved and synced, the same for the reader and the options page. */

import { keep, kept, onKept } from "./store.ts";

/** Every choice a person has. */
export interface Settings {
  theme: "system" | "light" | "sepia" | "dark" | "black";
  font: "serif" | "sans" | "system" | "mono" | "dyslexic" | "page";
  /** Units: px. */
  size: number;
  /** Units: `ch` of the chosen font. */
  width: number;
  /** Units: times the size. */
  lineHeight: number;
  /** Units: hundredths of an em. */
  letterSpacing: number;
  /** Units: hundredths of an em. */
  wordSpacing: number;
  justify: boolean;
  images: boolean;
  facts: boolean;
  /** The facts' words are marked in the story. */
  marks: boolean;
  factsSide: "end" | "start";
  /** Units: times the voice's usual pace. */
  rate: number;
  /** Name of a voice; "" for the browser's choice. */
  voice: string;
}

/** Good enough to leave alone. */
export const DEFAULTS: Settings = {
  theme: "system",
  font: "serif",
  size: 19,
  width: 62,
  lineHeight: 1.6,
  letterSpacing: 0,
  wordSpacing: 0,
  justify: false,
  images: true,
  facts: true,
  marks: false,
  factsSide: "end",
  rate: 1,
  voice: "",
};

/** The choices of each setting that has a list of them. */
export const CHOICES = {
  theme: ["system", "light", "sepia", "dark", "black"],
  font: ["serif", "sans", "system", "mono", "dyslexic", "page"],
  factsSide: ["end", "start"],
} as const;

/** Least, most and step of each setting that is a number. */
export const RANGES = {
  size: [14, 40, 1],
  width: [40, 100, 2],
  lineHeight: [1.2, 2.4, 0.1],
  letterSpacing: [0, 16, 1],
  wordSpacing: [0, 40, 2],
  rate: [0.5, 3, 0.1],
} as const;

const KEY = "settings";

/** Anything that was stored, made into settings: what is missing or out of bounds becomes the default. */
export function sound(stored: unknown): Settings {
  const given = (typeof stored === "object" && stored !== null ? stored : {}) as Record<string, unknown>;
  const out = { ...DEFAULTS } as Record<string, unknown>;
  for (const [key, usual] of Object.entries(DEFAULTS)) {
    const value = given[key];
    if (typeof value !== typeof usual) continue;
    if (key in CHOICES && !(CHOICES[key as keyof typeof CHOICES] as readonly unknown[]).includes(value))
      continue;
    if (key in RANGES) {
      const [least, most] = RANGES[key as keyof typeof RANGES];
      if (!((value as number) >= least && (value as number) <= most)) continue;
    }
    out[key] = value;
  }
  return out as unknown as Settings;
}

/** The person's settings; the defaults where storage is out of reach. */
export async function load(): Promise<Settings> {
  return sound((await kept(KEY))[KEY]);
}

/** How often settings were kept here, and how often that was done. */
let [asked, done] = [0, 0];

/** Keeps the settings. */
export function save(settings: Settings): Promise<void> {
  asked++;
  return keep({ [KEY]: settings }).finally(() => done++);
}

/**
 * Tells of changes made elsewhere: the options page, another window, another machine. Gives back how to stop. While a
 * choice made here is on its way, what comes in is older than it, and would take it back.
 */
export function onChange(tell: (settings: Settings) => void): () => void {
  return onKept((keys) => {
    if (!keys.includes(KEY)) return;
    const before = asked;
    void load().then((settings) => {
      if (asked === before && asked === done) tell(settings);
    });
  });
}
