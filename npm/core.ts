/** The package's functions, the same in a browser and in Node: documents and texts to the core, its answers back. */

import { readSerialized as serialized, readText as text } from "../target/bindgen/library/library.js";
import type * as Api from "./index.d.ts";

export const readDocument: typeof Api.readDocument = (document, options = {}) => {
  const url = options.url ?? (document.URL === "about:blank" ? "" : document.URL) ?? "";
  return serialized(document.documentElement?.outerHTML ?? "", url) as Api.Reading;
};

export const readSerialized: typeof Api.readSerialized = (html, { url = "" } = {}) =>
  serialized(html, url) as Api.Reading;

export const readText: typeof Api.readText = (copied) => text(copied) as Api.Reading;
