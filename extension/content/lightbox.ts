/** An image by itself, as large as the window. */

import { element } from "../shared/dom.ts";
import { say } from "../shared/words.ts";
import type { Context } from "./context.ts";
import { iconButton } from "./panels.ts";

/** Images that open by themselves. */
const OPENS = "img:not(.inline, a *)";

/** Makes the story's images open; gives how to close one that is open: false where none is. */
export function lightbox({ article, shell, onceWhole }: Context): () => boolean {
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
  const drop = ({ target }: Event) => (target as Element).matches(OPENS) && (target as Element).remove();
  article.addEventListener("error", drop, { capture: true });
  onceWhole(() => {
    for (const image of article.querySelectorAll<HTMLImageElement>(OPENS)) {
      image.tabIndex = 0;
      image.setAttribute("role", "button");
      image.setAttribute("aria-label", [say("openImage"), image.alt].filter(Boolean).join(": "));
      image.addEventListener("click", () => show(image));
    }
  });
  return close;
}
