/**
 * The small notice on the page: what was hidden, what was not delivered, why nothing happened.
 * One at a time, above everything, in a closed root. Once the person scrolls on, news goes, and what matters keeps
 * to one line; news goes by itself after a while, too.
 */

import { element } from "../shared/dom.ts";
import { load } from "../shared/settings.ts";
import { themeSheet } from "../shared/themes.ts";
import { direction, language, say } from "../shared/words.ts";
import css from "./notice.css";
import { ours } from "./ours.ts";

/** Name of the notice's element in the page. */
export const NOTICE = "plainread-notice";

/** How long news stays. Units: ms. */
const STAY = 6000;
/** Freeing a page moves it; what scrolls later is the person. Units: ms. */
const SETTLE = 700;
/** Units: ms; the transition in the sheet, and a little. */
const FADE = 350;

/** A line of a notice's list, with its button. */
export interface Item {
  text: string;
  action: string;
  press(): void;
}

/** What a notice says. */
export interface Note {
  text: string;
  /** A second, quieter line. */
  reason?: string;
  /** Buttons beside the text. */
  actions?: { text: string; press(): void }[];
  /** A list to unfold: what was hidden. */
  items?: () => Item[];
  /** True: it stays until it is dismissed. */
  stays: boolean;
}

let shown: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let stopFollowing: (() => void) | undefined;

/** Takes the notice away. */
export function hideNotice(): void {
  clearTimeout(timer);
  stopFollowing?.();
  if (shown) ours.delete(shown);
  shown?.remove();
  shown = undefined;
}

/** Shows a notice in place of the one before. */
export function showNotice(note: Note): void {
  hideNotice();
  const host = document.createElementNS("http://www.w3.org/1999/xhtml", NOTICE) as HTMLElement;
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeSheet() + css);
  root.adoptedStyleSheets = [sheet];
  const box = content(note);
  root.append(box);
  shown = host;
  ours.add(host);
  document.documentElement.append(host);
  box.showPopover();
  void load().then(({ theme }) => (box.dataset.theme = theme));
  if (!note.stays) goAfter(STAY, box);
  stopFollowing = whenScrolled(() => (note.stays ? box.classList.add("small") : goAfter(0, box)));
}

/** Calls `act` once the person scrolls. */
function whenScrolled(act: () => void): () => void {
  const since = performance.now();
  const onScroll = () => {
    if (performance.now() - since < SETTLE) return;
    stop();
    act();
  };
  const stop = () => removeEventListener("scroll", onScroll, true);
  addEventListener("scroll", onScroll, { capture: true, passive: true });
  return stop;
}

/** Goes after a while, unless the pointer or the focus is on it. */
function goAfter(wait: number, box: HTMLElement): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (box.matches(":hover, :focus-within") || box.querySelector("ul")) return goAfter(STAY, box);
    box.classList.add("going");
    timer = setTimeout(hideNotice, FADE);
  }, wait);
}

function content(note: Note): HTMLElement {
  const box = element("div");
  box.className = "notice";
  box.popover = "manual";
  box.dataset.theme = "system";
  box.lang = language();
  box.dir = direction();
  box.setAttribute("role", "status");
  box.setAttribute("aria-label", say("noticeLabel"));
  const line = element("div");
  line.className = "line";
  const text = element(note.stays ? "strong" : "span");
  text.textContent = note.text;
  line.append(text);
  for (const { text, press } of note.actions ?? []) line.append(button(text, press));
  if (note.items) line.append(detailsButton(box, note.items));
  const close = button("×", hideNotice);
  close.className = "close";
  close.setAttribute("aria-label", say("dismiss"));
  line.append(close);
  box.append(line);
  if (note.reason) {
    const reason = element("p");
    reason.textContent = note.reason;
    box.append(reason);
  }
  return box;
}

function detailsButton(box: HTMLElement, items: () => Item[]): HTMLElement {
  const made = button(say("details"), () => {
    const open = box.querySelector("ul");
    made.setAttribute("aria-expanded", String(!open));
    if (open) open.remove();
    else box.append(list(items()));
  });
  made.setAttribute("aria-expanded", "false");
  return made;
}

function list(items: readonly Item[]): HTMLElement {
  const made = element("ul");
  for (const { text, action, press } of items) {
    const item = element("li");
    item.className = "line";
    const name = element("span");
    name.textContent = text;
    item.append(
      name,
      button(action, () => {
        press();
        item.remove();
      }),
    );
    made.append(item);
  }
  return made;
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = element("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}
