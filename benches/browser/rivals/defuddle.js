// Defuddle on the live document, as in its own extension.
import Defuddle from "defuddle";
import { show } from "./show.js";

new Defuddle(document).parse();
show();
