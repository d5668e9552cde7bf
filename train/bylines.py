#!/usr/bin/env python3
"""Makes src/metadata/pasted_byline/weights.rs anew, from pastes whose author is known.

    python3 train/bylines.py CORPORA [--work FOLDER]

CORPORA is a folder with the corpora that README.md lists, FOLDER that of build_lines.py with its pastes and the model of
each fold. The parts of lines that may be names of authors, with their evidence, come from the Rust side, with the line
model that has not seen the paste. So training uses the code that is shipped, and meets the errors that it meets on other
pages.
"""
import argparse
import functools
import gzip
import json
import pathlib
import unicodedata
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

WEIGHTS = ROOT / "src/metadata/pasted_byline/weights.rs"
HIDDEN = 16
# The share of each group in the loss: pastes are many of some and few of others.
SHARES = {"composed, Vietnamese": 0.25, "composed, other": 0.35, "pages, Vietnamese": 0.2, "pages, other": 0.2}
# Pages whose poster's name is no known fact: without an author they teach nothing.
POSTED = {"forum", "questions and answers", "social post", "social account"}
# Hardly a paste has more candidates.
MOST_CANDIDATES = 128
# The evidence that the composer tells too well, and in how many pastes it is hidden.
FAMILY_NAME, HIDDEN_NAMES = "begins with a family name", 0.4
# A wrong author is worse than none. LEAST_SCORE and LEAST_RULED_SCORE of the Rust side.
LEAST_SCORE, LEAST_RULED_SCORE = 1.0, 0.0
RULED = "a rule: "
EPOCHS, BATCH, RATE, DROP, PENALTY, SEED = 24, 128, 0.01, 0.3, 5e-4, 0


class Paste:
    """A paste's candidates: `evidence`, a row each, and which of them are `right`."""

    def __init__(self, row, candidates):
        self.corpus, self.fold, self.language, self.has_author = row["corpus"], row["fold"], row["lang"], bool(row["byline"])
        self.right = np.array([self._is_right(" ".join(c["names"]), row["byline"]) for c in candidates], dtype=bool)
        self.evidence = np.array([candidate["evidence"] for candidate in candidates], dtype=np.float32)

    def _is_right(self, names, byline):
        """Returns `True` for the names of the byline. Those of real pages may have a role or a place after them."""
        names = folded(names)
        return names == byline or self.corpus != COMPOSED and " " in names and byline.startswith(names + " ")

    @property
    def group(self):
        return f"{'composed' if self.corpus == COMPOSED else 'pages'}, {'Vietnamese' if self.language == 'vi' else 'other'}"


def folded(names):
    """Returns the words of names, without those that join them. Some pastes have decomposed letters."""
    words = unicodedata.normalize("NFC", names or "").split()
    return " ".join(tokens(" ".join(word for word in words if word.casefold() not in joiners())))


