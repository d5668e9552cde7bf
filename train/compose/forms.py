"""Makes articles that look like boilerplate but must be kept whole: interviews, recipes,
programmes, notes, live blogs …

Each is made from an ordinary article and from a language's phrases for the form. If the language
has no such phrases, the article is not changed. Forms that need no code of their own are data:
`[[form]]` in `grammars/common.toml`.
"""
import re
from collections import Counter
from dataclasses import replace

from compose.articles import Part, sentences
from compose.language import PARAGRAPHS

# Marks of lists, by how often pastes have them. Half of the browsers copy lists without marks.
NUMBERS = *["{n}. "] * 3, "{n}) ", "{n}/ ", "{n} ", "{n}\n", *[""] * 5
# Share of the numbered lists that have a word before the number: "Step 1:".
STEPS = 0.2
BULLETS = "- ", "- ", "• ", "• ", "+ ", "* ", "▢ ", "✓ ", "▪ ", "– ", "→ ", *[""] * 11
DASHES = "- ", "– ", "— ", ""
# A name inside a sentence: words with capitals after a word without.
NAME = re.compile(r"(?<=[^\W\d_A-Z] )[^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+){0,2}")
# Separators between the name of an authority and the rest of its headline.
NAMED = " ", " ", ": ", " – "
# Minimum number of times that an article must contain the name of its subject.
LEAST_NAMED = 3
# A line of a poem ends after one of these marks and is at most this long. A poem has at least and at
# most so many lines if it is cut from prose.
VERSE_END, LONGEST_VERSE = re.compile(r"(?<=[,;.!?،。，！？])\s*"), 60
LEAST_VERSES, MOST_VERSES = 4, 24
# Share of the poems with a place, a date or a dedication under them.
SIGNED = 0.3
# Share of the sentences of an encyclopedia with a footnote mark, and the marks that sites use.
CITED = 0.35
CITATIONS = "[{n}]", "[{n}]", "[{n}][{m}]", " [{n}]"


def shaped(article, form, wording, rng):
    """Returns the article in a form, with the form's name. If the language has no phrases for the
    form, returns the article unchanged."""
    maker = _Maker(article, wording, rng)
    if form in MAKERS:
        parts = MAKERS[form](maker)
    else:
        parts = maker.built(wording.language.forms[form]) if form in wording.language.forms else None
    return replace(article, **parts, form=form) if parts else article


