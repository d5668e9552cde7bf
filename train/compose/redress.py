"""Fills real layouts with new text. Each line of a real page is replaced by a line of the same role
in another language.

Only the layout is real: the lengths of lines, the repetitions, and the places of labels, teasers
and buttons. No text of the page remains except numbers and marks.
"""
import re
from dataclasses import dataclass

from compose.articles import END_MARK, MAX_SUBHEADING, sentences
from compose.page import VARIANTS, Line, Paste
from compose.wording import Wording
from folds import domain, fold_of
from labels import soft_labels
from pastes import Marks, visible_lines
from text import tokens

# Layouts with fewer or more lines are not used.
MIN_LINES, MAX_LINES = 12, 400
# Layouts with fewer lines of the article are not used, because their gold text is not on the page.
MIN_CONTENT_LINES = 3
# Smallest share of a line that must belong to the article, so that the line does.
CONTENT_SHARE = 0.5
# A line with at most this number of words and no content near it is not part of the article. The
# gold text has its words elsewhere.
STRAY_WORDS = 8
# Minimum numbers of words of boilerplate that is a sentence or a headline. Shorter boilerplate is a
# label.
SENTENCE_WORDS, HEADLINE_WORDS = 9, 5
DATE = re.compile(r"\b(?:19|20)\d\d\b.*\d|\d.*\b(?:19|20)\d\d\b")
LETTERS = re.compile(r"[^\W\d_]")
# Lists for labels of one or two words above the article, and below it.
ABOVE = "menu menu menu_long share account".split()
BELOW = "footer_links footer_links share tags follow contact".split()
# Longer phrases, in characters, are not labels.
LABEL_LENGTH = 40


