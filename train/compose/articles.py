"""Articles in parts. They are read from the corpora when they are needed, or written from the
topics of a language.
"""
import gzip
import html
import json
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import accumulate

from folds import FOLDS, domain, fold_of_name

PAGE_CORPORA = "vi_dev vi_more_dev fundus_dev fundus_more_dev wcxb_dev aed_dev magic_html_dev".split()
# The corpus whose articles are lists of sentences, and how many sentences are joined to a
# paragraph.
SUMMARY_CORPUS, SENTENCES = "summary_train", (1, 3)
# How often an article is used. An article in parts is more useful than one without paragraphs.
PARTS_WEIGHT, PAGE_WEIGHT = 4, 2
# An article with fewer or more words than these is not used.
MIN_WORDS, MAX_WORDS = 60, 2500
# A sentence, including the quotation marks and brackets after its end mark.
SENTENCE = re.compile(r".+?(?:[.!?…][\"”’»)]*(?=\s)|[。！？।؟][」』”）]*|$)", re.DOTALL)
END_MARK = re.compile(r"[.!?…:;。！？।؟][\"”’»)」』）]*$")
QUOTED = re.compile(r"(['\"])([^'\"]+)\1")
BULLET = re.compile(r"^[•●▪*–-]\s+|^\(?\d{1,2}[.)]\s+")
# Maximum number of characters of a line without an end mark that is a subheading.
MAX_SUBHEADING = 90
# A name and a source in the bylines of a corpus: "Name (theo X)", "Name/X".
NAMED_SOURCE = re.compile(r"^(?P<name>.*?)[\s(–-]*\b(?:theo|nguồn)\b:?\s*(?P<source>[^()]+?)\)?$", re.IGNORECASE)
# A text after a name and a dash is a source if it looks like one: "CNN", "indiatoday, TTXVN".
BYLINE_PREFIX = re.compile(r"^(?:(?:tin|bài|ảnh|clip|video|thực hiện|nhóm|pv)[\s,–-]*(?:và )?)+:\s*", re.IGNORECASE)
AGENCY = re.compile(r"(?=.*(?:[A-Z]{3}|,|\.))(?:[A-Za-z.+&]+(?:, )?)+")


@dataclass(frozen=True)
class Part:
    """A part of an article: `p`, `h` (subheading), `item` of a list, `caption`."""

    kind: str
    text: str


@dataclass(frozen=True)
class Article:
    title: str
    lead: str
    parts: tuple
    language: str
    outlet: str
    byline: str = ""
    source: str = ""
    form: str = "news"
    weight: float = 1.0
    is_written: bool = False

    @property
    def fold(self):
        return fold_of_name(self.outlet)

    def texts(self):
        """Returns the texts that belong to the article, in order, without the title and
        captions."""
        return [text for text in [self.lead, *(part.text for part in self.parts if part.kind != "caption")] if text]


class Pool:
    """The articles of one language and fold: those that pages are composed of, and those that
    appear beside them."""

    def __init__(self, articles, stories=()):
        self.articles, self.stories = list(articles), list(stories)
        self.weights = list(accumulate(article.weight for article in self.articles))

    def article(self, rng):
        return rng.choices(self.articles, cum_weights=self.weights)[0]

    def others(self, article, count, rng):
        """Returns articles other than this one. Of those written from topics, none is on the same
        topic."""
        titles = {article.title} if article else set()
        written = {article.outlet} if article and article.is_written else set()
        others = [other for other in self.articles if other.title not in titles and other.outlet not in written]
        mixed = self.stories + rng.sample(others, min(count, len(others)))
        return rng.sample(mixed, len(mixed)) or self.articles


def pools(language, articles, written=(), stories=()):
    """Returns a pool for each fold. The fold of an article depends on its outlet. Articles written
    from topics are in all folds.

    Pieces that point to other articles are left out, because their label would be wrong.
    """
    pointers = tuple(language.phrases["pointer_words"])
    by_fold = defaultdict(list)
    for article in articles:
        parts = [part for part in article.parts if part.kind == "caption" or not part.text.startswith(pointers)]
        if parts:
            by_fold[article.fold].append(replace(article, parts=tuple(parts)))
    return [Pool([*by_fold[fold], *written], stories) for fold in range(FOLDS)]


def read(folder):
    """Returns the articles of all corpora in the folder, without copies."""
    found = {}
    for article in _read_all(folder):
        words = sum(len(text.split()) for text in article.texts())
        characters = sum(map(len, article.texts())) / 5
        if article.title and MIN_WORDS <= max(words, characters) and words <= MAX_WORDS:
            found.setdefault(article.title, article)
    return list(found.values())


def sentences(text):
    """Returns the sentences of a text."""
    return [sentence.strip() for sentence in SENTENCE.findall(text) if sentence.strip()]


def _read_all(folder):
    for row in _rows(folder / "vi_parts.jsonl.gz"):
        yield _from_parts(row)
    for corpus in PAGE_CORPORA:
        for row in _rows(folder / f"{corpus}.jsonl.gz"):
            if row.get("text") and (row["type"] in ("article", "news") or corpus.startswith("vi")):
                yield _from_page(row)
    for row in _rows(folder / f"{SUMMARY_CORPUS}.jsonl.gz"):
        yield _from_summary(row)


def _rows(path):
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as file:
            yield from map(json.loads, file)


