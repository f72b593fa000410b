// Readability.js as its authors say to use it: on a clone, since it takes the document apart.
import { Readability } from "@mozilla/readability";
import { show } from "./show.js";

new Readability(document.cloneNode(true)).parse();
show();
