"""A small convolutional network over a page's blocks, whose log odds are averaged with those of the trees.

The trees read one block at a time. The network also reads the block's neighbours and the page as
a whole. It makes different mistakes, so the mean of both is better than either one. It reads the
same features and is trained without the trees.

    x  = the block's columns as `inputs` scales them, and its kinds as indicators
    g  = relu(page columns · page + page_bias)
    h  = relu(x · block + block_bias + g · page_to_block)
    h += relu(convolution(h)) for each dilation of NEAR
    h += relu(means of h over the blocks of each group · group + group_bias)
    c  = (mean of h by words, mean of h by words and gate, g)
    log odds of the page's types = c · type + type_bias
    h += relu(c · context + context_bias)
    h += relu(convolution(h)) for each dilation of FAR
    log odds = h · out + out_bias

The network also learns the page's type, because it shows how much of a page is content, and
because it is a result of its own.

Groups are blocks of one container, or blocks whose elements have the same tags and classes. They
show the network blocks that are far apart but belong together. Pasted lines have no groups.

All activations are piecewise linear, so the decoder's sums are the same on all platforms.
"""
import os
import re

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import jax
import jax.numpy as jnp
import numpy as np

from data import is_group
from folds import FOLDS
from model import MIN_GOLD_WORDS, page_weight

# One network is trained for each seed. They differ in their initial weights and in the order of the
# pages.
SEEDS = (10, 30)
CHANNELS = 24
# How many blocks each convolution reads on either side: NEAR before the page's context is added,
# FAR after it.
NEAR, FAR = (1, 2, 4), (1, 2)
# The weight of the networks in the mean of the log odds. The rest is that of the trees. It is exact
# in 8 bits.
SHARE = 0.4375
# Columns that hold the number of a kind, and how many kinds there are.
KINDS = {"innermost_landmark": 10, "furniture": 6, "owner_tag": 21, "parent_tag": 21, "look": 9}
# Columns about one neighbour, such as `words-1`, are only for the trees. The network sees
# neighbours by its convolutions.
NEIGHBOUR = re.compile(r"[+-]\d$")
# Scaled columns are cut at this value. A larger count would give no more information than "many".
LIMIT = 3.0

# Number of rounds over all pages. For pastes it is smaller, because there are more of them.
EPOCHS = 10
RATE, WARM_UP = 0.005, 50
DECAY = 0.08
DROP, DROP_INPUT = 0.15, 0.1
# Weights of the parts of the loss: 1 minus the expected F1 of the page, the cross-entropy with the
# same weights as for the trees, and the cross-entropy of page types.
F1_PART, ENTROPY_PART, TYPE_PART = 0.5, 0.7, 0.05
# The types of pages, in the order of src/classify/page_type.rs. News are articles.
TYPES = ["article", "forum", "product", "collection", "listing", "documentation", "service"]
# Maximum number of words that should be chosen on a page without gold text.
EMPTY_WORDS = 50
# Numbers of rows and pages of a batch. Pages with more blocks are in batches with twice as many
# rows.
ROWS, PAGES = 4096, 48


class Inputs:
    """The inputs of the network from a table: `block` has rows for blocks, `page` rows for pages.
    Also stores how columns were scaled."""

    def __init__(self, table):
        names = table.names
        apart = lambda name: name.startswith("page_") or name in KINDS or NEIGHBOUR.search(name) or is_group(name)
        self.columns = [i for i, n in enumerate(names) if not apart(n)]
        self.page_columns = [i for i, n in enumerate(names) if n.startswith("page_")]
        self.kinds = [(names.index(n), count) for n, count in KINDS.items() if n in names]
        self.group_columns = [i for i, n in enumerate(names) if is_group(n)]
        self.groups = table.x[:, self.group_columns].astype(np.int32)
        self.words_column = names.index("words")
        self.words = table.x[:, self.words_column]
        scaled = logarithm(table.x[:, self.columns])
        self.mean, self.scale = _scaling(scaled)
        scaled = np.clip((scaled - self.mean) * self.scale, -LIMIT, LIMIT)
        kinds = [table.x[:, [column]] == np.arange(count) for column, count in self.kinds]
        self.block = np.concatenate([scaled, *kinds], axis=1, dtype=np.float32)
        first = [min(page.start, len(table.x) - 1) for page in table.pages]
        scaled = logarithm(table.x[first][:, self.page_columns])
        self.page_mean, self.page_scale = _scaling(scaled)
        self.page = np.clip((scaled - self.page_mean) * self.page_scale, -LIMIT, LIMIT)


