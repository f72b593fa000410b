// Defuddle on the live document, as in its own extension.
import Defuddle from "defuddle";
import css from "../../../extension/content/reader.css";
import { show } from "./show.js";

const article = new Defuddle(document).parse();
show(article.title, article.content, css);
