// The floor under all: no library, only the showing.
import { show } from "./show.js";

show();
