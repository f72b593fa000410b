/**
 * The part to read, pointed at by the person: what is under the pointer has a frame, a click takes it, the arrow keys
 * take more or less, Escape takes nothing. The page hears none of it.
 */

import { element } from "../shared/dom.ts";
import { themeSheet } from "../shared/themes.ts";
import { say } from "../shared/words.ts";
import { hideNotice, showNotice } from "./notice.ts";
import { ours } from "./ours.ts";

/** Name of the frame's element in the page. */
export const FRAME = "plainread-frame";

const CSS = `
  :host { all: initial !important; display: contents !important; }
  div { position: fixed; inset: auto; margin: 0; padding: 0; border: 3px solid var(--accent); border-radius: 6px;
    background: color-mix(in srgb, var(--accent) 12%, transparent); pointer-events: none; overflow: hidden; }`;

/** Events that would act on the page; none of them reaches it while the person points. A touch stays a click. */
const HUSHED = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "touchstart",
  "touchend",
  "dblclick",
  "auxclick",
];

/** Has the person point; gives the element, or none where they thought better of it. */
export function pick(): Promise<Element | undefined> {
  const frame = makeFrame();
  let chosen: Element | undefined;
  let inner: Element[] = [];
  return new Promise((done) => {
    const take = (next: Element | undefined) => {
      chosen = next;
      frame.around(chosen);
    };
    const end = (result: Element | undefined) => {
      for (const name of HUSHED) removeEventListener(name, hush, true);
      removeEventListener("pointermove", point, true);
      removeEventListener("click", click, true);
      removeEventListener("keydown", key, true);
      removeEventListener("scroll", redraw, true);
      frame.remove();
      hideNotice();
      done(result);
    };
    const point = (event: PointerEvent) => {
      const under = underneath(event);
      if (!under || under === chosen || inner[0]?.contains(under)) return;
      inner = [];
      take(under);
    };
    const click = (event: MouseEvent) => {
      if (isOurs(event)) return;
      hush(event);
      end(inner.length > 0 ? chosen : (underneath(event) ?? chosen));
    };
    const key = (event: KeyboardEvent) => {
      hush(event);
      if (event.key === "Escape") end(undefined);
      else if (event.key === "Enter") end(chosen);
      else if (event.key === "ArrowUp" && chosen?.parentElement && chosen !== document.body) {
        inner.unshift(chosen);
        take(chosen.parentElement);
      } else if (event.key === "ArrowDown") {
        const back = inner.shift();
        take(back ?? chosen?.firstElementChild ?? chosen);
      }
    };
    const redraw = () => frame.around(chosen);
    for (const name of HUSHED) addEventListener(name, hush, true);
    addEventListener("pointermove", point, true);
    addEventListener("click", click, true);
    addEventListener("keydown", key, true);
    addEventListener("scroll", redraw, { capture: true, passive: true });
    showNotice({
      text: say("pickHint"),
      actions: [{ text: say("backToPage"), press: () => end(undefined) }],
      stays: true,
    });
    take(document.body);
  });
}

function isOurs(event: Event): boolean {
  return event.composedPath().some((at) => at instanceof Element && ours.has(at));
}

function hush(event: Event): void {
  if (isOurs(event)) return;
  event.stopImmediatePropagation();
  if (!event.type.startsWith("touch")) event.preventDefault();
}

/** The nearest box around the pointer that holds boxes: a column rather than one of its paragraphs. */
function underneath({ clientX, clientY }: MouseEvent): Element | undefined {
  let under = document.elementsFromPoint(clientX, clientY).find((one) => !ours.has(one));
  while (under?.parentElement && under !== document.body && (isInline(under) || holdsWords(under)))
    under = under.parentElement;
  return under;
}

function isInline(element: Element): boolean {
  return getComputedStyle(element).display.startsWith("inline");
}

function holdsWords(element: Element): boolean {
  return [...element.childNodes].some((node) => node instanceof Text && /\S/.test(node.data));
}

function makeFrame(): { around(element: Element | undefined): void; remove(): void } {
  const host = document.createElementNS("http://www.w3.org/1999/xhtml", FRAME) as HTMLElement;
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeSheet() + CSS);
  root.adoptedStyleSheets = [sheet];
  const box = element("div");
  box.popover = "manual";
  box.dataset.theme = "system";
  root.append(box);
  ours.add(host);
  document.documentElement.append(host);
  box.showPopover();
  return {
    around(element) {
      if (!element) return;
      const { left, top, width, height } = element.getBoundingClientRect();
      Object.assign(box.style, {
        left: `${left}px`,
        top: `${top}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
    },
    remove() {
      ours.delete(host);
      host.remove();
    },
  };
}