def logarithm(x):
    """Approximates sign(x) · log2(1 + |x|) by straight lines between powers of two, read from the
    bits of the number."""
    bits = (1 + np.abs(x)).astype(np.float32).view(np.int32) - np.int32(0x3F800000)
    return np.sign(x) * (bits.astype(np.float32) * np.float32(2.0**-23))


def _scaling(x):
    """Returns the mean and the inverse of the deviation, as bfloat16."""
    mean, deviation = x.mean(0, dtype=np.float64), x.std(0, dtype=np.float64)
    return bfloat16(mean), bfloat16(1 / np.maximum(deviation, 0.02))


def bfloat16(x):
    bits = np.asarray(x, dtype=np.float32).view(np.uint32) + np.uint32(0x8000)
    return (bits & np.uint32(0xFFFF0000)).view(np.float32)


class Batches:
    """Pages packed into arrays of equal shape."""

    def __init__(self, table, inputs):
        self.table, self.inputs = table, inputs
        self.loss_words = np.array([len(block) for block in table.tokens], dtype=np.float32)
        self.loss_words[table.other_copies()] = 0

    def __call__(self, pages):
        """Yields the numbers of pages, and their batch."""
        chosen, rows = [], 0
        for number in pages:
            size = self.table.pages[number].stop - self.table.pages[number].start
            if chosen and (rows + size > ROWS or len(chosen) == PAGES - 1):
                yield chosen, self._pack(chosen, rows)
                chosen, rows = [], 0
            chosen.append(number)
            rows += size
        if chosen:
            yield chosen, self._pack(chosen, rows)

    def _pack(self, numbers, rows):
        length = ROWS * -(-rows // ROWS)
        pages = [self.table.pages[number] for number in numbers]
        at = np.concatenate([np.arange(p.start, p.stop) for p in pages]).astype(int)
        owner = np.repeat(np.arange(len(pages)), [p.stop - p.start for p in pages])
        # On each page, the numbers of groups start at 0.
        start = np.repeat(np.cumsum([0] + [p.stop - p.start for p in pages[:-1]]), [p.stop - p.start for p in pages])
        pad = lambda x, value=0: np.concatenate([x, np.full((length - rows, *x.shape[1:]), value, x.dtype)])
        fill = lambda x: np.concatenate([x, np.zeros((PAGES - len(pages), *x.shape[1:]), x.dtype)]).astype(np.float32)
        return {
            "x": pad(self.inputs.block[at]),
            "owner": pad(owner.astype(np.int32), PAGES - 1),
            "groups": pad(self.inputs.groups[at] + start[:, None].astype(np.int32), length - 1),
            "words": pad(self.inputs.words[at]),
            "loss_words": pad(self.loss_words[at]),
            "y": pad(self.table.y[at].astype(np.float32)),
            "page": fill(self.inputs.page[numbers]),
            "gold": fill(np.array([p.gold.total() for p in pages])),
            "type": np.array([page_type(p) for p in pages] + [-1] * (PAGES - len(pages)), dtype=np.int32),
            "weight": fill(np.array([page_weight(p) for p in pages])),
        }


def page_type(page):
    """Returns the number of a page's type, or -1 if it is not known."""
    kind = "article" if page.kind == "news" or page.corpus in ("fundus_dev", "vi_dev") else page.kind
    return TYPES.index(kind) if kind in TYPES else -1


def initial(inputs, seed, channels):
    keys = iter(jax.random.split(jax.random.PRNGKey(seed), 16))
    dense = lambda n, m, gain=1.0: jax.random.normal(next(keys), (n, m)) * np.sqrt(gain / n)
    c, blocks, pages = channels, inputs.block.shape[1], inputs.page.shape[1]
    weights = {
        "page": dense(pages, c, 0.3), "page_bias": jnp.zeros(c),
        "block": dense(blocks, c), "block_bias": jnp.zeros(c), "page_to_block": dense(c, c),
        "gate": jnp.zeros((c, 1)), "gate_bias": jnp.zeros(1),
        "type": dense(3 * c, len(TYPES), 0.1), "type_bias": jnp.zeros(len(TYPES)),
        "context": dense(3 * c, c, 0.5), "context_bias": jnp.zeros(c),
        "out": dense(c, 1, 0.05), "out_bias": jnp.zeros(1),
    }  # fmt: skip
    if groups := inputs.groups.shape[1]:
        weights |= {"group": dense(groups * c, c), "group_bias": jnp.zeros(c)}
    for i in range(len(NEAR + FAR)):
        weights |= {f"convolution{i}": dense(3 * c, c), f"convolution{i}_bias": jnp.zeros(c)}
    return weights


def network(weights, batch, key=None):
    """Returns the log odds of a batch's rows, and those of the types of its pages. With a key, some
    inputs are dropped at random, as in training."""
    keys = iter(jax.random.split(key, 16)) if key is not None else None
    drop = lambda x, p=DROP: x * jax.random.bernoulli(next(keys), 1 - p, x.shape) / (1 - p) if keys else x
    relu, owner = jax.nn.relu, batch["owner"]
    total = lambda x: jax.ops.segment_sum(x, owner, PAGES)

    def convolve(h, i, dilation):
        near = jnp.concatenate([_shift(h, -dilation, owner), h, _shift(h, dilation, owner)], axis=1)
        return h + relu(drop(near) @ weights[f"convolution{i}"] + weights[f"convolution{i}_bias"])

    g = relu(drop(batch["page"]) @ weights["page"] + weights["page_bias"])
    h = drop(batch["x"], DROP_INPUT) @ weights["block"] + weights["block_bias"]
    h = relu(h + (g @ weights["page_to_block"])[owner])
    for i, dilation in enumerate(NEAR):
        h = convolve(h, i, dilation)
    if "group" in weights:
        means = [_mean_of_group(h, of_block) for of_block in batch["groups"].T]
        h += relu(drop(jnp.concatenate(means, axis=1)) @ weights["group"] + weights["group_bias"])
    words = batch["words"][:, None]
    gated = words * jnp.clip(0.5 + h @ weights["gate"] + weights["gate_bias"], 0, 1)
    means = [total(h * w) / (total(w) + 1) for w in (words, gated)]
    context = drop(jnp.concatenate([*means, g], axis=1))
    types = context @ weights["type"] + weights["type_bias"]
    h += relu(context @ weights["context"] + weights["context_bias"])[owner]
    for i, dilation in enumerate(FAR, len(NEAR)):
        h = convolve(h, i, dilation)
    return (drop(h) @ weights["out"] + weights["out_bias"])[:, 0], types


def _mean_of_group(h, of_block):
    """Returns for each row the mean of the rows in its group."""
    total = lambda x: jax.ops.segment_sum(x, of_block, len(h))
    return (total(h) / jnp.maximum(total(jnp.ones((len(h), 1))), 1))[of_block]


def _shift(h, by, owner):
    """Returns the rows that are `by` rows further on, or zeros if these belong to another page."""
    fill = jnp.zeros((abs(by), h.shape[1])), jnp.full(abs(by), -1, owner.dtype)
    moved = [jnp.concatenate([x[by:], f] if by > 0 else [f, x[:by]]) for x, f in zip((h, owner), fill)]
    return moved[0] * (moved[1] == owner)[:, None]


def loss(weights, batch, key):
    (odds, types), words, y, gold = network(weights, batch, key), batch["loss_words"], batch["y"], batch["gold"]
    total = lambda x: jax.ops.segment_sum(x, batch["owner"], PAGES)
    p = jax.nn.sigmoid(odds)
    taken = total(p * words)
    f1 = jnp.where(gold > 0, 2 * total(p * words * y) / (taken + gold + 1e-3), EMPTY_WORDS / (taken + EMPTY_WORDS))
    entropy = total(words * (jax.nn.softplus(odds) - y * odds))
    entropy /= jnp.sqrt(jnp.maximum(gold, MIN_GOLD_WORDS) * jnp.maximum(total(words), 1))
    known = batch["type"] >= 0
    of_type = jnp.take_along_axis(jax.nn.log_softmax(types), jnp.maximum(batch["type"], 0)[:, None], axis=1)[:, 0]
    of_page = F1_PART * (1 - f1) + ENTROPY_PART * entropy - TYPE_PART * jnp.where(known, of_type, 0)
    return (batch["weight"] * of_page).sum() / batch["weight"].sum()


@jax.jit
def _step(state, number, rate, batch, key):
    weights, first, second = state
    slope = jax.grad(loss)(weights, batch, key)
    norm = jnp.sqrt(sum((s**2).sum() for s in jax.tree.leaves(slope)))
    slope = jax.tree.map(lambda s: s / jnp.maximum(norm, 1), slope)
    first = jax.tree.map(lambda a, s: 0.9 * a + 0.1 * s, first, slope)
    second = jax.tree.map(lambda a, s: 0.99 * a + 0.01 * s * s, second, slope)
    update = lambda w, a, b: w - rate * (
        a / (1 - 0.9**number) / (jnp.sqrt(b / (1 - 0.99**number)) + 1e-8) + DECAY * w * (w.ndim == 2)
    )
    return jax.tree.map(update, weights, first, second), first, second


def train(batches, pages, seed, channels=CHANNELS, epochs=EPOCHS):
    """Returns weights that were trained on these pages (numbers in the table)."""
    order = np.random.default_rng(seed)
    # This random generator, which decides what to drop, is several times as fast as the default
    # one.
    key = jax.random.key(seed + 1000, impl="rbg")
    weights = initial(batches.inputs, seed, channels)
    zero = jax.tree.map(jnp.zeros_like, weights)
    state, number, steps = (weights, zero, zero), 0, None
    for _ in range(epochs):
        epoch = [batch for _, batch in batches(order.permutation(pages))]
        steps = steps or epochs * len(epoch)
        for batch in epoch:
            number += 1
            key, used = jax.random.split(key)
            rate = RATE * min(1, number / WARM_UP) * (1 + np.cos(np.pi * min(1, number / steps))) / 2
            state = _step(state, float(number), rate, batch, used)
    return state[0]


_predict = jax.jit(network)


def predict(weights, batches, pages):
    """Returns the log odds of all blocks of the table, and of the types of all pages. They are zero
    for pages other than these."""
    odds, types = np.zeros(len(batches.table.y)), np.zeros((len(batches.table.pages), len(TYPES)))
    for numbers, batch in batches(pages):
        rows, of_pages = map(np.asarray, _predict(weights, batch))
        types[numbers] = of_pages[: len(numbers)]
        start = 0
        for page in (batches.table.pages[number] for number in numbers):
            stop = start + page.stop - page.start
            odds[page.start : page.stop] = rows[start:stop]
            start = stop
    return odds, types


def cross_validate(table, seeds=SEEDS, **size):
    """Returns the log odds of each fold's blocks and of its pages' types, and the networks by fold.
    The log odds are the mean of networks that were trained on the other folds. `size` is
    `channels` and `epochs`."""
    batches = Batches(table, Inputs(table))
    page_fold = np.array([page.fold for page in table.pages])
    odds, types, networks = np.zeros(len(table.y)), np.zeros((len(table.pages), len(TYPES))), []
    for fold in range(FOLDS):
        others, own = np.flatnonzero(page_fold != fold), np.flatnonzero(page_fold == fold)
        networks.append([train(batches, others, seed + fold, **size) for seed in seeds])
        for weights in networks[-1]:
            of_blocks, of_pages = predict(weights, batches, own)
            odds += of_blocks / len(seeds)
            types += of_pages / len(seeds)
    return odds, types, networks


def train_all(table, seeds=SEEDS, **size):
    """Returns the networks trained on all pages."""
    batches = Batches(table, Inputs(table))
    return [train(batches, np.arange(len(table.pages)), seed, **size) for seed in seeds]
