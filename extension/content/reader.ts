/**
 * The reader view in the page. In: what the core answered, and the person's settings. Out: a dialog above the page,
 * and one way to close it that leaves the page as it was.
 */

import type { Reader } from "../shared/messages.ts";
import { onChange, save, type Settings } from "../shared/settings.ts";
import { say } from "../shared/words.ts";
import { icon } from "./icons.ts";
import { guard } from "./guard.ts";
import { leadToSentences } from "./jump.ts";
import { contain, listen, type Action } from "./keys.ts";
import { dress, pageFontFamily } from "./look.ts";
import { element, mount } from "./mount.ts";
import { panels } from "./panels.ts";
import { shell } from "./shell.ts";

/** A reader that is open. */
export interface OpenReader {
  close(): void;
}

/** Opens the reader; `onClosed` is called once, whoever closes it. */
export function openReader(reader: Reader, settings: Settings, onClosed: () => void): OpenReader {
  const focused = document.activeElement;
  const scrolled = { left: scrollX, top: scrollY };
  const frame = shell(reader.title);
  const { dialog, host, root } = frame;
  dress(dialog, settings, pageFontFamily());

  const article = story(reader);
  const facts = factsPanel(reader);
  const says = sayer(dialog);
  const stage = element("div");
  stage.className = "stage";
  stage.append(article, facts);
  dialog.append(bar(close), stage);
  facts.hidden = !reader.hasFacts || !settings.facts || isNarrow();
  leadToSentences({ dialog, article, facts, tell: says.quietly });
  contain(host);

  const stops = [
    listen(root, act),
    guard(frame, { returned: () => undefined, moved: () => says.aloud(say("pageMoved")), gaveUp: close }),
    onChange((changed) => dress(dialog, Object.assign(settings, changed), pageFontFamily())),
  ];
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  dialog.addEventListener("close", () => host.isConnected && !dialog.open && queueMicrotask(closeIfShut));
  frame.show();
  (article.querySelector<HTMLElement>("h1") ?? dialog).focus({ preventScroll: true });
  return { close };

  function act(action: Action): void {
    if (action === "close") close();
  }
  function closeIfShut(): void {
    if (!dialog.open) close();
  }
  function close(): void {
    if (stops.length === 0) return;
    stops.splice(0).forEach((stop) => stop());
    frame.remove();
    if (scrollX !== scrolled.left || scrollY !== scrolled.top) scrollTo({ ...scrolled, behavior: "instant" });
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    onClosed();
  }
}

function story(reader: Reader): HTMLElement {
  const article = element("article");
  if (reader.lang) article.lang = reader.lang;
  article.dir = reader.rtl ? "rtl" : "ltr";
  mount(reader.article, article);
  return article;
}

function factsPanel(reader: Reader): HTMLElement {
  const aside = element("aside");
  aside.className = "facts";
  aside.setAttribute("aria-label", say("facts"));
  const title = element("h2");
  title.textContent = say("facts");
  const list = element("div");
  if (reader.lang) list.lang = reader.lang;
  mount(reader.facts, list);
  aside.append(title, list);
  return aside;
}

function bar(close: () => void): HTMLElement {
  const made = element("div");
  made.className = "bar";
  const back = element("button");
  back.type = "button";
  back.className = "back";
  back.append(icon("back"), say("backToPage"));
  back.addEventListener("click", close);
  const gap = element("span");
  gap.className = "gap";
  made.append(back, gap);
  return made;
}

/** Where messages stand: seen by all, or only heard. */
function sayer(dialog: HTMLElement): { aloud(text: string): void; quietly(text: string): void } {
  const seen = element("div");
  seen.className = "say";
  seen.setAttribute("role", "status");
  const heard = element("div");
  heard.className = "heard";
  heard.setAttribute("aria-live", "polite");
  dialog.append(seen, heard);
  return { aloud: (text) => (seen.textContent = text), quietly: (text) => (heard.textContent = text) };
}

function isNarrow(): boolean {
  return matchMedia("(width < 1120px)").matches;
}
void panels;
void save;
