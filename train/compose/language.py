"""Reads languages from data. `grammars/<language>.toml` holds phrases, grammars of sites and
topics.

README.md describes the format.
"""
import pathlib
import re
import tomllib
from dataclasses import dataclass, field

FOLDER = pathlib.Path(__file__).parent / "grammars"
COMMON = "common"
# Separators between two phrases on one line, by their names in `join=`.
SEPARATORS = {"none": "", "space": " ", "tab": "\t", "comma": ", ", "dot": " · ", "bullet": " • ", "colon": ": "}
# Forms that `forms.py` makes. The `[[form]]` tables of the language files define further ones.
FORMS = frozenset(
    "news short interview answers dialogue recipe tips list prices programme poem note live notice results novel".split()
)
# Lists that every language must have.
REQUIRED = (
    "weekday month date_form site domain section name person agency byline_form source_form caption_form credit_words "
    "pointer_words menu share footer_links copyright"
).split()
# Blocks that are not lists of phrases.
BLOCKS = frozenset("headline lead body byline source date stories second image contents".split())
# The name for paragraphs of the article, which a form can use instead of a list.
PARAGRAPHS = "paragraphs"
MARKS = frozenset("bulleted numbered articled joined".split())


class FormatError(ValueError):
    """The error for a language file that cannot be read."""


@dataclass(frozen=True)
class Item:
    """A slot of a page: its content, its probability, and its form."""

    block: str
    chance: float = 1.0
    low: int = 1
    high: int = 1
    several: bool = False
    label: str | None = None
    label_chance: float = 1.0
    form: str | None = None
    join: str | None = None
    mark: str = ""
    end: str | None = None
    at: str | None = None
    upper: bool = False
    all: bool = False
    said: bool = False

    @classmethod
    def read(cls, text):
        """Reads `block ?.7 x3-8 as=form label=list join=| mark=• end=list at=start upper all said`.

        `said` is for the posts of a thread. Their sentences belong to the article, like the
        first post.
        """
        block, *options = text.split()
        values = {}
        for option in options:
            key, has_value, value = option.partition("=")
            if option.startswith("?"):
                values["chance"] = float(option[1:])
            elif match := re.fullmatch(r"x(\d+)(?:-(\d+))?", option):
                values.update(low=int(match[1]), high=int(match[2] or match[1]), several=True)
            elif option in ("upper", "all", "said"):
                values[option] = True
            elif key == "as" and value:
                values["form"] = value
            elif key == "label" and value:
                name, _, chance = value.partition("?")
                values.update(label=name, label_chance=float(chance or 1))
            elif key == "join" and value:
                values["join"] = SEPARATORS.get(value, f" {value} ")
            elif key == "mark" and value:
                values["mark"] = value + " "
            elif key in ("end", "at") and value:
                values[key] = value
            else:
                raise FormatError(f"{text!r}: {option!r} is no option")
        item = cls(block, **values)
        if item.low > item.high or not 0 <= item.chance <= 1:
            raise FormatError(f"{text!r}: a range or chance is wrong")
        return item


@dataclass(frozen=True)
class Piece:
    """The lines of a form: their kind, and the list that they come from."""

    kind: str
    item: Item
    mark: str | None = None

    @classmethod
    def read(cls, text):
        """Reads `item pro ?.5 x2-6 bulleted`: a kind of line (p, h, item), a list, a probability, a
        number of lines, and their style.

        `bulleted` and `numbered` add marks before the lines. `articled` numbers them like the
        articles of a law, through the whole text. `joined` puts them on one line.
        """
        kind, *words = text.split()
        marks = [word for word in words if word in MARKS]
        if kind not in ("p", "h", "item") or len(marks) > 1:
            raise FormatError(f"{text!r} is no piece of a form")
        item = Item.read(" ".join(word for word in words if word not in MARKS))
        return cls(kind, item, marks[0] if marks else None)


@dataclass(frozen=True)
class Form:
    """A kind of article as data: the source of its title, and groups of pieces with the number of
    repetitions of each group.

    The phrase for a title may continue with the first paragraph after a line break. With
    `about`, the title is the most common name in the article, if one stands out.
    """

    name: str
    groups: tuple
    title: str | None = None
    about: bool = False
    named: bool = False
    cited: bool = False

    @classmethod
    def of(cls, entry):
        """Makes a form from its table in a file."""
        groups = tuple(cls._group(group) for group in entry["pieces"])
        is_so = lambda name: entry.get(name, False)
        return cls(entry["name"], groups, entry.get("title"), is_so("about"), is_so("named"), is_so("cited"))

    @staticmethod
    def _group(group):
        if isinstance(group, str):
            return (1, 1), (Piece.read(group),)
        return tuple(group["times"]), tuple(Piece.read(text) for text in group["pieces"])

    def lists(self):
        """Returns the lists that a language must have for this form."""
        names = {piece.item.block for _, pieces in self.groups for piece in pieces} - {PARAGRAPHS}
        return names | ({self.title} if self.title else set())


