/** The bar's buttons and the panels they open: one open at a time, Escape and a click elsewhere close it. */

import { element } from "../shared/dom.ts";
import { say } from "../shared/words.ts";
import { icon, type Icon } from "./icons.ts";

/** A button with an icon and a name. */
export function iconButton(name: Icon, key: string, press: (event: MouseEvent) => void): HTMLButtonElement {
  const button = element("button");
  button.type = "button";
  button.dataset.name = key;
  button.setAttribute("aria-label", say(key));
  button.title = say(key);
  button.append(icon(name));
  button.addEventListener("click", press);
  return button;
}

/** The panels of one dialog. */
export interface Panels {
  /** A button for the bar that opens a panel; `fill` writes it anew each time. */
  button(name: Icon, key: string, fill: (panel: HTMLElement) => void): HTMLButtonElement;
  /** A panel without a button of its own; it belongs to another panel's button. */
  add(key: string, owner: string, fill: (panel: HTMLElement) => void): void;
  /** Opens or closes the panel of that key. */
  toggle(key: string): void;
  /** Closes the open panel and gives its button the focus; false where none is open. */
  close(): boolean;
}

/** Panels that open in `dialog`. */
export function panels(dialog: HTMLElement): Panels {
  const known = new Map<string, { button: HTMLButtonElement; fill: (panel: HTMLElement) => void }>();
  let open: { key: string; panel: HTMLElement } | undefined;

  const close = (focus = true): boolean => {
    if (!open) return false;
    const { key, panel } = open;
    const button = known.get(key)?.button;
    open = undefined;
    panel.remove();
    button?.setAttribute("aria-expanded", "false");
    if (focus) button?.focus();
    return true;
  };
  const toggle = (key: string): void => {
    const was = open?.key;
    close();
    const entry = known.get(key);
    if (was === key || !entry) return;
    const panel = element("div");
    panel.className = "float";
    panel.id = `panel-${key}`;
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", say(key));
    entry.fill(panel);
    entry.button.setAttribute("aria-expanded", "true");
    entry.button.after(panel);
    open = { key, panel };
    panel.querySelector<HTMLElement>("button, input:checked, input, select, a")?.focus();
  };
  dialog.addEventListener("pointerdown", (event) => {
    const target = event.target as Node;
    if (open && !open.panel.contains(target) && !known.get(open.key)?.button.contains(target)) close(false);
  });
  return {
    toggle,
    close,
    add(key, owner, fill) {
      const button = known.get(owner)?.button;
      if (button) known.set(key, { button, fill });
    },
    button(name, key, fill) {
      const button = iconButton(name, key, () => toggle(key));
      button.setAttribute("aria-expanded", "false");
      known.set(key, { button, fill });
      return button;
    },
  };
}
