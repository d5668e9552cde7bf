"""Languages as data: `grammars/<language>.toml` holds phrases, grammars of sites and topics.

README.md describes the format.
"""
import pathlib
import re
import tomllib
from dataclasses import dataclass, field

FOLDER = pathlib.Path(__file__).parent / "grammars"
COMMON = "common"
# What stands between two phrases that are written on one line, by its name in `join=`.
SEPARATORS = {"none": "", "space": " ", "tab": "\t", "comma": ", ", "dot": " · ", "bullet": " • ", "colon": ": "}
# Forms that `forms.py` makes; those of the language files' `[[form]]` come on top.
FORMS = frozenset(
    "news short interview answers dialogue recipe tips list prices programme poem note live notice results novel".split()
)
# Lists that every language has to have.
REQUIRED = (
    "weekday month date_form site domain section name person agency byline_form source_form caption_form credit_words "
    "pointer_words menu share footer_links copyright"
).split()
# Blocks that are no list of phrases.
BLOCKS = frozenset("headline lead body byline source date stories second image contents".split())
# What a form takes from the article instead of a list.
PARAGRAPHS = "paragraphs"
MARKS = frozenset("bulleted numbered joined".split())


class FormatError(ValueError):
    """A language file says something that cannot be read."""


@dataclass(frozen=True)
class Item:
    """A slot of a page: what stands there, how likely, and in which form."""

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

        `said` is for the posts of a thread: their sentences belong to the page as the first post does.
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
    """Lines of a form: their kind, and the list that they come from."""

    kind: str
    item: Item
    mark: str | None = None

    @classmethod
    def read(cls, text):
        """Reads `item pro ?.5 x2-6 bulleted`: a kind of line (p, h, item), a list, how many, and how they are written.

        `bulleted` and `numbered` put marks before the lines, `joined` makes one line of them.
        """
        kind, *words = text.split()
        marks = [word for word in words if word in MARKS]
        if kind not in ("p", "h", "item") or len(marks) > 1:
            raise FormatError(f"{text!r} is no piece of a form")
        item = Item.read(" ".join(word for word in words if word not in MARKS))
        return cls(kind, item, marks[0] if marks else None)


@dataclass(frozen=True)
class Form:
    """A kind of article as data: where its title comes from, and groups of pieces with how often each group is repeated.

    A title's phrase may go on with the first paragraph, after a line break. `about` takes as title the name that the
    article says most often, if one stands out.
    """

    name: str
    groups: tuple
    title: str | None = None
    about: bool = False
    named: bool = False
    cited: bool = False

    @classmethod
    def of(cls, entry):
        """Makes a form of its table in a file."""
        groups = tuple(cls._group(group) for group in entry["pieces"])
        is_so = lambda name: entry.get(name, False)
        return cls(entry["name"], groups, entry.get("title"), is_so("about"), is_so("named"), is_so("cited"))

    @staticmethod
    def _group(group):
        if isinstance(group, str):
            return (1, 1), (Piece.read(group),)
        return tuple(group["times"]), tuple(Piece.read(text) for text in group["pieces"])

    def lists(self):
        """Returns the lists that a language has to have for this form."""
        names = {piece.item.block for _, pieces in self.groups for piece in pieces} - {PARAGRAPHS}
        return names | ({self.title} if self.title else set())


@dataclass
class Grammar:
    """How the pages of a site are built. A shared grammar is the same in all languages, but for its phrases."""

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
        """Returns the name that decides on the fold: a shared grammar has the same one in all languages."""
        return f"shared/{self.name}" if self.is_shared else f"{code}/{self.name}"

    @property
    def has_article(self):
        return any(item.block == "body" for group in self.order for item in group)


@dataclass
class Topic:
    """Sentences on one subject, from which articles are written where no corpus has any."""

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
        """Returns what stands between two sentences."""
        return "" if self.unspaced and self.code != "th" else " "


def load(code):
    """Reads a language's file on top of what all languages share."""
    with open(FOLDER / f"{COMMON}.toml", "rb") as file:
        common = tomllib.load(file)
    with open(FOLDER / f"{code}.toml", "rb") as file:
        language = read(tomllib.load(file), common)
    missing = [name for name in REQUIRED if name not in language.phrases]
    if missing:
        raise FormatError(f"{code}: there is no list {', '.join(missing)}")
    return language


def codes():
    """The languages that have a file."""
    return sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != COMMON)


def read(data, common):
    """Makes a `Language` of a parsed file; says what is wrong with it."""
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
    """An item, or several of which a page has one."""
    return [Item.read(text) for text in ([slot] if isinstance(slot, str) else slot)]


def _form(text, known):
    name, _, weight = text.partition(" ")
    if name not in known:
        raise FormatError(f"{name!r} is no form of an article")
    return name, float(weight or 1)
