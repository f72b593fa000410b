/** The colours of the product: one table for the reader, the notice and the options page. */

/** What each colour is for. Text on `paper` and `tint` has a contrast of 7:1 in `ink`, 4.5:1 in `soft` and `accent`. */
export interface Theme {
  paper: string;
  ink: string;
  soft: string;
  tint: string;
  line: string;
  accent: string;
  onAccent: string;
  mark: string;
  scheme: "light" | "dark";
}

export const THEMES: Record<"light" | "sepia" | "dark" | "black", Theme> = {
  light: {
    paper: "#fdfcf9",
    ink: "#1d1c19",
    soft: "#5f5b52",
    tint: "#f4f1ea",
    line: "#dfdacd",
    accent: "#0d5c58",
    onAccent: "#ffffff",
    mark: "#fbe7a1",
    scheme: "light",
  },
  sepia: {
    paper: "#f6eddb",
    ink: "#2e2518",
    soft: "#665640",
    tint: "#eee2c9",
    line: "#d8c7a3",
    accent: "#1a544b",
    onAccent: "#fffaf0",
    mark: "#f2d184",
    scheme: "light",
  },
  dark: {
    paper: "#1c1d1f",
    ink: "#e6e3dc",
    soft: "#aba89f",
    tint: "#26272a",
    line: "#3b3d41",
    accent: "#86cfc6",
    onAccent: "#10201f",
    mark: "#52430d",
    scheme: "dark",
  },
  black: {
    paper: "#000000",
    ink: "#dad7d0",
    soft: "#a19e96",
    tint: "#121212",
    line: "#303030",
    accent: "#86cfc6",
    onAccent: "#10201f",
    mark: "#4b3d0b",
    scheme: "dark",
  },
};

/** The table as custom properties on elements with `data-theme`; "system" follows the browser. */
export function themeSheet(): string {
  const rules = Object.entries(THEMES).map(([name, theme]) => `[data-theme="${name}"]{${properties(theme)}}`);
  const system = `[data-theme="system"]{${properties(THEMES.light)}}`;
  const dark = `@media (prefers-color-scheme:dark){[data-theme="system"]{${properties(THEMES.dark)}}}`;
  const contrast =
    "@media (prefers-contrast:more){[data-theme][data-theme]{--soft:var(--ink);--line:var(--ink)}}";
  return [...rules, system, dark, contrast].join("\n");
}

function properties({ scheme, ...colours }: Theme): string {
  const own = Object.entries(colours).map(([name, value]) => `--${name}:${value}`);
  return [...own, `color-scheme:${scheme}`].join(";");
}
