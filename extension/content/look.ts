/** Puts the settings on the dialog: attributes and custom properties that the style sheet reads. */

import type { Settings } from "../shared/settings.ts";

const SERIF =
  '"Iowan Old Style", Charter, "Source Serif 4", "Source Serif Pro", "Noto Serif", Georgia, Cambria, serif';
const SANS = '"Source Sans 3", "Helvetica Neue", "Noto Sans", Arial, sans-serif';
const MONO = 'ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "Liberation Mono", monospace';

/** Name under which the bundled font is registered while it is used. */
export const DYSLEXIC = "Plainread Dyslexic";

/** Applies `settings`; `pageFont` is the page's own font. */
export function dress(dialog: HTMLElement, settings: Settings, pageFont: string): void {
  const { dataset, style } = dialog;
  dataset.theme = settings.theme;
  dataset.images = String(settings.images);
  dataset.facts = String(settings.facts);
  dataset.side = settings.factsSide;
  const families: Record<Settings["font"], string> = {
    serif: SERIF,
    sans: SANS,
    system: "system-ui, sans-serif",
    mono: MONO,
    dyslexic: `"${DYSLEXIC}", ${SANS}`,
    page: pageFont || SERIF,
  };
  style.setProperty("--text", families[settings.font]);
  style.setProperty("--size", `${settings.size}px`);
  style.setProperty("--width", String(settings.width));
  style.setProperty("--leading", String(settings.lineHeight));
  style.setProperty("--letters", `${settings.letterSpacing / 100}em`);
  style.setProperty("--words", `${settings.wordSpacing / 100}em`);
  style.setProperty("--align", settings.justify ? "justify" : "start");
  style.setProperty("--hyphens", settings.justify ? "auto" : "manual");
}

/** The font of most of the page's text: that of its body. */
export function pageFontFamily(): string {
  return document.body ? getComputedStyle(document.body).fontFamily : "";
}
