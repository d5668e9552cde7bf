#!/usr/bin/env python3
"""Prints figures for composed pastes: by language, hard forms, refilled layouts and pages without
an article.

    python3 train/composed.py CORPORA [--model src/classify/lines.bin] [--work FOLDER]

This script composes pastes and prints how well a model works on them. If the model was trained
on composed pastes, it has seen their grammars. For grammars that the model has not seen, use the
cross-validated figures of `build_lines.py`.
"""
import argparse
import json
import pathlib
import re
from collections import Counter, defaultdict

from build import ROOT, rust
from compose.write import NAME, write
from data import line_labels
from labels import shares_of_lines
from text import bag_f1, tokens

# Shorter lines are found in any text by chance.
MIN_TOKENS = 3
HEADER = "F1", "P", "R", "title", "wrong", "kept", "lost"


def print_composed(work, answers):
    """Prints a line for each group: F1, precision and recall; the share of right titles, if there
    is a title; the share of wrong bylines; the share of kept lines that should be left out, and
    of lost lines that should be kept."""
    rows = {}
    with open(work / f"{NAME}.pastes.jsonl", encoding="utf-8") as file:
        for row in map(json.loads, file):
            rows[row["id"]] = row
    groups = defaultdict(list)
    known = line_labels(work, NAME)
    with open(work / f"{NAME}.blocks.ndjson", encoding="utf-8") as file:
        for blocks in map(json.loads, file):
            if blocks["id"] in answers:
                row, answer = rows[blocks["id"]], answers[blocks["id"]]
                figures = judged(row, blocks["texts"], shares_of_lines(blocks["texts"], *known[row["id"]]), answer)
                for group in groups_of(row):
                    groups[group].append(figures)
    print(f"{'group':<32}{'pastes':>7}" + "".join(f"{name:>8}" for name in HEADER))
    for group, figures in sorted(groups.items()):
        print(f"{group:<32}{len(figures):>7}" + "".join(f"{share(figures, name):8.4f}" for name in HEADER))


def groups_of(row):
    """Returns the groups that a paste belongs to."""
    facts = row["facts"]
    language = "Vietnamese" if row["lang"] == "vi" else "other languages"
    if not facts["has_article"]:
        return [f"{language}, no article"]
    found = [f"{language}, articles", f"language {row['lang']}"]
    if facts["is_hard"]:
        found += [f"{language}, hard articles", f"form {facts['form']}"]
    if facts["kind"] == "layout":
        found.append(f"{language}, real layouts")
    if facts["second"] is not None:
        found.append(f"{language}, second article")
    return found


def judged(row, texts, labels, answer):
    """Returns the figures of one paste, each as the numbers of hits and tries."""
    facts, text = row["facts"], answer["textContent"] or ""
    f1, precision, recall = bag_f1(_bag(text), _bag(row["text"]))
    in_answer, in_gold = _folded(text), _folded(row["text"])
    folded = [_folded(block) for block in texts]
    should_go = [t for t, y in zip(folded, labels) if y < 0.5 and t.count(" ") > MIN_TOKENS and t not in in_gold]
    should_stay = [t for t, y in zip(folded, labels) if y >= 0.5 and t.strip()]
    byline = answer.get("byline")
    wrong = bool(byline) and _names(byline) != _names(facts["byline"])
    return {
        "F1": (f1, 1),
        "P": (precision, 1),
        "R": (recall, 1),
        "title": (_folded(answer.get("title")) == _folded(facts["title"]), 1) if facts["title"] else (0, 0),
        "wrong": (wrong, 1),
        "kept": (sum(t in in_answer for t in should_go), len(should_go)),
        "lost": (sum(t not in in_answer for t in should_stay), len(should_stay)),
    }


def share(figures, name):
    tries = sum(figure[name][1] for figure in figures)
    return sum(figure[name][0] for figure in figures) / tries if tries else float("nan")


def _names(byline):
    return set(tokens(re.sub(r"\(.*?\)", "", byline or "")))


def _folded(text):
    return f" {' '.join(tokens(text or ''))} "


def _bag(text):
    return Counter(tokens(text))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=pathlib.Path)
    arguments.add_argument("--model", type=pathlib.Path, default=ROOT / "src/classify/lines.bin")
    arguments.add_argument("--work", type=pathlib.Path, default=ROOT / "target/train/composed")
    options = arguments.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    pastes = write(options.corpora, options.work)
    with open(pastes, encoding="utf-8") as file:
        (options.work / "ids").write_text("\n".join(json.loads(line)["id"] for line in file))
    rust("features", options.work, pastes)
    with open(options.work / "answers.ndjson", "w+", encoding="utf-8") as answers:
        rust("answers", options.model, pastes, "--ids", options.work / "ids", output=answers)
        answers.seek(0)
        print_composed(options.work, {answer["id"]: answer for answer in map(json.loads, answers)})


if __name__ == "__main__":
    main()
