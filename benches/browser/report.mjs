// The bench's tables. Figures are medians, and ratios per page: absolute times depend on the machine.

const median = (list) => quantile(list, 0.5);
export function quantile(list, q) {
  const sorted = list.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] : NaN;
}

/** Least CPU time that is told apart from none. Units: ms. */
const LEAST = 0.05;
/** What any injected script costs. */
const EMPTY = "empty";
/** What showing the story costs, whoever found it. */
const SHOWN = "shown";
const OURS = "plainread";

/** CPU of a click beyond that of `floor`. */
function net(row, name, floor, key = "cpu") {
  return Math.max(LEAST, row[name][key] - (row[floor]?.[key] ?? 0));
}

/** Prints a run of several extensions over the same pages. */
export function report(rows, names, cold) {
  const good = rows.filter((row) => names.every((name) => Number.isFinite(row[name]?.wall)));
  console.log(`\n${good.length} of ${rows.length} pages, ${cold ? "cold" : "warm"} worker; ms and KB`);
  console.log(
    "extension      cpu net: med    p95   beyond showing   when settled   layout     wall: med    p95     heap   nodes",
  );
  const f = (x, width = 7) => x.toFixed(1).padStart(width);
  for (const name of names) {
    const of = (key) => good.map((row) => row[name][key]);
    const cpu = good.map((row) => net(row, name, EMPTY));
    const beyond = good.map((row) => net(row, name, SHOWN));
    const settled = good.map((row) => net(row, name, EMPTY, "settled"));
    console.log(
      name.padEnd(14) +
        f(median(cpu), 13) +
        f(quantile(cpu, 0.95)) +
        f(median(beyond), 17) +
        f(median(settled), 15) +
        f(median(of("layout")), 9) +
        f(median(of("wall")), 14) +
        f(quantile(of("wall"), 0.95)) +
        f(median(of("heap")), 9) +
        f(median(of("nodes")), 8),
    );
  }
  if (names.includes(OURS)) compare(good, names);
}

function compare(rows, names) {
  for (const name of names.filter((n) => ![OURS, EMPTY, SHOWN].includes(n))) {
    const of = (floor, key) => rows.map((row) => net(row, name, floor, key) / net(row, OURS, floor, key));
    const cpu = of(EMPTY);
    const wall = rows.map((row) => row[OURS].wall / row[name].wall);
    console.log(
      `${name} / ${OURS}: cpu ×${median(cpu).toFixed(1)} (p5 ×${quantile(cpu, 0.05).toFixed(1)}), ` +
        `when settled ×${median(of(EMPTY, "settled")).toFixed(1)}, beyond showing ×${median(of(SHOWN)).toFixed(1)}; ` +
        `${OURS} / ${name}: wall ${median(wall).toFixed(2)} (p95 ${quantile(wall, 0.95).toFixed(2)})`,
    );
  }
}

/** Prints how each extension's cost grows with the page. */
export function reportGrowth(sizes, names, cells) {
  console.log("\ngrowth: elements, then cpu net of empty / wall of each extension; ms");
  console.log(["elements".padStart(9), ...names.map((name) => name.padStart(18))].join(""));
  for (const size of sizes) {
    const row = cells[size];
    const cell = (name) =>
      Number.isFinite(row[name]?.wall)
        ? `${net(row, name, EMPTY).toFixed(0)} / ${row[name].wall.toFixed(0)}`
        : "no answer";
    console.log(String(size).padStart(9) + names.map((name) => cell(name).padStart(18)).join(""));
  }
}
