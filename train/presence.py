#!/usr/bin/env python3
"""Trains src/classify/presence/weights.rs on pastes that hold an article and on pastes that do not.

    python3 train/presence.py CORPORA [--work FOLDER]

CORPORA is a folder with the corpora that README.md lists. FOLDER (target/train/lines) is where
`build_lines.py` wrote the pastes and a model of lines for each fold. The Rust side computes the
evidence of each paste with the model that has not seen the paste. Further pages without an
article are composed, and parts of pages with an article, like the parts that people select.
"""
import argparse
import json
import pathlib
import random
from collections import Counter

import perceptron

import numpy as np

from build import ROOT, measured_by_folds
from compose import articles, language as languages
from compose.source import Source
from compose.write import NAME as COMPOSED, row as row_of
from data import CORPORA
from folds import FOLDS, fold_of

WEIGHTS = ROOT / "src/classify/presence/weights.rs"
NAME = "presence"
CLASSIFIER = perceptron.Classifier(hidden=8, epochs=20, batch=256, rate=0.01, drop=0.1, penalty=2e-3, seed=0)
# Number of pages without an article that are composed for each language, in addition to those of
# `compose.write`. Their numbers begin after those.
COUNT, COUNTS, FIRST = 75, {"vi": 250, "en": 150}, 100_000
# The weight of each group in the loss.
SHARES = {"no article": 0.35, "articles": 0.25, "parts of pages": 0.25, "pages": 0.15}
# The text of these pages is a list. They are neither articles nor pages without one.
LISTS = frozenset("listing collection product".split())
# Scores for which the figures are printed.
THRESHOLDS = 0.0, 1.0, 2.0, 3.0, 3.5, 4.0, 5.0
# The number of lines of the article in a part of a page, and the maximum numbers of lines before
# and after them.
OWN_LINES, LINES_BEFORE, LINES_AFTER, FEWEST_LETTERS = (1, 8), 6, 12, 100


class Pastes:
    """Pastes with their evidence `x`, `y` (1 if there is no article), fold, group and kind."""

    def __init__(self, corpora, work):
        rows = write(corpora, work)
        x, self.y, self.fold, self.group, self.kind, self.id = [], [], [], [], [], []
        for corpus in [*CORPORA, COMPOSED, NAME]:
            for answer in measured_by_folds(NAME, work, corpus, rows[corpus]):
                self.names, row = answer["names"], rows[corpus][answer["id"]]
                if answer["evidence"] is None:
                    continue
                x.append(np.array(answer["evidence"], np.float32))
                self.y.append(not row["text"])
                self.fold.append(fold_of(row))
                self.group.append(_group(corpus, row))
                self.kind.append(_kind(row))
                self.id.append(row["id"])
        self.x, self.y, self.fold = np.array(x), np.array(self.y), np.array(self.fold)
        self.mean, self.deviation = perceptron.scaling(self.x)
        self.x = (self.x - self.mean) / self.deviation
        self.group, self.kind = np.array(self.group), np.array(self.kind)
        counts = Counter(self.group)
        self.weight = np.array([SHARES.get(group, 0) / counts[group] for group in self.group]) * len(self.group)


def _group(corpus, row):
    if not row["text"]:
        return "no article"
    if corpus == NAME:
        return "parts of pages"
    if corpus == COMPOSED:
        return "articles"
    return "lists" if row["type"] in LISTS else "pages"


def _kind(row):
    if "facts" not in row:
        return f"type {row['type']}"
    return f"form {row['facts']['form']}" if row["text"] else f"grammar {row['facts']['grammar']}"


def write(corpora, work):
    """Writes the pastes that only this script uses. Returns the rows of all pastes, by corpus and
    id."""
    rows = {corpus: _read(work / f"{corpus}.pastes.jsonl") for corpus in [*CORPORA, COMPOSED]}
    path = work / f"{NAME}.pastes.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        found = articles.read(corpora)
        for code in languages.codes():
            source = Source.of(code, corpora, found)
            for paste in source.without_article(COUNTS.get(code, COUNT), FIRST):
                file.write(json.dumps(row_of(paste, source), ensure_ascii=False) + "\n")
        for row in rows[COMPOSED].values():
            if any(row["labels"]) and row["facts"]["second"] is None:
                file.write(json.dumps(part_of(row), ensure_ascii=False) + "\n")
    return {**rows, NAME: _read(path)}


def part_of(row):
    """Returns a part of a composed page: some lines of its article, and a few lines before and after them."""
    rng = random.Random(row["id"])
    lines, labels = row["paste"].split("\n"), row["labels"]
    own = [i for i, label in enumerate(labels) if label]
    start = rng.randrange(len(own)) if rng.random() < 0.3 else 0
    end = start + rng.randint(*OWN_LINES)
    while end < len(own) and sum(len(lines[i]) for i in own[start:end]) < FEWEST_LETTERS:
        end += 1
    own = own[start:end]
    first = max(0, own[0] - rng.randint(0, LINES_BEFORE))
    # The lines after the article's last one are the end of the page, and not the rest of the
    # article.
    last = max(i for i, label in enumerate(labels) if label)
    after = [i for i in range(last + 1, min(len(lines), last + 1 + rng.randint(0, LINES_AFTER)))]
    chosen = [*range(first, own[-1] + 1), *after]
    text = "\n".join(lines[i] for i in own)
    return {**row, "id": f"{row['id']}#part", "paste": "\n".join(lines[i] for i in chosen), "text": text}


def _read(path):
    with open(path, encoding="utf-8") as file:
        return {row["id"]: row for row in map(json.loads, file)}


def cross_validate(data):
    """Prints the share of pastes in each group and kind that are refused at each score. Returns the
    scores."""
    scores = np.zeros(len(data.y))
    for fold in range(FOLDS):
        held_out = data.fold == fold
        chosen = np.flatnonzero(~held_out & (data.weight > 0))
        scores[held_out] = np.asarray(perceptron.score(CLASSIFIER.train(data, chosen), data.x[held_out]))
    print(f"{'refused from':<44}{'pastes':>8}" + "".join(f"{least:>8}" for least in THRESHOLDS))
    groups = [(group, data.group == group) for group in sorted(set(data.group))]
    kinds = [(f"{name}, {kind}", rows & (data.kind == kind)) for name, rows in groups for kind in sorted(set(data.kind[rows]))]
    for name, rows in groups + kinds:
        shares = "".join(f"{(scores[rows] >= least).mean():8.4f}" for least in THRESHOLDS)
        print(f"{name:<44}{rows.sum():>8}{shares}")
    return scores


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=pathlib.Path)
    arguments.add_argument("--work", type=pathlib.Path, default=ROOT / "target/train/lines")
    options = arguments.parse_args()
    data = Pastes(options.corpora, options.work)
    print(f"{len(data.y)} pastes, {data.y.sum()} without an article, {len(data.names)} pieces of evidence")
    cross_validate(data)
    model = CLASSIFIER.train(data, np.flatnonzero(data.weight > 0))
    doc = "Scores a paste. Above 0, it is more likely that the paste holds no article."
    perceptron.write(WEIGHTS, "presence.py", doc, data.names, data.mean, data.deviation, model)


if __name__ == "__main__":
    main()
