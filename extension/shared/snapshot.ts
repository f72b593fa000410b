/**
 * What the hands send to the core: the page as it stands, and how it looks.
 * Plain numbers and strings, the same as JSON: `src/page/snapshot.rs` is the other end and names every field.
 */

/** How the markup was taken. */
export type Route = "serialized" | "walk";

/** The visible part of the page. Units: CSS px. */
export interface View {
  width: number;
  height: number;
  scrollY: number;
  /** Full height of the document. */
  scrollHeight: number;
}

/** One page at one moment. */
export interface Snapshot {
  url: string;
  route: Route;
  /** The document element's markup. Shadow roots stand in it as `<template shadowrootmode>`. */
  html: string;
  /** How many elements the hands numbered; the core refuses markup that holds another number. */
  elements: number;
  view: View;
  /** What was measured; absent where nothing was. */
  probe?: Probe;
  /** The element the person pointed at as the part to read; absent where they did not. */
  chosen?: number;
}

/** Computed style and geometry, sparse. Elements are named by their number at capture. */
export interface Probe {
  /** Rows of [element, position, z-index, x, y, width, height]; positions as in `Position`. */
  boxes: number[];
  /** Rows of [element, mark, value]: only what differs from plain rendered text. */
  marks: number[];
  /** The element hit at each point of a grid over the viewport, row by row; -1 where none. */
  hits: number[];
  /** Columns of the grid. */
  columns: number;
  /** True if the person has clicked or typed on this page at all. */
  touched: boolean;
  /** The element the person clicked or typed into first; -1 where unknown. */
  firstInput: number;
  /** True if the hands were there from the start, so that no mark `Opened` means nobody opened it. */
  watched: boolean;
}
