/** Copying, saving and printing the story. The core writes it; the hands carry it out of the page. */

import { api } from "../shared/api.ts";
import { element, phrase, wordButton } from "../shared/dom.ts";
import { ask, type Format } from "../shared/messages.ts";
import { say } from "../shared/words.ts";
import type { Context } from "./context.ts";
import { highlights } from "./highlight.ts";
import { unwrap } from "./wrap.ts";
import { addedTo } from "./wrong.ts";

/** What a story is copied and saved as; `name`: how the phrases for it end. */
const FILES: Record<Format, { name: string; type: string; ending: string }> = {
  markdown: { name: "Markdown", type: "text/markdown", ending: "md" },
  text: { name: "Text", type: "text/plain", ending: "txt" },
  html: { name: "Html", type: "text/html", ending: "html" },
  json: { name: "Json", type: "application/json", ending: "json" },
};
const FORMATS = Object.keys(FILES) as Format[];
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
    ...FORMATS.map((format) => wordButton(`copy${FILES[format].name}`, () => copy(context, format))),
    ...FORMATS.map((format) => wordButton(`save${FILES[format].name}`, () => save(context, format))),
    wordButton("print", () => print()),
  );
  panel.append(phrase("h2", "save"), rows);
}

/** Puts the story on the clipboard. */
export function copy(context: Context, format: Format): void {
  context.attempt(async () => {
    const text = await written(context, format);
    await toClipboard(context, text, format === "html" ? FILES.html.type : undefined);
  });
}

/** Puts a text on the clipboard, and says so. `type`: what it also is, for programs that take it as that. */
export async function toClipboard(context: Context, text: string, type?: string): Promise<void> {
  const item = () => new ClipboardItem({ [type!]: text, "text/plain": text });
  const write = async () =>
    type ? navigator.clipboard.write([item()]) : navigator.clipboard.writeText(text);
  const done = await write().then(
    () => true,
    () => false,
  );
  if (!done && !copyByHand(context, text)) throw new Error("the page allows no copying");
  context.say(say("copied"));
}

/** For pages that have no clipboard: those without https, and those whose policy forbids it. False where that fails. */
function copyByHand({ shell }: Context, text: string): boolean {
  const field = element("textarea", "heard");
  field.value = text;
  const focused = shell.root.activeElement;
  shell.dialog.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}

function save(context: Context, format: Format): void {
  context.attempt(async () => {
    const { type, ending } = FILES[format];
    const file = new Blob([await written(context, format)], { type: `${type};charset=utf-8` });
    download(context, file, `${fileName(context.reader.title)}.${ending}`);
  });
}

function download(context: Context, file: Blob, name: string): void {
  const link = element("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  context.shell.dialog.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_ADDRESS);
  context.say(say("saved"));
}

/** The story as the core writes it; what the person added and highlighted comes after it. */
async function written({ snapshot, article, reader }: Context, format: Format): Promise<string> {
  if (format === "html") return webPage(article, reader.title);
  const text = await ask(api, "write", { snapshot, format });
  const more = addedTo(article);
  if (format === "json")
    return more.length > 0 ? `${JSON.stringify({ ...JSON.parse(text), added: more }, null, 2)}\n` : text;
  if (format === "text") return after(text, say("wrongAdded"), more);
  const marked = highlights(article).map((one) => `> ${escaped(one.replaceAll("\n", " "))}`);
  const added = after(text, `## ${say("wrongAdded")}`, more.map(escaped));
  return after(added, `## ${say("highlights")}`, marked.length > 0 ? [marked.join("\n>\n")] : []);
}

/** `text` and, where there are some, more paragraphs under a title. */
function after(text: string, title: string, paragraphs: readonly string[]): string {
  if (paragraphs.length === 0) return text;
  return `${text.trimEnd()}\n\n${title}\n\n${paragraphs.join("\n\n")}\n`;
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