@dataclass
class Layout:
    """The lines of a real page, each with its role."""

    id: str
    url: str
    fold: int
    lines: list

    @classmethod
    def of(cls, page):
        """Returns the layout of a page of a corpus, or nothing if the page is not suitable."""
        lines = visible_lines(Marks(page["html"]).marks)
        if not MIN_LINES <= len(lines) <= MAX_LINES:
            return None
        share = soft_labels(lines, page["text"])
        title, author = _fold(page.get("title")), _fold(page.get("author"))
        content = _without_strays(lines, share >= CONTENT_SHARE)
        last = max((i for i, is_content in enumerate(content) if is_content), default=len(lines) // 2)
        if page["text"] and sum(content) < MIN_CONTENT_LINES:
            return None
        roles = [role_of(text, content[i], i > last, title, author) for i, text in enumerate(lines)]
        return cls(page["id"], page.get("url") or "", fold_of(page), list(zip(lines, roles)))


def _without_strays(lines, content):
    """Leaves out short lines that have words of the article only by chance: content lines without
    other content near them."""
    near = lambda i: [content[j] for j in range(max(0, i - 2), min(len(lines), i + 3)) if j != i]
    is_stray = lambda i: len(lines[i].split()) <= STRAY_WORDS and not any(near(i))
    return [bool(value) and not is_stray(i) for i, value in enumerate(content)]


def role_of(text, is_content, is_below, title, author):
    words, folded = len(text.split()), _fold(text)
    if is_content:
        return "h" if len(text) <= MAX_SUBHEADING and not END_MARK.search(text) else "p"
    if title and title in folded and len(folded) < 2 * len(title):
        return "title" if folded == title else "title_more"
    if author and author in folded and words <= 8:
        return "byline"
    if not LETTERS.search(text):
        return "number"
    if "©" in text or "copyright" in folded:
        return "copyright"
    if words <= SENTENCE_WORDS and DATE.search(text):
        return "date"
    if END_MARK.search(text) and words >= SENTENCE_WORDS:
        return "teaser"
    if words >= HEADLINE_WORDS or len(text) > 45:
        return "headline"
    return "below" if is_below else "above"


def redress(layout, language, pool, number, rng):
    """Returns a paste with this layout and the texts of a language."""
    wording = Wording(language, rng.choice(language.grammars), rng.randrange(VARIANTS))
    has_article = any(role in ("p", "h") for _, role in layout.lines)
    article = pool.article(rng) if has_article else None
    paste = Paste(
        id=f"{layout.id}~{language.code}#{number}",
        language=language.code,
        grammar=f"layout of {domain(layout.url) or layout.id}",
        kind="layout",
        form="news" if has_article else "listing",
        fold=layout.fold,
        outlet=article.outlet if article else "",
        has_article=has_article,
    )
    dresser = Dresser(wording, article, pool, rng)
    for text, role in layout.lines:
        dressed = dresser.dress(text, role)
        if dressed:
            paste.lines.append(Line(dressed, role in ("p", "h"), role, role in ("p", "title", "headline")))
    if any(role == "title" for _, role in layout.lines) and article:
        paste.title = article.title
    if dresser.used_byline and article:
        paste.byline = dresser.byline
    paste.has_article = any(line.content for line in paste.lines)
    return paste


class Dresser:
    def __init__(self, wording, article, pool, rng):
        self.wording, self.rng = wording, rng
        self.others = pool.others(article, 200, rng)
        self.title = article.title if article else ""
        self.paragraphs = [part.text for part in article.parts if part.kind in ("p", "item")] if article else []
        if article and article.lead:
            self.paragraphs.insert(0, article.lead)
        self.subheadings = [part.text for part in article.parts if part.kind == "h"] if article else []
        self.scope = {**wording.scope(rng), "title": self.title, "section": self._phrase("section")}
        self.byline = article and article.byline or self._phrase("name")
        self.used_byline = False
        # Texts that the page repeats must also be repeated in the new text.
        self.seen = {}

    def dress(self, text, role):
        if role == "number":
            return text
        if text not in self.seen:
            self.seen[text] = getattr(self, f"_{role}")(text)
        elif role in ("p", "h"):
            # If the article repeats a short text, such as a cell or an item, it would become a
            # repeated sentence.
            return ""
        return self.seen[text]

    def _p(self, text):
        return self.paragraphs.pop(0) if self.paragraphs else ""

    def _h(self, text):
        """Returns a subheading. If the article has none, returns a short sentence of it, or
        nothing."""
        if self.subheadings:
            return self.subheadings.pop(0)
        if not self.paragraphs:
            return ""
        first, *rest = sentences(self.paragraphs[0])
        if len(first) > MAX_SUBHEADING or not rest:
            return ""
        self.paragraphs[0] = self.wording.language.space.join(rest)
        return first.rstrip(".")

    def _title(self, text):
        return self.title

    def _title_more(self, text):
        return f"{self.title}{self.rng.choice([' - ', ' | ', ' ', ': '])}{self.scope['site']}"

    def _byline(self, text):
        self.used_byline = True
        facts = {"byline": self.byline, "source": self._phrase("agency"), "date": ""}
        return self.wording.fill(self.wording.fixed("byline_form"), {**self.scope, **facts}, self.rng)

    def _date(self, text):
        form = self.wording.fixed("date_form")
        return self.wording.fill(form, self.wording.date_slots(self.wording.moment(self.rng)), self.rng)

    def _copyright(self, text):
        return self._phrase("copyright")

    def _headline(self, text):
        return self._other().title

    def _teaser(self, text):
        other = self._other()
        body = other.lead or next((part.text for part in other.parts if part.kind == "p"), other.title)
        count = max(1, round(len(text) / max(1, len(body)) * len(sentences(body))))
        return self.wording.language.space.join(sentences(body)[:count])

    def _above(self, text):
        return self.label(ABOVE)

    def _below(self, text):
        return self.label(BELOW)

    def labelled(self, text, names):
        """Returns the label from one of these lists that replaces another label everywhere on the
        page."""
        if text not in self.seen:
            self.seen[text] = self.label(names)
        return self.seen[text]

    def label(self, names):
        """Returns a label from one of these lists."""
        names = [name for name in names if name in self.wording.lists] or ["section"]
        label = self._phrase(self.rng.choice(names)).split("\n")[0]
        return label if len(label) <= LABEL_LENGTH else self._phrase("section")

    def _phrase(self, name):
        scope = getattr(self, "scope", None) or self.wording.scope(self.rng)
        return self.wording.fill(self.rng.choice(self.wording.lists[name]), {**scope, "headline": self.title}, self.rng)

    def _other(self):
        return self.others.pop() if len(self.others) > 1 else self.others[0]


def _fold(text):
    return " ".join(tokens(text or ""))
