/** What the build sets (`xtask/src/bundle.rs`). */

/** How pages are taken in; another than the default only to measure it. */
declare const CAPTURE_ROUTE: "serialized" | "walk";
