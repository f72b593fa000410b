/** Copying, saving and printing the story. The core writes it; the hands carry it out of the page. */

import { api } from "../shared/api.ts";
import { element, phrase, wordButton } from "../shared/dom.ts";
import { ask, type Format } from "../shared/messages.ts";
import { say } from "../shared/words.ts";
import type { Context } from "./context.ts";
import { highlights } from "./highlight.ts";
import { unwrap } from "./wrap.ts";

const FILES: Record<Format, { type: string; ending: string }> = {
  markdown: { type: "text/markdown", ending: "md" },
  text: { type: "text/plain", ending: "txt" },
  html: { type: "text/html", ending: "html" },
  json: { type: "application/json", ending: "json" },
};
/** Units: characters of a file's name, without its ending. */
const LONGEST_NAME = 80;
/** Attributes that mean something only in the reader. */
const OURS = ["tabindex", "data-target", "data-to", "data-highlight", "role", "aria-label"];
const PAGE_STYLE =
  "body{max-width:38em;margin:2em auto;padding:0 1em;font:1.15em/1.6 Georgia,serif}img{max-width:100%;height:auto}" +
  "pre{overflow:auto}figcaption,.meta{font-size:.8em}td,th{padding:.3em .6em;border-bottom:1px solid #ccc;text-align:start}";
/** The browser reads the file after the click; then the address can go. Units: ms. */
const KEEP_ADDRESS = 60_000;

/** Fills the panel for copying and saving. */
export function fillSave(context: Context, panel: HTMLElement): void {
  const rows = element("div", "rows");
  rows.append(
    wordButton("copyMarkdown", () => void copy(context, "markdown")),
    wordButton("copyText", () => void copy(context, "text")),
    wordButton("saveMarkdown", () => void save(context, "markdown")),
    wordButton("saveText", () => void save(context, "text")),
    wordButton("saveHtml", () => void save(context, "html")),
    wordButton("saveJson", () => void save(context, "json")),
    wordButton("print", () => print()),
  );
  panel.append(phrase("h2", "save"), rows);
}

/** Puts the story on the clipboard. */
export async function copy(context: Context, format: Format): Promise<void> {
  await toClipboard(context, await written(context, format));
}

/** Puts a text on the clipboard, and says so. */
export async function toClipboard(context: Context, text: string): Promise<void> {
  const done = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (!done) copyByHand(context, text);
  context.say(say("copied"));
}

/** For pages that have no clipboard: those without https, and those whose policy forbids it. */
function copyByHand({ shell }: Context, text: string): void {
  const field = element("textarea", "heard");
  field.value = text;
  const focused = shell.root.activeElement;
  shell.dialog.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

async function save(context: Context, format: Format): Promise<void> {
  const { type, ending } = FILES[format];
  const file = new Blob([await written(context, format)], { type: `${type};charset=utf-8` });
  const link = element("a");
  link.href = URL.createObjectURL(file);
  link.download = `${fileName(context.reader.title)}.${ending}`;
  context.shell.dialog.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_ADDRESS);
  context.say(say("saved"));
}

/** The story as the core writes it; what was highlighted comes after it. */
async function written({ snapshot, article, reader }: Context, format: Format): Promise<string> {
  if (format === "html") return webPage(article, reader.title);
  const text = await ask(api, "write", { snapshot, format });
  const marked = format === "markdown" ? highlights(article) : [];
  if (marked.length === 0) return text;
  const list = marked.map((one) => `> ${escaped(one.replaceAll("\n", " "))}`).join("\n>\n");
  return `${text.trimEnd()}\n\n## ${say("highlights")}\n\n${list}\n`;
}

/** The story as it stands in the reader, as a page of its own: no script, no style but a few lines. */
function webPage(article: HTMLElement, title: string): string {
  const copy = article.cloneNode(true) as HTMLElement;
  unwrap([...copy.querySelectorAll("[data-s], .found")]);
  for (const one of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of OURS) one.removeAttribute(name);
  }
  copy.normalize();
  const whole = document.implementation.createHTMLDocument(title);
  const [charset, style] = [whole.createElement("meta"), whole.createElement("style")];
  charset.setAttribute("charset", "utf-8");
  style.textContent = PAGE_STYLE;
  whole.head.prepend(charset);
  whole.head.append(style);
  whole.documentElement.lang = article.lang;
  whole.documentElement.dir = article.dir;
  whole.body.append(copy);
  return `<!doctype html>\n${whole.documentElement.outerHTML}\n`;
}

/** Text that Markdown shows as it is. */
export function escaped(text: string): string {
  const inside = text.replace(/[\\*_`[\]<$|~]|&(?=#?\w+;)/g, "\\$&");
  return inside.replace(/^[#>+-]/, "\\$&").replace(/^\d+(?=[.)])/, "$&\\");
}

function fileName(title: string): string {
  const plain = title.replace(/[\p{Cc}\\/:*?"<>|]+/gu, " ").replace(/\s+/g, " ");
  return plain.trim().slice(0, LONGEST_NAME).trim() || "article";
}