@dataclass
class Grammar:
    """The structure of the pages of a site. A shared grammar is the same in all languages except
    for its phrases."""

    name: str
    kind: str
    order: list
    inside: list = field(default_factory=list)
    phrases: dict = field(default_factory=dict)
    forms: dict = field(default_factory=lambda: {"news": 1.0})
    paragraphs: tuple = (3, 40)
    captions: float = 0.6
    caption_form: str = "caption_form"
    is_shared: bool = False

    def key(self, code):
        """Returns the name that determines the fold. For a shared grammar it is the same in all
        languages."""
        return f"shared/{self.name}" if self.is_shared else f"{code}/{self.name}"

    @property
    def has_article(self):
        return any(item.block == "body" for group in self.order for item in group)


@dataclass
class Topic:
    """Sentences on one subject. Articles are written from them if no corpus has any."""

    name: str
    headlines: list
    leads: list
    sentences: list
    subheadings: list = field(default_factory=list)
    captions: list = field(default_factory=list)


@dataclass
class Language:
    code: str
    unspaced: bool
    digits: str | None
    thousands: str
    year_offset: int
    phrases: dict
    grammars: list
    topics: list
    texts_from: tuple = ()
    forms: dict = field(default_factory=dict)

    @property
    def space(self):
        """Returns the separator between two sentences."""
        return "" if self.unspaced and self.code != "th" else " "


def load(code):
    """Reads a language's file, and adds the parts that all languages share."""
    with open(FOLDER / f"{COMMON}.toml", "rb") as file:
        common = tomllib.load(file)
    with open(FOLDER / f"{code}.toml", "rb") as file:
        language = read(tomllib.load(file), common)
    missing = [name for name in REQUIRED if name not in language.phrases]
    if missing:
        raise FormatError(f"{code}: there is no list {', '.join(missing)}")
    return language


def codes():
    """Returns the languages that have a file."""
    return sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != COMMON)


def read(data, common):
    """Makes a `Language` from a parsed file. Raises `FormatError` if something is wrong with it."""
    phrases = {**common["phrases"], **data.get("phrases", {})}
    forms = {entry["name"]: Form.of(entry) for entry in common.get("form", [])}
    for form in forms.values():
        if missing := sorted(form.lists() - set(phrases)):
            raise FormatError(f"the form {form.name} needs the list {', '.join(missing)}")
    own = [_grammar(entry, phrases, forms) for entry in data.get("grammar", [])]
    shared = [_grammar({**entry, "is_shared": True}, phrases, forms) for entry in common.get("grammar", [])]
    language = Language(
        code=data["language"],
        unspaced=data.get("unspaced", False),
        digits=data.get("digits"),
        thousands=data.get("thousands", ","),
        year_offset=data.get("year_offset", 0),
        phrases=phrases,
        grammars=own + shared,
        topics=[Topic(**entry) for entry in data.get("topic", [])],
        texts_from=tuple(data.get("texts_from", [])),
        forms=forms,
    )
    names = [grammar.name for grammar in language.grammars]
    if len(set(names)) < len(names):
        raise FormatError("two grammars have one name")
    return language


def _grammar(entry, phrases, made):
    known = set(phrases) | set(entry.get("phrases", {})) | BLOCKS
    order = [_group(slot) for slot in entry["order"]]
    inside = [_group(slot) for slot in entry.get("inside", [])]
    for item in (item for group in order + inside for item in group):
        for name in (item.block, item.form, item.label, item.end):
            if name and name not in known:
                raise FormatError(f"{entry['name']}: there is no list {name!r}")
    forms = dict(_form(text, FORMS | set(made)) for text in entry.get("forms", ["news"]))
    fields = {key: value for key, value in entry.items() if key not in ("order", "inside", "forms", "paragraphs")}
    return Grammar(
        **fields, order=order, inside=inside, forms=forms, paragraphs=tuple(entry.get("paragraphs", (3, 40)))
    )


def _group(slot):
    """Returns an item, or several items of which a page has one."""
    return [Item.read(text) for text in ([slot] if isinstance(slot, str) else slot)]


def _form(text, known):
    name, _, weight = text.partition(" ")
    if name not in known:
        raise FormatError(f"{name!r} is no form of an article")
    return name, float(weight or 1)
