/** On sites the person turned on the browser brings the hands, and this after them: they begin without a press. */

import { world } from "./world.ts";

void world.hands?.recheck().catch(() => undefined);
