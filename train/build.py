#!/usr/bin/env python3
"""Rebuilds src/classify/model.bin, and prints how well such a model works on pages that it has not
seen.

    python3 train/build.py CORPORA [--work FOLDER]

CORPORA is a folder with the corpora that README.md lists. Intermediate tables go to FOLDER (target/train).
"""
import argparse
import json
import pathlib
import subprocess
from collections import Counter, defaultdict

import brotli
import numpy as np

from augment.write import write as write_augmented
from data import CORPORA, Table
from evaluate import AUGMENTED, print_table, scores
from export import export, rounded
from folds import fold_of
import network
from model import cross_validate, strongest_features, train
from text import bag_f1, tokens

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODEL = ROOT / "src/classify/model.bin"
PARITY = ROOT / "train/parity.f32"
# The smallest pages with at least these numbers of blocks. The numbers are small, because each
# block is a row of all columns.
PARITY_SIZES = 1, 11, 29
SHOWN_GAINS = 60


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=pathlib.Path)
    arguments.add_argument("--work", type=pathlib.Path, default=ROOT / "target/train")
    options = arguments.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)

    files = [options.corpora / f"{corpus}.jsonl.gz" for corpus in CORPORA]
    rust("features", options.work, *files, write_augmented(options.corpora, options.work))
    table = Table(options.work, [*CORPORA, AUGMENTED], json.loads((options.work / "names.json").read_text()))
    print(f"{len(table.pages)} pages, {len(table.y)} blocks, {len(table.names)} features")
    print("\n# Labels: the best that a choice of whole blocks can do")
    print_table(table.pages, scores(table, lambda s: np.flatnonzero(table.y[s] >= 0.5)))

    names = strongest_features(table)
    by_trees, models = cross_validate(table, names)
    by_networks, types, networks = network.cross_validate(table)
    odds = (1 - network.SHARE) * by_trees + network.SHARE * by_networks
    print("\n# Cross-validation, chosen blocks")
    for who, of_who in (("trees", by_trees), ("networks", by_networks), ("both", odds)):
        print(who)
        print_table(table.pages, scores(table, table.chooser(1 / (1 + np.exp(-of_who)))))
    print_types(table, types)
    print("\n# Cross-validation, text that the product answers")
    pages = [page for page in table.pages if page.corpus != AUGMENTED]
    print_table(pages, answered(options.work, dict(zip(CORPORA, files)), table, pages, models, networks))
    print_gains(models)

    final = train(table, names)
    final_networks = network.train_all(table)
    MODEL.write_bytes(export(table, final, final_networks, network.Inputs(table)))
    write_parity(table, final, PARITY, final_networks)
    size = MODEL.stat().st_size
    print(f"\n{MODEL.relative_to(ROOT)}: {size} bytes, {len(brotli.compress(MODEL.read_bytes()))} as Brotli")


def rust(*arguments, output=None):
    command = ["cargo", "run", "--release", "--quiet", "-p", "unchaff-train", "--", *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, stdout=output, check=True)


def measured_by_folds(command, work, corpus, rows):
    """Yields the output of a command of the Rust side for each paste of a corpus, with the line
    model that has not seen the paste."""
    by_fold = defaultdict(list)
    for id, row in rows.items():
        by_fold[fold_of(row)].append(id)
    for fold, ids in sorted(by_fold.items()):
        (work / "ids").write_text("\n".join(ids))
        with open(work / f"{command}.ndjson", "w+", encoding="utf-8") as file:
            rust(command, work / f"fold{fold}.bin", work / f"{corpus}.pastes.jsonl", "--ids", work / "ids", output=file)
            file.seek(0)
            yield from map(json.loads, file)


def answered(work, files, table, pages, models, networks):
    """Returns the scores of the product's answers. Each page is cleaned with the model of its
    fold."""
    texts, inputs = {}, network.Inputs(table)
    for corpus, file in files.items():
        with open(work / f"answers.{corpus}.ndjson", "w+", encoding="utf-8") as answers:
            for fold, (model, of_fold) in enumerate(zip(models, networks)):
                ids = [page.id for page in pages if page.corpus == corpus and page.fold == fold]
                (work / "ids").write_text("\n".join(ids))
                (work / "fold.bin").write_bytes(export(table, model, of_fold, inputs))
                rust("answers", work / "fold.bin", file, "--ids", work / "ids", output=answers)
            answers.seek(0)
            for answer in map(json.loads, answers):
                texts[corpus, answer["id"]] = answer["textContent"]
    return [bag_f1(table.known(tokens(texts[page.corpus, page.id])), page.gold) for page in pages]


def print_types(table, log_odds):
    """Prints how often the most likely type of a page is right, and its probability."""
    known = [(network.page_type(page), odds) for page, odds in zip(table.pages, log_odds) if page.corpus == "wcxb_dev"]
    wanted, odds = np.array([wanted for wanted, _ in known]), np.array([odds for _, odds in known])
    p = np.exp(odds - odds.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    right = p.argmax(1) == wanted
    print(f"\n# Page types of wcxb_dev: {right.mean():.3f} right; mean confidence {p.max(1).mean():.3f}")
    for number, name in enumerate(network.TYPES):
        of_type, said = wanted == number, p.argmax(1) == number
        print(f"{name:<16}{of_type.sum():>6} pages, recall {right[of_type].mean():.3f}, precision {right[said].mean():.3f}")


def print_gains(models):
    gain = sum(model.feature_importance("gain") for model in models)
    names = models[0].feature_name()
    order = np.argsort(-gain)
    print(f"\n# Gain of features in per cent, the first {SHOWN_GAINS} of {len(names)}")
    print(", ".join(f"{names[i]} {100 * gain[i] / gain.sum():.2f}" for i in order[:SHOWN_GAINS]))


def write_parity(table, booster, path, networks, share=network.SHARE):
    """Writes a few pages as rows of features, with the answers of LightGBM and of the networks, for
    a test of the decoder."""
    sizes = np.array([page.stop - page.start for page in table.pages])
    numbers = [min(np.flatnonzero(sizes >= size), key=lambda number: sizes[number]) for size in PARITY_SIZES]
    read = [table.names.index(name) for name in booster.feature_name()]
    batches = network.Batches(table, network.Inputs(table))
    by_networks = sum(network.predict(rounded(weights)[0], batches, numbers)[0] / len(networks) for weights in networks)
    with open(path, "wb") as file:
        for page in (table.pages[number] for number in numbers):
            rows = table.x[page.start : page.stop]
            by_trees = booster.predict(rows[:, read], raw_score=True, num_threads=1)
            odds = (1 - share) * by_trees + share * by_networks[page.start : page.stop]
            np.array([len(rows), len(table.names)], "<f4").tofile(file)
            np.column_stack([rows, odds]).astype("<f4").tofile(file)


if __name__ == "__main__":
    main()
