"""Tests of the language files: all load, all slots can be filled, and all grammars make pages."""
import random
import unittest

from compose import language as languages
from compose.language import FormatError, Item, Piece
from compose.source import Source
from compose.tests.texts import articles
from compose.wording import Wording

# Slots that blocks fill. In the phrases of the files, they stand for facts of the page.
OF_BLOCKS = "title summary headline date name section n byline titled source caption paragraph lead".split()


class Languages(unittest.TestCase):
    def test_every_phrase_fills(self):
        for code in languages.codes():
            language = languages.load(code)
            for grammar in language.grammars:
                wording, rng = Wording(language, grammar, 0), random.Random(1)
                for name, phrases in wording.lists.items():
                    for phrase in phrases:
                        scope = {**{slot: "x" for slot in OF_BLOCKS}, **wording.scope(rng)}
                        filled = wording.fill(phrase, scope, rng)
                        self.assertNotRegex(filled, r"[{}]", f"{code}/{grammar.name}/{name}")

    def test_days_and_months_are_whole(self):
        for code in languages.codes():
            phrases = languages.load(code).phrases
            self.assertEqual(len(phrases["weekday"]), 7, code)
            self.assertEqual(len(phrases["month"]), 12, code)

    def test_every_grammar_makes_pages(self):
        for code in languages.codes():
            language = languages.load(code)
            source = Source(language, articles(code, 160, language.unspaced))
            for grammar in language.grammars:
                for paste in source.pastes(4, only=grammar.name):
                    self.assertEqual(paste.has_article, grammar.has_article, paste.id)
                    self.assertEqual(bool(paste.gold), grammar.has_article, paste.id)
                    self.assertNotRegex("\n".join(line.text for line in paste.lines), r"[{}\ue000]", paste.id)

    def test_topics_make_articles_where_there_are_none(self):
        source = Source(languages.load("en"), [])
        self.assertEqual(sum(1 for _ in source.pastes(20)), 20)


class Shared(unittest.TestCase):
    COMMON = {
        "phrases": {},
        "form": [{"name": "plan", "pieces": ["h step_heading", {"times": [1, 3], "pieces": ["item step x2-4 numbered"]}]}],
        "grammar": [{"name": "board", "kind": "board", "order": ["body"], "forms": ["plan"]}],
    }

    def test_a_shared_grammar_is_of_one_fold_in_all_languages(self):
        folds = set()
        for code in languages.codes():
            source = Source(languages.load(code), [])
            folds |= {source.fold(grammar) for grammar in source.language.grammars if grammar.name == "encyclopedia"}
        self.assertEqual(len(folds), 1)

    def test_a_language_has_the_lists_of_all_forms(self):
        with self.assertRaisesRegex(FormatError, "the form plan needs the list step, step_heading"):
            languages.read({"language": "en"}, self.COMMON)
        read = languages.read({"language": "en", "phrases": {"step": ["Go."], "step_heading": ["How"]}}, self.COMMON)
        self.assertEqual([grammar.key("en") for grammar in read.grammars], ["shared/board"])

    def test_pieces(self):
        piece = Piece.read("item step ?.5 x2-4 numbered")
        self.assertEqual((piece.kind, piece.item.block, piece.item.low, piece.mark), ("item", "step", 2, "numbered"))
        for text in ("note step", "item step joined numbered", "p step x4-2"):
            with self.assertRaises(FormatError):
                Piece.read(text)


class Items(unittest.TestCase):
    def test_options(self):
        item = Item.read("stories ?.4 x2-5 as=cards label=related?.7 join=| mark=» end=more at=start upper")
        self.assertEqual((item.block, item.chance, item.low, item.high), ("stories", 0.4, 2, 5))
        self.assertEqual((item.form, item.label, item.label_chance), ("cards", "related", 0.7))
        self.assertEqual((item.join, item.mark, item.end, item.at, item.upper), (" | ", "» ", "more", "start", True))

    def test_what_is_no_option_is_said(self):
        for text in ("menu x8to9", "menu chance=.4", "menu x9-8", "menu ?2"):
            with self.assertRaises(FormatError, msg=text):
                Item.read(text)

    def test_unknown_lists_are_said(self):
        common = {"phrases": {"menu": ["Home"]}}
        for order in (["menu", "headlines"], ["body as=nothing"], ["menu label=nothing"]):
            data = {"language": "xx", "grammar": [{"name": "a", "kind": "b", "order": order}]}
            with self.assertRaises(FormatError):
                languages.read(data, common)


if __name__ == "__main__":
    unittest.main()
