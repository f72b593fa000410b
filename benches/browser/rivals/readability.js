// Readability.js as its authors say to use it: on a clone, since it takes the document apart.
import { Readability } from "@mozilla/readability";
import css from "../../../extension/content/reader.css";
import { show } from "./show.js";

const article = new Readability(document.cloneNode(true)).parse();
show(article?.title ?? "", article?.content ?? "", css);
