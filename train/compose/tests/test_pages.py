"""Tests of composed pages: they are the same each time, have the right labels, keep folds apart,
and keep their labels with every habit.
"""
import random
import unicodedata
import unittest
from dataclasses import replace
from unittest import mock

from compose import habits, language as languages
from compose.articles import Article, Part, named, pools
from compose.forms import MAKERS, shaped
from compose.habits import dump, text_of
from compose.page import _Page
from compose.source import Source
from compose.tests.texts import articles
from compose.wording import Wording
from folds import fold_of, fold_of_name
from text import tokens


LANGUAGES = {code: languages.load(code) for code in ("en", "vi")}


def source(code="en"):
    return Source(LANGUAGES[code], articles(code, 160))


def words(texts):
    return tokens(unicodedata.normalize("NFC", "\n".join(texts)))


class Pages(unittest.TestCase):
    def test_the_same_each_time(self):
        first, second = ([paste.lines for paste in source().pastes(30)] for _ in range(2))
        self.assertEqual(first, second)

    def test_an_article_is_whole_and_nothing_else_is_content(self):
        found = {article.title: article for article in articles("en", 160)}
        for paste in source().pastes(60):
            if paste.form != "news":
                continue
            article = found[next(title for title in found if title.lower() == paste.title.lower())]
            # Sites write subheadings in styles of their own, so only their words are compared.
            wanted = [article.lead, *(part.text for part in article.parts if part.kind not in ("caption", "h"))]
            printed = "\n".join(paste.gold)
            # A site need not print the leads.
            for text in wanted[1:]:
                self.assertIn(text, printed, paste.id)
            extra = [line for line in paste.gold if line not in paste.headings and not any(text in line for text in wanted)]
            if paste.kind != "forum":
                self.assertEqual(extra, [], paste.id)

    def test_sentences_of_posts_are_content_and_their_names_are_not(self):
        posts = [line for paste in source().pastes(120) for line in paste.lines if line.role == "posts"]
        self.assertIn("Same here, would love to know.", [line.text for line in posts if line.content])
        self.assertTrue(any(line.text[-1].isdigit() for line in posts if not line.content))

    def test_facts_stand_on_the_page(self):
        for paste in [*source().pastes(60), *source("vi").pastes(60)]:
            printed = "\n".join(line.text for line in paste.lines if not line.content)
            for fact in (paste.title, paste.byline, paste.source):
                self.assertIn(fact, printed, paste.id)

    def test_second_articles_are_no_content(self):
        seen = 0
        for paste in source().pastes(120):
            if paste.second is not None:
                seen += 1
                self.assertIn(paste.lines[paste.second].role, ("second_label", "second_title"))
                self.assertFalse(any(line.content for line in paste.lines if line.role.startswith("second")))
        self.assertGreater(seen, 3)

    def test_grammars_and_articles_of_a_paste_are_of_one_fold(self):
        for paste in source("vi").pastes(120):
            self.assertEqual(paste.fold, fold_of_name(paste.id.partition("#")[0]))
            self.assertEqual(paste.fold, fold_of({"id": paste.id}))
            if paste.outlet:
                self.assertEqual(paste.fold, fold_of_name(paste.outlet))

    def test_pools_hold_articles_of_their_fold_alone(self):
        language = LANGUAGES["en"]
        for fold, pool in enumerate(pools(language, articles("en", 60))):
            self.assertTrue(all(article.fold == fold for article in pool.articles))

    def test_pointers_in_articles_are_left_out(self):
        language = LANGUAGES["en"]
        article = Article("T", "", (Part("p", "Read more: another story"), Part("p", "Text.")), "en", "outlet")
        kept = [a for pool in pools(language, [article]) for a in pool.articles]
        self.assertEqual([part.text for part in kept[0].parts], ["Text."])


class Captions(unittest.TestCase):
    def test_a_site_writes_its_own_credit(self):
        language = languages.load("en")
        language.phrases["caption_form"] = ["{caption} (Photo: AFP)"]
        page = _Page.__new__(_Page)
        page.grammar, page.wording, page.scope, page.rng = language.grammars[0], None, {}, random.Random(1)
        page.wording = Wording(language, page.grammar, 0)
        for caption, bare in {
            "The bridge at noon.": "The bridge at noon.",
            "The bridge and a picture of it": "The bridge and a picture of it",
            "The bridge. Photo: Ann Lee": "The bridge",
            "The bridge (Source: AP)": "The bridge",
        }.items():
            self.assertEqual(page._caption(caption), f"{bare} (Photo: AFP)")


