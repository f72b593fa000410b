/** The bar's icons: strokes on a 20 × 20 grid. */

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  back: "M12.5 4 6.5 10l6 6",
  outline: "M4 5h12M7 10h9M7 15h9",
  facts:
    "M5 3.5h10a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM7 7.5h6M7 10.5h6M7 13.5h3",
  listen: "M4 8v4h3l4 3.5v-11L7 8zM13.5 7.5a3.5 3.5 0 0 1 0 5M15.5 5.2a6.5 6.5 0 0 1 0 9.6",
  pause: "M7 4.5v11M13 4.5v11",
  stop: "M5.5 5.5h9v9h-9z",
  save: "M10 3.5v9M6.2 9 10 12.8 13.8 9M4 16.5h12",
  look: "M3 15 7.2 5h.6L12 15M4.4 11.8h6.2M12.5 15l2.4-6h.4l2.4 6M13.3 13h3.6",
  marker: "M7 11.5 13.5 4.5l3 2.8L10 14H7zM4 16.8h12",
  copy: "M7.5 3.5h8v10h-8zM4.5 6.5v10h8",
  more: "M5 10h.01M10 10h.01M15 10h.01",
  close: "M5 5l10 10M15 5 5 15",
} as const;

export type Icon = keyof typeof PATHS;

/** An icon; it says nothing to a screen reader: the button's name does. */
export function icon(name: Icon): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  if (name === "more") path.setAttribute("stroke-width", "2.6");
  svg.append(path);
  return svg;
}
