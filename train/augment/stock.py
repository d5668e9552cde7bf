"""The parts that a page can borrow: texts of other articles of its fold and language, and phrases
of its language.
"""
import hashlib
import pathlib
import random
import re
import tomllib
from collections import defaultdict

from compose import language as languages
from compose.articles import END_MARK, Pool, sentences
from compose.language import Grammar
from compose.source import Source
from compose.wording import Wording

WORDS = tomllib.loads((pathlib.Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
# With fewer articles of a fold and language, nothing is borrowed.
FEWEST = 3
# Languages without spaces. Lengths are a third of those in other languages.
UNSPACED = frozenset("ja zh th".split())
TRIES = 60
# A title with fewer characters is not used, because it is the rest of a site's name.
SHORT_TITLE = 20
NUMBERING = re.compile(r"^(?:[\d一二三四五六七八九十]+[、：:.)]|[-–•])\s*")
# Maximum number of sentences of a teaser.
TEASER = 2


class Stocks:
    """The stock for each language and fold."""

    def __init__(self, found, codes=None):
        self.sources = {code: Source.of(code, None, found) for code in codes or languages.codes()}
        self.loose = defaultdict(list)
        for article in found:
            self.loose[article.language, article.fold].append(article)

    def of(self, code, fold, page):
        """Returns the parts that a page may borrow, or nothing if there are too few articles of its
        fold and language."""
        source = self.sources.get(code)
        pool = source.pools[fold] if source else Pool(self.loose[code, fold])
        if len(pool.articles) < FEWEST:
            return None
        return Stock(code, pool, source and source.language, page)


class Stock:
    def __init__(self, code, pool, language, page):
        self.code, self.pool, self.language = code, pool, language
        self.own, self.own_title = page["text"], page.get("title") or ""
        self.scale = 1 / 3 if code in UNSPACED else 1
        if language:
            grammar = Grammar(name=page["id"], kind="augmented", order=[])
            site = int.from_bytes(hashlib.sha256(page["id"].encode()).digest()[:4], "big")
            self.wording = Wording(language, grammar, site)
            self.site = self.wording.scope(random.Random(site))

    def article(self, rng, parts=1):
        """Returns an article other than the page's own, with at least this number of paragraphs if
        there is one."""
        article = self.pool.article(rng)
        for _ in range(TRIES):
            paragraphs = [part.text for part in article.parts if part.kind == "p"]
            if len(paragraphs) >= parts and article.title != self.own_title and paragraphs[0] not in self.own:
                break
            article = self.pool.article(rng)
        return article

    def stories(self, rng, count):
        """Returns other articles to link to, each with a title and a teaser."""
        found = {}
        for _ in range(TRIES):
            article = self.article(rng)
            if len(article.title) >= SHORT_TITLE * self.scale:
                found.setdefault(article.title, teaser(article, rng))
            if len(found) == count:
                break
        return list(found.items())

    def sentence(self, rng, low, high):
        """Returns a whole sentence of another article, of about this number of characters."""
        low, high = low * self.scale, high * self.scale
        best, distance = self.article(rng).title, None
        for _ in range(TRIES):
            article = self.article(rng)
            part = rng.choice([part for part in article.parts if part.kind == "p"] or article.parts)
            sentence = NUMBERING.sub("", rng.choice(sentences(part.text) or [part.text]))
            if not is_whole(sentence):
                continue
            away = max(low - len(sentence), len(sentence) - high, 0)
            if distance is None or away < distance:
                best, distance = sentence, away
            if not away:
                break
        return best

    def clause(self, rng, low=6, high=40):
        """Returns a short run of words, like a label in a list or table."""
        words = self.sentence(rng, 30, 160).rstrip(".!?。！？")
        if self.code in UNSPACED:
            return words[: rng.randint(2, 6)].strip("、，「」 ")
        words = words.split()
        count = rng.randint(1, 4)
        return " ".join(words[:count]).strip(",;:–-\"'“”«»(). ")

    def person(self, rng):
        """Returns a person's name: one of the language's names, or an author of another article."""
        for _ in range(TRIES):
            name = self.phrase("person", rng) or self.article(rng).byline
            if name:
                return name
        return self.nickname(rng)

    def nickname(self, rng):
        """Returns a name like those of people who write comments."""
        words = self.clause(rng).split() or [self.code]
        return words[0].lower()[:12] + str(rng.randint(1, 99))

    def subheading(self, rng):
        """Returns a heading of another article, or a title if no article has a heading."""
        for _ in range(TRIES):
            article = self.article(rng)
            headings = [part.text for part in article.parts if part.kind == "h"]
            if headings:
                return rng.choice(headings)
        return article.title

    def phrase(self, name, rng, **slots):
        """Returns a phrase of the language, or nothing if there is no file or no such phrase."""
        if not self.language or name not in self.wording.lists:
            return None
        title, summary = self.stories(rng, 1)[0]
        moment = self.wording.date_slots(self.wording.moment(rng))
        scope = {**self.site, **moment, "headline": title, "summary": summary, "title": self.own_title or title}
        for slot in ("date", "byline", "source", "section"):
            scope[slot] = lambda slot=slot: self._fact(slot, moment, rng)
        return self.wording.fill(rng.choice(self.wording.lists[name]), {**scope, "n": "1", **slots}, rng)

    def _fact(self, slot, moment, rng):
        name = {"date": "date_form", "byline": "name", "source": "agency", "section": "section"}[slot]
        return self.wording.fill(rng.choice(self.wording.lists[name]), {**self.site, **moment}, rng)

    def sources_heading(self, rng):
        """Returns a heading for a list of sources, or nothing."""
        return rng.choice(WORDS[self.code]) if self.code in WORDS else None


def is_whole(sentence):
    """Returns `true` if a sentence has an end, and closes all quotations and brackets that it
    opens."""
    opened = all(sentence.count(one) == sentence.count(other) for one, other in ("()", "«»", "「」", "（）"))
    quotes = sum(sentence.count(mark) for mark in "\"“”„")
    first = sentence[:1]
    ends = bool(END_MARK.search(sentence)) and sentence[-1] not in ":;：；"
    return bool(first) and not first.islower() and ends and opened and quotes % 2 == 0


def teaser(article, rng):
    """Returns a summary of an article: its lead, or its beginning."""
    text = article.lead or next((part.text for part in article.parts if part.kind == "p"), article.title)
    return " ".join(sentences(text)[: rng.randint(1, TEASER)])