def phrases(section):
    """Returns the phrases of a section of the word lists, in all languages."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "src/words").glob("??.txt"))
    found = (text.partition(f"\n[{section}]\n")[2].partition("\n[")[0] for text in texts)
    return frozenset(phrase for text in found for phrase in text.splitlines() if phrase)


@functools.cache
def joiners():
    """Returns the words for "and"."""
    return phrases("and")


@functools.cache
def accounts():
    """Returns names of accounts and placeholders, such as "admin". A page with such a byline names no author."""
    return phrases("no-name")


def read(corpora, work):
    """Returns the pastes of articles, and the names of the evidence. A paste of a page counts if it has the page's author."""
    authors = {}
    for corpus in CORPORA:
        with gzip.open(corpora / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as file:
            authors |= {page["id"]: page.get("author") for page in map(json.loads, file) if page["text"]}
    pastes, names = [], []
    for corpus in [*CORPORA, COMPOSED]:
        rows = {}
        with open(work / f"{corpus}.pastes.jsonl", encoding="utf-8") as file:
            for row in map(json.loads, file):
                facts = row.get("facts")
                author = authors.get(row["id"].partition("#")[0]) if facts is None else facts["has_article"] and facts["byline"]
                language = (row["lang"] or "")[:2]
                byline, text = folded(author), f" {folded(row['paste'])} "
                is_told = bool(byline) and byline not in accounts() and f" {byline} " in text
                if is_told or facts and facts["has_article"] and facts["kind"] not in POSTED:
                    rows[row["id"]] = {
                        "id": row["id"], "url": row.get("url"), "corpus": corpus, "fold": fold_of(row), "lang": language,
                        "byline": byline if is_told else "",
                    }  # fmt: skip
        for answer in measured_by_folds("bylines", work, corpus, rows):
            names, row = answer["names"], rows[answer["id"]]
            if answer["candidates"]:
                pastes.append(Paste(row, answer["candidates"][:MOST_CANDIDATES]))
    return pastes, names


class Arrays:
    """All pastes as arrays of equal shape. The last column of `right` says that no candidate is."""

    def __init__(self, pastes, columns):
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
        self._hide(pastes, columns.index(FAMILY_NAME))
        counts = Counter(paste.group for paste in pastes)
        self.weight = np.array([SHARES[paste.group] / counts[paste.group] for paste in pastes]) * len(pastes)


    def _hide(self, pastes, column):
        """Hides in some pastes that names are family names. The composer's names are commoner than those of real pages."""
        rng = np.random.default_rng(SEED)
        for i, paste in enumerate(pastes):
            if paste.corpus == COMPOSED and paste.language != "vi" and rng.random() < HIDDEN_NAMES:
                self.x[i, :, column] = -self.mean[column] / self.deviation[column]


def loss(model, x, is_there, right, weight, key):
    """Returns minus the logarithm of the chance that a right part wins, against the others and against none."""
    keep = jax.random.bernoulli(key, 1 - DROP, (x.shape[0], 1, HIDDEN)) / (1 - DROP)
    scores = jnp.where(is_there, score(model, x, keep), -1e9)
    chances = jax.nn.log_softmax(jnp.concatenate([scores, jnp.zeros((len(x), 1))], axis=1))
    won = jax.scipy.special.logsumexp(jnp.where(right, chances, -1e9), axis=1)
    return -(weight * won).mean() + PENALTY * perceptron.size(model)


def train(arrays, chosen):
    """Returns a model of the chosen pastes."""
    rng, key = np.random.default_rng(SEED), jax.random.PRNGKey(SEED)
    model = perceptron.initial(arrays.x.shape[2], HIDDEN, rng)
    batch = lambda rows: (arrays.x[rows], arrays.is_there[rows], arrays.right[rows], arrays.weight[rows])
    return perceptron.train(model, loss, (batch, chosen), EPOCHS, BATCH, RATE, rng, key)


def cross_validate(pastes, names, arrays):
    """Prints, by group and language, the shares of pastes with the right byline, or rightly none; of those with an author that is
    missing or wrong; and of those without one that get one."""
    folds = np.array([paste.fold for paste in pastes])
    ruled = [i for i, name in enumerate(names) if name.startswith(RULED)]
    groups = defaultdict(list)
    for fold in range(FOLDS):
        model = quantized(train(arrays, np.flatnonzero(folds != fold)))
        for i in np.flatnonzero(folds == fold):
            paste = pastes[i]
            is_ruled = paste.evidence[:, ruled].any(1)
            scores = np.asarray(score(model, arrays.x[i, : len(paste.evidence)]))
            scores = scores - np.where(is_ruled, LEAST_RULED_SCORE, LEAST_SCORE)
            best = int(scores.argmax())
            is_told = scores[best] >= 0
            is_right = bool(is_told and paste.right[best]) if paste.has_author else not is_told
            figures = is_right, paste.has_author, paste.has_author and not is_told, is_told and not is_right
            reachable = not paste.has_author or paste.right.any()
            groups[paste.group].append((*figures, reachable))
            if paste.corpus == COMPOSED:
                groups[f"composed, language {paste.language}"].append((*figures, reachable))
    print(f"{'group':<36}{'pastes':>7}{'right':>8}{'authors':>8}{'missing':>8}{'wrong':>8}{'found':>8}")
    for group, figures in sorted(groups.items()):
        print(f"{group:<36}{len(figures):>7}" + "".join(f"{value:8.3f}" for value in np.mean(figures, 0)))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=pathlib.Path)
    arguments.add_argument("--work", type=pathlib.Path, default=ROOT / "target/train/lines")
    options = arguments.parse_args()
    pastes, names = read(options.corpora, options.work)
    arrays = Arrays(pastes, names)
    print(f"{len(pastes)} pastes of articles, {len(names)} pieces of evidence")
    cross_validate(pastes, names, arrays)
    model = quantized(train(arrays, np.arange(len(pastes))))
    doc = "Scores a part of a line that may be the byline. Above 0, it is more likely the byline than that the paste has none."
    perceptron.write(WEIGHTS, "bylines.py", doc, names, arrays.mean, arrays.deviation, model)


if __name__ == "__main__":
    main()
