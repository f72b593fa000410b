"""Trains the article stage's model: boosted trees over the features that the product computes.

In: OUT.bin, OUT.jsonl, OUT.names.json (the `article` example), OUT.labels.npz (article_labels.py), the ground truth.
Out: the model of all pages, and with --folds one model for each fold, which never saw that fold's domains.

Pages weigh the same, passages by their words. Folds go by registrable domain. Pages with suspect truth are left out
of training; where a page reads otherwise once scripts have run or been stripped, both readings are learnt from, at
half weight. Kinds of pages are guessed by their own heads, whose guesses on the training pages come from inner folds.
"""
import argparse, json, os, re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import lightgbm as lgb
import numpy as np

KINDS = ["article", "forum", "product", "collection", "listing", "documentation", "service"]
FOLDS = 5
SEED = 7
SECOND_LEVEL = {"co", "com", "org", "gov", "ac", "edu", "net", "or", "ne", "go"}

ROWS = 110_000  # passages a model is trained on, drawn by weight
FLOOR = 0.08  # least chance of a passage to be drawn
WEIGHT_POWER = 0.8  # of a passage's words
WEIGHT_CAP = 0.5  # of a page, for one passage
LEAST_STORY = 60.0  # words: shorter stories weigh as if they had as many
KIND_TREES, KIND_LEAVES = 20, 6
TREES, LEAVES = 250, 31
FEATURES = 127  # that passages are judged by: seven bits name them
FIRST_TREES = 60  # of the model that says which those are

PASSAGE = dict(objective="cross_entropy", num_leaves=LEAVES, learning_rate=0.065, min_data_in_leaf=40,
               feature_fraction=0.5, bagging_fraction=0.8, bagging_freq=1, lambda_l2=2, max_bin=31)
KIND = dict(objective="multiclass", num_class=len(KINDS), num_leaves=KIND_LEAVES, learning_rate=0.12,
            min_data_in_leaf=10, feature_fraction=0.4, max_bin=31, lambda_l2=3)
COMMON = dict(num_threads=1, verbosity=-1, seed=1, deterministic=True, force_col_wise=True, use_missing=False)


def domain(url):
    host = re.sub(r"^https?://", "", url or "").split("/")[0].split(":")[0].lower().split(".")
    deep = len(host) >= 3 and host[-2] in SECOND_LEVEL and len(host[-1]) == 2
    return ".".join(host[-3:] if deep else host[-2:])


class Data:
    """All pages: rows of passages, the pages' own rows, labels, weights, folds."""

    def __init__(self, out, truths, seed):
        names = json.load(open(f"{out}.names.json"))
        self.width = len(names["passage"])
        self.ids, self.pages, counts, self.words = [], [], [], []
        for line in open(f"{out}.jsonl", encoding="utf8"):
            page = json.loads(line)
            self.ids.append(page["id"])
            self.pages.append(page["page"] if page["words"] else [0] * len(names["page"]))
            counts.append(len(page["words"]))
            self.words += page["words"]
        self.pages = np.array(self.pages, "uint8")
        self.rows = np.fromfile(f"{out}.bin", "uint8").reshape(-1, self.width)
        self.words = np.array(self.words, "float64")
        self.owner = np.repeat(np.arange(len(self.ids)), counts)
        self.starts = np.concatenate([[0], np.cumsum(counts)])
        truth = [json.load(open(f"{truths}/{i}.json")) for i in self.ids]
        self.kinds = np.array([kind(t) for t in truth])
        self.has_story = np.array([bool(re.findall(r"\w+", t["ground_truth"].get("main_content") or "")) for t in truth])
        self.folds = folds([t.get("url") for t in truth], seed)
        labels = np.load(f"{out}.labels.npz")
        self.suspect = labels["suspect"] | ~self.has_story
        self.target = (np.minimum(1, labels["cover"]) + labels["best"]) / 2
        self.weight = self.weights()

    def weights(self):
        story = np.maximum(LEAST_STORY, np.bincount(self.owner, self.words * self.target, len(self.ids)))
        weight = np.minimum((self.words / story[self.owner]) ** WEIGHT_POWER, WEIGHT_CAP)
        total = np.bincount(self.owner, weight, len(self.ids))
        twins = Counter(self.ids)
        share = np.array([1 / twins[i] for i in self.ids]) / np.maximum(total, 1e-9)
        return weight * share[self.owner] * len(self.words) / len(self.ids)


