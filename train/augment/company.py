"""Adds parts beside the article: a second article, cards of other articles, comments, an author
box. None of them is gold.

Each function changes a page and returns `True`, or does not change it and returns `False`.
"""
import copy
import re

from augment import markup
from augment.page import blocks, insert_after, make, remove, replace_text, squeeze, unmark
from text import tokens

# Maximum number of words, per word of the article, in the element that is copied for a second
# article.
MOST_BESIDE = 1.6
SECOND_BLOCKS = (4, 16)
# A text outside the article with more words than this, such as a caption, gets other words in the
# second article.
LABEL_WORDS = 7
CARDS = (3, 6)
COMMENTS = (2, 7)
COMMENT_LENGTH = (30, 220)
# The elements for a comment and for the list of comments.
COMMENT_MARKUP = [
    ("div", "div"), ("li", "ol"), ("li", "ul"), ("article", "div"), ("section", "div"), ("div", "section"),
]  # fmt: skip
CARD_PLACES = "middle middle middle after after below".split()


def second(page, stock, names, rng):
    """Adds another whole article after the page's own, in the markup of the first."""
    whole = _whole_article(page)
    container = page.container()
    other = stock.article(rng, parts=3)
    section = whole if whole is not None else container
    if section.tag in ("body", "td"):
        return False
    twin = copy.deepcopy(section)
    twin.tail = None
    subheadings = [part.text for part in other.parts if part.kind == "h"]
    paragraphs = [part.text for part in other.parts if part.kind in ("p", "item")][: rng.randint(*SECOND_BLOCKS)]
    if other.lead:
        paragraphs.insert(0, other.lead)
    heading = page.headline()
    headline = squeeze(heading.text_content()) if heading is not None else ""
    said = tokens(headline)
    has_title = False
    for block in blocks(twin):
        if block.is_content:
            left = subheadings if is_heading(block) else paragraphs
            if left and paragraphs:
                replace_text(block, left.pop(0))
            else:
                _drop(block, twin)
        elif block.element.tag == "h1" or said and tokens(block.text) == said:
            replace_text(block, other.title)
            has_title = True
        elif author(page) and author(page) in block.text:
            replace_text(block, other.byline or stock.phrase("byline", rng) or stock.phrase("name", rng) or other.title)
        elif headline and headline in block.text:
            replace_text(block, block.text.replace(headline, other.title))
        elif len(tokens(block.text)) > LABEL_WORDS:
            replace_text(block, stock.sentence(rng, len(block.text) * 0.7, len(block.text) * 1.3))
    unmark(twin)
    for element in twin.iter():
        for name in ("id", "name"):
            if element.get(name):
                element.set(name, f"{element.get(name)}-2")
        if element.tag == "img":
            element.set("src", f"{markup.IMAGES}/{rng.randrange(10**6)}.jpg")
            element.attrib.pop("srcset", None)
        if element.tag == "script":
            element.text = "{}"
    if not has_title:
        said = markup.link(rng, other.title) if rng.random() < 0.4 else other.title
        head = make(rng.choice(["h1", "h2"]), names.of("title"), said)
        parts = [head]
        name = other.byline or stock.phrase("name", rng)
        if name and rng.random() < 0.6:
            parts.append(make("div", names.of("byline"), name))
        for part in reversed(parts):
            twin.insert(0, part)
            part.tail = "\n"
        twin.text = None
    insert_after(section, twin)
    return True


def is_heading(block):
    """Returns `true` if a block of the article is a subheading."""
    return bool(re.fullmatch("h[1-6]", block.element.tag))


def author(page):
    return (page.row.get("author") or "").split(";")[0].strip()


def _whole_article(page):
    """Returns the smallest element with the headline and the article, or nothing if it holds much
    else."""
    headline, container = page.headline(), page.container()
    if headline is None:
        return None
    above = [container, *container.iterancestors()]
    whole = next((element for element in headline.iterancestors() if element in above), None)
    if whole is None or whole.tag in ("body", "html"):
        return None
    words = sum(len(tokens(block.text)) for block in blocks(whole))
    content = sum(len(tokens(block.text)) for block in page.content())
    return whole if words <= MOST_BESIDE * content else None


def _drop(block, within):
    """Removes a block, and the elements that become empty."""
    for element, place in block.slots:
        setattr(element, place, None)
    element = block.element
    while element is not within and element.getparent() is not None and not blocks(element):
        parent = element.getparent()
        if element.find(".//img") is not None:
            break
        remove(element)
        element = parent


