#!/usr/bin/env python3
"""Rebuilds src/classify/lines.bin, and prints how well such a model works on pastes of pages that
it has not seen.

    python3 train/build_lines.py CORPORA [--work FOLDER]

CORPORA is a folder with the corpora that README.md lists. Intermediate tables go to FOLDER (target/train/lines).
"""
import argparse
import json
import pathlib

import brotli
import lightgbm as lgb
import numpy as np

from build import ROOT, print_gains, rust, write_parity
from composed import print_composed
from compose.write import NAME as COMPOSED, write as write_composed
import network
from data import CORPORA, Table
from evaluate import print_table, scores
from export import export
from folds import FOLDS
from model import PARAMETERS, weights
from pastes import write as write_pastes
from text import bag_f1, tokens

MODEL = ROOT / "src/classify/lines.bin"
PARITY = ROOT / "train/lines_parity.f32"
ROUNDS = 90
# Only one network, because its bytes matter, and there are more pastes than pages to train on.
NETWORK = {"seeds": (10,), "channels": 24, "epochs": 6}
# The weight of the network in the mean of the log odds. It is exact in 8 bits.
NETWORK_SHARE = 0.5625
# Share of the lines that are used for training. Most lines of a page are labels of a word or two.
# So a line with a higher weight is drawn more often, and a drawn line also counts for similar lines
# that were not drawn.
SAMPLE = 0.3
SAMPLE_SEED = 1


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=pathlib.Path)
    arguments.add_argument("--work", type=pathlib.Path, default=ROOT / "target/train/lines")
    options = arguments.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)

    for corpus in CORPORA:
        write_pastes(options.corpora / f"{corpus}.jsonl.gz", options.work)
    write_composed(options.corpora, options.work)
    corpora = [*CORPORA, COMPOSED]
    files = {corpus: options.work / f"{corpus}.pastes.jsonl" for corpus in corpora}
    rust("features", options.work, *files.values())
    table = Table(options.work, corpora, json.loads((options.work / "names.json").read_text()))
    print(f"{len(table.pages)} pastes, {len(table.y)} lines, {len(table.names)} features")
    print("\n# Labels: the best that a choice of whole lines can do")
    show(table, scores(table, lambda s: np.flatnonzero(table.y[s] >= 0.5)))

    names = telling_features(table)
    sample, data = sampled(table, names)
    by_trees, models = np.zeros(len(table.y)), []
    for fold in range(FOLDS):
        models.append(lgb.train(PARAMETERS, data.subset(np.flatnonzero(table.fold[sample] != fold)), ROUNDS))
        held_out = table.fold == fold
        by_trees[held_out] = models[-1].predict(table.columns(names)[held_out], raw_score=True, num_threads=1)
    by_networks, _, networks = network.cross_validate(table, **NETWORK)
    odds = (1 - NETWORK_SHARE) * by_trees + NETWORK_SHARE * by_networks
    print("\n# Cross-validation, chosen lines")
    for who, of_who in (("trees", by_trees), ("networks", by_networks), ("both", odds)):
        print(who)
        show(table, scores(table, table.chooser(1 / (1 + np.exp(-of_who)))))
    answers = answered(options.work, files, table, models, networks)
    print("\n# Cross-validation, text that the product answers to the first paste of each page")
    pages = [page for page in table.pages if not shape(page) and page.corpus != COMPOSED]
    print_table(pages, np.array([_score(table, page, answers[page.corpus, page.id]["textContent"]) for page in pages]))
    print("\n# Cross-validation, what the product answers to composed pastes of grammars and outlets it has not seen")
    print_composed(options.work, {id: answer for (corpus, id), answer in answers.items() if corpus == COMPOSED})
    print_gains(models)

    final = lgb.train(PARAMETERS, data, ROUNDS)
    final_networks = network.train_all(table, **NETWORK)
    MODEL.write_bytes(export(table, final, final_networks, network.Inputs(table), NETWORK_SHARE))
    write_parity(table, final, PARITY, final_networks, NETWORK_SHARE)
    size = MODEL.stat().st_size
    print(f"\n{MODEL.relative_to(ROOT)}: {size} bytes, {len(brotli.compress(MODEL.read_bytes()))} as Brotli")


def telling_features(table):
    """Returns the columns that are not constant. For example, a paste has no links."""
    return [name for i, name in enumerate(table.names) if table.x[:, i].min() < table.x[:, i].max()]


def sampled(table, names):
    """Returns the drawn rows, and the data set made from them."""
    weight = weights(table)
    low, high = 0.0, weight.max() / SAMPLE
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if np.minimum(1, weight / middle).mean() > SAMPLE else (low, middle)
    chance = np.minimum(1, weight / high)
    rows = np.flatnonzero(np.random.default_rng(SAMPLE_SEED).random(len(weight)) < chance)
    data = lgb.Dataset(
        table.columns(names)[rows],
        table.y[rows],
        weight=weight[rows] / chance[rows],
        feature_name=names,
        params=PARAMETERS,
        free_raw_data=False,
    )
    return rows, data.construct()


def shape(page):
    """Returns the way in which the page was pasted, or nothing for its plain visible text and for
    composed pastes."""
    return "" if page.corpus == COMPOSED else page.id.partition("#")[2]


def show(table, rows):
    """Prints the means by corpus, page type and language for the first pastes, and by shape for all
    others."""
    first = [not shape(page) for page in table.pages]
    print_table([page for page, is_first in zip(table.pages, first) if is_first], rows[first])
    for name in sorted({shape(page) for page in table.pages} - {""}):
        mine = rows[[shape(page) == name for page in table.pages]]
        print(f"{'pasted as ' + name:<40}{len(mine):>6}" + "".join(f"{value:8.4f}" for value in mine.mean(axis=0)))


def answered(work, files, table, models, networks):
    """Returns the product's answers for the first paste of each page and for composed pastes, each
    with the model of its fold."""
    pages = [page for page in table.pages if not shape(page)]
    found, inputs = {}, network.Inputs(table)
    for fold, (model, of_fold) in enumerate(zip(models, networks)):
        (work / f"fold{fold}.bin").write_bytes(export(table, model, of_fold, inputs, NETWORK_SHARE))
    for corpus, file in files.items():
        with open(work / f"answers.{corpus}.ndjson", "w+", encoding="utf-8") as answers:
            for fold in range(FOLDS):
                ids = [page.id for page in pages if page.corpus == corpus and page.fold == fold]
                (work / "ids").write_text("\n".join(ids))
                rust("answers", work / f"fold{fold}.bin", file, "--ids", work / "ids", output=answers)
            answers.seek(0)
            found |= {(corpus, answer["id"]): answer for answer in map(json.loads, answers)}
    return found


def _score(table, page, text):
    return bag_f1(table.known(tokens(text)), page.gold)


if __name__ == "__main__":
    main()