def kind(truth):
    name = ((truth.get("_internal") or {}).get("page_type") or {}).get("primary", "article")
    return KINDS.index("collection" if name == "category" else name)


def folds(urls, seed):
    domains = sorted({domain(u) for u in urls})
    shuffled = np.random.RandomState(seed).permutation(len(domains))
    fold = {d: int(shuffled[i] % FOLDS) for i, d in enumerate(domains)}
    return np.array([fold[domain(u)] for u in urls])


def fit_kinds(data, pages):
    rows = lgb.Dataset(data.pages[pages].astype("float32"), data.kinds[pages], params=dict(max_bin=31, verbosity=-1))
    return lgb.train({**KIND, **COMMON}, rows, KIND_TREES)


def guess_kinds(model, data, pages):
    return (model.predict(data.pages[pages].astype("float32")) * 250).astype("uint8")


def inner_guesses(data, pages):
    """Kinds of the training pages, each guessed by a model that did not see its fold."""
    guesses = np.zeros((len(data.ids), len(KINDS)), "uint8")
    inner = (data.folds * 7 + np.arange(len(data.ids)) % 3) if len(set(data.folds[pages])) < 2 else data.folds
    for fold in sorted(set(inner[pages])):
        held, rest = pages & (inner == fold), pages & (inner != fold)
        guesses[held] = guess_kinds(fit_kinds(data, rest), data, held)
    return guesses


def draw(weight, rows):
    """Which passages to train on and the weight that makes up for the drawing."""
    low, high = 0.0, 1e6
    chance = lambda c: np.minimum(1, weight * c + FLOOR)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if chance(middle).sum() > rows else (middle, high)
    drawn = np.random.RandomState(SEED).rand(len(weight)) < chance(low)
    return drawn, weight / chance(low)


def fit_passages(data, pages, guesses):
    at = np.flatnonzero(pages[data.owner])
    drawn, weight = draw(data.weight[at], ROWS)
    at, weight = at[drawn], weight[drawn]
    rows = np.hstack([data.rows[at], guesses[data.owner[at]]])
    first = boost(rows, data.target[at], weight, FIRST_TREES)
    used = np.sort(np.argsort(-first.feature_importance("gain"), kind="stable")[:FEATURES])
    return boost(rows[:, used], data.target[at], weight, TREES), used


def boost(rows, target, weight, trees):
    table = lgb.Dataset(rows.astype("float32"), target, weight=weight,
                        params=dict(max_bin=PASSAGE["max_bin"], verbosity=-1))
    return lgb.train({**PASSAGE, **COMMON}, table, trees)


def train(data, pages):
    """Both heads on the pages given: (kinds, passages and the features they are judged by)."""
    pages = pages & ~data.suspect
    guesses = inner_guesses(data, pages)
    return fit_kinds(data, pages), *fit_passages(data, pages, guesses)


# The model's file: see src/article/select/trees.rs.
UNIT = 65536
VALUE = 8
VALUE_BITS = 5


class Packer:
    """Numbers of any width, highest bit first."""

    def __init__(self):
        self.bits = []

    def number(self, bits, number):
        assert 0 <= number < 1 << bits, (bits, number)
        self.bits += [number >> at & 1 for at in range(bits - 1, -1, -1)]

    def done(self):
        return np.packbits(np.array(self.bits, "uint8")).tobytes()


def nodes(tree):
    """A tree's nodes in preorder: (feature, threshold), or a leaf's value."""
    if "leaf_value" in tree:
        return [tree["leaf_value"]]
    assert tree["decision_type"] == "<="
    threshold = max(0, min(255, int(np.floor(tree["threshold"]))))
    return [(tree["split_feature"], threshold)] + nodes(tree["left_child"]) + nodes(tree["right_child"])


def few_values(leaves):
    """As many values as leaves can tell apart, near to as many leaves as can be (Lloyd's algorithm)."""
    leaves = np.sort(leaves)
    values = np.quantile(leaves, (np.arange(1 << VALUE_BITS) + 0.5) / (1 << VALUE_BITS))
    for _ in range(100):
        nearest = np.abs(leaves[:, None] - values).argmin(1)
        values = np.array([leaves[nearest == i].mean() if (nearest == i).any() else v for i, v in enumerate(values)])
    return np.sort(values)