def related(page, stock, names, rng):
    """Adds a box of cards in the middle of the article, at its end or below it."""
    heading = None
    if rng.random() < 0.7:
        heading = stock.phrase(rng.choice(["related_label", "related_label", "latest_label", "most_read_label"]), rng)
    stories = stock.stories(rng, rng.randint(*CARDS))
    if len(stories) < CARDS[0]:
        return False
    box = markup.cards(rng, names, stories, heading)
    pieces, place = page.pieces(), rng.choice(CARD_PLACES)
    if place == "middle" and len(pieces) > 2:
        insert_after(pieces[rng.randrange(len(pieces) - 1)], box)
    elif place == "below" and page.container().tag not in ("body", "td"):
        insert_after(page.container(), box)
    else:
        insert_after(pieces[-1], box)
    return True


def discussion(page, stock, names, rng):
    """Adds an author box, comments or both after the article."""
    name = author(page) or stock.phrase("name", rng)
    new = []
    both = rng.choice(["author", "comments", "comments", "both", "both"])
    if both != "comments" and name:
        new.append(_author_box(name, stock, names, rng))
    if both != "author" or not new:
        new.append(_comments(stock, names, rng))
    inside = rng.random() < 0.5 or page.container().tag in ("body", "td")
    insert_after(page.pieces()[-1] if inside else page.container(), *new)
    return True


def _author_box(name, stock, names, rng):
    base = rng.choice(["author-box", "author-bio", "about-author", "author", "profile", "bio", "byline-card"])
    said = stock.phrase("author_box", rng, byline=name)
    label, text = None, said
    if said and "\n" in said:
        label, text = said.split("\n", 1)
    has_name = rng.random() < 0.7
    bio = ("" if has_name else f"{name} – ") + stock.sentence(rng, 60, 200)
    if text is None or rng.random() < 0.5:
        text = bio
    parts = []
    if label and rng.random() < 0.7:
        parts.append(make(rng.choice(["h3", "h4", "div"]), names.of(base, "heading"), label))
    if rng.random() < 0.6:
        parts.append(markup.image(rng, wide=False))
    if has_name:
        parts.append(make(rng.choice(["h4", "div", "span", "p"]), names.of(base, "name"), markup.link(rng, name)))
    parts.append(make(rng.choice(["p", "p", "div"]), names.of(base, "text"), text))
    if rng.random() < 0.3:
        parts.append(make("p", {}, stock.sentence(rng, 40, 160)))
    return make(rng.choice(["div", "div", "section", "aside", "footer"]), names.of(base), *parts)


def _comments(stock, names, rng):
    base = rng.choice(["comments", "comment-list", "discussion", "responses", "replies", "thread"])
    row, box = rng.choice(COMMENT_MARKUP)
    made = []
    for _ in range(rng.randint(*COMMENTS)):
        made.append(make(row, names.of("comment"), *_comment(stock, names, rng)))
    heading = stock.phrase("comment_label", rng) if rng.random() < 0.8 else None
    head = make(rng.choice(["h2", "h3", "h4", "div"]), names.of(base, "heading"), heading) if heading else None
    form = stock.phrase("comment_form", rng) if rng.random() < 0.4 else None
    after = make("p", names.of(base, "form"), form) if form else None
    listed = make(box, names.of(base, "list"), *made)
    return make(rng.choice(["div", "section", "aside"]), names.of(base), head, listed, after)


def _comment(stock, names, rng):
    said = (stock.phrase("comments", rng) or "").split("\n")
    name = stock.person(rng) if rng.random() < 0.5 else stock.nickname(rng)
    if len(said) > 1:
        name = said[0]
    texts = [stock.sentence(rng, *COMMENT_LENGTH) for _ in range(rng.choice([1, 1, 1, 2]))]
    if len(said) > 1 and rng.random() < 0.5:
        texts = [max(said[1:], key=len)]
    parts = [make(rng.choice(["b", "strong", "span", "div"]), names.of("comment", "author"), name)]
    moment = stock.phrase("date_form", rng)
    if moment and rng.random() < 0.6:
        parts.append(make(rng.choice(["time", "span", "div"]), names.of("comment", "date"), moment))
    paragraph = rng.choice(["p", "p", "div"])
    parts += [make(paragraph, names.of("comment", "text"), text) for text in texts]
    return parts
