/**
 * A large page is not drawn while the reader covers it: a modal makes all of it inert, for which the browser would
 * style every element anew, in one task of seconds on the largest. What is not drawn is styled when it is shown again,
 * and by then it is as it was. Its height stays, so that its scrolling does.
 */

/** Pages with fewer elements are styled anew in less than two tenths of a second. */
const LARGE = 10_000;

/**
 * What keeps the page asleep: animations that stand still. A sheet would do too, but for that the browser looks at every
 * element, a tenth of a second at 200,000, in the same task in which it styles the page for it.
 */
let sleep: Animation[] = [];
/** How many are looking at the page right now. */
let looking = 0;

/** From now on the page is not drawn, if it is large. Gives whether that took long. */
export function layToSleep(): boolean {
  const { body, documentElement: root } = document;
  if (sleep.length > 0 || !body || document.getElementsByTagName("*").length < LARGE) return false;
  const { scrollHeight } = document.scrollingElement ?? root;
  sleep = [
    still(root, { minHeight: `${scrollHeight}px`, overflow: "hidden", overflowAnchor: "none" }),
    still(body, { contentVisibility: "hidden" }),
  ];
  fallAsleep();
  return true;
}

function still(element: Element, style: Keyframe): Animation {
  return new Animation(new KeyframeEffect(element, [style, style], { duration: 1, fill: "both" }));
}

function fallAsleep(): void {
  if (sleep.length === 0 || looking > 0) return;
  for (const animation of sleep) {
    animation.pause();
    animation.currentTime = 0;
  }
  // Else they take hold with the next frame, for which the browser styles all of the page.
  void getComputedStyle(document.body).contentVisibility;
}

/** True from when the page was laid to sleep until it wakes, also while somebody looks at it. */
export function isAsleep(): boolean {
  return sleep.length > 0;
}

/** The page is drawn again. */
export function wake(): void {
  for (const animation of sleep.splice(0)) animation.cancel();
}

/** The page is drawn until what is given back is called, and as long as another look at it goes on. */
export function rouse(): () => void {
  looking++;
  for (const animation of sleep) animation.cancel();
  return () => {
    looking--;
    fallAsleep();
  };
}
