"""Imitates the output of text tools for a page: blank lines, bullets, wraps, tabs, marks. Each line
keeps its label.

A dump is a list of `Dumped` lines. `content` is true or false, or none for blank lines and for
marks that are alone between pieces.
"""
import random
import re
import textwrap
import unicodedata
from dataclasses import dataclass, replace

from compose.page import Line

# How often a dump has each habit. Most pastes have none or one of the rare habits.
BLANKS = {"margins": 6, "pieces": 3, "nowhere": 3, "everywhere": 2, "blocks": 2, "random": 1, "doubled": 0.5}
# How often a page has a margin between two lines of these kinds, such as before or after a
# subheading.
MARGINS = {
    "before h": 0.9, "after h": 0.25, "paragraphs": 0.65, "items": 0.12, "list": 0.5, "caption": 0.5, "title": 0.6, "blocks": 0.7,
}  # fmt: skip
WRAPPED, WIDTHS = 0.08, (38, 100)
BULLETED, MARKDOWN, JOINED, TABBED, ALTERNATIVE, TWICE = 0.12, 0.08, 0.12, 0.06, 0.12, 0.1
DECOMPOSED, HARD_SPACES, TRAILING, CARRIAGE, INDENTED, COLUMNS, CROPPED = 0.03, 0.05, 0.08, 0.05, 0.05, 0.05, 0.3
# How often somebody selects the article alone, and how often without its headline.
ALONE, WITHOUT_HEADLINE = 0.07, 0.3
GLUED = 0.04
# How often the line break between the headline and the line above or below is lost, and the maximum
# length of that line.
GLUED_HEADLINE, LONGEST_GLUED = 0.05, 60
BULLETS = "•", "*", "-", "·", "▪", "○", "+", "●"
# Blocks that are lists on a page. There may be bullets, tabs and bars between their lines.
LISTS = frozenset("menu menu_long footer_links links share tags archive visitors follow shows forum_bits".split())
# Maximum number of characters of lines of these roles, if they are put on one line.
JOINED_LENGTH = 40
HEADINGS = {"title": "# ", "h": "## ", "story": "### ", "second_title": "# "}


@dataclass
class Dumped:
    text: str
    content: bool | None
    role: str = ""


def dump(paste, language):
    """Returns the lines of a paste as a tool would dump them. The same paste always gives the same
    dump."""
    rng = random.Random(f"{paste.id}/dump")
    happens = lambda chance: rng.random() < chance
    lines = [replace(line) for line in paste.lines]
    if happens(COLUMNS):
        lines = _columns(lines, rng)
    if happens(CROPPED):
        lines = _cropped(lines, rng)
    if happens(ALONE):
        lines = _alone(lines, rng)
    if happens(ALTERNATIVE):
        lines = _alternatives(lines, rng)
    if happens(TWICE):
        _twice(lines, rng.choice([" ", "\n"]))
    if happens(JOINED):
        lines = _joined(lines, rng.choice([" | ", "|", " ", " - ", " · ", "  "]))
    elif happens(TABBED):
        lines = _joined(lines, "\t")
    elif happens(GLUED):
        lines = _joined(lines, "")
    if happens(GLUED_HEADLINE):
        lines = _glued_headline(lines, rng)
    markdown = happens(MARKDOWN)
    if markdown:
        _markdown(lines, rng)
    elif happens(BULLETED):
        lines = _bulleted(lines, rng)
    out = _blank(lines, rng)
    if happens(WRAPPED):
        out = _wrapped(out, rng.randint(*WIDTHS), rng.random() < 0.7, language.unspaced)
    if happens(INDENTED):
        margin = " " * rng.choice([2, 3, 4])
        out = [replace(line, text=margin + line.text) if line.role not in ("p", "lead") else line for line in out]
    if happens(HARD_SPACES):
        share = rng.choice([0.02, 0.1, 1])
        hard = lambda text: re.sub(" ", lambda _: "\u00a0" if happens(share) else " ", text)
        out = [replace(line, text=hard(line.text)) for line in out]
    if happens(TRAILING):
        out = [replace(line, text=line.text + " " * rng.choice([0, 1, 1, 2])) for line in out]
    if happens(DECOMPOSED):
        out = [replace(line, text=unicodedata.normalize("NFD", line.text)) for line in out]
    if happens(CARRIAGE):
        out = [replace(line, text=line.text + "\r") for line in out]
    return out


def text_of(dumped):
    return "\n".join(line.text for line in dumped)


def _columns(lines, rng):
    """Puts the columns of a page one after another: the parts beside the article before it, or the
    menu after it."""
    title = next((i for i, line in enumerate(lines) if line.role == "title"), 0)
    content = [i for i, line in enumerate(lines) if line.content]
    last = content[-1] + 1 if content else len(lines) // 2
    starts = [i for i in range(last, len(lines)) if lines[i].first]
    if rng.random() < 0.5 and starts:
        cut = rng.choice(starts)
        return lines[:title] + lines[cut:] + lines[title:cut]
    return lines[title:] + lines[:title]


def _cropped(lines, rng):
    """Returns a selection that begins near the headline, or ends somewhere after the article."""
    first = next((i for i, line in enumerate(lines) if line.role == "title"), None)
    content = [i for i, line in enumerate(lines) if line.content]
    if first is None or not content:
        return lines
    start = max(0, first - rng.choice([0, 0, 1, 2, 4])) if rng.random() < 0.7 else 0
    end = rng.randint(content[-1] + 1, len(lines)) if rng.random() < 0.7 else len(lines)
    return lines[start:end]


