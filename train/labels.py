"""Computes the share of each block that belongs to the article, by finding the gold text in the
page's blocks.

The page's tokens are aligned with the gold text's by their longest common subsequence. Matches
of single words by chance are dropped. The rest of the gold text is searched again, because some
gold texts have another order than the page. Of blocks with the same text, the copy nearest to
other article text counts.
"""
import unicodedata
from collections import defaultdict

import numpy as np
from rapidfuzz.distance import LCSseq

from text import tokens

PASSES = 3
# Shorter runs of matched tokens are chance, unless they are the whole block.
MIN_RUN = 3
# Maximum distance in the gold text between matched tokens of a run. There may be a marker or
# footnote number between them.
MAX_STEP = 2
# The first pass accepts blocks that are matched in part. Later passes ignore the order, so they
# accept only clear matches.
FIRST_SHARE, LATER_SHARE, LATER_TOKENS = 0.3, 0.7, 4
# How many blocks on each side decide which of several equal blocks belongs to the article, and how
# many words of each are counted at most.
NEIGHBOURS, NEIGHBOUR_WORDS = 8, 20


def soft_labels(texts, gold):
    """Returns the share, 0 to 1, of each block's tokens that are in the gold text."""
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
    """Returns the share of each block's tokens in lines with the label 1, for pastes and pages
    whose lines are known.

    Blocks have the words of the lines in the same order. But several lines may be one block, and
    one line may be several blocks.
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
    """Returns the matched positions of the gold text in each block, in order."""
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
    """Moves the labels of equal blocks to the copies that are nearest to other article text."""
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
