"""Labels for passages: how much of each belongs to the story, by the page's ground truth.

In: the pages' passages (OUT.jsonl of the `article` example) and the ground truth. Out: OUT.labels.npz with, for each
passage in order, `cover` (share of its words found in the truth, in order or in runs of four) and `best` (whether
keeping it helps word-F1, by local search over whole passages). A passage's target is the mean of both.
For each page, `suspect`: its truth is no guide, since it is not on the page or breaks off amid its own text.
"""
import json, re, sys
from collections import Counter
from multiprocessing import Pool

import numpy as np
from rapidfuzz.distance import LCSseq

WORD = re.compile(r"\w+")
RUN = 4  # words in a row that count as found, wherever they stand
RUN_SHARE = 0.7  # share of a passage's runs that must be found for them to count
ROUNDS = 12  # of local search
TOO_LONG = 1_600_000_000  # words of page times words of truth beyond which order is not compared
LEAST_FOUND = 0.5  # share of a truth's words that a page must hold for the truth to be of this page
MATCHED = 0.5  # share of a passage's words that the truth must cover for the passage to be of the story
ALMOST_ALL = 0.95  # share of the story's words that the element around it holds
RUNNING = 12  # words of a passage that reads like running text (as in src/article/select/tally.rs)
BREAKS_OFF = 0.4  # words that run on after the truth's end, as a share of it, from which it breaks off


def words(text):
    return WORD.findall((text or "").lower())


def in_order(passages, truth):
    """Share of each passage's words that lie on a longest common subsequence with the truth."""
    page = [w for p in passages for w in p]
    if not truth or len(page) * len(truth) > TOO_LONG:
        return [0.0] * len(passages)
    owner = [i for i, p in enumerate(passages) for _ in p]
    hits = [0] * len(passages)
    for op in LCSseq.opcodes(page, truth):
        if op.tag == "equal":
            for at in range(op.src_start, op.src_end):
                hits[owner[at]] += 1
    return [h / max(1, len(p)) for h, p in zip(hits, passages)]


def in_runs(passages, truth):
    """Share of each passage's runs of words that the truth has too."""
    runs = lambda t: list(zip(*(t[i:] for i in range(RUN))))
    known = set(runs(truth))
    share = lambda r: sum(x in known for x in r) / len(r) if r else 0.0
    found = [share(runs(p)) for p in passages]
    return [f if f >= RUN_SHARE else 0.0 for f in found]


class Search:
    """Keeps or drops whole passages so that word-F1 grows."""

    def __init__(self, passages, truth):
        self.counts = [Counter(p) for p in passages]
        self.sizes = [len(p) for p in passages]
        self.truth, self.needed = Counter(truth), len(truth)
        self.have, self.kept = Counter(), [False] * len(passages)
        self.hits = self.size = 0

    def f1(self, hits, size):
        return 2 * hits / (size + self.needed) if size + self.needed else 0.0

    def gain(self, i):
        return sum(min(c, max(0, self.truth.get(w, 0) - self.have[w])) for w, c in self.counts[i].items())

    def loss(self, i):
        lost = 0
        for w, c in self.counts[i].items():
            wanted, have = self.truth.get(w, 0), self.have[w]
            lost += min(have, wanted) - min(have - c, wanted)
        return lost

    def flip(self, i):
        if self.kept[i]:
            self.hits -= self.loss(i)
            self.size -= self.sizes[i]
            self.have.subtract(self.counts[i])
        else:
            self.hits += self.gain(i)
            self.size += self.sizes[i]
            self.have.update(self.counts[i])
        self.kept[i] = not self.kept[i]

    def run(self, start):
        for i, keep in enumerate(start):
            if keep:
                self.flip(i)
        order = sorted(range(len(self.kept)), key=lambda i: -self.sizes[i])
        for _ in range(ROUNDS):
            changed = False
            for i in order:
                sign = -1 if self.kept[i] else 1
                hits = self.hits + (self.gain(i) if sign > 0 else -self.loss(i))
                if self.f1(hits, self.size + sign * self.sizes[i]) > self.f1(self.hits, self.size) + 1e-12:
                    self.flip(i)
                    changed = True
            if not changed:
                break
        return self.f1(self.hits, self.size), self.kept


def breaks_off(page, passages, truth, cover):
    """Whether the text runs on after the truth's last word, in the same element and in the same kind of passages."""
    sizes = np.array([len(p) for p in passages])
    found = (np.array(cover) >= MATCHED) & (sizes >= RUNNING)
    if not found.any():
        return False
    sums = np.concatenate([[0], np.cumsum(sizes * found)])
    inside = [(end - start, start, end) for start, end in page["regions"]
              if sums[end] - sums[start] >= ALMOST_ALL * sums[-1]]
    _, start, end = min(inside)
    last = int(np.flatnonzero(found)[-1])
    kinds = {page["chains"][i] for i in np.flatnonzero(found)}
    rest = [i for i in range(max(start, last + 1), end) if sizes[i] >= RUNNING and page["chains"][i] in kinds]
    return sum(sizes[i] for i in rest) >= BREAKS_OFF * len(truth)


def label(job):
    page, main = job
    passages, truth = [words(t) for t in page["texts"]], words(main)
    order, runs = in_order(passages, truth), in_runs(passages, truth)
    cover = [max(a, b) for a, b in zip(order, runs)]
    starts = [[c >= 0.5 for c in order], [False] * len(passages)]
    best = max((Search(passages, truth).run(s) for s in starts), key=lambda r: r[0])[1]
    held = sum((Counter(truth) & Counter(w for p in passages for w in p)).values())
    suspect = held < LEAST_FOUND * len(truth) or breaks_off(page, passages, truth, cover)
    return cover, best, suspect


def main(out, truths):
    pages = [json.loads(line) for line in open(f"{out}.jsonl", encoding="utf8")]
    main_text = lambda i: json.load(open(f"{truths}/{i}.json"))["ground_truth"].get("main_content") or ""
    with Pool(2) as pool:
        found = pool.map(label, [(p, main_text(p["id"])) for p in pages], chunksize=8)
    cover = np.concatenate([np.array(c, "float32") for c, _, _ in found])
    best = np.concatenate([np.array(b, "float32") for _, b, _ in found])
    np.savez_compressed(f"{out}.labels.npz", cover=cover, best=best, suspect=np.array([s for _, _, s in found]))


if __name__ == "__main__":
    main(*sys.argv[1:])
