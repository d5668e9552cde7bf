#!/usr/bin/env python3
"""Makes src/classify/model.bin anew and prints how well such a model does on pages it has not seen.

    python3 train/build.py CORPORA [--work FOLDER]

CORPORA is a folder with the corpora that README.md lists. Intermediate tables go to FOLDER (target/train).
"""
import argparse
import json
import pathlib
import subprocess
from collections import Counter

import brotli
import numpy as np

from data import CORPORA, FOLDS, Table
from evaluate import print_table, scores
from export import export
from model import cross_validate, strongest_features, train
from text import bag_f1, tokens

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODEL = ROOT / "src/classify/model.bin"
PARITY = ROOT / "train/parity.f32"
PARITY_ROWS = 40
SHOWN_GAINS = 60


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=pathlib.Path)
    arguments.add_argument("--work", type=pathlib.Path, default=ROOT / "target/train")
    options = arguments.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)

    files = [options.corpora / f"{corpus}.jsonl.gz" for corpus in CORPORA]
    rust("features", options.work, *files)
    table = Table(options.work, CORPORA, json.loads((options.work / "names.json").read_text()))
    print(f"{len(table.pages)} pages, {len(table.y)} blocks, {len(table.names)} features")
    print("\n# Labels: the best that a choice of whole blocks can do")
    print_table(table.pages, scores(table, lambda s: np.flatnonzero(table.y[s] >= 0.5)))

    names = strongest_features(table)
    p, models = cross_validate(table, names)
    print("\n# Cross-validation, chosen blocks")
    print_table(table.pages, scores(table, table.chooser(p)))
    print("\n# Cross-validation, text that the product answers")
    print_table(table.pages, answered(options.work, dict(zip(CORPORA, files)), table, models))
    print_gains(models)

    final = train(table, names)
    MODEL.write_bytes(export(final, table.names))
    write_parity(table, final, PARITY)
    size = MODEL.stat().st_size
    print(f"\n{MODEL.relative_to(ROOT)}: {size} bytes, {len(brotli.compress(MODEL.read_bytes()))} as Brotli")


def rust(*arguments, output=None):
    command = ["cargo", "run", "--release", "--quiet", "-p", "unchaff-train", "--", *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, stdout=output, check=True)


def answered(work, files, table, models):
    """Scores of the product's answers, each page cleaned with the model of its fold."""
    texts = {}
    for corpus, file in files.items():
        with open(work / f"answers.{corpus}.ndjson", "w+", encoding="utf-8") as answers:
            for fold, model in enumerate(models):
                ids = [page.id for page in table.pages if page.corpus == corpus and page.fold == fold]
                (work / "ids").write_text("\n".join(ids))
                (work / "fold.bin").write_bytes(export(model, table.names))
                rust("answers", work / "fold.bin", file, "--ids", work / "ids", output=answers)
            answers.seek(0)
            for answer in map(json.loads, answers):
                texts[corpus, answer["id"]] = answer["textContent"]
    return [bag_f1(table.known(tokens(texts[page.corpus, page.id])), page.gold) for page in table.pages]


def print_gains(models):
    gain = sum(model.feature_importance("gain") for model in models)
    names = models[0].feature_name()
    order = np.argsort(-gain)
    print(f"\n# Gain of features in per cent, the first {SHOWN_GAINS} of {len(names)}")
    print(", ".join(f"{names[i]} {100 * gain[i] / gain.sum():.2f}" for i in order[:SHOWN_GAINS]))


def write_parity(table, booster, path):
    """Rows of the table and, as a last column, what the exported booster says of them."""
    rows = table.x[np.linspace(0, len(table.x) - 1, PARITY_ROWS).astype(int)]
    read = [table.names.index(name) for name in booster.feature_name()]
    odds = booster.predict(rows[:, read], raw_score=True, num_threads=1)
    np.column_stack([rows, odds]).astype("<f4").tofile(path)


if __name__ == "__main__":
    main()
