"""A small network with one hidden layer for a few dozen numbers. src/perceptron.rs computes the
same.
"""
import os

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import jax
import jax.numpy as jnp
import numpy as np

# Smallest deviation for scaling, so that columns with hardly any variation are not enlarged.
LEAST_DEVIATION = 0.05
WARM_UP = 50


def scaling(evidence):
    """Returns the mean and the deviation of each column."""
    return evidence.mean(0), np.maximum(evidence.std(0), LEAST_DEVIATION)


def initial(columns, hidden, rng):
    """Returns initial weights."""
    return {
        "hidden": jnp.array(rng.normal(0, columns**-0.5, (columns, hidden)), jnp.float32),
        "bias": jnp.zeros(hidden),
        "out": jnp.array(rng.normal(0, 0.3, hidden), jnp.float32),
        "direct": jnp.zeros(columns),
        "base": jnp.zeros(()),
    }


def score(model, x, keep=1.0):
    """Returns the score of each row, which is a sum over hidden units and over the evidence
    itself."""
    return (jax.nn.relu(x @ model["hidden"] + model["bias"]) * keep) @ model["out"] + x @ model["direct"] + model["base"]


def size(model):
    """Returns the sum of the squared weights, which a loss adds as a penalty."""
    return (model["hidden"] ** 2).sum() + (model["direct"] ** 2).sum()


def train(model, loss, batches, epochs, batch_size, highest_rate, rng, key):
    """Returns the model after `epochs` rounds over all rows with the Adam optimizer.
    `batches(rows)` returns the inputs of `loss`."""

    @jax.jit
    def step(model, first, second, count, rate, key, *batch):
        slope = jax.grad(loss)(model, *batch, key)
        first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, slope)
        second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, slope)
        move = lambda p, m, v: p - rate * m / (1 - 0.9**count) / (jnp.sqrt(v / (1 - 0.999**count)) + 1e-8)
        return jax.tree.map(move, model, first, second), first, second

    make, rows = batches
    first = second = jax.tree.map(jnp.zeros_like, model)
    steps, count = epochs * (len(rows) // batch_size), 0
    for _ in range(epochs):
        order = rng.permutation(rows)
        for start in range(0, len(order) - batch_size + 1, batch_size):
            count += 1
            key, mine = jax.random.split(key)
            rate = highest_rate * min(1, count / WARM_UP) * (1 - count / (steps + 1))
            batch = make(order[start : start + batch_size])
            model, first, second = step(model, first, second, float(count), rate, mine, *batch)
    return jax.tree.map(np.asarray, model)


class Classifier:
    """Trains a network for a decision with two outcomes."""

    def __init__(self, hidden, epochs, batch, rate, drop, penalty, seed):
        self.hidden, self.epochs, self.batch, self.rate = hidden, epochs, batch, rate
        self.drop, self.penalty, self.seed = drop, penalty, seed

    def loss(self, model, x, y, weight, key):
        """Returns the weighted cross-entropy."""
        keep = jax.random.bernoulli(key, 1 - self.drop, (x.shape[0], self.hidden)) / (1 - self.drop)
        scores = score(model, x, keep)
        entropy = y * jax.nn.log_sigmoid(scores) + (1 - y) * jax.nn.log_sigmoid(-scores)
        return -(weight * entropy).mean() + self.penalty * size(model)

    def train(self, data, chosen):
        """Returns a model trained on the chosen rows of `data`, which has `x`, `y` and `weight`."""
        rng, key = np.random.default_rng(self.seed), jax.random.PRNGKey(self.seed)
        batch = lambda rows: (data.x[rows], data.y[rows].astype(np.float32), data.weight[rows].astype(np.float32))
        model = initial(data.x.shape[1], self.hidden, rng)
        return quantized(train(model, self.loss, (batch, chosen), self.epochs, self.batch, self.rate, rng, key))


def quantized(model):
    """Returns the model with the weights that it has in Rust: whole numbers of one byte, and their
    unit."""
    return {**model, "hidden": np.round(model["hidden"] / unit(model)) * unit(model)}


def unit(model):
    return float(np.abs(model["hidden"]).max() / 127)


def write(path, script, doc, names, mean, deviation, model):
    """Writes the weights as Rust source. `doc` is the doc comment of the network."""
    numbers = lambda values: ", ".join(f"{value:.4f}" for value in values)
    rows = np.round(model["hidden"].T / unit(model)).astype(int)
    hidden = "".join(f"        &[{', '.join(map(str, row))}],\n" for row in rows)
    columns = zip(names, mean, deviation, model["direct"], strict=True)
    evidence = "".join(f"        ({m:.4f}, {d:.4f}, {w:.4f}), // {name}\n" for name, m, d, w in columns)
    path.write_text(
        f"//! Learned weights: train/{script} writes this file.\n\n"
        "use crate::perceptron::Perceptron;\n\n"
        f"/// {doc}\n"
        "#[rustfmt::skip]\n"
        '#[allow(clippy::approx_constant, reason = "a learned number may be near a known one")]\n'
        f"pub(super) static WEIGHTS: Perceptron<{len(rows)}> = Perceptron {{\n"
        f"    evidence: &[\n{evidence}    ],\n"
        f"    hidden: [\n{hidden}    ],\n"
        f"    unit: {unit(model):.6f},\n"
        f"    bias: [{numbers(model['bias'])}],\n"
        f"    out: [{numbers(model['out'])}],\n"
        f"    base: {float(model['base']):.4f},\n"
        "};\n"
    )
