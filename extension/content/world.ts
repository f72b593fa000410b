/** What the scripts of one page share: each is a file of its own, put in when it is needed. */

import type { Look } from "../shared/messages.ts";
import type { Snapshot } from "../shared/snapshot.ts";

interface World {
  /** The hands, once they are in. */
  plainreadHands?: {
    /** A press of the button: the page as it stands, or what came of a reader that is open. */
    look(): Look | Promise<Look>;
    /** Begins or stops what this site's setting says. */
    recheck(): Promise<true>;
  };
  /** The page as the first script took it in, for the hands that come after it. */
  plainreadTaken?: Snapshot | undefined;
}

/** The extension's own global object in this page; the page has another. */
export const world = globalThis as World;
