// The same container, text and style sheet in every rival, so that what is compared is the work of getting there: a
// dialog in a closed shadow root, Plainread's own sheet, and the story as Plainread shows it, which the bench left in
// the window's name. What the library found is thrown away once it is found.
import { themeSheet } from "../../../extension/shared/themes.ts";
import { dress } from "../../../extension/content/look.ts";
import { DEFAULTS } from "../../../extension/shared/settings.ts";
import barCss from "../../../extension/content/bar.css";
import formCss from "../../../extension/shared/form.css";
import readerCss from "../../../extension/content/reader.css";

export function show() {
  const host = document.createElement("plainread-bench");
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeSheet() + readerCss + formCss + barCss);
  root.adoptedStyleSheets = [sheet];
  const dialog = document.createElement("dialog");
  dialog.className = "reader";
  dress(dialog, DEFAULTS, "");
  const stage = document.createElement("div");
  stage.className = "stage";
  // As each library is meant to be used: it gives markup, so markup is what is set.
  stage.setHTMLUnsafe(window.name);
  dialog.append(stage);
  root.append(dialog);
  document.documentElement.append(host);
  dialog.showModal();
}
