/** The options page. */

import { themeSheet } from "../shared/themes.ts";

const sheet = new CSSStyleSheet();
sheet.replaceSync(themeSheet());
document.adoptedStyleSheets = [sheet];
