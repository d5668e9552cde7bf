#!/usr/bin/env python3
"""Trains src/metadata/headline/weights.rs on pastes whose title is known.

    python3 train/headlines.py CORPORA [--work FOLDER]

CORPORA is a folder with the corpora that README.md lists, FOLDER that of build_lines.py with its pastes and the model of
each fold. The lines that may be a paste's headline and their evidence come from the Rust side, with the line model that
has not seen the paste. So training uses the code that is shipped, and meets the errors that it meets on other pages.
"""
import argparse
import gzip
import json
import pathlib
from collections import Counter, defaultdict

import perceptron
from perceptron import quantized, score

import jax
import jax.numpy as jnp
import numpy as np

from build import ROOT, measured_by_folds
from compose.write import NAME as COMPOSED
from data import CORPORA
from folds import FOLDS, fold_of
from text import tokens

WEIGHTS = ROOT / "src/metadata/headline/weights.rs"
HIDDEN = 16
# The weight of each group in the loss. The numbers of pastes in the groups differ much.
SHARES = {"composed, Vietnamese": 0.3, "composed, other": 0.4, "pages, Vietnamese": 0.1, "pages, other": 0.2}
# Maximum number of candidates that are read, the nearest to the text. Hardly any paste has more.
MOST_CANDIDATES = 96
# Minimum number of letters of a title that is found inside a longer one.
FEWEST_LETTERS = 12
EPOCHS, BATCH, RATE, DROP, PENALTY, SEED = 40, 128, 0.01, 0.15, 2e-4, 1


class Paste:
    """The candidates of a paste: `evidence` has a row for each, `right` tells which are right, and
    `exactly` which equal the title."""

    def __init__(self, row, title, candidates):
        self.corpus, self.fold, self.language = row["corpus"], row["fold"], row["lang"]
        said = [folded(candidate["title"]) for candidate in candidates]
        self.exactly = np.array([text == title for text in said], dtype=bool)
        near = [title in text or len(text) > FEWEST_LETTERS and text in title for text in said]
        self.right = self.exactly if self.exactly.any() else np.array(near, dtype=bool)
        self.evidence = np.array([candidate["evidence"] for candidate in candidates], dtype=np.float32)
        self.is_hard = row["is_hard"]

    @property
    def group(self):
        return f"{'composed' if self.corpus == COMPOSED else 'pages'}, {'Vietnamese' if self.language == 'vi' else 'other'}"


def folded(text):
    return " ".join(tokens(text or ""))


