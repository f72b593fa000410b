"""Trains the article stage's model: boosted trees over the features that the product computes.

In: OUT.bin, OUT.jsonl, OUT.names.json (the `article` example), OUT.labels.npz (article_labels.py), the ground truth.
Out: the model of all pages, and with --folds one model for each fold, which never saw that fold's domains.

Pages weigh the same, passages by their words. Folds go by registrable domain. Pages with suspect truth are left out
of training. Kinds of pages are guessed by their own heads, whose guesses on the training pages come from inner folds.
"""
import argparse, json, os, re, struct
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
TREES, LEAVES = 140, 31
SLOTS = 250  # features a head may read: one byte names them

PASSAGE = dict(objective="cross_entropy", num_leaves=LEAVES, learning_rate=0.08, min_data_in_leaf=40,
               feature_fraction=0.35, bagging_fraction=0.8, bagging_freq=1, lambda_l2=2, max_bin=31)
KIND = dict(objective="multiclass", num_class=len(KINDS), num_leaves=KIND_LEAVES, learning_rate=0.12,
            min_data_in_leaf=10, feature_fraction=0.4, max_bin=31, lambda_l2=3)
COMMON = dict(num_threads=1, verbosity=-1, seed=1, deterministic=True, force_col_wise=True, use_missing=False)


def domain(url):
    host = re.sub(r"^https?://", "", url or "").split("/")[0].split(":")[0].lower().split(".")
    deep = len(host) >= 3 and host[-2] in SECOND_LEVEL and len(host[-1]) == 2
    return ".".join(host[-3:] if deep else host[-2:])


class Data:
    """All pages: rows of passages, the pages' own rows, labels, weights, folds."""

    def __init__(self, out, truths):
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
        self.folds = folds([t.get("url") for t in truth])
        labels = np.load(f"{out}.labels.npz")
        self.target = (np.minimum(1, labels["cover"]) + labels["best"]) / 2
        self.weight = self.weights()

    def weights(self):
        story = np.maximum(LEAST_STORY, np.bincount(self.owner, self.words * self.target, len(self.ids)))
        weight = np.minimum((self.words / story[self.owner]) ** WEIGHT_POWER, WEIGHT_CAP)
        total = np.bincount(self.owner, weight, len(self.ids))
        return weight / np.maximum(total, 1e-9)[self.owner] * len(self.words) / len(self.ids)


def kind(truth):
    name = ((truth.get("_internal") or {}).get("page_type") or {}).get("primary", "article")
    return KINDS.index("collection" if name == "category" else name)


def folds(urls):
    domains = sorted({domain(u) for u in urls})
    shuffled = np.random.RandomState(SEED).permutation(len(domains))
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


def fit_passages(data, pages, guesses, features=None, trees=TREES, params=None):
    at = np.flatnonzero(pages[data.owner])
    drawn, weight = draw(data.weight[at], ROWS)
    at, weight = at[drawn], weight[drawn]
    rows = np.hstack([data.rows[at], guesses[data.owner[at]]]).astype("float32")
    if features is not None:
        keep = np.zeros(rows.shape[1], bool)
        keep[features] = True
        rows[:, ~keep] = 0
    params = {**PASSAGE, **COMMON, **(params or {})}
    table = lgb.Dataset(rows, data.target[at], weight=weight, params=dict(max_bin=params["max_bin"], verbosity=-1))
    return lgb.train(params, table, trees)


def most_used(model):
    return np.argsort(-model.feature_importance("gain"), kind="stable")[:SLOTS]


def train(data, pages):
    """Both heads on the pages given: (kinds, passages)."""
    pages = pages & data.has_story & ~data.suspect
    guesses = inner_guesses(data, pages)
    passages = fit_passages(data, pages, guesses)
    if len(set(np.flatnonzero(passages.feature_importance()))) > SLOTS:
        passages = fit_passages(data, pages, guesses, most_used(passages))
    return fit_kinds(data, pages), passages


