"""A page as a tree in which the texts of the article are marked.

A mark is an attribute of the element that holds the text (`text` in lxml) or comes before it
(`tail` in lxml). So marks move together with their elements, and text that is added without a
mark is boilerplate. Marks are removed when the page is written.
"""
import re
from collections import Counter

from lxml import etree, html

from labels import soft_labels
from pastes import BLOCKS, HIDDEN
from text import tokens

MARKS = {"text": "data-mark-text", "tail": "data-mark-tail"}
# Smallest share of a block that must belong to the article, so that the block does.
CONTENT_SHARE = 0.5
# The types of scripts that the product reads. All other scripts and the style sheets are left out,
# because they are most of a page's bytes.
READ_SCRIPTS = ("application/ld+json", "math/tex")
UNREAD = HIDDEN | {"noscript", "select", "object"}
# Elements that may directly contain an article's paragraphs. Custom elements may too.
CONTAINERS = set("article body center div main section td".split())
# Smallest share of the article in the container of its paragraphs.
CONTAINER_SHARE = 0.8
# A page is used only if its gold text is found well enough, few words of its blocks are in doubt,
# and little of its article is repeated. These are the smallest share found, and the largest shares
# in doubt and repeated.
MIN_FOUND, MAX_DOUBT, MAX_TWICE = 0.9, 0.08, 0.2
# Minimum number of paragraphs and other pieces in the container.
MIN_PIECES = 4


class Block:
    """A run of text on lines of its own. `slots` are the places of its texts: an element, and
    `text` or `tail`."""

    def __init__(self, element):
        self.element, self.slots = element, []

    @property
    def text(self):
        return " ".join("".join(getattr(element, place) for element, place in self.slots).split())

    @property
    def is_content(self):
        return all(is_marked(element, place) for element, place in self.slots)


class Page:
    """A page of a corpus that will be changed."""

    def __init__(self, row):
        self.row = row
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
        source = row["html"].replace("\0", "").encode("utf-8", "replace")
        self.root = html.document_fromstring(source, parser=parser)
        for element in list(self.root.iter("script", "style")):
            if element.tag == "style" or not (element.get("type") or "").lower().startswith(READ_SCRIPTS):
                element.drop_tree()
        self.body = self.root.find("body")
        if self.body is None:
            self.body = etree.SubElement(self.root, "body")

    @classmethod
    def of(cls, row):
        """Returns the page with its article marked, or nothing if its gold text is not found well
        enough."""
        page = cls(row)
        found = blocks(page.body)
        shares = soft_labels([block.text for block in found], row["text"])
        words = [len(tokens(block.text)) for block in found]
        gold = len(tokens(row["text"]))
        content = sum(count for count, share in zip(words, shares) if share >= CONTENT_SHARE)
        matched = sum(count * share for count, share in zip(words, shares))
        doubtful = sum(count for count, share in zip(words, shares) if 0.1 < share < 0.9)
        if not content or matched < MIN_FOUND * gold or doubtful > MAX_DOUBT * content:
            return None
        kept = Counter(block.text for block, share in zip(found, shares) if share >= CONTENT_SHARE)
        twice = sum(
            count
            for block, count, share in zip(found, words, shares)
            if share < CONTENT_SHARE and kept[block.text]
        )
        if twice > MAX_TWICE * content:
            return None
        for block, share in zip(found, shares):
            if share >= CONTENT_SHARE:
                for element, place in block.slots:
                    mark(element, place)
        return page if len(page.pieces()) >= MIN_PIECES else None

    def blocks(self):
        return blocks(self.body)

    def content(self):
        """Returns the blocks of the article."""
        return [block for block in self.blocks() if block.is_content]

    def container(self):
        """Returns the element that most directly holds the article's paragraphs, or nothing if it
        is of an unusual kind."""
        found = self.content()
        weight = Counter()
        for block in found:
            count = len(block.text)
            for element in (block.element, *block.element.iterancestors()):
                weight[element] += count
        total = sum(len(block.text) for block in found)
        element = self.root
        while True:
            inner = [child for child in element if weight[child] >= CONTAINER_SHARE * total]
            if not inner:
                break
            element = inner[0]
        usual = element.tag in CONTAINERS or "-" in element.tag
        return element if usual else None

    def pieces(self):
        """Returns the children of the container that hold only article text, in order."""
        container = self.container()
        if container is None:
            return []
        texts = {}
        for block in self.blocks():
            child = block.element
            while child is not None and child.getparent() is not container:
                child = child.getparent()
            if child is not None:
                texts.setdefault(child, []).append(block.is_content)
        return [child for child in container if all(texts.get(child, [False]))]

    def headline(self):
        """Returns the first `h1` or `h2` with the title before the article's last piece, or else
        the first `h1`."""
        title = tokens(self.row.get("title") or "")
        headings = [element for element in self.body.iter("h1", "h2") if element.text_content().strip()]
        for element in headings:
            if title and tokens(element.text_content()) == title:
                return element
        return next((element for element in headings if element.tag == "h1"), None)

    def gold(self):
        """Returns the marked text of the article, with one line for each block."""
        return "\n".join(block.text for block in self.content())

    def written(self, kind):
        """Returns the row for a corpus: the page, its gold text, and each block with its label."""
        lines, gold = self.blocks(), self.gold()
        texts, labels = [block.text for block in lines], [int(block.is_content) for block in lines]
        return {
            "id": f"{self.row['id']}#{kind}",
            "url": self.row.get("url"),
            "lang": self.row.get("lang"),
            "type": "article",
            "html": self.source(),
            "text": gold,
            "lines": texts,
            "labels": labels,
        }

    def source(self):
        for element in self.root.iter():
            for attribute in MARKS.values():
                if attribute in element.attrib:
                    del element.attrib[attribute]
        return html.tostring(self.root, encoding="unicode", doctype="<!DOCTYPE html>")


