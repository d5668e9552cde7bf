"""Yields composed pastes of a language. Its grammars take turns, each with articles of its own fold
only.
"""
import random
from itertools import count as count_up

from compose import articles, language as languages
from compose.habits import dump
from compose.page import compose
from compose.wording import Wording
from folds import fold_of_name

# If the corpora have fewer than so many articles of the language, so many are written from each
# topic.
FEW, WRITTEN = 150, 12


class Source:
    def __init__(self, language, found):
        self.language = language
        own = [article for article in found if article.language == language.code]
        written, stories = [], []
        if len(own) < FEW:
            rng = random.Random(language.code)
            wording = Wording(language, language.grammars[0], 0)
            written = articles.from_topics(language, wording, rng, WRITTEN)
            stories = list(articles.short_stories(language, wording, rng))
            own += [article for article in found if article.language in language.texts_from]
        self.pools = articles.pools(language, own, written, stories)

    @classmethod
    def of(cls, code, corpora, found=None):
        """Returns a language's source. The articles are read from the folder of corpora if they are
        not given."""
        if found is None:
            found = articles.read(corpora) if corpora else []
        return cls(languages.load(code), found)

    def fold(self, grammar):
        return fold_of_name(grammar.key(self.language.code))

    def pastes(self, count, first=0, only=None):
        """Yields composed pages. The grammars take turns. A grammar whose fold has too few articles
        is left out.

        Of the shared grammars without an article, only one has a turn in each round, because
        there are many of them for `presence.py`.
        """
        usable = self._usable(lambda grammar: only in (None, grammar.name))
        if not usable:
            return
        lists = [grammar for grammar in usable if grammar.is_shared and not grammar.has_article]
        others = [grammar for grammar in usable if grammar not in lists]
        rng = random.Random(f"{self.language.code}/turns")
        turns = []
        for number in count_up():
            if not turns:
                turns = others + rng.sample(lists, min(1, len(lists)))
                rng.shuffle(turns)
            grammar = turns.pop()
            if number >= first + count:
                return
            if number >= first:
                fold = self.fold(grammar)
                yield compose(self.language, grammar, fold, self.pools[fold], number)

    def without_article(self, count, first):
        """Yields composed pages without an article. All grammars for such pages take turns."""
        usable = self._usable(lambda grammar: not grammar.has_article)
        for number in range(first, first + count) if usable else ():
            grammar = usable[number % len(usable)]
            fold = self.fold(grammar)
            yield compose(self.language, grammar, fold, self.pools[fold], number)

    def _usable(self, is_wanted):
        grammars = [grammar for grammar in self.language.grammars if is_wanted(grammar)]
        return [grammar for grammar in grammars if len(self.pools[self.fold(grammar)].articles) > 1]

    def dumped(self, paste):
        """Returns the lines of a paste as some tool would dump them."""
        return dump(paste, self.language)
