/** A page's list that never rests, as tickers of matches and markets do. */

/** Markup that changes `pace` elements a second; it keeps the newest fifty. 0: it rests. */
export const ticker = (/** @type {number} */ pace) => `<ul id="ticker"></ul><script>
  const each = ${pace} / 20;
  if (each) setInterval(() => {
    for (let i = 0; i < each; i++) {
      const item = document.createElement("li");
      item.textContent = "Goal " + Math.random();
      ticker.append(item);
      if (ticker.childElementCount > 50) ticker.firstChild.remove();
    }
  }, 50);
</script>`;