class _Maker:
    def __init__(self, article, wording, rng):
        self.article, self.wording, self.rng = article, wording, rng
        self.paragraphs = [part.text for part in article.parts if part.kind == "p"]
        self.scope = wording.scope(rng)
        self.decks = {}
        self.articles, self.counts = 0, Counter()

    def has(self, *names):
        return all(name in self.wording.lists for name in names)

    def one(self, name):
        return self.wording.fill(self.rng.choice(self.wording.lists[name]), self.scope, self.rng)

    def some(self, name, low, high, in_order=False):
        phrases = self.wording.lists[name]
        chosen = self.rng.sample(range(len(phrases)), min(self.rng.randint(low, high), len(phrases)))
        chosen = sorted(chosen) if in_order else chosen
        return [self.wording.fill(phrases[place], self.scope, self.rng) for place in chosen]

    def numbered(self, texts):
        mark = self.rng.choice(NUMBERS)
        if self.has("step_mark") and self.rng.random() < STEPS:
            mark = self.rng.choice(self.wording.lists["step_mark"])
        return [mark.format(n=self.wording.digits(str(n))) + text for n, text in enumerate(texts, 1)]

    def bulleted(self, texts):
        mark = self.rng.choice(BULLETS)
        return [mark + text for text in texts]

    def built(self, form):
        """Returns the parts and the title of an article in a form that is data, or nothing if the
        text is too short."""
        title, first = self.article.title, []
        if form.about:
            title = subject(self.paragraphs) or title
        if form.named:
            title = self.wording.of_site("site") + self.rng.choice(NAMED) + title
        if form.title:
            title, *first = self.one(form.title).split("\n")
        parts = [Part("p", text) for text in first]
        rest = list(self.paragraphs)
        for (low, high), pieces in form.groups:
            for _ in range(self.rng.randint(low, high)):
                for piece in pieces:
                    parts += self._piece(piece, rest)
        while parts and parts[-1].kind == "h":
            parts.pop()
        if form.cited:
            parts = [replace(part, text=self._cited(part.text)) if part.kind == "p" else part for part in parts]
        return {"title": title, "lead": "", "parts": tuple(parts)} if parts else None

    def _piece(self, piece, rest):
        """Returns the parts for a piece. Removes the paragraphs that it uses from `rest`, and the
        phrases from their list."""
        item = piece.item
        if self.rng.random() >= item.chance:
            return []
        count = self.rng.randint(item.low, item.high)
        if item.block == PARAGRAPHS:
            texts = [rest.pop(0) for _ in range(min(count, len(rest)))]
        else:
            texts = self._dealt(item.block, count, again=piece.kind != "h")
        if piece.mark == "bulleted":
            texts = self.bulleted(texts)
        elif piece.mark == "numbered":
            texts = self.numbered(texts)
        elif piece.mark == "articled":
            texts = [self._articled(text) for text in texts]
        elif piece.mark == "joined" and texts:
            texts = [self.wording.language.space.join(texts)]
        return [Part(piece.kind, text) for text in texts]

    def _dealt(self, name, count, again):
        """Returns phrases of a list that this article does not have yet. Most sites keep the list's
        order.

        If the list is used up, it starts `again`, or there are no more phrases.
        """
        deck = self.decks.get(name)
        if deck is None or len(deck) < count and again:
            size = len(self.wording.lists[name])
            deck = self.wording.several(name, self.rng.randint(max(count, size // 2), max(count, size)), self.rng)
        dealt, self.decks[name] = deck[:count], deck[count:]
        return [self._numbered_phrase(name, phrase) for phrase in dealt]

    def _numbered_phrase(self, name, phrase):
        """Returns a filled phrase. `{n}` is its number among those of its list in the article."""
        self.counts[name] += 1
        scope = {**self.scope, "n": self.wording.digits(str(self.counts[name]))}
        return self.wording.fill(phrase, scope, self.rng)

    def _articled(self, text):
        """Returns the heading of a law's article with its number."""
        self.articles += 1
        mark = self.wording.fixed("decree_mark")
        return mark.format(n=self.wording.digits(str(self.articles))) + text

    def _cited(self, text):
        """Returns a paragraph with footnote marks after some sentences."""
        form = self.rng.choice(CITATIONS)
        mark = lambda: form.format(n=self.rng.randint(1, 60), m=self.rng.randint(1, 60))
        cited = [s + mark() if self.rng.random() < CITED else s for s in sentences(text)]
        return self.wording.language.space.join(cited)

    def opening(self, low=0, high=2):
        return [Part("p", text) for text in self.paragraphs[: self.rng.randint(low, high)]]

    def titled(self, name):
        return {"title": self.one(name)} if self.has(name) else {}


def subject(paragraphs):
    """Returns the name that is most common in the paragraphs, or nothing if no name stands out."""
    names = Counter(name for text in paragraphs for name in NAME.findall(text) if name.istitle())
    name, count = names.most_common(1)[0] if names else ("", 0)
    return name if count >= LEAST_NAMED else None


def _short(maker):
    """Returns paragraphs of one sentence each."""
    parts = [
        Part(part.kind, sentence)
        for part in maker.article.parts
        for sentence in (sentences(part.text) if part.kind == "p" else [part.text])
    ]
    return {"parts": tuple(parts)}


def _interview(maker):
    if not maker.has("question", "interviewer") or len(maker.paragraphs) < 4:
        return None
    marks = maker.one("interviewer"), maker.rng.choice(["", maker.one("person") + ": ", maker.rng.choice(DASHES)])
    answers = maker.paragraphs[1:]
    parts = [Part("p", maker.paragraphs[0])]
    for question in maker.some("question", 4, 10):
        if not answers:
            break
        parts.append(Part("p", marks[0] + question))
        for number in range(maker.rng.choice([1, 1, 1, 2])):
            text = answers.pop(0) if answers else maker.one("answer") if maker.has("answer") else ""
            if text:
                short = maker.rng.random() < 0.3
                parts.append(Part("p", (marks[1] if number == 0 else "") + (sentences(text)[0] if short else text)))
    return {"parts": tuple(parts)}


def _answers(maker):
    """Returns questions of readers with short answers."""
    if not maker.has("question", "answer"):
        return None
    questions, answers = maker.some("question", 4, 9), maker.some("answer", 4, 9)
    ask, reply = maker.rng.choice([("Q: ", "A: "), ("", ""), ("- ", ""), ("{n}. ", "")])
    parts = maker.opening(0, 1)
    for n, (question, answer) in enumerate(zip(questions, answers), 1):
        parts += [Part("p", ask.format(n=maker.wording.digits(str(n))) + question), Part("p", reply + answer)]
    return {"parts": tuple(parts)}


def _dialogue(maker):
    if not maker.has("dialogue"):
        return None
    told = maker.some("narrative", 3, 9) if maker.has("narrative") else maker.paragraphs[:6]
    dash = maker.rng.choice(DASHES)
    parts = [Part("p", told.pop(0))] if told else []
    for text in maker.some("dialogue", 6, 18):
        parts.append(Part("p", dash + text))
        if told and maker.rng.random() < 0.35:
            parts.append(Part("p", told.pop(0)))
    return {"parts": (*parts, *(Part("p", text) for text in told)), "lead": "", **maker.titled("story_title")}


def _novel(maker):
    made = _dialogue(maker)
    return {**made, **maker.titled("chapter_title")} if made else None


def _recipe(maker):
    if not maker.has("ingredient", "step", "ingredients_heading", "steps_heading"):
        return None
    parts = [Part("p", maker.one("recipe_intro"))] if maker.has("recipe_intro") else []
    parts.append(Part("h", maker.one("ingredients_heading")))
    parts += [Part("item", text) for text in maker.bulleted(maker.some("ingredient", 5, 12))]
    parts.append(Part("h", maker.one("steps_heading")))
    parts += [Part("item", text) for text in maker.numbered(maker.some("step", 4, 9, in_order=True))]
    if maker.has("recipe_end") and maker.rng.random() < 0.5:
        parts.append(Part("p", maker.one("recipe_end")))
    return {"parts": tuple(parts), "lead": "", **maker.titled("recipe_title")}


def _tips(maker):
    """Returns numbered headings with one or two paragraphs under each."""
    if not maker.has("tip"):
        return None
    parts, rest = maker.opening(1, 1), maker.paragraphs[1:]
    for text in maker.numbered(maker.some("tip", 4, 9)):
        parts.append(Part("h", text))
        if rest:
            parts.append(Part("p", rest.pop(0)))
    return {"parts": tuple(parts)}


def _list(maker):
    if not maker.has("tip"):
        return None
    items = [Part("item", text) for text in maker.bulleted(maker.some("tip", 5, 14))]
    return {"parts": (*maker.opening(1, 3), *items)}


def _items(name, title, low, high, in_order=False):
    def make(maker):
        if not maker.has(name):
            return None
        texts = maker.bulleted(maker.some(name, low, high, in_order))
        items = [Part("item", text) for text in texts]
        end = maker.opening(1, 1) if maker.rng.random() < 0.3 else []
        if title == "result_title" and maker.has("crosshead") and maker.rng.random() < 0.3:
            items = [Part("h", maker.one("crosshead")), *items]
        if maker.has(title):
            intro = [Part("p", maker.one(f"{name}_intro"))] if maker.has(f"{name}_intro") else []
            return {"parts": (*intro, *items), "lead": "", **maker.titled(title)}
        return {"parts": (*maker.opening(1, 2), *items, *end)}

    return make


def _clauses(text):
    """Returns the clauses of a text that are short enough to be lines of a poem, each with a capital
    letter."""
    clauses = [clause.strip(" \"“”«»()") for clause in VERSE_END.split(text)]
    return [clause[:1].upper() + clause[1:] for clause in clauses if 8 < len(clause) <= LONGEST_VERSE]


def _poem(maker):
    if not maker.has("verse"):
        return None
    verses = maker.some("verse", 8, 20)
    lines = [line for text in maker.paragraphs for line in _clauses(text)]
    if maker.rng.random() < 0.5 and len(lines) >= LEAST_VERSES:
        verses = lines[: maker.rng.randint(LEAST_VERSES, MOST_VERSES)]
    signed = [maker.one("poem_sign")] if maker.has("poem_sign") and maker.rng.random() < SIGNED else []
    return {"parts": tuple(Part("p", text) for text in [*verses, *signed]), "lead": "", **maker.titled("poem_title")}


def _note(maker):
    """Returns only the first two or three sentences, one on each line."""
    said = [sentence for text in [maker.article.lead, *maker.paragraphs[:2]] if text for sentence in sentences(text)]
    texts = said[: maker.rng.randint(2, 3)]
    return {"parts": tuple(Part("p", text) for text in texts), "lead": ""} if texts else None


def _live(maker):
    """Returns entries with a time each, the newest first."""
    if len(maker.paragraphs) < 3:
        return None
    minutes, alone = maker.rng.randint(600, 1300), maker.rng.random() < 0.5
    form = maker.rng.choice(["{H}:{M}", "{H}h{M}", "{H}.{M}", "{H}:{M} -"])
    parts = []
    for text in maker.paragraphs[:16]:
        time = maker.wording.digits(form.format(H=f"{minutes // 60:02}", M=f"{minutes % 60:02}"))
        text = sentences(text)[0] if maker.rng.random() < 0.6 else text
        parts += [Part("h", time), Part("p", text)] if alone else [Part("p", f"{time} {text}")]
        minutes = max(0, minutes - maker.rng.randint(2, 45))
    return {"parts": tuple(parts)}


MAKERS = {
    "short": _short,
    "interview": _interview,
    "answers": _answers,
    "dialogue": _dialogue,
    "novel": _novel,
    "recipe": _recipe,
    "tips": _tips,
    "list": _list,
    "prices": _items("price_item", "price_title", 6, 16),
    "programme": _items("programme_item", "programme_title", 6, 14),
    "results": _items("result_item", "result_title", 5, 14),
    "notice": _items("notice_item", "notice_title", 4, 9, in_order=True),
    "poem": _poem,
    "note": _note,
    "live": _live,
}
# Forms whose lines look like those of any article. The figures for all other forms are printed
# separately.
ORDINARY = frozenset(["news"])
