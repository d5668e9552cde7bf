"""Makes pastes from pages: plain text in the forms that copying results in.

    python3 train/pastes.py OUT CORPUS.jsonl.gz…

Writes OUT/<corpus>.pastes.jsonl with one paste per line. Each has the corpus's data of the page,
`text` (its article), and `paste` (the pasted text) instead of `html`. The first paste of each
page, `<id>`, is its visible text with one line for each block. The others, `<id>#<shape>`, are
copied, cropped and wrapped at random. The seed is made from the page's id, so the pastes are the
same each time.
"""
import gzip
import json
import pathlib
import random
import re
import sys
import textwrap
from html.parser import HTMLParser

from folds import fold_of
from text import tokens

# Number of shapes for each page besides its visible text. The smaller, multilingual corpora get
# more.
SHAPES = {
    "wcxb_dev": 1, "fundus_dev": 4, "magic_html_dev": 2, "vi_dev": 6, "fundus_more_dev": 4, "aed_dev": 1, "vi_more_dev": 4,
}  # fmt: skip
BLOCKS = set(
    "address article aside blockquote br button canvas dd div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section select table td tfoot th thead tr ul".split()
)
HIDDEN = set("script style noscript template head title svg iframe textarea".split())
# Elements with a margin. Browsers copy them with a blank line before and after.
MARGINS = set("blockquote dl figure h1 h2 h3 h4 h5 h6 ol p pre ul".split())
WIDTHS = [60, 66, 72, 78]
# How often a paste begins at the headline, ends soon after the article, and has a second article
# after the first.
CROPPED_START, CROPPED_END, SECOND = 0.5, 0.5, 0.3
# Minimum number of words of a line in the gold text that certainly belongs to the article.
SURE_WORDS = 8


