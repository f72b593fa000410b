/** The person's selection inside the closed root, which each browser shows another way; and places in a story's text. */

/** What is selected in the root; absent where nothing is. */
export function selectionIn(root: ShadowRoot): Range | undefined {
  const own = (root as { getSelection?: () => Selection | null }).getSelection?.();
  const whole = (own ?? getSelection()) as Selection | null;
  if (!whole) return undefined;
  const composed = own ? undefined : whole.getComposedRanges({ shadowRoots: [root] })[0];
  const found = composed ?? (whole.rangeCount > 0 ? whole.getRangeAt(0) : undefined);
  if (!found || !root.contains(found.startContainer) || !root.contains(found.endContainer)) return undefined;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range.collapsed ? undefined : range;
}

/** Where a range begins in the text of `article`. Units: UTF-16 units. */
export function startIn(article: HTMLElement, { startContainer, startOffset }: Range): number {
  const before = document.createRange();
  before.setStart(article, 0);
  before.setEnd(startContainer, startOffset);
  return before.toString().length;
}

/** The text nodes between two places of the story's text, each with where the part begins and ends in it. */
export function textsIn(article: HTMLElement, start: number, end: number): [Text, number, number][] {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const found: [Text, number, number][] = [];
  let at = 0;
  for (
    let node = walker.nextNode() as Text | null;
    node && at < end;
    node = walker.nextNode() as Text | null
  ) {
    const [from, to] = [Math.max(0, start - at), Math.min(node.length, end - at)];
    if (from < to) found.push([node, from, to]);
    at += node.length;
  }
  return found;
}
