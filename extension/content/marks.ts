/** The marks the hands put on a page's elements; `hands.css` says what they do. */

/** The attribute that carries the marks. */
export const MARKS = "data-plainread";
/** The mark of what the hands made. */
export const MADE = "made";
const HIDE = "hide";

/** True for what the hands hid. */
export function isHid(element: Element): boolean {
  return element.getAttribute(MARKS)?.split(" ").includes(HIDE) ?? false;
}

/** True for text the hands put back. */
export function isInserted(element: Element): boolean {
  return element.getAttribute(MARKS) === MADE;
}