class Marks(HTMLParser):
    """The visible content of a page as a list of texts, and of the elements that begin and end
    between them."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.marks, self.hidden = [], 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag in HIDDEN:
            self.hidden += 1
        if tag in BLOCKS:
            self.marks.append(("start", tag))
        if tag == "img" and not self.hidden:
            self.marks.append(("image", dict(attributes).get("alt") or ""))

    def handle_endtag(self, tag):
        if tag in HIDDEN and self.hidden:
            self.hidden -= 1
        if tag in BLOCKS:
            self.marks.append(("end", tag))

    def handle_data(self, data):
        if not self.hidden:
            self.marks.append(("text", data))


def visible_lines(marks):
    """Returns the visible text with one line for each block."""
    out = ["\n" if kind in ("start", "end") else _spaces(value) for kind, value in marks if kind != "image"]
    return [line for line in map(_tidy, "".join(out).split("\n")) if line]


def copied_lines(marks, images, bullets):
    """Returns the lines of a selection that a browser copied: blank lines at margins, tabs between
    cells. Empty strings are blank lines."""
    lines, line, numbers, in_row = [""], [], [], False

    def end_line(blank=False):
        text = re.sub(r" *\t *", "\t", "".join(line)).strip(" \n")
        if text.strip():
            lines.append(text if in_row or "\t" not in text else _tidy(text))
        line.clear()
        if blank and lines[-1]:
            lines.append("")

    for kind, value in marks:
        if kind == "text":
            line.append(_spaces(value))
        elif kind == "image":
            if images and value.strip():
                line.append(f" {_tidy(value)} ")
        elif value in ("td", "th"):
            if kind == "start" and "".join(line).strip():
                line.append("\t")
        elif value == "tr":
            end_line()
            in_row = kind == "start"
        elif value == "br":
            end_line()
        else:
            end_line(value in MARGINS)
            if value in ("ol", "ul"):
                if kind == "start":
                    numbers.append(0)
                elif numbers:
                    numbers.pop()
            if value == "li" and kind == "start" and bullets:
                if numbers:
                    numbers[-1] += 1
                line.append("    • " if bullets == "bullets" or not numbers else f"    {numbers[-1]}. ")
    end_line()
    return [line for line in lines if re.sub(r"[•\s]|\d+\.$", "", line) or not line]


def spaced(lines):
    """Returns the lines with a blank line between any two."""
    return [part for line in lines if line for part in (line, "")]


def wrapped(lines, width):
    """Returns the lines broken at a width, with a blank line between paragraphs."""
    out = []
    for line in lines:
        if not line:
            continue
        out += textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) + [""]
    return out


def cropped(lines, page, rng):
    """Returns the lines from the headline to a place somewhere after the article."""
    title, gold = _fold(page.get("title")), f" {_fold(page['text'])} "
    folded = [_fold(line) for line in lines]
    start, end = 0, len(lines)
    if rng.random() < CROPPED_START and title in folded:
        start = max(0, folded.index(title) - rng.choice([0, 0, 0, 1, 3]))
    sure = [i for i, text in enumerate(folded) if text.count(" ") + 1 >= SURE_WORDS and f" {text} " in gold]
    if sure and rng.random() < CROPPED_END:
        end = rng.randint(sure[-1] + 1, len(lines))
    return lines[start:end], max(0, min(end, sure[-1] + 1 if sure else end) - start)


def with_second(lines, at, other, blank):
    """Returns the lines with another page's headline and article after the end of the first
    article."""
    second = [line for line in [other["title"], *other["text"].split("\n")] if line.strip()]
    return lines[:at] + (spaced(second) if blank else second) + lines[at:]


def pastes(page, count, other):
    """Returns the pastes of a page, as pairs of a name and a text. The article of the page `other`
    may follow."""
    marks = Marks(page["html"]).marks
    yield None, "\n".join(visible_lines(marks))
    rng = random.Random(page["id"])
    for shape in rng.sample(["lines", "copied", "images", "bulleted", "spaced", "wrapped"], count):
        match shape:
            case "lines":
                lines = visible_lines(marks)
            case "copied":
                lines = copied_lines(marks, False, None)
            case "images":
                lines = copied_lines(marks, True, None)
            case "bulleted":
                lines = copied_lines(marks, True, rng.choice(["bullets", "numbers"]))
            case "spaced":
                lines = spaced([line.replace("\t", " ") for line in copied_lines(marks, rng.random() < 0.5, None)])
            case "wrapped":
                lines = copied_lines(marks, False, None)
        lines, end = cropped(lines, page, rng)
        # After a page without an article, a whole article would be the page's article, so none is
        # added.
        if other and rng.random() < SECOND and page["text"]:
            lines = with_second(lines, end, other, "" in lines)
        if shape == "wrapped":
            lines = wrapped(lines, rng.choice(WIDTHS))
        yield shape, "\n".join(lines)


def write(corpus, out):
    name = corpus.name.split(".")[0]
    before = {}
    with gzip.open(corpus, "rt", encoding="utf-8") as file, open(out / f"{name}.pastes.jsonl", "w") as pages:
        for page in map(json.loads, file):
            key = fold_of(page), (page.get("lang") or "")[:2]
            for shape, paste in pastes(page, SHAPES.get(name, 1), before.get(key)):
                row = {field: page.get(field) for field in ("id", "url", "type", "lang", "text")}
                if shape:
                    row["id"] += f"#{shape}"
                pages.write(json.dumps({**row, "paste": paste}, ensure_ascii=False) + "\n")
            if page.get("type") in ("article", "news") and page.get("title") and page["text"]:
                before[key] = {"title": page["title"], "text": page["text"]}


def _spaces(text):
    return re.sub(r"\s+", " ", text)


def _tidy(text):
    return _spaces(text).strip()


def _fold(text):
    return " ".join(tokens(text))


if __name__ == "__main__":
    out = pathlib.Path(sys.argv[1])
    for corpus in sys.argv[2:]:
        write(pathlib.Path(corpus), out)