def _alone(lines, rng):
    """Returns a selection from the headline or the first line of the text to the last line of the
    text."""
    content = [i for i, line in enumerate(lines) if line.content]
    if not content:
        return lines
    titles = [i for i, line in enumerate(lines[: content[0]]) if line.role == "title"]
    start = titles[-1] if titles and rng.random() >= WITHOUT_HEADLINE else content[0]
    return lines[start : content[-1] + 1]


def _alternatives(lines, rng):
    """Adds the alternative texts of images, before captions and before other stories."""
    title = next((line.text for line in lines if line.role == "title"), "")
    out, share = [], rng.choice([0.3, 1])
    for line in lines:
        if line.role == "caption" and title and rng.random() < share:
            out.append(Line(rng.choice([title, line.text]), False, "alternative", True))
        elif line.role == "story" and line.first and rng.random() < share:
            out.append(Line(line.text, False, "alternative", True))
        out.append(line)
    return out


def _twice(lines, gap):
    """Repeats the text of links: once for people who see them, and once for people who hear
    them."""
    for line in lines:
        if line.role == "story" and line.first:
            line.text = line.text + gap + line.text


def _joined(lines, gap):
    """Puts the short lines of a list on one line."""
    out = []
    for line in lines:
        follows = out and out[-1].role == line.role and line.role in LISTS and not line.first
        if follows and len(line.text) <= JOINED_LENGTH:
            out[-1] = replace(out[-1], text=out[-1].text + gap + line.text)
        else:
            out.append(line)
    return out


def _glued_headline(lines, rng):
    """Joins the headline with a short line above or below: a path, a section, a byline, a date."""
    at = next((i for i, line in enumerate(lines) if line.role == "title"), 0)
    first = at if rng.random() < 0.6 else at - 1
    if first < 0 or first + 1 >= len(lines):
        return lines
    pair = lines[first : first + 2]
    other = pair[1] if first == at else pair[0]
    if other.content or other.role in ("title", "caption", "story") or len(other.text) > LONGEST_GLUED:
        return lines
    text = pair[0].text + rng.choice(["", "", " "]) + pair[1].text
    return [*lines[:first], replace(pair[0], text=text, role="title"), *lines[first + 2 :]]


def _is_item(line):
    return line.role in LISTS or line.role == "story" and line.first


def _bulleted(lines, rng):
    """Adds bullets to the lines of lists, on the same line or on a line before it."""
    mark, out = rng.choice(BULLETS), []
    alone, margin = rng.random() < 0.4, rng.choice(["", "", "  ", "    "])
    for line in lines:
        if _is_item(line) and alone:
            out += [Line(mark, None, "bullet", line.first), replace(line, first=False)]
        elif _is_item(line):
            out.append(replace(line, text=f"{margin}{mark} {line.text}"))
        else:
            out.append(line)
    return out


def _markdown(lines, rng):
    """Writes Markdown like converters from HTML."""
    bullet = rng.choice(["* ", "  * ", "- "])
    for line in lines:
        if line.role in HEADINGS and (line.first or line.role != "story"):
            line.text = HEADINGS[line.role] + line.text
        elif line.role in LISTS or line.role == "item":
            line.text = bullet + re.sub(r"^[•*+-] ", "", line.text)
        elif line.role.endswith("_label") and rng.random() < 0.7:
            line.text = "## " + line.text
        elif line.role == "lead" and rng.random() < 0.3:
            line.text = f"**{line.text}**"


def _blank(lines, rng):
    """Adds blank lines between all lines, pieces or blocks, or at some places."""
    how = rng.choices(list(BLANKS), list(BLANKS.values()))[0]
    share = rng.uniform(0.1, 0.6)
    pieces = frozenset("p lead h caption title second".split())
    margins = {kind: rng.random() < chance for kind, chance in MARGINS.items()}
    out = []
    for line, before in zip(lines, [None, *lines]):
        is_piece = line.first or line.role in pieces or line.role == "item"
        for part in line.text.split("\n"):
            parts_line = part == line.text.split("\n")[0]
            blank = {
                "nowhere": False,
                "everywhere": True,
                "doubled": True,
                "margins": parts_line and is_piece and before is not None and margins[_margin(before, line)],
                "blocks": line.first and parts_line and line.role not in ("p", "h"),
                "pieces": parts_line and (line.first or line.role in pieces),
                "random": rng.random() < share,
            }[how]
            if out and blank:
                out += [Dumped("", None)] * (2 if how == "doubled" else 1)
            out.append(Dumped(part, line.content, line.role))
    return out


def _margin(before, line):
    """Returns the kind of the margin between two lines."""
    roles = before.role, line.role
    if "h" in roles:
        return "before h" if line.role == "h" else "after h"
    if "caption" in roles:
        return "caption"
    if "item" in roles:
        return "items" if roles == ("item", "item") else "list"
    if line.role in ("p", "lead") and before.role in ("p", "lead"):
        return "paragraphs"
    return "title" if "title" in roles else "blocks"


def _wrapped(lines, width, spaced, unspaced):
    """Breaks lines at a width, like mail programs and terminals. Most dumps have blank lines
    between pieces."""
    out = []
    for line in lines:
        if unspaced:
            parts = _cut(line.text, width)
        else:
            parts = textwrap.wrap(line.text, width, break_long_words=False, break_on_hyphens=False)
        if spaced and out and out[-1].text and line.text and (len(parts) > 1 or line.role in ("p", "lead", "second")):
            out.append(Dumped("", None))
        out += [replace(line, text=part) for part in parts] or [line]
    return out


def _cut(text, width):
    """Returns parts of this number of characters. A mark stays with its letter."""
    parts = []
    while text:
        end = width
        while end < len(text) and unicodedata.category(text[end]).startswith("M"):
            end += 1
        parts.append(text[:end])
        text = text[end:]
    return parts
