"""Tests of augmented pages: their labels are right by construction, they are the same each time,
and nothing is borrowed from another fold.
"""
import importlib.util
import unittest

NEEDED = all(importlib.util.find_spec(name) for name in ("numpy", "rapidfuzz", "lxml"))
if NEEDED:
    from lxml import html

    from augment.page import Page, blocks, insert_after, make, remove
    from augment.stock import Stocks
    from augment.write import KINDS, Augmenter
    from compose.tests.texts import articles
    from data import line_labels
    from evaluate import print_table
    from folds import fold_of
    from labels import shares_of_lines
    from model import page_weight

# Every word block of the article contains `keep`, and no other block does. Pieces that are added
# come from `articles`.
PARAGRAPHS = [
    f"Here we keep paragraph {n}, which goes on for a while so that it <b>looks</b> like keep prose &amp; more of it."
    for n in range(9)
]
BESIDE = "Home", "Share this", "Old ferry sinks", "A picture of the ferry", "Imprint of the paper"


def page(number=0, paragraphs=PARAGRAPHS, **fields):
    body = "".join(f"<p>{text}</p>" for text in paragraphs[:4])
    body += "<figure><img src=a.jpg><figcaption>A picture of the ferry</figcaption></figure><h2>We keep a heading</h2>"
    body += "".join(f"<p>{text}</p><!-- note -->" for text in paragraphs[4:])
    source = (
        "<html><head><title>Old ferry sinks | Paper</title><style>p {}</style><script>var a</script></head><body>"
        "<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul></nav><main><article class=story>"
        "<h1>Old ferry sinks</h1><div class=byline>By Jo Doe</div><div class='body text'>"
        f"{body}</div><div class=share>Share this</div></article>"
        "<aside class=side><h3>Most read</h3><ul><li>A goat in the harbour won a prize on Monday</li></ul></aside></main>"
        "<footer>Imprint of the paper</footer></body></html>"
    )
    gold = "\n".join([*paragraphs[:4], "We keep a heading", *paragraphs[4:]])
    gold = gold.replace("<b>", "").replace("</b>", "").replace("&amp;", "&")
    row = {"id": f"page{number}", "url": f"https://www.paper{number}.example/a", "lang": "en", "type": "news"}
    return {**row, "title": "Old ferry sinks", "author": "Jo Doe", "html": source, "text": gold, **fields}


def found():
    return articles("en", 200) + articles("vi", 200)


