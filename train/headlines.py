#!/usr/bin/env python3
"""Makes src/metadata/headline/weights.rs anew, from pastes whose title is known.

    python3 train/headlines.py CORPORA [--work FOLDER]

CORPORA is a folder with the corpora that README.md lists. The lines that may be a paste's headline, with their evidence,
come from the Rust side, so what is trained on is what is shipped.
"""
import argparse
import gzip
import json
import os
import pathlib
from collections import Counter, defaultdict

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import jax
import jax.numpy as jnp
import numpy as np

from build import ROOT, rust
from compose.write import NAME as COMPOSED, write as write_composed
from data import CORPORA
from folds import FOLDS, fold_of
from pastes import write as write_pastes
from text import tokens

WEIGHTS = ROOT / "src/metadata/headline/weights.rs"
LINE_MODEL = ROOT / "src/classify/lines.bin"
HIDDEN = 16
# The share of each group in the loss: pastes are many of some and few of others.
SHARES = {"composed, Vietnamese": 0.3, "composed, other": 0.4, "pages, Vietnamese": 0.1, "pages, other": 0.2}
# The candidates nearest to the text are read; hardly a paste has more.
MOST_CANDIDATES = 96
# A title found inside a longer one has at least this many letters.
FEWEST_LETTERS = 12
EPOCHS, BATCH, RATE, WARM_UP, DROP, PENALTY, SEED = 40, 128, 0.01, 50, 0.15, 2e-4, 0
# Columns that hardly differ are not blown up.
LEAST_DEVIATION = 0.05


class Paste:
    """A paste's candidates: `evidence`, a row each; which of them are `right`, and which say `exactly` the title."""

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
    """Returns the pastes that have a title, and the names of the evidence."""
    write_composed(corpora, work)
    titles = {}
    for corpus in CORPORA:
        write_pastes(corpora / f"{corpus}.jsonl.gz", work)
        with gzip.open(corpora / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as file:
            titles |= {page["id"]: page.get("title") for page in map(json.loads, file) if page["text"]}
    rows = {}
    for corpus in [*CORPORA, COMPOSED]:
        with open(work / f"{corpus}.pastes.jsonl", encoding="utf-8") as file:
            for row in map(json.loads, file):
                facts = row.get("facts")
                title = titles.get(row["id"].partition("#")[0]) if facts is None else facts["has_article"] and facts["title"]
                lines = {folded(line) for line in row["paste"].split("\n")}
                # A page's title may be nowhere in its text.
                if title and folded(title) and (facts or any(folded(title) in line for line in lines)):
                    is_hard = bool(facts and facts["is_hard"])
                    language = (row["lang"] or "")[:2]
                    rows[row["id"]] = {"corpus": corpus, "fold": fold_of(row), "lang": language, "title": folded(title), "is_hard": is_hard}
    pastes, names = [], []
    with open(work / "candidates.ndjson", "w+", encoding="utf-8") as file:
        rust("headlines", LINE_MODEL, *(work / f"{corpus}.pastes.jsonl" for corpus in [*CORPORA, COMPOSED]), output=file)
        file.seek(0)
        for answer in map(json.loads, file):
            names, row = answer["names"], rows.get(answer["id"])
            if row and answer["candidates"]:
                pastes.append(Paste(row, row["title"], answer["candidates"][-MOST_CANDIDATES:]))
    return pastes, names


class Arrays:
    """All pastes as arrays of equal shape. The last column of `right` says that no candidate is."""

    def __init__(self, pastes):
        every = np.concatenate([paste.evidence for paste in pastes])
        self.mean, self.deviation = every.mean(0), np.maximum(every.std(0), LEAST_DEVIATION)
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


def score(model, x, keep=1.0):
    """Returns the score of each row: a sum over hidden units, and over the evidence itself."""
    return (jax.nn.relu(x @ model["hidden"] + model["bias"]) * keep) @ model["out"] + x @ model["direct"] + model["base"]


def loss(model, x, is_there, right, weight, key):
    """Returns minus the logarithm of the chance that a right line wins, against the others and against none."""
    keep = jax.random.bernoulli(key, 1 - DROP, (x.shape[0], 1, HIDDEN)) / (1 - DROP)
    scores = jnp.where(is_there, score(model, x, keep), -1e9)
    chances = jax.nn.log_softmax(jnp.concatenate([scores, jnp.zeros((len(x), 1))], axis=1))
    won = jax.scipy.special.logsumexp(jnp.where(right, chances, -1e9), axis=1)
    return -(weight * won).mean() + PENALTY * ((model["hidden"] ** 2).sum() + (model["direct"] ** 2).sum())


@jax.jit
def step(model, first, second, count, rate, key, *batch):
    """One step of Adam."""
    slope = jax.grad(loss)(model, *batch, key)
    first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, slope)
    second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, slope)
    move = lambda p, m, v: p - rate * m / (1 - 0.9**count) / (jnp.sqrt(v / (1 - 0.999**count)) + 1e-8)
    return jax.tree.map(move, model, first, second), first, second


