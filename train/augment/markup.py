"""Makes markup like that of sites: the names of one site, and lists, tables, figures and cards from
texts.
"""
import hashlib
import random

from augment.page import make

# The ways in which sites name their classes.
NAMINGS = "plain plain bem component hash none".split()
CARD_NAMES = "related related more-stories recommended promo teaser-list box block cards".split()
# The elements for a list of cards and for a card.
CARD_MARKUP = [
    ("ul", "li"), ("div", "div"), ("div", "article"), ("section", "article"), ("section", "div"), ("aside", "div"),
    ("ol", "li"),
]  # fmt: skip
IMAGES = "https://images.example.org"


class Names:
    """The class names of one site, in the site's style."""

    def __init__(self, key):
        rng = random.Random(key)
        self.key, self.naming = key, rng.choice(NAMINGS)
        self.prefix = rng.choice("c o u site app td wp m page".split())
        self.hash = rng.choice(["css", "sc", "styles", "jsx"])

    def of(self, base, element=""):
        """Returns the attributes of an element with this part."""
        if self.naming == "none":
            return {}
        joined = f"{base}-{element}" if element else base
        if self.naming == "bem":
            joined = f"{self.prefix}-{base}__{element}" if element else f"{self.prefix}-{base}"
        elif self.naming == "component":
            joined = f"{base.title().replace('-', '')}_{element or 'root'}__{short_hash(self.key + joined)}"
        elif self.naming == "hash":
            joined = f"{self.hash}-{short_hash(self.key + joined)}"
        return {"class": joined}


