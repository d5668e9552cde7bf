"""Changes the article: shortens it, adds something other than a paragraph at its start or end, or
gives it a header.

Each function changes a page and returns `True`, or does not change it and returns `False`.
"""
from compose.articles import END_MARK, sentences

from augment import markup
from augment.page import MARKS, blocks, insert_after, insert_before, make, remove, squeeze
from text import tokens

# The range of words and the minimum number of blocks of a shortened article, and its largest length
# as a share of the page's own article.
SHORT_WORDS, SHORT_BLOCKS, SHORTER = (45, 220), 2, 2 / 3
# Maximum number of words of a standfirst, and minimum number of blocks that stay in the body.
STANDFIRST_WORDS, BODY_BLOCKS = 60, 3
# How often a line introduces the part at the start or end of an article, and how often this line is
# a heading.
LEAD_IN, HEADING = 0.85, 0.35
# How often the part is at the start of the article and not at its end.
OPENING = 0.2
# Minimum number of key points above an article. If it has fewer sentences of its own, others are
# borrowed.
FEWEST_POINTS = 2
# The lists of phrases for the first column of a table, if the language has them.
LABEL_LISTS = "city person section tags none none".split()
EDGES = "list list ordered ordered table table quotation definitions sources sources".split()
HEADER_CLASSES = "standfirst dek lead excerpt subtitle summary intro article-summary teaser-text".split()


def cut(page, rng):
    """Cuts the article after a paragraph. The parts between there and its end are removed too."""
    content = page.content()
    words = [len(tokens(block.text)) for block in content]
    wanted = rng.randint(*SHORT_WORDS)
    if sum(words) * SHORTER < wanted:
        return False
    taken, last = 0, None
    for number, (block, count) in enumerate(zip(content, words)):
        taken += count
        if number + 1 >= SHORT_BLOCKS and taken >= wanted and ends_sentence(block.text):
            last = number
            break
    if last is None or taken > sum(words) * SHORTER:
        return False
    start, end = content[last].element, content[-1].element
    if any(block.element is start for block in content[last + 1 :]) or start in end.iterancestors():
        return False
    _remove_between(start, end)
    return True


def ends_sentence(text):
    """Returns `true` if a text ends like a paragraph. A colon does not, because it announces what
    follows."""
    return bool(END_MARK.search(text)) and text[-1] not in ":;：；"


def _remove_between(start, end):
    """Removes everything after the end of one element, up to the end of another element that
    follows it."""
    ends = [end, *end.iterancestors()]
    common = next(element for element in (start, *start.iterancestors()) if element in ends)
    of_start = [element for element in (start, *start.iterancestors()) if common in element.iterancestors()]
    of_end = [element for element in reversed(ends) if common in element.iterancestors()]
    for level, element in enumerate(of_start):
        _drop_tail(element)
        at_top = level == len(of_start) - 1
        for sibling in list(element.itersiblings()):
            if at_top and sibling is of_end[0]:
                break
            _drop_whole(sibling)
    for element in of_end[1:]:
        for sibling in list(element.itersiblings(preceding=True)):
            _drop_whole(sibling)
        element.getparent().text = None
    parent = end.getparent()
    remove(end)
    while parent is not common and not blocks(parent) and parent not in start.iterancestors():
        parent, emptied = parent.getparent(), parent
        remove(emptied)


def _drop_tail(element):
    element.tail = None
    element.attrib.pop(MARKS["tail"], None)


def _drop_whole(element):
    _drop_tail(element)
    element.getparent().remove(element)


def edge(page, stock, names, rng):
    """Adds a list, a table, a quotation, definitions or sources at the end or start of the
    article."""
    pieces = page.pieces()
    opens = rng.random() < OPENING
    kind = rng.choice(EDGES)
    if kind == "sources" and (opens or not stock.sources_heading(rng)):
        kind = "list"
    new = _edge_piece(kind, page, stock, names, rng, opens)
    if rng.random() < LEAD_IN or kind == "sources":
        new.insert(0, _lead_in(kind, pieces, stock, rng, opens))
    if opens:
        insert_before(pieces[0], *new)
    else:
        insert_after(pieces[-1], *new)
    return True


def _edge_piece(kind, page, stock, names, rng, opens):
    count = rng.randint(3, 8)
    short = rng.random() < 0.6
    low, high = (15, 60) if short else (50, 160)
    if kind in ("list", "ordered"):
        texts = _own_sentences(page, count, rng) if opens else []
        if len(texts) < FEWEST_POINTS:
            texts = _distinct(lambda: stock.sentence(rng, low, high), count)
        if short and rng.random() < 0.5:
            texts = [text.rstrip(".。") for text in texts]
        return markup.items(rng, names, texts, kind == "ordered")
    if kind == "table":
        return _table(stock, names, rng)
    if kind == "quotation":
        return markup.quotation(rng, names, stock.sentence(rng, 40, 220), stock.person(rng))
    if kind == "definitions":
        pairs = [(term, stock.sentence(rng, 40, 140)) for term in _distinct(lambda: stock.clause(rng), count)]
        return markup.definitions(rng, names, pairs)
    texts = [title if rng.random() < 0.7 else f"{stock.person(rng)}: {title}" for title, _ in stock.stories(rng, count)]
    return markup.items(rng, names, texts, rng.random() < 0.3, links=True)