def train(arrays, chosen):
    """Returns a model of the chosen pastes."""
    rng, key = np.random.default_rng(SEED), jax.random.PRNGKey(SEED)
    columns = arrays.x.shape[2]
    model = {
        "hidden": jnp.array(rng.normal(0, columns**-0.5, (columns, HIDDEN)), jnp.float32),
        "bias": jnp.zeros(HIDDEN),
        "out": jnp.array(rng.normal(0, 0.3, HIDDEN), jnp.float32),
        "direct": jnp.zeros(columns),
        "base": jnp.zeros(()),
    }
    first = second = jax.tree.map(jnp.zeros_like, model)
    steps, count = EPOCHS * (len(chosen) // BATCH), 0
    for _ in range(EPOCHS):
        order = rng.permutation(chosen)
        for start in range(0, len(order) - BATCH + 1, BATCH):
            rows, count = order[start : start + BATCH], count + 1
            key, mine = jax.random.split(key)
            rate = RATE * min(1, count / WARM_UP) * (1 - count / (steps + 1))
            batch = arrays.x[rows], arrays.is_there[rows], arrays.right[rows], arrays.weight[rows]
            model, first, second = step(model, first, second, float(count), rate, mine, *batch)
    return jax.tree.map(np.asarray, model)


def cross_validate(pastes, arrays):
    """Prints, by group and language, the shares of pastes with the right title, the right line, and no line."""
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


def quantized(model):
    """Returns the model with the weights that it has in Rust: whole numbers of one byte, and their unit."""
    return {**model, "hidden": np.round(model["hidden"] / unit(model)) * unit(model)}


def unit(model):
    return float(np.abs(model["hidden"]).max() / 127)


def write(names, arrays, model):
    """Writes the weights as a Rust source."""
    numbers = lambda values: ", ".join(f"{value:.4f}" for value in values)
    rows = np.round(model["hidden"].T / unit(model)).astype(int)
    hidden = "".join(f"    &[{', '.join(map(str, row))}],\n" for row in rows)
    columns = zip(names, arrays.mean, arrays.deviation, model["direct"], strict=True)
    evidence = "".join(f"    ({mean:.4f}, {deviation:.4f}, {direct:.4f}), // {name}\n" for name, mean, deviation, direct in columns)
    WEIGHTS.write_text(
        "//! The weights of a small network over a line's evidence, learned: train/headlines.py writes this file.\n\n"
        "/// The mean and the deviation of each piece of evidence, and the weight that it has by itself.\n"
        f"#[rustfmt::skip]\nconst EVIDENCE: &[(f32, f32, f32)] = &[\n{evidence}];\n\n"
        "/// The units of the hidden layer: their weights in units of [`UNIT`].\n"
        f"#[rustfmt::skip]\nconst HIDDEN: [&[i8]; {HIDDEN}] = [\n{hidden}];\n"
        f"const UNIT: f32 = {unit(model):.6f};\n"
        f"#[rustfmt::skip]\nconst BIAS: [f32; {HIDDEN}] = [{numbers(model['bias'])}];\n"
        f"#[rustfmt::skip]\nconst OUT: [f32; {HIDDEN}] = [{numbers(model['out'])}];\n"
        f"const BASE: f32 = {float(model['base']):.4f};\n\n"
        "/// Returns the score of a line. Above 0 it is likelier the headline than that the paste has none.\n"
        "pub(super) fn score(evidence: &[f32]) -> f32 {\n"
        "    let mut scaled = evidence.to_vec();\n"
        "    let mut score = BASE;\n"
        "    for (value, (mean, deviation, direct)) in scaled.iter_mut().zip(EVIDENCE) {\n"
        "        *value = (*value - mean) / deviation;\n"
        "        score += *value * direct;\n"
        "    }\n"
        "    for ((weights, bias), out) in HIDDEN.iter().zip(BIAS).zip(OUT) {\n"
        "        let sum: f32 = weights.iter().zip(&scaled).map(|(&weight, value)| f32::from(weight) * value).sum();\n"
        "        score += f32::max(0.0, sum * UNIT + bias) * out;\n"
        "    }\n"
        "    score\n"
        "}\n\n"
        "/// Returns `true` if there is a weight for so many pieces of evidence.\n"
        "#[cfg(test)]\n"
        "pub(super) fn fits(evidence: usize) -> bool {\n"
        "    EVIDENCE.len() == evidence && HIDDEN.iter().all(|unit| unit.len() == evidence)\n"
        "}\n"
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=pathlib.Path)
    arguments.add_argument("--work", type=pathlib.Path, default=ROOT / "target/train/headlines")
    options = arguments.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    pastes, names = read(options.corpora, options.work)
    arrays = Arrays(pastes)
    print(f"{len(pastes)} pastes with a title, {len(names)} pieces of evidence")
    cross_validate(pastes, arrays)
    write(names, arrays, quantized(train(arrays, np.arange(len(pastes)))))


if __name__ == "__main__":
    main()
