/**
 * The reader's shell: a dialog in a closed shadow root, and the two sheets that hold it together.
 * The page's own nodes are not touched; taking the shell away gives the page back.
 */

import { element } from "../shared/dom.ts";
import formCss from "../shared/form.css";
import { themeSheet } from "../shared/themes.ts";
import { direction, language } from "../shared/words.ts";
import { isAsleep, layToSleep, wake } from "./asleep.ts";
import barCss from "./bar.css";
import { afterFrame } from "./frame.ts";
import { ours } from "./ours.ts";
import readerCss from "./reader.css";

/** Name of the reader's one element in the page. */
export const HOST = "plainread-reader";

/**
 * While the reader is open: the page neither scrolls nor prints, and cannot hide the reader by hiding its root. On a
 * phone, what sticks out of the page would make the window that the reader fills wider than the screen.
 */
const PAGE_CSS = `
  html { display: block !important; overflow: hidden !important; content-visibility: visible !important; }
  @media (pointer: coarse) { html > body { overflow: clip !important; } }
  @media print {
    html { height: auto !important; overflow: visible !important; }
    html > :not(${HOST}) { display: none !important; }
  }`;

/** The reader's element, root and dialog. */
export interface Shell {
  host: HTMLElement;
  root: ShadowRoot;
  dialog: HTMLDialogElement;
  /** Puts the shell into the page and shows it above everything. */
  show(): void;
  /** Takes it away, sheet and all. */
  remove(): void;
}

/** An empty shell, not yet in the page. */
export function shell(title: string): Shell {
  const host = document.createElementNS("http://www.w3.org/1999/xhtml", HOST) as HTMLElement;
  const root = host.attachShadow({ mode: "closed" });
  adopt(root, readerSheet());
  const dialog = element("dialog");
  dialog.className = "reader";
  dialog.setAttribute("aria-label", title || "Plainread");
  dialog.lang = language();
  dialog.dir = direction();
  root.append(dialog);
  const page = sheet(PAGE_CSS);
  return {
    host,
    root,
    dialog,
    show: () => show(host, dialog, page),
    remove: () => remove(host, dialog, page),
  };
}

/** The reader's sheet, once made; one reader is open at a time. */
let made: CSSStyleSheet | undefined;

function readerSheet(): CSSStyleSheet {
  return (made ??= sheet(themeSheet() + readerCss + formCss + barCss));
}

/** What takes its time and needs no story: done while the core reads one. The first phrase asked for brings them all. */
export function prepare(): void {
  readerSheet();
  direction();
}

function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

function adopt(where: Document | ShadowRoot, added: CSSStyleSheet): void {
  if (!where.adoptedStyleSheets.includes(added))
    where.adoptedStyleSheets = [...where.adoptedStyleSheets, added];
}

/** Pages with fewer elements are styled anew in less time than another frame of the reader takes. */
const FEW = 800;

/**
 * As a popover first: before a modal dialog is painted the browser styles the whole page anew, since all of it becomes
 * inert. That is done once the reader is seen. Under a modal of the page's own a popover would be inert itself.
 */
function show(host: HTMLElement, dialog: HTMLDialogElement, page: CSSStyleSheet): void {
  // These two ask how the page is laid out, which is known as long as nothing is put into it.
  fit(host);
  layToSleep();
  // For a sheet the browser looks at every element. What sleeps does not scroll: of such a page that can wait.
  const dress = () => host.isConnected && adopt(document, page);
  if (isAsleep()) afterFrame(() => setTimeout(dress));
  else adopt(document, page);
  ours.add(host);
  if (!host.isConnected) document.documentElement.insertBefore(host, document.body);
  const isCheap = document.getElementsByTagName("*").length < FEW;
  if (isCheap || dialog.open || dialog.popover || document.querySelector(":modal")) return raise(dialog);
  dialog.popover = "manual";
  dialog.showPopover();
  afterFrame(() => host.isConnected && dialog.popover && raise(dialog));
}

/** Makes the dialog a modal one, above all others; it keeps its place and the focus. */
function raise(dialog: HTMLDialogElement): void {
  // To ask a dialog that was never shown would lay out the page for nothing.
  const scrollTop = dialog.open || dialog.popover ? dialog.scrollTop : 0;
  const focused = (dialog.getRootNode() as ShadowRoot).activeElement;
  dialog.popover = null;
  if (dialog.open) dialog.close();
  dialog.showModal();
  if (scrollTop > 0) dialog.scrollTop = scrollTop;
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

function remove(host: HTMLElement, dialog: HTMLDialogElement, page: CSSStyleSheet): void {
  if (dialog.open) dialog.close();
  unfit(host);
  host.remove();
  ours.delete(host);
  wake();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== page);
}

/** What phones assume of a page that does not say how wide it wants its window. */
const WIDE = "width=980";

/**
 * On a phone a page made for larger screens has a window wider than the screen, shown small, and so has the reader.
 * While that is open, the window is as wide as the screen.
 */
function fit(host: HTMLElement): void {
  if (host.firstChild || document.documentElement.clientWidth <= screen.width) return;
  host.append(
    Object.assign(element("meta"), { name: "viewport", content: "width=device-width, initial-scale=1" }),
  );
}

/** Chromium keeps to what was said last, also by an element that is gone: what the page says is said again. */
function unfit(host: HTMLElement): void {
  const meta = host.querySelector("meta");
  if (!meta) return;
  const said = [...document.querySelectorAll<HTMLMetaElement>("meta[name=viewport i]")];
  meta.content = said.findLast((one) => one !== meta)?.content ?? WIDE;
}