def _own_sentences(page, count, rng):
    """Returns key points made from the beginnings of the article's own paragraphs."""
    texts = [found[0] for block in page.content() if len(found := sentences(block.text)) > 1]
    chosen = sorted(rng.sample(range(len(texts)), min(len(texts), min(count, 4))))
    return [texts[number] for number in chosen]


def _distinct(write, count):
    found = {}
    for _ in range(3 * count):
        found[write()] = None
        if len(found) == count:
            break
    return list(found)


def _table(stock, names, rng):
    rows, columns = rng.randint(3, 9), rng.randint(2, 4)
    value = {
        "number": lambda: f"{rng.randint(1, 9999)}",
        "decimal": lambda: f"{rng.uniform(0, 99):.1f}",
        "share": lambda: f"{rng.randint(1, 99)} %",
        "time": lambda: f"{rng.randint(6, 22)}:{rng.randint(0, 11) * 5:02}",
        "money": lambda: rng.choice(["$", "€", "£"]) + f"{rng.randint(1, 900)}",
        "words": lambda: stock.clause(rng),
    }
    kinds = [rng.choice(list(value)) for _ in range(columns - 1)]
    named = rng.choice(LABEL_LISTS)
    labels = _distinct(lambda: stock.phrase(named, rng) or stock.clause(rng), rows)
    header = _distinct(lambda: stock.clause(rng), columns)
    header += [""] * (columns - len(header))
    caption = stock.subheading(rng) if rng.random() < 0.15 else None
    return markup.table(rng, names, header, [[label, *(value[kind]() for kind in kinds)] for label in labels], caption)


def _lead_in(kind, pieces, stock, rng, opens):
    """Returns a heading or a sentence that ends in a colon, in the markup of the article's
    paragraphs."""
    if kind == "sources" or opens or rng.random() < HEADING:
        text = stock.sources_heading(rng) if kind == "sources" else stock.subheading(rng)
        tag = rng.choice(["h2", "h3", "h3", "h4", "strong"])
        return make("p", {}, make("strong", {}, text, keep=True)) if tag == "strong" else make(tag, {}, text, keep=True)
    text = stock.sentence(rng, 25, 110).rstrip(" .!?。！？…\"”“»’'」") + (":" if stock.scale == 1 else "：")
    model = next((piece for piece in reversed(pieces) if piece.tag == "p"), None)
    return make("p", {"class": model.get("class") if model is not None else None}, text, keep=True)


def header(page, stock, names, rng):
    """Adds a standfirst and the leading picture between the headline and the body of the
    article."""
    headline, container = page.headline(), page.container()
    if headline is None or container is None:
        return False
    pieces = page.pieces()
    if container in headline.iterancestors():
        container = _wrap_body(headline, container, pieces, names)
        if container is None:
            return False
        pieces = page.pieces()
    elif not _comes_before(page, headline, container):
        return False
    new = []
    first = pieces[0]
    found = blocks(first)
    fits = len(found) == 1 and len(tokens(found[0].text)) <= STANDFIRST_WORDS and len(pieces) > BODY_BLOCKS
    if fits:
        text = found[0].text
        remove(first)
        tag = rng.choice(["p", "p", "h2", "div", "div p"])
        attributes = names.of(rng.choice(HEADER_CLASSES))
        inner = make("p", {}, text, keep=True) if tag == "div p" else text
        new.append(make(tag.split()[0], attributes, inner, keep=True))
    caption = _caption(page, rng)
    own = next((piece for piece in container.iter("figure") if not _has_content(piece)), None)
    if own is not None and len(blocks(own)) <= 2:
        remove(own)
        new.insert(rng.choice([0, len(new)]), own)
    elif caption:
        credit = stock.phrase("agency", rng) if stock else None
        new.insert(rng.choice([0, len(new)]), markup.figure(rng, names, caption, credit, "lead-image"))
    if not new:
        return False
    form = rng.choice(["after", "after", "wrapped", "before body"])
    if form == "before body":
        insert_before(container, *new)
    else:
        insert_after(headline, *new)
    if form == "wrapped" and headline.getparent().tag != "header":
        box = make("header", names.of("article", "header"))
        headline.addprevious(box)
        for element in (headline, *new):
            remove(element)
            box.append(element)
        box.tail = "\n"
    return True


def _comes_before(page, first, second):
    order = {element: number for number, element in enumerate(page.body.iter())}
    return order[first] < order[second]


def _wrap_body(headline, container, pieces, names):
    """Puts the paragraphs into a container of their own, if they are siblings of the headline."""
    if headline.getparent() is not container:
        return None
    children = list(container)
    if children.index(headline) > children.index(pieces[0]):
        return None
    box = make("div", names.of("article", "body"))
    pieces[0].addprevious(box)
    for child in children[children.index(pieces[0]) : children.index(pieces[-1]) + 1]:
        box.append(child)
    return box


def _has_content(element):
    return any(block.is_content for block in blocks(element))


def _caption(page, rng):
    """Returns a caption from the article's words: the beginning of one of its sentences, without an
    end mark."""
    texts = [sentence for block in page.content() for sentence in sentences(block.text)[1:]]
    texts = [text for text in texts if 20 <= len(text) <= 140]
    return squeeze(rng.choice(texts)).rstrip(".。") if texts else None