def short_hash(text):
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def image(rng, wide=True, alt=""):
    width = rng.choice([640, 800, 1200] if wide else [120, 160, 300])
    source = f"{IMAGES}/{rng.randrange(10**6)}.jpg"
    return make("img", {"src": source, "alt": alt, "width": str(width), "height": str(width * 9 // 16)})


def link(rng, text, keep=False, outside=False):
    slug = short_hash(text)
    folder = rng.choice(["news", "article", "story", "2024"])
    href = f"https://www.{slug}.example/{slug}" if outside else f"/{folder}/{slug}.html"
    return make("a", {"href": href}, text, keep=keep)


def items(rng, names, texts, ordered, links=False):
    """Returns a list of the article in one of the forms that sites use, or several elements if the
    form has no parent."""
    inner = [link(rng, text, keep=True, outside=True) if links else text for text in texts]
    forms = ["li", "li", "li", "li", "li p"] if links else ["li", "li", "li", "li", "li p", "term", "p", "br", "div"]
    form = rng.choice(forms)
    if form in ("li", "li p"):
        rows = [make("p", {}, one, keep=True) if form == "li p" else one for one in inner]
        return [make("ol" if ordered else "ul", names.of("list"), *(make("li", {}, row, keep=True) for row in rows))]
    if form == "term":
        rows = [split_term(rng, text) for text in texts]
        return [make("ol" if ordered else "ul", {}, *(make("li", {}, *row, keep=True) for row in rows))]
    bullet = rng.choice(["• ", "- ", "– ", "* "])
    texts = [(f"{number}. " if ordered else bullet) + text for number, text in enumerate(texts, 1)]
    if form == "p":
        return [make("p", {}, text, keep=True) for text in texts]
    if form == "div":
        rows = [make("div", names.of("steps", "item"), text, keep=True) for text in texts]
        return [make("div", names.of("steps"), *rows)]
    parts = [part for text in texts for part in (text, make("br"))][:-1]
    return [make("p", {}, *parts, keep=True)]


def split_term(rng, text):
    """Divides an item whose first words are emphasized: `<strong>First words:</strong> and the
    rest`."""
    words = text.split()
    count = rng.randint(1, 3)
    if len(words) < count + 3:
        return [text]
    return [make("strong", {}, " ".join(words[:count]).rstrip(",;:") + ":", keep=True), " " + " ".join(words[count:])]


def table(rng, names, header, rows, caption=None):
    """Returns a data table with a header row, a header column, both or none."""
    head_row = make("tr", {}, *(make("th", {}, cell, keep=True) for cell in header))
    side = rng.choice(["th", "td", "td"])
    tags = [side] + ["td"] * len(header)
    body = [make("tr", {}, *(make(tag, {}, cell, keep=True) for tag, cell in zip(tags, row))) for row in rows]
    form = rng.choice(["thead", "tbody", "plain", "headless"])
    if form == "thead":
        parts = [make("thead", {}, head_row), make("tbody", {}, *body)]
    else:
        parts = [make("tbody", {}, *([] if form == "headless" else [head_row]), *body)]
    if caption:
        parts.insert(0, make("caption", {}, caption, keep=True))
    element = make("table", names.of("table"), *parts)
    return [make("div", names.of("table", "wrapper"), element)] if rng.random() < 0.4 else [element]


def quotation(rng, names, text, who):
    """Returns a quotation, with or without the name of the speaker."""
    form = rng.choice(["p", "p", "bare", "cite", "figure", "div"])
    if form == "bare":
        return [make("blockquote", {}, text, keep=True)]
    if form == "div":
        return [make("div", names.of("quote"), make("p", {}, text, keep=True))]
    inner = make("blockquote", names.of("quote") if rng.random() < 0.5 else {}, make("p", {}, text, keep=True))
    if form == "cite":
        inner.append(make("footer", {}, "— ", make("cite", {}, who, keep=True), keep=True))
    if form == "figure":
        return [make("figure", {}, inner, make("figcaption", {}, f"— {who}", keep=True))]
    return [inner]


def definitions(rng, names, pairs):
    """Returns a list of terms and their definitions."""
    parts = [make(tag, {}, text, keep=True) for pair in pairs for tag, text in zip(("dt", "dd"), pair)]
    return [make("dl", names.of("definitions"), *parts)]


def figure(rng, names, caption, credit=None, base="image"):
    """Returns a picture with its caption. The caption is not part of the article's text."""
    form = rng.choice(["figure", "figure", "figure", "div", "p", "credit"])
    if form == "div":
        return make("div", names.of(base), image(rng), make("div", names.of(base, "caption"), caption))
    if form == "p":
        return make("div", names.of(base, "wrapper"), image(rng), make("p", names.of("caption"), caption))
    picture = image(rng, alt=caption if rng.random() < 0.5 else "")
    if rng.random() < 0.3:
        picture = make("picture", {}, picture)
    inner = [caption]
    if credit and form == "credit":
        inner = [make("span", names.of(base, "caption"), caption), " ", make("span", names.of(base, "credit"), credit)]
    return make("figure", names.of(base), picture, make("figcaption", {}, *inner))


def cards(rng, names, stories, heading):
    """Returns a box of other articles, each with a title and a teaser."""
    base = rng.choice(CARD_NAMES)
    level = rng.choice(["h3", "h4", "div", "p", "strong", "span"])
    box, row = rng.choice(CARD_MARKUP)
    picture, summary_tag = rng.random() < 0.5, rng.choice(["p", "p", "div", "span"])
    whole = rng.random() < 0.2
    made = []
    for title, summary in stories:
        text = make(summary_tag, names.of(base, "summary"), summary)
        thumbnail = make("a", {"href": f"/{short_hash(title)}"}, image(rng, wide=False)) if picture else None
        if whole:
            inner = make("a", {"href": f"/{short_hash(title)}"}, make(level, names.of(base, "title"), title), text)
            made.append(make(row, names.of(base, "item"), thumbnail, inner))
        else:
            head = make(level, names.of(base, "title"), link(rng, title))
            made.append(make(row, names.of(base, "item"), thumbnail, head, " ", text))
    head = make(rng.choice(["h2", "h3", "h4", "div", "p"]), names.of(base, "heading"), heading) if heading else None
    box = make(box, names.of(base, "list"), *made)
    if head is not None or rng.random() < 0.3:
        return make(rng.choice(["div", "div", "section", "aside"]), names.of(base), head, box)
    return box