def predict(data, pages, kinds, passages):
    """Probability of each passage of the pages given, as the product computes it but for rounding."""
    guesses = np.zeros((len(data.ids), len(KINDS)), "uint8")
    guesses[pages] = guess_kinds(kinds, data, pages)
    at = np.flatnonzero(pages[data.owner])
    rows = np.hstack([data.rows[at], guesses[data.owner[at]]]).astype("float32")
    return at, passages.predict(rows), guesses


# The model's file: see src/article/select/trees.rs.
LEAF = 255
UNIT = 65536


def leaves_of(node):
    if "leaf_value" in node:
        return [node["leaf_value"]]
    return leaves_of(node["left_child"]) + leaves_of(node["right_child"])


def used_features(node):
    if "leaf_value" in node:
        return set()
    return {node["split_feature"]} | used_features(node["left_child"]) | used_features(node["right_child"])


def write_node(node, slots, scale, shift):
    if "leaf_value" in node:
        return struct.pack("<Bb", LEAF, max(-128, min(127, round((node["leaf_value"] - shift) * UNIT / scale))))
    threshold = max(0, min(255, int(np.floor(node["threshold"]))))
    assert node["decision_type"] == "<="
    return (struct.pack("<BB", slots[node["split_feature"]], threshold)
            + write_node(node["left_child"], slots, scale, shift) + write_node(node["right_child"], slots, scale, shift))


def write_head(trees):
    used = sorted(set().union(*map(used_features, trees)))
    assert len(used) < LEAF, len(used)
    slots = {feature: slot for slot, feature in enumerate(used)}
    body, start = b"", 0.0
    for tree in trees:
        values = leaves_of(tree)
        shift = (max(values) + min(values)) / 2
        start += shift
        scale = max(1, min(65535, int(np.ceil(max(abs(v - shift) for v in values) * UNIT / 127))))
        body += struct.pack("<H", scale) + write_node(tree, slots, scale, shift)
    head = struct.pack("<H", len(used)) + b"".join(struct.pack("<H", f) for f in used)
    return head + struct.pack("<iH", round(start * UNIT), len(trees)) + body


def write_model(path, provenance, kinds, passages):
    trees = [t["tree_structure"] for t in kinds.dump_model()["tree_info"]]
    heads = [trees[k::len(KINDS)] for k in range(len(KINDS))]
    heads.append([t["tree_structure"] for t in passages.dump_model()["tree_info"]])
    body = struct.pack("<B", len(heads)) + b"".join(map(write_head, heads))
    with open(path, "wb") as file:
        file.write("\n".join(provenance).encode() + b"\n\n" + body)


def provenance(data):
    return [
        "Plainread's article model: which passages of a page are its story.",
        "Made by: cargo xtask train (boosted trees over features that the product computes; no text is in here).",
        "Data: WCXB 1.0, dev split, CC BY 4.0. Pages: %d, of which %d trained on."
        % (len(data.ids), int((data.has_story & ~data.suspect).sum())),
        f"Seed: {SEED}. LightGBM {lgb.__version__}, numpy {np.__version__}.",
        f"Heads: {len(KINDS)} kinds of pages ({KIND_TREES} trees of {KIND_LEAVES} leaves each), "
        f"passages ({TREES} trees of {LEAVES} leaves).",
    ]


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("out", help="prefix of the features' files")
    ask.add_argument("truths", help="folder of the ground truth")
    ask.add_argument("model", help="where to write; with --folds, MODEL.0 to MODEL.4")
    ask.add_argument("--folds", action="store_true")
    ask.add_argument("--note", action="append", default=[], help="a line for the model's provenance, such as its scores")
    ask.add_argument("--suspect", help="JSON list of pages to leave out of training")
    given = ask.parse_args()
    data = Data(given.out, given.truths)
    suspect = set(json.load(open(given.suspect))) if given.suspect else set()
    data.suspect = np.array([i in suspect for i in data.ids])
    if not given.folds:
        return write_model(given.model, provenance(data) + given.note, *train(data, np.ones(len(data.ids), bool)))
    for fold in range(FOLDS):
        write_model(f"{given.model}.{fold}", provenance(data), *train(data, data.folds != fold))
    json.dump({i: int(f) for i, f in zip(data.ids, data.folds)}, open(f"{given.model}.folds.json", "w"))


if __name__ == "__main__":
    main()
