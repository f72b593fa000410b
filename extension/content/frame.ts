/** Work that waits until what was built is painted. */

/** A page that is not in sight is not painted: it is not waited for longer. Units: ms. */
const PATIENCE = 200;

/** Runs something once, when the next frame is out. */
export function afterFrame(run: () => void): void {
  let due = true;
  const once = (): void => {
    if (due) run();
    due = false;
  };
  // The first frame shows what was built, the second begins when that is out.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once)));
  setTimeout(once, PATIENCE);
}
