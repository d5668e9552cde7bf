"""Which share of each block belongs to the article: the gold text is found again in the page's blocks.

The page's tokens are aligned with the gold text's by their longest common subsequence. Chance matches of single
words are dropped; what is left of the gold text is sought again, since some gold texts are in another order than
the page. Of blocks that say the same, the copies nearest to other article text count.
"""
import unicodedata
from collections import defaultdict

import numpy as np
from rapidfuzz.distance import LCSseq

from text import tokens

PASSES = 3
# Shorter runs of matched tokens are chance, unless they are the whole block.
MIN_RUN = 3
# Matched tokens of a run may stand this far apart in the gold text: a marker or footnote number between them.
MAX_STEP = 2
# The first pass takes a block that is matched in part; later ones, which ignore order, only clear matches.
FIRST_SHARE, LATER_SHARE, LATER_TOKENS = 0.3, 0.7, 4
# Blocks on each side that tell which of several equal blocks is the article's, and the most words each counts.
NEIGHBOURS, NEIGHBOUR_WORDS = 8, 20


def soft_labels(texts, gold):
    """The share, 0 to 1, of each block's tokens that the gold text holds."""
    blocks = [tokens(unicodedata.normalize("NFC", text)) for text in texts]
    ids = defaultdict(lambda: len(ids))
    gold = np.array([ids[token] for token in tokens(gold)], dtype=np.int64)
    blocks = [[ids.get(token, -1) for token in block] for block in blocks]
    share = np.zeros(len(blocks))
    open_gold = np.ones(len(gold), dtype=bool)
    open_blocks = range(len(blocks))
    for number in range(PASSES):
        matches = _align(blocks, open_blocks, gold, np.flatnonzero(open_gold))
        left = []
        for i in open_blocks:
            positions = [p for run in _runs(matches.get(i, [])) if len(run) >= min(MIN_RUN, len(blocks[i])) for p in run]
            found = len(positions) / len(blocks[i]) if blocks[i] else 0
            clear = found >= FIRST_SHARE if number == 0 else found >= LATER_SHARE and len(blocks[i]) >= LATER_TOKENS
            if clear:
                share[i] = min(found, 1)
                open_gold[positions] = False
            else:
                left.append(i)
        if len(left) == len(open_blocks):
            break
        open_blocks = left
    _settle_copies(texts, [len(block) for block in blocks], share)
    return share


def shares_of_lines(texts, lines, labels):
    """The share of each block's tokens that stand in lines labelled 1: for pastes and pages whose lines are known.

    Blocks hold the words of the lines in their order, but several lines may be one block, or one line several.
    """
    words, of_word = [], []
    for line, label in zip(lines, labels):
        for token in tokens(unicodedata.normalize("NFC", line)):
            words.append(token)
            of_word.append(label or 0)
    blocks = [tokens(unicodedata.normalize("NFC", text)) for text in texts]
    owner = [i for i, block in enumerate(blocks) for _ in block]
    sequence = [token for block in blocks for token in block]
    total = np.zeros(len(blocks))
    ids = {}
    number = lambda values: [ids.setdefault(value, len(ids)) for value in values]
    for step in LCSseq.opcodes(number(sequence), number(words)):
        if step.tag == "equal":
            for k in range(step.src_end - step.src_start):
                total[owner[step.src_start + k]] += of_word[step.dest_start + k]
    return total / np.maximum([len(block) for block in blocks], 1)


def _align(blocks, open_blocks, gold, positions):
    """Gold positions matched in each block, in order."""
    sequence, owner = [], []
    for i in open_blocks:
        known = [token for token in blocks[i] if token >= 0]
        sequence += known
        owner += [i] * len(known)
    matches = defaultdict(list)
    if not sequence or not len(positions):
        return matches
    for step in LCSseq.opcodes(sequence, gold[positions].tolist()):
        if step.tag == "equal":
            for k in range(step.src_end - step.src_start):
                matches[owner[step.src_start + k]].append(positions[step.dest_start + k])
    return matches


def _runs(positions):
    runs = []
    for position in positions:
        if runs and position - runs[-1][-1] <= MAX_STEP:
            runs[-1].append(position)
        else:
            runs.append([position])
    return runs


def _settle_copies(texts, sizes, share):
    """Moves the labels of equal blocks to the copies that stand nearest to other article text."""
    mass = np.minimum(sizes, NEIGHBOUR_WORDS) * (share >= 0.5)
    distance = np.abs(np.arange(-NEIGHBOURS, NEIGHBOURS + 1))
    kernel = np.where(distance > 0, 0.5**distance, 0)
    copies = defaultdict(list)
    for i, text in enumerate(texts):
        copies[" ".join(tokens(text))].append(i)
    for group in copies.values():
        positives = [i for i in group if share[i] >= 0.5]
        if not positives or len(positives) == len(group):
            continue
        others = mass.copy()
        others[group] = 0
        others = np.pad(others, NEIGHBOURS)
        company = {i: others[i : i + 2 * NEIGHBOURS + 1] @ kernel for i in group}
        ranked = sorted(group, key=lambda i: (-company[i], share[i] < 0.5, i))
        shares = sorted((share[i] for i in positives), reverse=True)
        share[group] = 0
        share[ranked[: len(shares)]] = shares
