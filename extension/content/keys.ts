/**
 * The reader's keys, caught before the page sees them. What a key does by itself (scrolling, Tab, copying) stays.
 */

/** Which action each key has. Shown on the help sheet in this order. */
export const KEYS = {
  Escape: "close",
  f: "facts",
  o: "outline",
  l: "listen",
  d: "focus",
  "+": "larger",
  "-": "smaller",
  t: "theme",
  c: "copy",
  s: "save",
  p: "print",
  h: "highlight",
  w: "wrong",
  "?": "help",
} as const;

/** What a key can do. */
export type Action = (typeof KEYS)[keyof typeof KEYS];

/** Keys that press what has the focus; the browser does it for buttons and links. */
const PRESS = new Set(["Enter", " "]);

const KINDS = ["keydown", "keypress", "keyup"] as const;

/** Starts to listen; the page gets no key until the returned function is called. */
export function listen(root: ShadowRoot, act: (action: Action) => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    event.stopImmediatePropagation();
    if (event.type !== "keydown" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
      return;
    const focused = root.activeElement;
    if (PRESS.has(event.key) && focused?.localName === "img") {
      event.preventDefault();
      return (focused as HTMLElement).click();
    }
    const action = actionOf(event.key, focused);
    if (!action) return;
    event.preventDefault();
    act(action);
  };
  for (const kind of KINDS) addEventListener(kind, onKey, true);
  return () => KINDS.forEach((kind) => removeEventListener(kind, onKey, true));
}

/** A list that has the focus keeps the letters: they choose from it. */
function actionOf(key: string, focused: Element | null): Action | undefined {
  if (key !== "Escape" && focused?.localName === "select") return undefined;
  const name = key === "=" ? "+" : key.length === 1 ? key.toLowerCase() : key;
  return (KEYS as Record<string, Action>)[name];
}

/** Events of the pointer and the clipboard that would bubble from the reader into the page. */
const POINTER = [
  "click",
  "auxclick",
  "dblclick",
  "contextmenu",
  "mousedown",
  "mouseup",
  "mousemove",
  "mouseover",
  "mouseout",
  "pointerdown",
  "pointerup",
  "pointermove",
  "pointerover",
  "pointerout",
  "touchstart",
  "touchmove",
  "touchend",
  "wheel",
  "copy",
  "cut",
  "paste",
  "selectstart",
  "dragstart",
  "focusin",
  "focusout",
  "beforeinput",
  "input",
];

/** Keeps what happens in the reader from the page's own listeners. */
export function contain(host: Element): void {
  for (const kind of POINTER)
    host.addEventListener(kind, (event) => event.stopPropagation(), { passive: true });
}
