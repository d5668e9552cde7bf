#!/usr/bin/env python3
"""Trains src/summary/weights.rs on articles with summaries that people wrote.

    python3 train/summary.py ../shared/corpora/summary_train.jsonl.gz ../shared/corpora/vi_parts.jsonl.gz

A line of a corpus is {"id", "set", "lang", "title", "sents", "refs", "k"} with an article's
sentences and its summaries, or {"id", "outlet", "title", "parts"} with an article's parts, whose
lead is the summary of the body. The features come from the Rust side, so training uses the code
that is shipped.
"""
import argparse
import gzip
import json
import pathlib
import subprocess
import zlib
from collections import Counter

import numpy as np
from scipy.optimize import minimize

from text import tokens

ROOT = pathlib.Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "src/summary/weights.rs"
FOLDS = 5
SHARPNESS = 8.0
"""How much more weight the best sentence of a text gets than the others as a target: exp(8 ×
difference in ROUGE-1).
"""
PENALTY = 1e-4
FEWEST_PARAGRAPHS = 4
SHORTEST_LEAD = 40
"""Minimum number of characters of a lead. A shorter one is a kicker."""


class Article:
    """The sentences of a text that can be in its summary, with their features and how good each
    would be."""

    def __init__(self, line, answer):
        self.set = line["set"]
        # Articles of the same outlet are in the same fold.
        self.fold = zlib.crc32(line["group"].encode()) % FOLDS
        refs = [tokens(ref) for ref in line["refs"]]
        good = [sentence for sentence in answer["sentences"] if sentence["good"]]
        self.x = np.array([sentence["features"] for sentence in good])
        self.reward = np.array([reward(tokens(sentence["text"]), refs) for sentence in good])


def reward(sentence, refs):
    """Returns the mean of two ROUGE-1 F1 values: that of the sentence, and that of the sentence cut
    to the reference's length. Long sentences would otherwise have an advantage."""
    scores = [f1(sentence, ref) + f1(sentence[: len(ref)], ref) for ref in refs]
    return sum(scores) / len(scores) / 2


def f1(sentence, ref):
    same = sum((Counter(sentence) & Counter(ref)).values())
    return 2 * same / max(len(sentence) + len(ref), 1)


def prepared(line):
    """Returns the line with its text, and the group of articles that it belongs to, or None if it
    is not an article with a summary."""
    if "parts" not in line:
        return {**line, "group": line["id"], "text": "\n".join(line["sents"])}
    lead = " ".join(part["text"] for part in line["parts"] if part["kind"] == "lead")
    body = [part["text"] for part in line["parts"] if part["kind"] == "p"]
    if len(lead) < SHORTEST_LEAD or len(body) < FEWEST_PARAGRAPHS:
        return None
    return {"id": line["id"], "set": "vi, leads", "lang": "vi", "title": line["title"], "refs": [lead], "group": line["outlet"], "text": "\n".join(body)}


def read(corpora):
    lines = []
    for corpus in corpora:
        with gzip.open(corpus, "rt", encoding="utf-8") as file:
            lines += filter(None, (prepared(json.loads(line)) for line in file))
    requests = "".join(
        json.dumps({"id": line["id"], "summarize": {"title": line["title"], "text": line["text"], "sentences": 1, "language": line["lang"]}}) + "\n"
        for line in lines
    )
    command = ["cargo", "run", "--release", "--quiet", "-p", "unchaff-train", "--", "sentences"]
    run = subprocess.run(command, cwd=ROOT, input=requests, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    answers = [json.loads(answer) for answer in run.stdout.splitlines()]
    articles = [Article(line, answer) for line, answer in zip(lines, answers, strict=True)]
    return answers[0]["names"], [article for article in articles if len(article.x) > 1]


def train(articles):
    """Returns the weights with which the probabilities of sentences (softmax over the article) are
    nearest to the targets. Every set of articles has the same weight."""
    x = np.vstack([article.x for article in articles])
    deviation = x.std(0)
    deviation[deviation == 0] = 1
    x = (x - x.mean(0)) / deviation
    reward = np.concatenate([article.reward for article in articles])
    lengths = np.array([len(article.x) for article in articles])
    start = np.cumsum(lengths) - lengths
    article_of = np.repeat(np.arange(len(articles)), lengths)
    sets = Counter(article.set for article in articles)
    weight = np.array([1 / sets[article.set] / len(sets) for article in articles])[article_of]

    def softmax(scores):
        e = np.exp(scores - np.maximum.reduceat(scores, start)[article_of])
        return e / np.add.reduceat(e, start)[article_of]

    target = softmax(SHARPNESS * reward)

    def loss(w):
        p = softmax(x @ w)
        value = -(weight * target * np.log(np.maximum(p, 1e-300))).sum() + PENALTY * w @ w
        return value, x.T @ (weight * (p - target)) + 2 * PENALTY * w

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x / deviation


def cross_validate(articles):
    """Prints three mean rewards for each set: of the sentence with the best score, of the first
    sentence that can be in a summary, and of the best possible sentence. The models that score an
    article have not seen it."""
    rows = {}
    for fold in range(FOLDS):
        w = train([article for article in articles if article.fold != fold])
        for article in (article for article in articles if article.fold == fold):
            chosen = article.reward[np.argmax(article.x @ w)]
            rows.setdefault(article.set, []).append((chosen, article.reward[0], article.reward.max()))
    for name, scores in rows.items():
        chosen, first, best = 100 * np.mean(scores, 0)
        print(f"{name}: {len(scores)} articles, chosen {chosen:.2f}, first {first:.2f}, best possible {best:.2f}")


def write(names, weights):
    rows = "".join(f"    {weight:.4f}, // {name}\n" for name, weight in zip(names, weights, strict=True))
    WEIGHTS.write_text(
        "//! The weights of a sentence's features, learned: train/summary.py writes this file.\n\n"
        "use super::features::COUNT;\n\n"
        "/// In the order of [`super::features::NAMES`], for values as they are measured.\n"
        f"pub(super) const WEIGHTS: [f64; COUNT] = [\n{rows}];\n"
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=pathlib.Path, nargs="+")
    names, articles = read(arguments.parse_args().corpora)
    cross_validate(articles)
    write(names, train(articles))


if __name__ == "__main__":
    main()