def width(count):
    return max(0, count - 1).bit_length()


def write_head(pack, trees, names):
    """`names`: what the trees' features are called in a row."""
    trees = [nodes(tree) for tree in trees]
    start = np.mean([node for node in trees[0] if not isinstance(node, tuple)])  # LightGBM's first tree holds it
    trees[0] = [node if isinstance(node, tuple) else node - start for node in trees[0]]
    splits = [node for tree in trees for node in tree if isinstance(node, tuple)]
    leaves = np.array([node for tree in trees for node in tree if not isinstance(node, tuple)])
    thresholds = {}
    for feature, threshold in splits:
        thresholds.setdefault(feature, set()).add(threshold)
    features = sorted(thresholds)
    pack.number(8, len(features))
    for feature in features:
        thresholds[feature] = sorted(thresholds[feature])
        pack.number(10, int(names[feature]))
        pack.number(5, len(thresholds[feature]))
        for threshold in thresholds[feature]:
            pack.number(8, threshold)
    values = np.clip(np.round(few_values(leaves) * UNIT / VALUE), -32768, 32767)
    for value in values:
        pack.number(16, int(value) & 0xFFFF)
    pack.number(32, round(start * UNIT) & 0xFFFFFFFF)
    pack.number(16, len(trees))
    for node in (node for tree in trees for node in tree):
        pack.number(1, 0 if isinstance(node, tuple) else 1)
        if isinstance(node, tuple):
            feature, threshold = node
            pack.number(width(len(features)), features.index(feature))
            pack.number(width(len(thresholds[feature])), thresholds[feature].index(threshold))
        else:
            pack.number(VALUE_BITS, int(np.abs(values * VALUE / UNIT - node).argmin()))


def write_model(path, provenance, kinds, passages, used):
    trees = [t["tree_structure"] for t in kinds.dump_model()["tree_info"]]
    pack = Packer()
    pack.number(8, len(KINDS) + 1)
    for k in range(len(KINDS)):
        write_head(pack, trees[k::len(KINDS)], range(1 << 10))
    write_head(pack, [t["tree_structure"] for t in passages.dump_model()["tree_info"]], used)
    with open(path, "wb") as file:
        file.write("\n".join(provenance).encode() + b"\n\n" + pack.done())


def provenance(data):
    return [
        "Plainread's article model: which passages of a page are its story.",
        "Made by: cargo xtask train (boosted trees over features that the product computes; no text is in here).",
        "Data: WCXB 1.0, dev split, CC BY 4.0. Pages: %d, of which %d trained on."
        % (len(set(data.ids)), len({i for i, s in zip(data.ids, data.suspect) if not s})),
        f"Seed: {SEED}. LightGBM {lgb.__version__}, numpy {np.__version__}.",
        f"Heads: {len(KINDS)} kinds of pages ({KIND_TREES} trees of {KIND_LEAVES} leaves each), "
        f"passages ({TREES} trees of {LEAVES} leaves, {FEATURES} features).",
    ]


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("out", help="prefix of the features' files")
    ask.add_argument("truths", help="folder of the ground truth")
    ask.add_argument("model", help="where to write; with --folds, MODEL.0 to MODEL.4")
    ask.add_argument("--folds", action="store_true")
    ask.add_argument("--seed", type=int, default=SEED, help="of the folds' drawing")
    ask.add_argument("--note", action="append", default=[], help="a line for the model's provenance, such as its scores")
    given = ask.parse_args()
    data = Data(given.out, given.truths, given.seed)
    if not given.folds:
        return write_model(given.model, provenance(data) + given.note, *train(data, np.ones(len(data.ids), bool)))
    # LightGBM lets go of Python's lock; each fold runs on one thread, so the trees are the same in any order.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for fold, heads in enumerate(pool.map(lambda fold: train(data, data.folds != fold), range(FOLDS))):
            write_model(f"{given.model}.{fold}", provenance(data), *heads)
    json.dump({i: int(f) for i, f in zip(data.ids, data.folds)}, open(f"{given.model}.folds.json", "w"))


if __name__ == "__main__":
    main()