def read(corpora, work):
    """Returns the pastes with a title, and the names of the evidence."""
    titles = {}
    for corpus in CORPORA:
        with gzip.open(corpora / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as file:
            titles |= {page["id"]: page.get("title") for page in map(json.loads, file) if page["text"]}
    pastes, names = [], []
    for corpus in [*CORPORA, COMPOSED]:
        rows = {}
        with open(work / f"{corpus}.pastes.jsonl", encoding="utf-8") as file:
            for row in map(json.loads, file):
                facts = row.get("facts")
                title = titles.get(row["id"].partition("#")[0]) if facts is None else facts["has_article"] and facts["title"]
                lines = {folded(line) for line in row["paste"].split("\n")}
                # The title of a page may not be in its text at all.
                if title and folded(title) and (facts or any(folded(title) in line for line in lines)):
                    is_hard = bool(facts and facts["is_hard"])
                    language = (row["lang"] or "")[:2]
                    rows[row["id"]] = {
                        "id": row["id"], "url": row.get("url"), "corpus": corpus, "fold": fold_of(row), "lang": language,
                        "title": folded(title), "is_hard": is_hard,
                    }  # fmt: skip
        for answer in measured_by_folds("headlines", work, corpus, rows):
            names, row = answer["names"], rows[answer["id"]]
            if answer["candidates"]:
                pastes.append(Paste(row, row["title"], answer["candidates"][-MOST_CANDIDATES:]))
    return pastes, names


class Arrays:
    """All pastes as arrays of equal shape. The last column of `right` stands for the case that no
    candidate is right."""

    def __init__(self, pastes):
        every = np.concatenate([paste.evidence for paste in pastes])
        self.mean, self.deviation = perceptron.scaling(every)
        shape = len(pastes), MOST_CANDIDATES
        self.x = np.zeros((*shape, every.shape[1]), np.float32)
        self.is_there, self.right = np.zeros(shape, bool), np.zeros((len(pastes), MOST_CANDIDATES + 1), bool)
        for i, paste in enumerate(pastes):
            n = len(paste.evidence)
            self.x[i, :n] = (paste.evidence - self.mean) / self.deviation
            self.is_there[i, :n], self.right[i, :n] = True, paste.right
            self.right[i, -1] = not paste.right.any()
        counts = Counter(paste.group for paste in pastes)
        self.weight = np.array([SHARES[paste.group] / counts[paste.group] for paste in pastes]) * len(pastes)


def loss(model, x, is_there, right, weight, key):
    """Returns the negative logarithm of the probability that a right line wins, against the other
    lines and against no line."""
    keep = jax.random.bernoulli(key, 1 - DROP, (x.shape[0], 1, HIDDEN)) / (1 - DROP)
    scores = jnp.where(is_there, score(model, x, keep), -1e9)
    chances = jax.nn.log_softmax(jnp.concatenate([scores, jnp.zeros((len(x), 1))], axis=1))
    won = jax.scipy.special.logsumexp(jnp.where(right, chances, -1e9), axis=1)
    return -(weight * won).mean() + PENALTY * perceptron.size(model)


def train(arrays, chosen):
    """Returns a model trained on the chosen pastes."""
    rng, key = np.random.default_rng(SEED), jax.random.PRNGKey(SEED)
    model = perceptron.initial(arrays.x.shape[2], HIDDEN, rng)
    batch = lambda rows: (arrays.x[rows], arrays.is_there[rows], arrays.right[rows], arrays.weight[rows])
    return perceptron.train(model, loss, (batch, chosen), EPOCHS, BATCH, RATE, rng, key)


def cross_validate(pastes, arrays):
    """Prints the shares of pastes with the right title, with the right line, and with no line, by
    group and language."""
    folds = np.array([paste.fold for paste in pastes])
    groups = defaultdict(list)
    for fold in range(FOLDS):
        model = quantized(train(arrays, np.flatnonzero(folds != fold)))
        for i in np.flatnonzero(folds == fold):
            paste = pastes[i]
            scores = np.asarray(score(model, arrays.x[i, : len(paste.evidence)]))
            best = int(np.flatnonzero(scores == scores.max())[-1])
            is_told = scores[best] >= 0
            figures = is_told and paste.exactly[best], is_told and paste.right[best], not is_told
            groups[paste.group].append(figures)
            if paste.corpus == COMPOSED:
                groups[f"composed, language {paste.language}"].append(figures)
            if paste.is_hard:
                groups[f"{paste.group}, hard forms"].append(figures)
    print(f"{'group':<36}{'pastes':>7}{'title':>8}{'line':>8}{'none':>8}")
    for group, figures in sorted(groups.items()):
        print(f"{group:<36}{len(figures):>7}" + "".join(f"{value:8.3f}" for value in np.mean(figures, 0)))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=pathlib.Path)
    arguments.add_argument("--work", type=pathlib.Path, default=ROOT / "target/train/lines")
    options = arguments.parse_args()
    pastes, names = read(options.corpora, options.work)
    arrays = Arrays(pastes)
    print(f"{len(pastes)} pastes with a title, {len(names)} pieces of evidence")
    cross_validate(pastes, arrays)
    model = quantized(train(arrays, np.arange(len(pastes))))
    doc = "Scores a line that may be the headline. Above 0, the line is more likely the headline than not."
    perceptron.write(WEIGHTS, "headlines.py", doc, names, arrays.mean, arrays.deviation, model)


if __name__ == "__main__":
    main()
