/** What the demo and the hands in its frame say to each other. `src/web/demo/frame.rs` is the other end. */

/** What the demo asks of the hands, and its answers to what they asked. */
export type ToFrame = { do: "look" | "toggle" | "clean" | "restore" } | { answer: number; value: unknown };

/**
 * What the hands ask of the core (the messages of `ToBackground`, and `look`: show what is to be found on this page),
 * and what they tell.
 */
export type FromFrame =
  { ask: number; do: string; snapshot?: object } | { do: "outcome"; outcome: unknown } | { do: "ready" };