def _from_parts(row):
    lead = next((part["text"] for part in row["parts"] if part["kind"] == "lead"), "")
    bylines = [part["text"] for part in row["parts"] if part["kind"] == "byline"]
    byline, source = named(bylines[-1]) if bylines else ("", "")
    parts = [(part["kind"], part["text"]) for part in row["parts"] if part["kind"] in ("p", "caption")]
    # A short last line without an end mark is a further byline.
    while parts and len(parts[-1][1]) < MAX_SUBHEADING and not END_MARK.search(parts[-1][1]):
        parts.pop()
    return Article(row["title"], tidy(lead), _parts(parts), "vi", row["outlet"], byline, source, weight=PARTS_WEIGHT)


def _from_page(row):
    parts = _parts([("p", line) for line in row["text"].split("\n")])
    if row.get("paras"):
        parts = _parts([("p" if p["kind"] == "lead" else p["kind"], p["text"]) for p in row["paras"]])
    title = row.get("title") or _page_title(row)
    if not title and parts and len(parts[0].text) < 120 and not END_MARK.search(parts[0].text):
        title, parts = parts[0].text, parts[1:]
    language = (row.get("lang") or "en")[:2].lower()
    author = re.split(r"[;,]", row.get("author") or "")[0].strip()
    outlet = domain(row.get("url")) or row["id"]
    return Article(tidy(title), "", parts, language, outlet, author, weight=PAGE_WEIGHT)


def _page_title(row):
    """Returns the page's own title, without the site's name after it."""
    found = re.search(r"<title[^>]*>(.*?)</title>", row.get("html") or "", re.IGNORECASE | re.DOTALL)
    return re.split(r"\s+[|–—-]\s+|[_|]", html.unescape(found[1]).strip())[0] if found else ""


def _from_summary(row):
    """Returns an article from sentences without paragraphs. One to three sentences make a
    paragraph, and there are no subheadings."""
    parts, group = [], []
    size = SENTENCES[0] + len(row["sents"]) % SENTENCES[1]
    for sentence in map(_joined_quotes, row["sents"]):
        if END_MARK.search(sentence) or len(sentence) > MAX_SUBHEADING:
            group.append(sentence)
        if group and (len(group) == size or not END_MARK.search(sentence)):
            parts.append(Part("p", " ".join(group)))
            group = []
        if not END_MARK.search(sentence) and len(sentence) <= MAX_SUBHEADING:
            parts.append(Part("h", sentence))
    if group:
        parts.append(Part("p", " ".join(group)))
    while parts and parts[-1].kind == "h":
        parts.pop()
    title, lead = _joined_quotes(row["title"]), _joined_quotes(row["refs"][0])
    return Article(title, lead, tuple(parts), row["lang"], row["id"].partition(".")[0])


def _parts(pairs):
    """Returns parts from lines. Short lines without an end mark are subheadings, and lines with a
    bullet are items."""
    parts = []
    for kind, text in pairs:
        text = tidy(text)
        if not text:
            continue
        if kind == "p" and BULLET.search(text):
            kind = "item"
        elif kind == "p" and len(text) <= MAX_SUBHEADING and not END_MARK.search(text):
            kind = "h"
        parts.append(Part(kind, text))
    while parts and parts[-1].kind == "h":
        parts[-1] = replace(parts[-1], kind="p")
    return tuple(parts)


def named(byline):
    """Splits a byline of a corpus into the names and the source."""
    byline, told = BYLINE_PREFIX.sub("", tidy(byline)), ""
    if match := NAMED_SOURCE.match(byline):
        byline, told = match["name"].strip(" (-–,"), match["source"].strip()
    byline = byline.partition("(")[0].strip()
    for mark in ("/", " - "):
        name, found, source = byline.partition(mark)
        if found and (mark == "/" or AGENCY.fullmatch(source)):
            return name.strip(), told or source.strip()
    return byline, told


def _joined_quotes(text):
    """Repairs a text that the corpus had split into words: removes the spaces beside quotation
    marks."""
    text = QUOTED.sub(lambda match: match[1] + match[2].strip() + match[1], tidy(text))
    return re.sub(r" ([,.;:!?)])", r"\1", text)


def tidy(text):
    return " ".join((text or "").split())


def from_topics(language, wording, rng, count):
    """Writes articles from a language's topics, with this number from each topic."""
    return [_written(language, topic, wording, rng) for topic in language.topics for _ in range(count)]


def short_stories(language, wording, rng):
    """Returns the titles and summaries of a language that are only for other stories."""
    for phrase in language.phrases.get("other_stories", []):
        title, _, summary = wording.fill(phrase, wording.scope(rng), rng).partition("\n")
        yield Article(title, summary, (), language.code, "other stories")


def _written(language, topic, wording, rng):
    scope = wording.scope(rng)
    fill = lambda text: wording.fill(text, scope, rng)
    left = rng.sample(topic.sentences, len(topic.sentences))
    gap = "" if language.unspaced else " "
    subheadings = rng.sample(topic.subheadings, len(topic.subheadings)) if rng.random() < 0.5 else []
    parts = []
    while left:
        size = rng.choice([1, 1, 2, 2, 3])
        if subheadings and len(parts) > 1 and rng.random() < 0.3:
            parts.append(Part("h", fill(subheadings.pop())))
        if topic.captions and rng.random() < 0.15:
            parts.append(Part("caption", fill(rng.choice(topic.captions))))
        parts.append(Part("p", gap.join(fill(sentence) for sentence in left[:size])))
        left = left[size:]
    lead = fill(rng.choice(topic.leads)) if rng.random() < 0.75 else ""
    title = fill(rng.choice(topic.headlines))
    return Article(title, lead, tuple(parts), language.code, f"topic {topic.name}", is_written=True)
