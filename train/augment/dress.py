"""Changes the outer form of a page: its names, its elements, its language. The labels of its blocks
do not change.

Each function changes a page and returns `True`, or does not change it and returns `False`.
"""
import json
import re
from collections import Counter, defaultdict

from augment import markup
from augment.page import blocks, remove, replace_text
from compose.articles import tidy
from compose.language import Grammar
from compose.redress import ABOVE, BELOW, Dresser, role_of
from compose.wording import Wording
from text import tokens

# Names that hide text are kept, because without them the page would show hidden text.
HIDES = re.compile(r"hid(?:e|den)|sr-only|screen-?reader|visually|invisible|offscreen|collapse", re.IGNORECASE)
NAMED = "class", "id"
PREFIXES = "x app ds ui story site gu bsp amp page news c".split()
# Elements whose tag tells their purpose, with the name that replaces each in a page of custom
# elements.
SECTIONS = {tag: tag for tag in "article main section header footer nav aside".split()}
TEXTS = {
    "p": "paragraph", "h1": "headline", "h2": "heading", "h3": "subheading", "h4": "label", "blockquote": "quote",
    "figure": "figure", "figcaption": "caption",
}  # fmt: skip
LISTS = {"ul": "list", "ol": "list", "li": "item"}
RIGHT_TO_LEFT = frozenset("ar fa he ur".split())
# Lists of phrases for labels, by words in the names of the elements around them. Used for headings
# beside the article.
LABELS = (
    (["share"], ("share", "social")),
    (["comment_form", "comment_label"], ("comment", "discus")),
    (["tags", "section"], ("tag", "topic", "keyword")),
    (["newsletter"], ("newsletter", "signup")),
)
HEADINGS = "related_label related_label latest_label most_read_label section_label".split()


def names(page, other, rng):
    """Removes the class names and ids, or replaces them by hashes or by names of another page."""
    mode = rng.choice(["none", "hashes", "hashes", "others"] if other else ["none", "hashes"])
    if mode == "none":
        _rename(page, lambda element, name, value: None)
    elif mode == "hashes":
        key, form = str(rng.random()), rng.choice(["css", "sc", "module", "bare", "mixed"])
        _rename(page, lambda element, name, value: _hashed(value, key, form))
        for element in page.body.iter():
            element.attrib.pop("id", None)
    else:
        _dress_as(page, other, rng)
    return True


def _rename(page, rename):
    for element in page.body.iter():
        for name in NAMED:
            values = (element.get(name) or "").split()
            if not values:
                continue
            kept = [value if HIDES.search(value) else rename(element, name, value) for value in values]
            kept = [value for value in kept if value]
            if kept:
                element.set(name, " ".join(kept))
            else:
                del element.attrib[name]


def _hashed(value, key, form):
    digest = markup.short_hash(key + value)
    if form == "mixed":
        # Some names of a page belong to its framework and are kept.
        form = "bare" if int(digest, 16) % 3 else "keep"
    module = f"styles_{digest}__x{digest[:3]}"
    made = {"css": f"css-{digest}", "sc": f"sc-{digest}", "module": module, "bare": f"_{digest}"}
    return made.get(form, value)


def _dress_as(page, other, rng):
    """Replaces each name by a name of the other page with the same part: of a paragraph, around the
    article, or beside it."""
    stock = defaultdict(list)
    for part, element in _parts(other):
        if element.get("class"):
            stock[part].append(element.get("class"))
    given = {}
    for part, element in _parts(page):
        own = element.get("class")
        element.attrib.pop("id", None)
        if not own or HIDES.search(own):
            continue
        if (part, own) not in given:
            choices = stock[part] or stock["beside", element.tag]
            given[part, own] = rng.choice(choices) if choices else None
        if given[part, own]:
            element.set("class", given[part, own])
        else:
            del element.attrib["class"]


def _parts(page):
    """Yields every element with its part."""
    content, around = set(), set()
    for block in page.content():
        content.add(block.element)
        around.update(block.element.iterancestors())
    for element in page.body.iter():
        if element in content:
            yield "content", element
        elif element in around:
            yield "around", element
        else:
            yield ("beside", element.tag), element


