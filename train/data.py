"""The tables that the Rust binary wrote, as arrays. They hold the blocks of all pages, one page
after another.
"""
import hashlib
import json
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np

from evaluate import REPEAT_WORDS, choose
from folds import fold_of
from labels import shares_of_lines, soft_labels
from text import tokens

CORPORA = ["wcxb_dev", "fundus_dev", "magic_html_dev", "vi_dev", "fundus_more_dev", "aed_dev", "vi_more_dev"]


@dataclass
class Page:
    """A page. Its blocks are the rows `start` to `stop`."""

    id: str
    corpus: str
    kind: str
    language: str
    fold: int
    gold: Counter
    start: int
    stop: int


class Table:
    """Blocks of all pages: features `x`, soft labels `y`, `words`, `tokens`, `page_of`, `fold`.

    `copies` has equal numbers for equal texts of a page. `may_repeat` is true for a block whose
    copies all count.
    """

    def __init__(self, directory, corpora, names):
        self.names = names
        self.pages, x, y, words, self.tokens, copies, may_repeat = [], [], [], [], [], [], []
        self._vocabulary = defaultdict(lambda: len(self._vocabulary))
        start = 0
        for corpus in corpora:
            rows = np.fromfile(directory / f"{corpus}.f32", dtype="<f4").reshape(-1, len(names))
            x.append(np.where([is_group(name) for name in names], rows, truncate(rows)))
            labels = _labels(directory, corpus)
            y.append(labels)
            with open(directory / f"{corpus}.blocks.ndjson", encoding="utf-8") as file:
                for line in file:
                    page = json.loads(line)
                    stop = start + len(page["texts"])
                    may_repeat += page["may_repeat"]
                    self.pages.append(_page(page, corpus, start, stop))
                    seen = {}
                    for text, count in zip(page["texts"], page["words"]):
                        block = tuple(tokens(text))
                        words.append(count)
                        copies.append(seen.setdefault(block, len(seen)))
                        self.tokens.append(np.array([self._vocabulary[token] for token in block], dtype=np.int32))
                    start = stop
        for page in self.pages:
            page.gold = Counter({self._vocabulary[token]: count for token, count in page.gold.items()})
        self.x, self.y = np.concatenate(x), np.concatenate(y)
        self.words, self.copies = np.array(words, dtype=np.float64), np.array(copies)
        self.may_repeat = np.array(may_repeat)
        self.page_of = np.repeat(np.arange(len(self.pages)), [p.stop - p.start for p in self.pages])
        self.fold = np.array([p.fold for p in self.pages])[self.page_of]

    def columns(self, names):
        """Returns only the features with these names."""
        return np.ascontiguousarray(self.x[:, [self.names.index(name) for name in names]])

    def other_copies(self):
        """Returns `true` for copies of a block that the answer will not repeat. Each of them could
        be the labelled one, so nothing is learned from them."""
        other = np.zeros(len(self.y), dtype=bool)
        for page in self.pages:
            best = {}
            for i in range(page.start, page.stop):
                if self.words[i] < REPEAT_WORDS or self.may_repeat[i]:
                    continue
                j = best.setdefault(self.copies[i], i)
                if self.y[i] > self.y[j]:
                    best[self.copies[i]] = i
                    other[j] = True
                elif i != j:
                    other[i] = True
        return other

    def known(self, words):
        """Returns a bag of tokens as numbers, for comparing it with a page's gold."""
        return Counter(self._vocabulary[token] for token in words)

    def chooser(self, p):
        """Returns a function that chooses blocks of the page in the slice `s`, given the
        probabilities of all blocks."""
        return lambda s: choose(p[s], self.words[s], self.copies[s], self.may_repeat[s])


def is_group(name):
    """Returns `true` if a column has the numbers of groups of blocks. They have no order and are
    not scaled."""
    return name.endswith("_group")


def truncate(x):
    """Cuts numbers to the upper half of their 32 bits (bfloat16, towards zero), because the decoder
    reads them in this form too."""
    bits = (np.ascontiguousarray(x, dtype="<f4") + np.float32(0)).view("<u4")  # -0 becomes 0
    return (bits & np.uint32(0xFFFF0000)).view("<f4")


def _page(page, corpus, start, stop):
    gold = Counter(tokens(page["gold"]))
    language = (page["lang"] or "-")[:2].lower()
    return Page(page["id"], corpus, page["type"] or "-", language, fold_of(page), gold, start, stop)


def _page_labels(page, known):
    if page["id"] in known:
        return shares_of_lines(page["texts"], *known[page["id"]])
    return soft_labels(page["texts"], page["gold"])


def line_labels(directory, corpus):
    """Returns the lines and labels of a corpus's pages by id, for pages that have them: composed
    pastes and augmented pages."""
    known = {}
    for path in (directory / f"{corpus}.pastes.jsonl", directory / f"{corpus}.jsonl"):
        if path.exists():
            with open(path, encoding="utf-8") as file:
                for row in map(json.loads, file):
                    if "labels" in row:
                        lines = row["lines"] if "lines" in row else unicodedata.normalize("NFC", row["paste"]).split("\n")
                        known[row["id"]] = lines, row["labels"]
    return known


def _labels(directory, corpus):
    """Returns the soft labels of a corpus. They are stored beside its tables, because aligning
    takes minutes. If each line of a paste, or each block of an augmented page, has a label, the
    gold text is not searched."""
    path = directory / f"{corpus}.blocks.ndjson"
    stored = directory / f"{corpus}.labels.npz"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if stored.exists():
        with np.load(stored) as file:
            if str(file["digest"]) == digest:
                return file["labels"]
    with open(path, encoding="utf-8") as file:
        pages = map(json.loads, file)
        known = line_labels(directory, corpus)
        labels = np.concatenate([_page_labels(page, known) for page in pages])
    np.savez(stored, labels=labels, digest=digest)
    return labels
