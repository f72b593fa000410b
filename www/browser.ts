/**
 * What the hands ask of a browser's extension interface, for a page in the demo's frame: words, settings that last as
 * long as the page, and the demo as their background. Imported before anything of the extension.
 */

import messages from "../extension/_locales/en/messages.json";
import handsCss from "../extension/content/hands.css";
import type { FromFrame, ToFrame } from "./talk.ts";

interface Phrase {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

type Message = { do: string; rule?: string; snapshot?: object };
type Respond = (answer: unknown) => void;
type Listener = (message: object, sender: object, respond: Respond) => unknown;

const phrases = messages as Record<string, Phrase>;
const kept: Record<string, unknown> = {};
const listeners: Listener[] = [];
const waiting = new Map<number, Respond>();
const sheets = new Map<string, CSSStyleSheet>();
let asked = 0;

function getMessage(key: string, about: string | string[] = []): string {
  const phrase = phrases[key];
  if (!phrase) return "";
  const named = phrase.message.replace(
    /\$(\w+)\$/g,
    (all, name: string) => phrase.placeholders?.[name.toLowerCase()]?.content ?? all,
  );
  const values = [about].flat();
  return named.replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? "");
}

/** Tells the demo. The frame has no origin of its own, and the demo may be served from any. */
export function tell(what: FromFrame): void {
  parent.postMessage(what, "*");
}

/** What a background does with the browser's help is done here; what takes the core is asked of the demo. */
const own: Record<string, (message: Message) => unknown> = {
  sheet: () => adopt("hands", handsCss),
  hideByRule: ({ rule = "" }) => adopt(rule, `${rule} { display: none !important; }`),
  dropRule: ({ rule = "" }) => {
    const dropped = sheets.get(rule);
    sheets.delete(rule);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== dropped);
    return true;
  },
  mode: () => null,
  turnOn: () => "denied",
  turnOff: () => true,
  options: () => true,
  recall: () => null,
  remember: () => true,
  font: () => ({ failure: "the demo has no font of its own" }),
};

/** What a background does to the core's answers, by message. Set by whoever can import it: this comes first. */
export const finish: Record<string, ((answer: unknown) => unknown) | undefined> = {};

function adopt(name: string, css: string): true {
  if (sheets.has(name)) return true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.set(name, sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return true;
}

async function sendMessage(message: Message): Promise<unknown> {
  const mine = own[message.do];
  if (mine) return mine(message);
  const id = ++asked;
  // A page in a frame without an address has the demo's: that is what its links and images hang on.
  const snapshot = message.snapshot ? { ...message.snapshot, url: document.baseURI } : undefined;
  tell({ ask: id, ...message, ...(snapshot ? { snapshot } : {}) });
  const answer = await new Promise((respond) => waiting.set(id, respond));
  return finish[message.do]?.(answer) ?? answer;
}

function hear(said: ToFrame): void {
  if ("answer" in said) {
    waiting.get(said.answer)?.(said.value);
    waiting.delete(said.answer);
    return;
  }
  const respond = (outcome: unknown) => tell({ do: "outcome", outcome });
  for (const listener of listeners) listener(said, {}, respond);
}

addEventListener("message", (event: MessageEvent<ToFrame>) => {
  if (event.source === parent) hear(event.data);
});

const silent = { addListener: () => undefined, removeListener: () => undefined };

Object.assign(globalThis, {
  browser: {
    i18n: { getMessage },
    storage: {
      sync: {
        get: async (key: string) => ({ [key]: kept[key] }),
        set: async (values: Record<string, unknown>) => void Object.assign(kept, values),
      },
      local: { get: async () => ({}), set: async () => undefined, remove: async () => undefined },
      onChanged: silent,
    },
    runtime: {
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
      sendMessage,
      getURL: (path: string) => path,
    },
  },
});