def custom(page, rng):
    """Replaces elements whose tag tells their purpose by custom elements or by `div`."""
    prefix, mode = rng.choice(PREFIXES), rng.choice(["div", "div", "sections", "texts", "all", "headings"])
    swapped = {}
    if mode in ("div", "headings"):
        swapped = {tag: "div" for tag in SECTIONS} if mode == "div" else {}
        if mode == "headings" or rng.random() < 0.4:
            swapped |= {tag: "div" for tag in ("h1", "h2", "h3", "h4", "h5")}
        if rng.random() < 0.5:
            swapped["p"] = "div"
    if mode in ("sections", "all"):
        swapped |= {tag: f"{prefix}-{name}" for tag, name in SECTIONS.items()}
    if mode in ("texts", "all"):
        swapped |= {tag: f"{prefix}-{name}" for tag, name in TEXTS.items()}
    if mode == "all" and rng.random() < 0.5:
        swapped |= {tag: f"{prefix}-{name}" for tag, name in LISTS.items()}
    count = Counter()
    has_names = rng.random() < 0.6
    for element in list(page.body.iter()):
        tag = swapped.get(element.tag)
        if tag:
            if tag == "div" and has_names and not element.get("class") and element.tag in TEXTS:
                element.set("class", TEXTS[element.tag])
            element.tag = tag
            count[tag] += 1
    container = page.container()
    if mode != "div" and container is not None and container.tag == "div":
        container.tag = f"{prefix}-{rng.choice(['body', 'content', 'text', 'story-body', 'richtext'])}"
        count[container.tag] += 1
    return bool(count)


def translated(page, language, pool, rng):
    """Replaces the words of the page by another language, and its article by one in that language.
    Each block keeps its role."""
    grammar = Grammar(name=f"{page.row['id']}/{language.code}", kind="augmented", order=[])
    article = pool.article(rng)
    wording = Wording(language, grammar, rng.randrange(1000))
    dresser = Dresser(wording, article, pool, rng)
    found = page.blocks()
    content = [block.is_content for block in found]
    last = max(number for number, is_content in enumerate(content) if is_content)
    fold = lambda text: " ".join(tokens(text or ""))
    title, author = fold(page.row.get("title")), fold((page.row.get("author") or "").split(";")[0])
    for number, block in enumerate(found):
        text = block.text
        role = role_of(text, content[number], number > last, title, author)
        if not content[number] and _is_row(block):
            for slot in block.slots:
                setattr(*slot, f" {tidy(dresser.label(_labels_for(block, number > last)))} ")
            continue
        if role in ("above", "below"):
            dressed = dresser.labelled(text, _labels_for(block, number > last))
        else:
            dressed = dresser.dress(text, role)
        dressed = tidy(dressed)
        if dressed:
            replace_text(block, dressed)
        else:
            for slot in block.slots:
                setattr(*slot, None)
            _remove_empty(block.element, page)
    if not page.content():
        return False
    page.row = {**page.row, "lang": language.code, "title": article.title}
    _translate_head(page, article, language.code)
    return True


def _is_row(block):
    """Returns `true` for several links or labels side by side."""
    return len(block.slots) >= 3 and all(len(getattr(*slot).split()) <= 4 for slot in block.slots)


def _labels_for(block, is_below):
    """Returns the lists of phrases for a label, by its place."""
    around = [block.element, *block.element.iterancestors()]
    said = " ".join(f"{element.get('class') or ''} {element.get('id') or ''}" for element in around[:4]).lower()
    for lists, words in LABELS:
        if any(word in said for word in words):
            return lists
    tags = {element.tag for element in around}
    if block.element.tag in ("h2", "h3", "h4", "h5"):
        return HEADINGS
    if tags & {"nav", "header"}:
        return ["menu"]
    return ["footer_links"] if "footer" in tags else BELOW if is_below else ABOVE


def _remove_empty(element, page):
    while element is not page.body and not blocks(element) and element.find(".//img") is None:
        # A table must keep all its cells.
        if element.tag in ("td", "th"):
            break
        parent = element.getparent()
        remove(element)
        element = parent


def _translate_head(page, article, code):
    summary = article.lead or next((part.text for part in article.parts if part.kind == "p"), "")
    for element in list(page.root.iter("title", "meta", "script", "link")):
        name = element.get("property") or element.get("name") or ""
        if element.tag == "title" and element.getparent().tag == "head":
            element.text = article.title
        elif element.tag == "meta" and "title" in name:
            element.set("content", article.title)
        elif element.tag == "meta" and "description" in name:
            element.set("content", summary)
        elif element.tag == "meta" and re.search("author|keyword|locale|language", name):
            element.getparent().remove(element)
        elif element.tag == "script":
            text = element.text or ""
            kind = re.search(r'"(NewsArticle|Article|BlogPosting|ReportageNewsArticle)"', text)
            known = {"@context": "https://schema.org", "@type": kind[1], "headline": article.title} if kind else {}
            element.text = json.dumps(known)
    for element in page.root.iter():
        for name in ("alt", "title", "aria-label", "placeholder", "content-language"):
            if element.get(name) and element.tag != "meta":
                element.set(name, article.title if name == "alt" else "")
    page.root.set("lang", code)
    page.root.attrib.pop("dir", None)
    if code in RIGHT_TO_LEFT:
        page.root.set("dir", "rtl")
