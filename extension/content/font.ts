/** The bundled font: brought in only where a person chose it, and taken out with the reader. */

import { api } from "../shared/api.ts";
import { ask } from "../shared/messages.ts";
import { DYSLEXIC } from "./look.ts";

let face: FontFace | undefined;

/** Makes the font known to the document. Data of its own: no page policy stops it, and nothing is fetched. */
export async function bringFont(): Promise<void> {
  if (face) return;
  const text = atob(await ask(api, "font", {}));
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  face ??= new FontFace(DYSLEXIC, bytes.buffer);
  document.fonts.add(await face.load());
}

/** Takes it out again. */
export function dropFont(): void {
  if (face) document.fonts.delete(face);
  face = undefined;
}