def mark(element, place):
    element.set(MARKS[place], "1")


def is_marked(element, place):
    return MARKS[place] in element.attrib


def is_block(element):
    """Returns `true` if an element is on lines of its own, as all custom elements are."""
    return element.tag in BLOCKS or "-" in element.tag


def blocks(body):
    """Returns the text blocks under an element, in reading order."""
    found, open_block, containers = [], None, [body]

    def add(element, place):
        nonlocal open_block
        text = getattr(element, place)
        if not text or not text.strip() and open_block is None:
            return
        if open_block is None:
            open_block = Block(containers[-1])
            found.append(open_block)
        if text.strip():
            open_block.slots.append((element, place))

    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            unread = element.tag in UNREAD
            if is_block(element) and not unread:
                open_block = None
                containers.append(element)
            if unread:
                walk.skip_subtree()
            else:
                add(element, "text")
        else:
            if is_block(element) and element.tag not in UNREAD:
                open_block = None
                containers.pop()
            if element is not body:
                add(element, "tail")
    return found


def make(tag, attributes=None, *parts, keep=False):
    """Makes an element from texts and elements. `keep` marks the texts as the article's. `None` is
    skipped."""
    element = html.Element(tag)
    for name, value in (attributes or {}).items():
        if value is not None:
            element.set(name, value)
    for part in parts:
        if part is None:
            continue
        if not isinstance(part, str):
            element.append(part)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + part
            if keep and part.strip():
                mark(element[-1], "tail")
        else:
            element.text = (element.text or "") + part
            if keep and part.strip():
                mark(element, "text")
    return element


def remove(element):
    """Removes an element. The text after it stays."""
    previous, parent, tail = element.getprevious(), element.getparent(), element.tail
    kept = is_marked(element, "tail")
    element.tail = None
    element.attrib.pop(MARKS["tail"], None)
    parent.remove(element)
    if not tail or not tail.strip():
        return
    place = (parent, "text") if previous is None else (previous, "tail")
    setattr(*place, (getattr(*place) or "") + tail)
    if kept:
        mark(*place)


def insert_after(element, *new):
    """Adds elements after another one, before the text that follows it."""
    tail, kept = element.tail, is_marked(element, "tail")
    element.tail = "\n"
    element.attrib.pop(MARKS["tail"], None)
    for one in reversed(new):
        element.addnext(one)
        if one.tail is None:
            one.tail = "\n"
    if tail and tail.strip():
        new[-1].tail = tail
        if kept:
            mark(new[-1], "tail")


def insert_before(element, *new):
    """Adds elements before another one."""
    for one in new:
        one.tail = "\n"
        element.addprevious(one)


def unmark(element):
    """Removes all marks in an element, so that its content is boilerplate."""
    for inner in element.iter():
        for attribute in MARKS.values():
            inner.attrib.pop(attribute, None)


def replace_text(block, text):
    """Replaces the words of a block. They are put where most of its own words were, and its inner
    markup is removed."""
    longest = max(block.slots, key=lambda slot: len(getattr(*slot)))
    for slot in block.slots:
        setattr(*slot, text if slot is longest else None)


def squeeze(text):
    return re.sub(r"\s+", " ", text or "").strip()
