/** The panel of key facts beside the story, and what can be done with them: mark them in the story, copy one or all. */

import { element, phrase } from "../shared/dom.ts";
import type { Reader } from "../shared/messages.ts";
import { say } from "../shared/words.ts";
import type { Context } from "./context.ts";
import { icon } from "./icons.ts";
import { mount } from "./mount.ts";
import { iconButton } from "./panels.ts";
import { escaped, toClipboard } from "./save.ts";
import { piecesOf, textOf } from "./sentences.ts";

/** How all of the facts are copied. The names are the same in every language. */
const FORMATS = { text: "TXT", markdown: "Markdown", json: "JSON" } as const;
type FactsFormat = keyof typeof FORMATS;

/** The panel, with the facts that came with the story. */
export function factsPanel(reader: Reader): HTMLElement {
  const aside = element("aside", "facts");
  aside.hidden = !reader.hasFacts;
  aside.setAttribute("aria-label", say("facts"));
  const head = element("div", "head");
  head.append(phrase("h2", "facts"));
  const list = element("div");
  if (reader.lang) list.lang = reader.lang;
  aside.dir = reader.rtl ? "rtl" : "ltr";
  mount(reader.facts, list);
  if (reader.facts.length === 0) aside.ariaBusy = "true";
  aside.append(head, list);
  return aside;
}

/** Adds the panel's tools. */
export function equip(context: Context): void {
  const { facts, settings, worn, change } = context;
  const marks = iconButton("marker", "factsMarks", () => change({ marks: !settings.marks }));
  worn.push(() => marks.setAttribute("aria-pressed", String(settings.marks)));
  const formats = element("div", "formats");
  formats.hidden = true;
  formats.append(...(Object.keys(FORMATS) as FactsFormat[]).map((format) => formatButton(context, format)));
  const copy = iconButton("copy", "factsCopy", () => {
    formats.hidden = !formats.hidden;
    copy.setAttribute("aria-expanded", String(!formats.hidden));
  });
  copy.setAttribute("aria-expanded", "false");
  facts.firstElementChild!.append(marks, copy, formats);
  copyOne(context);
}

function formatButton(context: Context, format: FactsFormat): HTMLElement {
  const button = element("button");
  button.type = "button";
  button.dataset.name = `factsCopy_${format}`;
  button.textContent = FORMATS[format];
  button.addEventListener("click", () => context.attempt(() => copyAll(context, format)));
  return button;
}

async function copyAll(context: Context, format: FactsFormat): Promise<void> {
  await toClipboard(context, format === "json" ? asJson(context) : listed(context.facts, format));
}

/** The facts by kind, each with the sentences it stands in, and whose facts they are. */
function asJson({ article, facts, reader, snapshot, standOut }: Context): string {
  standOut();
  const sentence = (number: string) => textOf(piecesOf(article, number));
  const fact = (one: HTMLElement) => ({
    text: (one.querySelector(".name, .quote") ?? one).textContent?.trim(),
    note: one.querySelector(".note")?.textContent?.trim(),
    date: one.querySelector("time")?.dateTime,
    sentences: one.dataset.stands?.split(" ").map(sentence),
  });
  const kinds = [...facts.querySelectorAll(".group")].map((group) => [
    KINDS.find((kind) => say(`facts${kind}`) === titleOf(group)) ?? titleOf(group),
    [...group.querySelectorAll<HTMLElement>(".fact")].map(fact),
  ]);
  const whole = { title: reader.title, url: snapshot.url, ...Object.fromEntries(kinds) };
  return JSON.stringify(whole, null, 2) + "\n";
}

/** Kinds of facts, as the keys of their names have them. */
const KINDS = ["KeyPoints", "People", "Organisations", "Places", "Dates", "Figures", "Quotes"];

function titleOf(group: Element): string {
  return group.querySelector("h3")?.textContent ?? "";
}

/** The facts as the panel shows them. */
function listed(facts: HTMLElement, format: "text" | "markdown"): string {
  const plain = format === "text";
  const lines: string[] = [];
  for (const group of facts.querySelectorAll(".group")) {
    const title = titleOf(group);
    lines.push("", plain ? title : `## ${title}`, "");
    for (const fact of group.querySelectorAll(".fact"))
      lines.push(`- ${plain ? line(fact) : escaped(line(fact))}`);
  }
  return lines.slice(1).join("\n") + "\n";
}

/** A fact as a line of text. */
function line(fact: Element): string {
  const of = (what: string) => fact.querySelector(what)?.textContent?.trim();
  const [name, quote, note] = [of(".name"), of(".quote"), of(".note")];
  if (quote) return `“${quote}” — ${note}`;
  if (!name) return fact.textContent?.trim() ?? "";
  return note ? `${name} (${note})` : name;
}

/** A button beside the fact that is pointed at or has the focus; one for all of them. */
function copyOne(context: Context): void {
  const { facts } = context;
  const button = element("button", "copy-one");
  button.type = "button";
  button.append(icon("copy"));
  const stand = ({ target }: Event): void => {
    const fact = (target as Element).closest(".fact");
    if (!fact || fact.nextSibling === button || button.matches(":focus")) return;
    button.setAttribute("aria-label", say("factsCopyOne", line(fact)));
    fact.after(button);
  };
  facts.addEventListener("pointerover", stand);
  facts.addEventListener("focusin", stand);
  button.addEventListener("click", () => {
    const fact = button.previousElementSibling;
    if (fact) context.attempt(() => toClipboard(context, line(fact)));
  });
}
