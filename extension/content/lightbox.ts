/** An image by itself, as large as the window. */

import { element } from "../shared/dom.ts";
import { say } from "../shared/words.ts";
import type { Context } from "./context.ts";
import { iconButton } from "./panels.ts";

/** Makes the story's images open; gives how to close one that is open: false where none is. */
export function lightbox({ article, shell }: Context): () => boolean {
  let open: { overlay: HTMLElement; from: HTMLElement } | undefined;

  const close = (): boolean => {
    if (!open) return false;
    open.overlay.remove();
    open.from.focus({ preventScroll: true });
    open = undefined;
    return true;
  };
  const show = (image: HTMLImageElement): void => {
    const overlay = element("div", "overlay");
    overlay.setAttribute("role", "group");
    overlay.setAttribute("aria-label", image.alt || say("openImage"));
    const large = element("img");
    large.src = image.currentSrc || image.src;
    large.alt = image.alt;
    overlay.append(large);
    const caption = image.closest("figure")?.querySelector("figcaption")?.textContent;
    if (caption) {
      const line = element("p");
      line.textContent = caption;
      overlay.append(line);
    }
    const button = iconButton("close", "closeImage", close);
    overlay.append(button);
    overlay.addEventListener("click", ({ target }) => target !== button && close());
    shell.dialog.append(overlay);
    open = { overlay, from: image };
    button.focus();
  };
  for (const image of article.querySelectorAll<HTMLImageElement>("img:not(.inline)")) {
    if (image.closest("a")) continue;
    image.tabIndex = 0;
    image.setAttribute("role", "button");
    image.setAttribute("aria-label", [say("openImage"), image.alt].filter(Boolean).join(": "));
    image.addEventListener("click", () => show(image));
    image.addEventListener("error", () => image.remove());
  }
  return close;
}
