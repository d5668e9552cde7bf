"""Writes composed pastes for training, one per line, in the same form as `pastes.py` writes those
of real pages.

    cd train && python3 -m compose.write CORPORA OUT [--languages vi,en] [--count 300] [--layouts 100]

In addition to the fields for a real page, `labels` tells for each line of the paste whether it
belongs to the article (1, 0, or nothing for blank lines), and `facts` has the values that should
be read from the paste.
"""
import argparse
import gzip
import json
import pathlib
import random
import unicodedata

from compose import articles, language as languages
from compose.habits import text_of
from compose.source import Source

NAME = "composed"
# Number of composed pastes of a language. There are many for Vietnamese, which is the main language
# of the product, and fewer for the others.
COUNT, COUNTS = 240, {"vi": 1300, "en": 480}
# Number of real layouts that are filled with new text, each in one language.
LAYOUTS = 400
LAYOUT_CORPORA = ["vi_dev", "vi_more_dev", "fundus_dev", "fundus_more_dev", "aed_dev", "magic_html_dev", "wcxb_dev"]
LAYOUT_TYPES = frozenset(
    "article news photo_story policy_digest lifestyle interview blog gov_portal web_novel".split()
)
# Share of the layouts that are filled with Vietnamese text.
VIETNAMESE = 0.5


def write(corpora, out, codes=None, counts=COUNTS, count=COUNT, layouts=LAYOUTS):
    """Writes `composed.pastes.jsonl`, and returns its path."""
    found = articles.read(corpora)
    sources = {code: Source.of(code, corpora, found) for code in codes or languages.codes()}
    path = out / f"{NAME}.pastes.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        for code, source in sources.items():
            for paste in source.pastes(counts.get(code, count)):
                file.write(json.dumps(row(paste, source), ensure_ascii=False) + "\n")
        for paste, source, url in _redressed(corpora, sources, layouts):
            file.write(json.dumps({**row(paste, source), "url": url}, ensure_ascii=False) + "\n")
    return path


def row(paste, source):
    """Returns a row with the data for making the tables, and the facts to find."""
    dumped = source.dumped(paste)
    text, gold = text_of(dumped), unicodedata.normalize("NFC", "\n".join(paste.gold))
    facts = {name: getattr(paste, name) for name in "title byline source date grammar outlet kind form second headings".split()}
    return {
        "id": paste.id,
        "url": None,
        "type": "article" if paste.has_article else "listing",
        "lang": paste.language,
        "text": gold,
        "paste": text,
        "labels": [None if line.content is None else int(line.content) for line in dumped],
        "facts": {**facts, "has_article": paste.has_article, "is_hard": paste.is_hard},
    }


def _redressed(corpora, sources, count):
    """Yields the layouts in turn, each with the texts of a language that has some in the layout's
    fold."""
    from compose.redress import Layout, redress

    rng = random.Random("layouts")
    pages = [page for corpus in LAYOUT_CORPORA for page in _pages(corpora / f"{corpus}.jsonl.gz")]
    for number, page in enumerate(rng.sample(pages, min(count, len(pages)))):
        layout = Layout.of(page)
        usable = [s for s in sources.values() if layout and len(s.pools[layout.fold].articles) > 1]
        if not usable:
            continue
        vietnamese = sources.get("vi")
        source = vietnamese if vietnamese in usable and rng.random() < VIETNAMESE else rng.choice(usable)
        paste = redress(layout, source.language, source.pools[layout.fold], number, rng)
        yield paste, source, layout.url or None


def _pages(path):
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for page in map(json.loads, file):
                if page["type"] in LAYOUT_TYPES or page["type"] == "listing" and not page["text"]:
                    yield page


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=pathlib.Path)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--languages", help="by comma; default all that have a file")
    arguments.add_argument("--count", type=int, help="pastes of each language")
    arguments.add_argument("--layouts", type=int, default=LAYOUTS)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    codes = options.languages.split(",") if options.languages else None
    counts = COUNTS if options.count is None else {}
    print(write(options.corpora, options.out, codes, counts, options.count or COUNT, options.layouts))


if __name__ == "__main__":
    main()
