"""Tests that training reads composed pastes correctly. Needs numpy and rapidfuzz."""
import importlib.util
import random
import unittest

from compose import language as languages
from compose.source import Source
from compose.tests.texts import articles

NEEDED = all(importlib.util.find_spec(name) for name in ("numpy", "rapidfuzz"))
PAGE = {
    "id": "page",
    "url": "https://www.example.org/a",
    "title": "Old bridge falls",
    "author": "Jo Doe",
    "text": "The old bridge fell at noon.\nNobody was on the bridge when it fell, said the mayor.\nA raft takes its place.",
    "html": "<nav><a>Home</a><a>News</a></nav>"
    + "".join(f"<li>Label {n}</li>" for n in range(8))
    + "<h1>Old bridge falls</h1><div>By Jo Doe</div><div>3 May 2024, 10:00</div><p>The old bridge fell at noon.</p>"
    + "<p>Nobody was on the bridge when it fell, said the mayor.</p><p>A raft takes its place.</p><div>Rain expected in the north this week</div>"
    + "<p>The council meets on Monday to talk about the price of bread.</p><footer>© 2024 Old Paper</footer>",
}


@unittest.skipUnless(NEEDED, "numpy and rapidfuzz are for training")
class Training(unittest.TestCase):
    def test_a_layout_keeps_its_roles_and_no_text(self):
        from compose.redress import Layout, redress

        layout = Layout.of(PAGE)
        roles = [role for _, role in layout.lines if role != "above"]
        self.assertEqual(roles, "title byline date p p p headline teaser copyright".split())
        language = languages.load("en")
        pool = Source(language, articles("en", 160)).pools[layout.fold]
        paste = redress(layout, language, pool, 0, random.Random(1))
        self.assertEqual([line.role for line in paste.lines if line.role != "above"], roles)
        self.assertEqual(sum(line.content for line in paste.lines), 3)
        self.assertNotIn("bridge falls", "\n".join(line.text for line in paste.lines))
        self.assertEqual(paste.fold, layout.fold)

    def test_blocks_take_the_labels_of_their_lines(self):
        from labels import shares_of_lines

        lines = ["Home", "A first line of", "text that goes on.", "Home", "* More | Less", ""]
        blocks = ["Home", "A first line of text that goes on.", "Home", "More", "Less"]
        shares = shares_of_lines(blocks, lines, [0, 1, 1, 0, 0, None])
        self.assertEqual(list(shares), [0, 1, 0, 0, 0])

    def test_decomposed_text_is_found(self):
        from labels import shares_of_lines

        self.assertEqual(list(shares_of_lines(["e\u0301te\u0301"], ["été"], [1])), [1])

    def test_a_page_without_an_article_gets_no_second_one(self):
        from pastes import pastes

        other = {"title": "A ferry sinks", "text": "The ferry sank in the harbour."}
        for number in range(20):
            page = {**PAGE, "id": f"page{number}", "text": ""}
            for _, paste in pastes(page, 4, other):
                self.assertNotIn("ferry", paste)


if __name__ == "__main__":
    unittest.main()
