"""Writes augmented pages, which are changed copies of real pages.

    cd train && python3 -m augment.write CORPORA OUT [--only KIND] [--pages 40]

Writes OUT/augmented.jsonl with one row for each copy, like a corpus. In addition, `lines` holds
the blocks of the copy, and `labels` tells which of them belong to the article. The id of a copy
is made from its page's id and its kind, `<id>#<kind>`, so the copy is in the fold of its page.
"""
import argparse
import gzip
import json
import pathlib
import random
from collections import Counter

from augment import company, dress, shape
from augment.markup import Names
from augment.page import Page
from augment.stock import Stocks
from compose import articles
from evaluate import AUGMENTED
from folds import fold_of

# Average number of copies of a page in each corpus.
COPIES = {
    "fundus_dev": 1.7, "fundus_more_dev": 1.7, "vi_dev": 3, "vi_more_dev": 3, "magic_html_dev": 1.2, "aed_dev": 0.7,
    "wcxb_dev": 0.3,
}  # fmt: skip
ARTICLE_TYPES = frozenset(
    "article news photo_story policy_digest lifestyle interview blog gov_portal web_novel".split()
)
# The kinds of copies, and how often each is made.
KINDS = {
    "short": 3, "ending": 5, "header": 3, "names": 2, "custom": 3, "translated": 3, "second": 5, "cards": 4,
    "discussion": 4,
}  # fmt: skip
# How often a kind is combined with another change: the article is first shortened, or names or
# elements are changed last.
SHORT_FIRST = {"discussion": 0.85, "cards": 0.3, "second": 0.3, "ending": 0.4, "translated": 0.2, "custom": 0.2}
NAMES_LAST, CUSTOM_LAST = 0.15, 0.1
# Maximum number of bytes of HTML of a page that is copied.
LONGEST = 1_500_000


def write(corpora, out, only=None, most=None):
    """Writes `augmented.jsonl`, and returns its path."""
    found = articles.read(corpora)
    path = out / f"{AUGMENTED}.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        for number, row in enumerate(copies(pages(corpora), found, only)):
            if most is not None and number >= most:
                break
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def pages(corpora):
    """Yields the pages to copy, each with its number of copies."""
    for corpus, mean in COPIES.items():
        path = corpora / f"{corpus}.jsonl.gz"
        if not path.exists():
            continue
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                count = int(mean + random.Random(f"{row['id']}/copies").random())
                if count and row["type"] in ARTICLE_TYPES and row["text"] and len(row["html"]) <= LONGEST:
                    yield row, count


def copies(rows, found, only=None, codes=None):
    """Yields the augmented copies of pages. `rows` holds pairs of a page and its number of
    copies."""
    stocks = Stocks(found, codes)
    augmenter = Augmenter(stocks)
    for row, count in rows:
        yield from augmenter.copies(row, count, only)


class Augmenter:
    def __init__(self, stocks):
        self.stocks = stocks
        # The page before this one, by fold. Its class names replace those of this page.
        self.last = {}

    def copies(self, row, count, only=None):
        rng = random.Random(f"{row['id']}/kinds")
        if Page.of(row) is None:
            return
        kinds = {only: 1} if only else dict(KINDS)
        made = 0
        while kinds and made < count:
            kind = rng.choices(list(kinds), list(kinds.values()))[0]
            del kinds[kind]
            copy = self.copy(row, kind)
            if copy:
                made += 1
                yield copy
        self.last[fold_of(row)] = row

    def copy(self, row, kind):
        """Returns the copy of a page for a kind, or nothing if it cannot be made from this page."""
        rng = random.Random(f"{row['id']}/{kind}")
        page, fold = Page.of(row), fold_of(row)
        stock = self.stocks.of((row.get("lang") or "en")[:2].lower(), fold, row)
        names = Names(f"{row['id']}/{kind}")
        if rng.random() < SHORT_FIRST.get(kind, 0):
            shape.cut(page, rng)
        if kind == "short":
            done = shape.cut(page, rng)
        elif kind == "names":
            done = self._names(page, fold, rng)
        elif kind == "custom":
            done = dress.custom(page, rng)
        elif kind == "translated":
            done = self._translated(page, fold, rng)
        else:
            change = {"ending": shape.edge, "header": shape.header, "second": company.second}
            change |= {"cards": company.related, "discussion": company.discussion}
            done = bool(stock and page.pieces()) and change[kind](page, stock, names, rng)
        if not done:
            return None
        if kind != "names" and rng.random() < NAMES_LAST:
            self._names(page, fold, rng)
        if kind != "custom" and rng.random() < CUSTOM_LAST:
            dress.custom(page, rng)
        return page.written(kind)

    def _names(self, page, fold, rng):
        other = Page.of(self.last[fold]) if fold in self.last else None
        return dress.names(page, other, rng)

    def _translated(self, page, fold, rng):
        own = (page.row.get("lang") or "en")[:2].lower()
        usable = [
            source
            for code, source in self.stocks.sources.items()
            if code != own and len(source.pools[fold].articles) > 1
        ]
        if not usable:
            return False
        source = rng.choice(usable)
        return dress.translated(page, source.language, source.pools[fold], rng)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=pathlib.Path)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--only", choices=KINDS, help="copies of this kind alone")
    arguments.add_argument("--pages", type=int, help="stop after so many")
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    path = write(options.corpora, options.out, options.only, options.pages)
    with open(path, encoding="utf-8") as file:
        counts = Counter(json.loads(line)["id"].rpartition("#")[2] for line in file)
    print(path, sum(counts.values()), dict(counts))


if __name__ == "__main__":
    main()
