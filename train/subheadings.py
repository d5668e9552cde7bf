#!/usr/bin/env python3
"""Trains src/classify/subheadings/weights.rs on pastes with known subheadings.

    python3 train/subheadings.py CORPORA [--work FOLDER]

CORPORA is a folder with the corpora that README.md lists. FOLDER (target/train/lines) is where
`build_lines.py` wrote the pastes and a model of lines for each fold. The Rust side finds the
lines that may be subheadings and their evidence, with the model that has not seen the paste.
"""
import argparse
import gzip
import json
import pathlib
import re
from collections import Counter

import perceptron

import numpy as np

from build import ROOT, measured_by_folds
from compose.write import NAME as COMPOSED
from data import CORPORA
from folds import FOLDS, fold_of
from text import tokens

WEIGHTS = ROOT / "src/classify/subheadings/weights.rs"
CLASSIFIER = perceptron.Classifier(hidden=32, epochs=20, batch=512, rate=0.01, drop=0.1, penalty=1e-4, seed=0)
# The weight of each group in the loss.
SHARES = {"composed, Vietnamese": 0.2, "composed, other": 0.3, "pages, Vietnamese": 0.2, "pages, other": 0.3}
HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.IGNORECASE | re.DOTALL)
# A paragraph that is bold from end to end is a subheading on one site and an appeal on another. So
# nothing is learned from it.
BOLD = re.compile(r"<(?:p|div|li)\b[^>]*>\s*<(strong|b)\b[^>]*>((?:(?!</\1>).)*)</\1>\s*(?:<br\s*/?>\s*)?</(?:p|div|li)>", re.I | re.S)
TAG = re.compile(r"<[^>]*>")
# On pages of these types, headings are the titles of other pages, posts and products.
WITHOUT_SUBHEADINGS = frozenset("listing collection product forum".split())


def folded(text):
    return " ".join(tokens(text or ""))


# Forms with questions: interviews and readers' questions.
QUESTIONED = frozenset("interview answers dialogue".split())


def is_open_question(row, text):
    """Returns `True` for a question without a speaker in a composed interview. It could be a
    heading or a line of speech."""
    return "facts" in row and row["facts"]["form"] in QUESTIONED and text.endswith(("?", "？")) and ":" not in text


class Candidates:
    """All lines that may be subheadings: their evidence `x`, whether each is a subheading, whether
    it was `chosen`, its fold, group and weight."""

    def __init__(self, corpora, work):
        x, self.y, self.chosen, self.fold, self.group = [], [], [], [], []
        self.names = None
        for corpus in [*CORPORA, COMPOSED]:
            marked = {} if corpus == COMPOSED else _marked(corpora / f"{corpus}.jsonl.gz")
            rows = {}
            with open(work / f"{corpus}.pastes.jsonl", encoding="utf-8") as file:
                for row in map(json.loads, file):
                    if row["text"] and (corpus == COMPOSED or row["type"] not in WITHOUT_SUBHEADINGS):
                        rows[row["id"]] = row
            for answer in measured_by_folds("subheadings", work, corpus, rows):
                self.names = answer["names"]
                row = rows[answer["id"]]
                headings, unsure = _known(row, marked)
                said = Counter(folded(candidate["text"]) for candidate in answer["candidates"])
                gold = f" {folded(row['text'])} "
                for candidate in answer["candidates"]:
                    text = folded(candidate["text"])
                    is_heading = text in headings
                    # A table of contents repeats each heading, and some gold texts have no
                    # headings. So these lines are left out.
                    if text in unsure or is_open_question(row, candidate["text"]) or is_heading and (said[text] > 1 or f" {text} " not in gold):
                        continue
                    x.append(np.array(candidate["evidence"], dtype=np.float32))
                    self.y.append(is_heading)
                    self.chosen.append(candidate["chosen"])
                    self.fold.append(fold_of(row))
                    made = "composed" if corpus == COMPOSED else "pages"
                    language = (row["lang"] or "")[:2].lower()
                    self.group.append(f"{made}, {'Vietnamese' if language == 'vi' else 'other'}")
        self.x, self.y, self.chosen, self.fold = np.array(x), np.array(self.y), np.array(self.chosen), np.array(self.fold)
        self.mean, self.deviation = perceptron.scaling(self.x)
        self.x = (self.x - self.mean) / self.deviation
        counts = Counter(self.group)
        self.weight = np.array([SHARES[group] / counts[group] for group in self.group]) * len(self.group)


def _marked(path):
    """Returns the texts of the headings of each page, and of paragraphs that are bold."""
    found = {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for page in map(json.loads, file):
            headings = {folded(TAG.sub(" ", match[2])) for match in HEADING.finditer(page["html"])}
            bold = {folded(TAG.sub(" ", match[2])) for match in BOLD.finditer(page["html"])}
            found[page["id"]] = headings - {""}, bold - headings
    return found


def _known(row, marked):
    """Returns the subheadings of a paste, and the texts that may be subheadings."""
    if "facts" in row:
        return {folded(text) for text in row["facts"]["headings"]}, set()
    return marked[row["id"].partition("#")[0]]


def cross_validate(data, thresholds=(-1.0, -0.5, 0.0, 0.5, 1.0)):
    """Prints precision and recall for chosen lines, and for lines that were left out the effect of
    each score."""
    scores = np.zeros(len(data.y))
    for fold in range(FOLDS):
        held_out = data.fold == fold
        scores[held_out] = np.asarray(perceptron.score(CLASSIFIER.train(data, np.flatnonzero(~held_out)), data.x[held_out]))
    groups = np.array(data.group)
    print(f"{'group':<28}{'lines':>8}{'headings':>9}{'from':>6}{'found':>8}{'right':>8}{'recall':>8}{'precision':>10}")
    for name in sorted(set(groups)):
        for is_chosen in (True, False):
            rows = (groups == name) & (data.chosen == is_chosen)
            for least in thresholds:
                found = rows & (scores > least)
                right, headings = (found & data.y).sum(), (rows & data.y).sum()
                label = f"{name}, {'chosen' if is_chosen else 'left out'}"
                print(
                    f"{label:<28}{rows.sum():>8}{headings:>9}{least:>6}{found.sum():>8}{right:>8}"
                    f"{right / max(1, headings):>8.3f}{right / max(1, found.sum()):>10.3f}"
                )


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=pathlib.Path)
    arguments.add_argument("--work", type=pathlib.Path, default=ROOT / "target/train/lines")
    options = arguments.parse_args()
    data = Candidates(options.corpora, options.work)
    print(f"{len(data.y)} lines, {data.y.sum()} subheadings, {len(data.names)} pieces of evidence")
    cross_validate(data)
    doc = "Scores a line that may be a subheading. Above 0, it is more likely a subheading than not."
    model = CLASSIFIER.train(data, np.arange(len(data.y)))
    perceptron.write(WEIGHTS, "subheadings.py", doc, data.names, data.mean, data.deviation, model)


if __name__ == "__main__":
    main()
