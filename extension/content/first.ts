/**
 * What a click puts into a page first: it takes the page in, and that is all. Small, since it is compiled with each
 * click; the other hands come while the core reads. Hands that are there already know more, and answer themselves.
 */

import type { Look } from "../shared/messages.ts";
import { capture } from "./capture.ts";
import { isHid, isInserted } from "./marks.ts";
import { firstInput, isUntouched } from "./person.ts";
import { probe, probeInSlices } from "./probe.ts";
import { keep, world } from "./world.ts";

/** Larger pages are measured in slices. Units: elements. */
const LARGE = 20_000;

/** What the background's script injection gives back: JSON, for a browser takes a list apart number by number. */
export async function look(): Promise<string> {
  return JSON.stringify(await takeIn());
}

async function takeIn(): Promise<Look> {
  if (world.hands) return world.hands.look();
  const { snapshot, elements, shadowRoots } = capture(CAPTURE_ROUTE);
  const first = firstInput();
  const known = {
    acts: false,
    shadowRoots,
    hid: isHid,
    made: isInserted,
    opened: () => false,
    watched: isUntouched(first),
    firstInput: first,
  };
  snapshot.probe = await (elements.length < LARGE ? probe(elements, known) : probeInSlices(elements, known));
  keep(snapshot);
  return { snapshot, hands: false };
}
