/** The person's selection inside the closed root: each browser shows it another way. */

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