class Habits(unittest.TestCase):
    RATES = (
        "WRAPPED BULLETED MARKDOWN JOINED TABBED ALTERNATIVE TWICE DECOMPOSED HARD_SPACES TRAILING CARRIAGE INDENTED "
        "COLUMNS CROPPED GLUED GLUED_HEADLINE"
    ).split()

    def test_labels_survive_each_habit(self):
        pastes = [*source().pastes(24), *source("vi").pastes(24)]
        for rate in self.RATES:
            others = {name: 0 for name in self.RATES if name != rate}
            with mock.patch.multiple(habits, **others, **{rate: 1}):
                for paste in pastes:
                    kept = [line.text for line in dump(paste, LANGUAGES[paste.language]) if line.content]
                    gold = [line.lstrip("•*+- ") for line in paste.gold]
                    self.assertEqual(words(kept), words(gold), f"{rate} {paste.id}")

    def test_unspaced_text_is_wrapped_too(self):
        language = replace(LANGUAGES["en"], unspaced=True)
        paste = next(Source(language, articles("en", 160, unspaced=True)).pastes(1))
        with mock.patch.multiple(habits, WRAPPED=1, WIDTHS=(10, 10), INDENTED=0, MARKDOWN=0, TRAILING=0):
            dumped = dump(paste, language)
        self.assertLessEqual(max(len(line.text.rstrip("\r")) for line in dumped), 10)

    def test_the_same_dump_each_time(self):
        paste = next(source().pastes(1))
        self.assertEqual(text_of(dump(paste, LANGUAGES["en"])), text_of(dump(paste, LANGUAGES["en"])))


class Forms(unittest.TestCase):
    def shaped(self, form, seed=1):
        language = LANGUAGES["vi"]
        wording = Wording(language, language.grammars[0], 0)
        return shaped(articles("vi")[0], form, wording, random.Random(seed))

    def test_each_form_is_made(self):
        for form in MAKERS:
            article = self.shaped(form)
            self.assertEqual(article.form, form)
            self.assertTrue(article.texts(), form)

    def test_each_form_that_is_data_is_made(self):
        for code, language in LANGUAGES.items():
            wording = Wording(language, language.grammars[0], 0)
            for form in language.forms.values():
                article = shaped(articles(code)[0], form.name, wording, random.Random(1))
                self.assertEqual(article.form, form.name)
                self.assertNotEqual(article.parts[-1].kind, "h", form.name)

    def test_an_entry_is_about_the_name_that_stands_out(self):
        texts = [f"In the year {year} the village of Lower Marsh had a new school and no road." for year in range(4)]
        article = replace(articles("en")[0], parts=tuple(Part("p", text) for text in texts))
        wording = Wording(LANGUAGES["en"], LANGUAGES["en"].grammars[0], 0)
        self.assertEqual(shaped(article, "entry", wording, random.Random(1)).title, "Lower Marsh")
        without = articles("en")[0]
        self.assertEqual(shaped(without, "entry", wording, random.Random(1)).title, without.title)

    def test_no_heading_is_dealt_twice(self):
        for seed in range(20):
            wording = Wording(LANGUAGES["en"], LANGUAGES["en"].grammars[0], 0)
            parts = shaped(articles("en")[0], "job", wording, random.Random(seed)).parts
            headings = [part.text for part in parts if part.kind == "h"]
            self.assertEqual(len(headings), len(set(headings)))

    def test_a_table_of_contents_has_the_headings_and_is_boilerplate(self):
        for paste in source("en").pastes(40, only="manual"):
            lines = [line for line in paste.lines if line.role == "contents"]
            headings = [line.text.lower() for line in paste.lines if line.role == "h" and line.text.strip("0123456789")]
            said = lambda line: line.text.lstrip("0123456789 •").rstrip(":").lower()
            self.assertFalse(any(line.content for line in lines))
            self.assertTrue(not headings or all(any(said(line) in text for text in headings) for line in lines), paste.id)

    def test_crossheads_stand_over_paragraphs(self):
        found = 0
        for paste in source("en").pastes(200, only="boulevard"):
            lines = [line for line in paste.lines if line.content]
            below = [after.role for line, after in zip(lines, lines[1:]) if line.role == "h"]
            found += len(below)
            self.assertTrue(set(below) <= {"p", "item", "h"}, paste.id)
        self.assertGreater(found, 0)

    def test_a_note_has_two_or_three_lines(self):
        for seed in range(20):
            self.assertIn(len(self.shaped("note", seed).texts()), (2, 3))

    def test_without_phrases_an_article_stays_as_it_is(self):
        language = LANGUAGES["en"]
        without = {name: phrases for name, phrases in language.phrases.items() if name != "verse"}
        language = replace(language, phrases=without)
        wording = Wording(language, language.grammars[0], 0)
        article = articles("en")[0]
        self.assertEqual(shaped(article, "poem", wording, random.Random(1)), article)


class Bylines(unittest.TestCase):
    def test_names_and_sources_are_told_apart(self):
        for byline, wanted in {
            "Tin, ảnh: Hải Hương": ("Hải Hương", ""),
            "Kông Anh (Nguồn: AFP)": ("Kông Anh", "AFP"),
            "Đăng Nguyễn - CNN": ("Đăng Nguyễn", "CNN"),
            "PHƯƠNG NAM - CHÍNH THÀNH": ("PHƯƠNG NAM - CHÍNH THÀNH", ""),
            "Phan Tùng/VOV-New Delhi": ("Phan Tùng", "VOV-New Delhi"),
            "(theo KCNA)": ("", "KCNA"),
        }.items():
            self.assertEqual(named(byline), wanted, byline)


if __name__ == "__main__":
    unittest.main()