@unittest.skipUnless(NEEDED, "lxml, numpy and rapidfuzz are for training")
class Copies(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stocks = Stocks(found(), ["en", "vi"])
        cls.found = []
        augmenter = Augmenter(cls.stocks)
        for number in range(40):
            row = page(number)
            cls.found += [(row, copy) for copy in augmenter.copies(row, len(KINDS))]

    def of(self, kind):
        return [(row, copy) for row, copy in self.found if copy["id"].endswith(f"#{kind}")]

    def test_every_kind_is_made(self):
        for kind in KINDS:
            self.assertGreater(len(self.of(kind)), 5, kind)

    def test_the_gold_is_the_text_of_the_marked_elements(self):
        for _, copy in self.found:
            kept = [line for line, label in zip(copy["lines"], copy["labels"]) if label]
            self.assertEqual(copy["text"], "\n".join(kept), copy["id"])
            self.assertTrue(kept, copy["id"])

    def test_a_written_page_reads_as_it_was_labelled(self):
        for _, copy in self.found:
            self.assertNotIn("data-mark", copy["html"])
            texts = [block.text for block in Page(copy).blocks()]
            self.assertEqual(texts, copy["lines"], copy["id"])
            self.assertEqual(list(shares_of_lines(texts, copy["lines"], copy["labels"])), copy["labels"], copy["id"])

    def test_of_the_page_itself_the_article_and_nothing_else_is_content(self):
        for row, copy in self.found:
            if copy["id"].endswith("#translated"):
                continue
            own = set(row["text"].split("\n"))
            for line, label in zip(copy["lines"], copy["labels"]):
                if "keep" in line and line in own:
                    self.assertTrue(label, (copy["id"], line))
                elif line in BESIDE:
                    self.assertFalse(label, (copy["id"], line))

    def test_what_is_put_in_is_content_in_endings_alone(self):
        for kind in KINDS:
            if kind in ("ending", "translated"):
                continue
            for _, copy in self.of(kind):
                self.assertNotRegex(copy["text"], "number [0-9]+", copy["id"])
        for row, copy in self.of("ending"):
            kept = [line for line, label in zip(copy["lines"], copy["labels"]) if label]
            self.assertGreater(len([line for line in kept if "keep" not in line]), 0, copy["id"])

    def test_a_short_article_is_a_beginning_of_the_long_one(self):
        for row, copy in self.of("short"):
            self.assertTrue(row["text"].startswith(copy["text"]), copy["id"])
            self.assertLess(len(copy["text"]), len(row["text"]))
            self.assertIn("Share this", copy["lines"])
            self.assertNotIn("paragraph 8", copy["html"])

    def test_a_second_article_has_the_markup_of_the_first(self):
        for _, copy in self.of("second"):
            found = Page(copy).blocks()
            looks = lambda block: (block.element.tag, block.element.get("class"))
            own = [number for number, label in enumerate(copy["labels"]) if label]
            second = [number for number, block in enumerate(found) if "were talked about" in block.text]
            self.assertGreater(len(second), 2, copy["id"])
            self.assertGreater(second[0], own[-1], copy["id"])
            own = {looks(found[number]) for number in own}
            self.assertGreater(len(own & {looks(found[number]) for number in second}), 0, copy["id"])

    def test_a_header_stands_before_the_body(self):
        for row, copy in self.of("header"):
            self.assertEqual(sorted(copy["text"].split("\n")), sorted(row["text"].split("\n")))

    def test_the_same_each_time(self):
        again = Augmenter(Stocks(found(), ["en", "vi"]))
        for row, copy in self.found[:9]:
            self.assertEqual([c for c in again.copies(row, len(KINDS))][0]["id"].split("#")[0], row["id"])
        first = [copy for number in range(3) for copy in Augmenter(self.stocks).copies(page(number), 9)]
        second = [copy for number in range(3) for copy in Augmenter(again.stocks).copies(page(number), 9)]
        self.assertEqual(first, second)

    def test_copies_have_the_fold_of_their_page_and_borrow_from_it_alone(self):
        folds = {article.title.split()[-1]: article.fold for article in found()}
        for row, copy in self.found:
            self.assertEqual(fold_of(copy), fold_of(row))
            for line in copy["lines"]:
                for number in line.split("number ")[1:]:
                    digits = number.split()[0].strip(".:,")
                    if digits in folds:
                        self.assertEqual(folds[digits], fold_of(row), (copy["id"], line))

    def test_a_copy_without_an_address_has_its_pages_fold(self):
        for row, copy in self.found[:30]:
            self.assertEqual(fold_of({**copy, "url": None}), fold_of({**row, "url": None}))

    def test_names_of_another_page_come_from_the_same_fold(self):
        augmenter = Augmenter(self.stocks)
        for number in range(40):
            row = page(number)
            row["html"] = row["html"].replace("class=story", f"class=fold{fold_of(row)}")
            for copy in augmenter.copies(row, 1, only="names"):
                for fold in range(5):
                    if fold != fold_of(row):
                        self.assertNotIn(f"fold{fold}", copy["html"])


@unittest.skipUnless(NEEDED, "lxml, numpy and rapidfuzz are for training")
class Trees(unittest.TestCase):
    def test_a_page_whose_gold_is_not_found_is_no_model(self):
        self.assertIsNotNone(Page.of(page()))
        self.assertIsNone(Page.of(page(text="Something else altogether that nobody wrote on this page at all.")))

    def test_a_page_that_has_its_article_twice_is_no_model(self):
        row = page()
        twice = row["html"].split("<div class='body text'>")[1].split("</div>")[0]
        row["html"] = row["html"].replace("</main>", f"<div>{twice}</div></main>")
        self.assertIsNone(Page.of(row))

    def test_blocks_end_at_block_level_and_custom_elements(self):
        tree = html.document_fromstring("<div>a <b>b</b><p>c</p>d<x-y>e</x-y><template>f</template></div>")
        self.assertEqual([block.text for block in blocks(tree.find("body"))], ["a b", "c", "d", "e"])

    def test_text_after_an_element_stays_where_it_is(self):
        tree = make("div", {}, "before", make("b", {}, "one"), "after", keep=True)
        remove(tree[0])
        self.assertEqual([(block.text, block.is_content) for block in blocks(tree)], [("beforeafter", True)])
        tree = make("div", {}, make("p", {}, "one"), "after", keep=True)
        insert_after(tree[0], make("p", {}, "two"), make("p", {}, "three"))
        texts = [(block.text, block.is_content) for block in blocks(tree)]
        self.assertEqual(texts, [("one", False), ("two", False), ("three", False), ("after", True)])


@unittest.skipUnless(NEEDED, "lxml, numpy and rapidfuzz are for training")
class Figures(unittest.TestCase):
    def test_augmented_pages_have_rows_of_their_own(self):
        import contextlib
        import io
        from types import SimpleNamespace

        pages = [
            SimpleNamespace(corpus=corpus, id=id, kind="article", language="en")
            for corpus, id in (("augmented", "a#short"), ("augmented", "b#short"), ("vi_dev", "c"))
        ]
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            print_table(pages, [[0, 0, 0], [0.5, 0, 0], [1, 1, 1]])
        rows = [line.split() for line in out.getvalue().splitlines()[1:]]
        self.assertIn(["augmented:", "short", "2", "0.2500", "0.0000", "0.0000"], rows)
        self.assertEqual([row[0] for row in rows].count("augmented:"), 1)

    def test_fragments_of_an_aggregator_count_less(self):
        from types import SimpleNamespace

        weigh = lambda kind: page_weight(SimpleNamespace(corpus="vi_more_dev", kind=kind))
        self.assertLess(weigh("aggregator_fragment"), weigh("news") / 2)

    def test_labels_of_blocks_are_read_from_the_file(self):
        import json
        import pathlib
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder)
            row = {"id": "a#short", "lines": ["One", "Two"], "labels": [1, 0]}
            (path / "augmented.jsonl").write_text(json.dumps(row) + "\n")
            self.assertEqual(line_labels(path, "augmented"), {"a#short": (["One", "Two"], [1, 0])})


if __name__ == "__main__":
    unittest.main()
