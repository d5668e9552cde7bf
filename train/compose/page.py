"""Composes a page as labelled lines: fills the slots of a grammar with an article, other articles
and the phrases of a site.
"""
import random
import re
from dataclasses import dataclass, field, replace

from compose.articles import END_MARK, Part, sentences
from compose.forms import ORDINARY, shaped
from compose.language import Item
from compose.wording import Wording
from text import tokens

# Number of sites for each grammar. Each site has its own labels, forms of dates and so on.
VARIANTS = 6
# How often the site decides whether an optional slot is filled. Otherwise the page decides.
SITE_DECIDES = 0.6
# Teasers are whole, or cut after so many words. In languages without spaces they are cut after so
# many characters.
CUT_WORDS, CUT_CHARACTERS = (12, 30), (30, 70)
# The number of other articles that a page can use, the share of the lists of stories that are on
# the article's subject, and the number of articles from which the nearest is then chosen.
OTHERS, RELATED, NEAR = 200, 0.5, 25
# Share of the pages with a second article, besides those whose grammar requires one.
SECOND = 0.06
# Share of the pages of which an ordinary article gets a form of other sites, and these forms. A
# newspaper prints a poem, a school a list of results.
OTHER_FORM = 0.08
OTHER_FORMS = (
    "poem", "results", "contest", "list", "prices", "programme", "notice", "recipe", "tips", "interview", "note", "letter",
    "short", "answers", "review", "dish",
)  # fmt: skip
# Share of the pages with facts about the article near its headline ("Difficulty: easy"), and of the articles with a
# box of offers between two paragraphs.
FACTS, FACT_COUNTS, OFFERS, OFFER_COUNTS = 0.07, (1, 4), 0.04, (1, 4)
# Share of the ordinary articles that end with questions and answers, and their number.
ASKED, ASKED_COUNTS = 0.06, (2, 4)
# Share of the articles with the card of another story between two paragraphs, besides those whose
# grammar has one, and the forms of the card.
CARD, CARD_FORMS = 0.06, ("titles", "teasers", "cards", "cards_dated")
CARD_LABELLED = 0.4
# Share of the sites that name the author in a form of any site instead of the grammar's, and share of
# the pages with buttons or facts beside the name.
OTHER_BYLINES, AUTHOR_BITS = 0.5, 0.3
# A credit at the end of a caption. Its word comes after a mark or before a colon.
CREDIT = r"(?:\s*[.,;(\[–|-]+\s*(?:{words})\b|\s+(?:{words})\s*:).{{0,60}}$"
CLAUSE = re.compile(r"[,;:–،、，；：]")
# A line of a post with fewer words is a name, a date or a count.
SAID_WORDS = 3
QUOTES = re.compile(r"[\"“”«»„「」『』]")
# Crossheads are subheadings for ordinary articles without any. The values are the share of articles
# that get them, the possible numbers of crossheads, the maximum number of words of a crosshead, and
# its maximum number of characters (with spaces between words, without).
CROSSHEADS, CROSSHEAD_COUNTS, CROSSHEAD_WORDS, CROSSHEAD_CHARACTERS = 0.45, (1, 1, 2, 2, 3, 3, 4, 5), 8, (45, 16)
# The kinds of crossheads with their frequencies: a clause of the paragraph, a word of it, a
# quotation from it, or a phrase of the language.
CROSSHEAD_KINDS = {"clause": 4, "word": 1, "quotation": 1, "phrase": 3}
QUOTATION_MARKS = "“”", "\"\"", "''", "‘’", "„“", "«»", "「」"
# The styles in which sites write subheadings, and how often an article ends in a box of facts with
# a heading.
HEADING_STYLES = {
    "{text}": 60, "{upper}": 10, "{text}:": 5, "{n}. {text}": 8, "{n} {text}": 1, "0{n}\n{text}": 1, "0{n}": 0.5,
    "{roman}. {text}": 2, "{part}: {text}": 3, "{part} – {text}": 3, "{part} - {text}": 1, "■ {text}": 2, "▼ {text}": 1, "● {text}": 1, "> {text}": 0.5, "【{text}】": 1,
    "[{text}]": 0.5, "{n}/ {text}": 1, "== {text} ==": 0.2, "{lower}": 1.5,
}  # fmt: skip
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split()
BOXED, BOX_LISTS, BOX_SIZE = 0.12, ("company_fact", "programme_item", "price_item", "notice_item", "spec"), (2, 5)
BOX_BULLETS = "- ", "• ", "", ""
# How often an encyclopedia has a link for editing beside each subheading.
EDITED = 0.5
# Possible numbers of captions for an article without captions, if its site has captions at all.
MADE_CAPTIONS = 0, 0, 1, 1, 2


@dataclass
class Line:
    """A line, and whether it belongs to the article. `role` is its kind, and `first` tells whether
    a block begins with it."""

    text: str
    content: bool
    role: str
    first: bool = False


@dataclass
class Paste:
    """A composed page, and the facts that should be read from it."""

    id: str
    language: str
    grammar: str
    kind: str
    form: str
    fold: int
    outlet: str = ""
    title: str = ""
    byline: str = ""
    source: str = ""
    date: str = ""
    has_article: bool = False
    lines: list = field(default_factory=list)

    @property
    def second(self):
        """Returns the line at which a second article begins, or nothing."""
        return next((i for i, line in enumerate(self.lines) if line.role.startswith("second")), None)

    @property
    def gold(self):
        return [line.text for line in self.lines if line.content]

    @property
    def headings(self):
        """Returns the subheadings of the article."""
        return [line.text for line in self.lines if line.content and line.role == "h"]

    @property
    def is_hard(self):
        return self.has_article and self.form not in ORDINARY


def compose(language, grammar, fold, pool, number, seed=0):
    """Composes the page with this number from a grammar. The same arguments always give the same
    page."""
    rng = random.Random(f"{seed}/{language.code}/{grammar.name}/{number}")
    wording = Wording(language, grammar, rng.randrange(VARIANTS))
    article = None
    if grammar.has_article:
        form = rng.choices(list(grammar.forms), list(grammar.forms.values()))[0]
        if form in ORDINARY and rng.random() < OTHER_FORM:
            form = rng.choice(OTHER_FORMS)
        article = shaped(pool.article(rng), form, wording, rng)
    paste = Paste(
        id=f"{grammar.key(language.code)}#{language.code}-{number}",
        language=language.code,
        grammar=grammar.name,
        kind=grammar.kind,
        form=article.form if article else "listing",
        fold=fold,
        outlet=article.outlet if article else "",
        has_article=article is not None,
    )
    _Page(language, grammar, wording, pool, article, paste, rng).write()
    return paste


class _Page:
    def __init__(self, language, grammar, wording, pool, article, paste, rng):
        self.language, self.grammar, self.wording, self.pool = language, grammar, wording, pool
        self.article, self.paste, self.rng = article, paste, rng
        self.date = wording.moment(rng)
        self.others = pool.others(article, OTHERS, rng)
        self.words = set(tokens(article.title)) | set(tokens(article.lead)) if article else set()
        self.scope = {
            "site": wording.of_site("site"),
            "domain": wording.of_site("domain"),
            "headline": lambda: self._other(rng.random() < RELATED).title,
            "summary": lambda: self._teaser(self._other()),
            "date": lambda: self._date(self.wording.moment(self.rng)),
            "n": "1",
        }
        self.scope["section"] = self._plain("section")
        # The title of a page without an article is its section.
        self.scope["title"] = article.title if article else self.scope["section"]
        if article:
            self.byline = article.byline or self._fill("{name}")
            self.source = article.source or self._fill("{agency}")
            self.scope["byline"] = self.byline
            self.titled = self._titled(self.byline)

    def write(self):
        for group in self.grammar.order:
            self._write_item(self.rng.choice(group), self.paste.lines)
        if self.article and self.rng.random() < FACTS:
            self._add_facts()
        if self.article and self.paste.second is None and self.rng.random() < SECOND:
            self._add_second()

    def _add_facts(self):
        """Adds facts about the article under its headline, or above it."""
        lines = self.paste.lines
        titles = [i for i, line in enumerate(lines) if line.role == "title"]
        place = self.rng.choice([titles[0], titles[-1] + 1, titles[-1] + 1]) if titles else 0
        lines[place:place] = self._phrases(Item("page_fact", low=FACT_COUNTS[0], high=FACT_COUNTS[1], several=True))

    def _add_second(self):
        """Adds a second article between two blocks after the first one, whatever the site is."""
        lines = self.paste.lines
        last = max((i for i, line in enumerate(lines) if line.content), default=0)
        starts = [i for i in range(last + 1, len(lines)) if lines[i].first and lines[i].role != "caption"]
        place = self.rng.choice([*starts, len(lines)])
        lines[place:place] = self._second_block(Item("second"))

    def _write_item(self, item, lines):
        if not self._happens(item):
            return
        mine = getattr(self, f"_{item.block}_block", self._phrases)(item)
        if not mine:
            return
        role = f"{item.block}_label"
        if item.label and self.rng.random() < item.label_chance:
            mine = [Line(text, False, role) for text in self._fixed(item.label, self.scope).split("\n")] + mine
        if item.end:
            mine += [Line(text, False, role) for text in self._fixed(item.end, self.scope).split("\n")]
        if item.block == "name":
            self._note_poster(mine)
        if item.upper:
            mine = [replace(line, text=line.text.upper()) for line in mine]
            self._upper_facts(item.block)
        mine[0].first = True
        lines += [line for line in mine if line.text.strip()]

    def _note_poster(self, mine):
        """A name between the headline and the text is the author's, on the pages of threads and journals too."""
        roles = {line.role for line in self.paste.lines}
        if self.article and "title" in roles and not self.paste.byline and not any(line.content for line in self.paste.lines):
            self.paste.byline = ", ".join(line.text for line in mine)

    def _happens(self, item):
        if item.chance >= 1:
            return True
        # Usually, either all pages of a site have a block or none. It varies less often from page
        # to page.
        by_site = random.Random(f"{self.wording.site_key}/{item}").random()
        return (by_site if self.rng.random() < SITE_DECIDES else self.rng.random()) < item.chance

    def _headline_block(self, item):
        text, used = self._own(item.form or "headline_form")
        self.paste.title = self.article.title
        if "byline" in used:
            self.paste.byline = self.byline
        return [Line(part, False, "title") for part in text.split("\n")]

    def _lead_block(self, item):
        if not self.article.lead:
            return []
        text = self.article.lead
        if item.form:
            text = self._fixed(item.form, {**self.scope, "lead": text})
        return [Line(text, True, "lead")]

    def _byline_block(self, item):
        """The author, in the form of the grammar or in one of any site, at times with buttons or facts beside it."""
        site = random.Random(f"{self.wording.site_key}/byline")
        is_other = "byline_more" in self.wording.lists and site.random() < OTHER_BYLINES
        lines = self._facts("byline_more" if is_other else item.form or "byline_form", "byline")
        if "author_bits" in self.wording.lists and self.rng.random() < AUTHOR_BITS:
            bits = [self._fill(bit) for bit in self.wording.several("author_bits", self.rng.randint(1, 2), self.rng)]
            bits = [Line(part, False, "author_bits") for bit in bits for part in bit.split("\n")]
            return bits + lines if self.rng.random() < 0.4 else lines + bits
        return lines

    def _titled(self, name):
        """A name with a title before it, or after it where the language puts it there."""
        if "name_title" not in self.wording.lists:
            return name
        title = self._plain("name_title")
        return name + title[1:] if title.startswith("~") else title + name

    def _source_block(self, item):
        return self._facts(item.form or "source_form", "source")

    def _date_block(self, item):
        return self._facts(item.form or "date_line", "date")

    def _facts(self, form, role):
        """Returns a line with facts about the article. The facts that the form names are then on
        the page."""
        text, used = self._own(form)
        for name in used & {"byline", "source"}:
            setattr(self.paste, name, getattr(self, name))
        if "titled" in used:
            self.paste.byline = self.titled
        if "date" in used:
            self.paste.date = self.date.date().isoformat()
        return [Line(part, False, role) for part in text.split("\n")]

    def _upper_facts(self, block):
        if block in ("byline", "source"):
            setattr(self.paste, block, getattr(self.paste, block).upper())
        if block == "headline":
            self.paste.title = self.paste.title.upper()

    def _own(self, form):
        """Returns a form filled with the article's own facts, and the names of these facts."""
        used = set()

        def fact(name, value):
            return lambda: used.add(name) or value

        own = {"byline": self.byline, "titled": self.titled, "source": self.source, "date": self._date(self.date)}
        own |= self.wording.date_slots(self.date)
        scope = {**self.scope, **{name: fact(name, value) for name, value in own.items()}}
        text = self._fixed(form, scope)
        return text, used | ({"date"} if used & {"d", "dd"} else set())

    def _image_block(self, item):
        caption = self._caption(self._made_caption())
        text = self._fixed(item.form or "image_form", {**self.scope, "caption": caption})
        return [Line(part, False, "caption") for part in text.split("\n")]

    def _body_block(self, item):
        parts = self._body_parts()
        parts = self._styled(self._headed(parts))
        lines = [Line(part.text, part.kind != "caption", part.kind) for part in parts]
        if not any(item.block == "lead" for group in self.grammar.order for item in group) and self.article.lead:
            lines.insert(0, Line(self.article.lead, True, "lead"))
        if item.form:
            last = next((line for line in reversed(lines) if line.role == "p"), None)
            if last:
                last.text = self._fixed(item.form, {**self.scope, "paragraph": last.text})
        for line in lines:
            line.first = True
            if line.role == "caption":
                line.text = self._caption(line.text)
        for group in self.grammar.inside:
            self._insert(self.rng.choice(group), lines)
        if self.rng.random() < CARD:
            form = self.rng.choice(CARD_FORMS)
            self._insert(Item("stories", form=form, label="related_label", label_chance=CARD_LABELLED), lines)
        if self.rng.random() < OFFERS:
            self._insert(Item("offer", low=OFFER_COUNTS[0], high=OFFER_COUNTS[1], several=True), lines)
        return [Line(part, line.content, line.role, line.first) for line in lines for part in line.text.split("\n")]

    def _headed(self, parts):
        """Returns the parts of an ordinary article with crossheads above some paragraphs and a box
        of facts at the end."""
        if self.article.form != "news" or any(part.kind == "h" for part in parts):
            return parts
        parts = list(parts)
        if self.rng.random() < CROSSHEADS:
            places = [i for i in range(1, len(parts)) if parts[i].kind == "p" and parts[i - 1].kind == "p"]
            places = [i for i in places if i == 1 or i > 1 and self.rng.random() < 0.7]
            chosen = self.rng.sample(places, min(self.rng.choice(CROSSHEAD_COUNTS), (len(places) + 1) // 2))
            kind = self.rng.choices(list(CROSSHEAD_KINDS), list(CROSSHEAD_KINDS.values()))[0]
            for place in sorted(chosen, reverse=True):
                # There is always a paragraph between two crossheads, because a place is between two
                # paragraphs.
                if text := self._crosshead(kind, parts[place].text):
                    parts.insert(place, Part("h", text))
        lists = [name for name in BOX_LISTS if name in self.wording.lists]
        if lists and self.rng.random() < BOXED:
            items = self.wording.several(self.rng.choice(lists), self.rng.randint(*BOX_SIZE), self.rng)
            mark, scope = self.rng.choice(BOX_BULLETS), self._dated()
            heading = self.wording.lists[self.rng.choice(["facts_heading", "spec_heading", "crosshead"])]
            parts.append(Part("h", self._fill(self.rng.choice(heading), scope)))
            parts += [Part("item", mark + self._fill(item, scope)) for item in items]
        elif self.rng.random() < ASKED:
            parts += self._asked()
        return parts

    def _asked(self):
        """Returns questions and answers that end an article, under a heading."""
        count = self.rng.randint(*ASKED_COUNTS)
        said = [self.wording.several(name, count, self.rng) for name in ("question", "answer")]
        kind, scope = self.rng.choice(["h", "p"]), self._dated()
        parts = [Part("h", self._plain("faq_heading"))]
        for question, answer in zip(*said):
            parts += [Part(kind, self._fill(question, scope)), Part("p", self._fill(answer, scope))]
        return parts

    def _crosshead(self, kind, text):
        """Returns a crosshead for a paragraph, usually of this kind, or nothing if the paragraph is
        not suitable."""
        if self.rng.random() < 0.2:
            kind = self.rng.choice(list(CROSSHEAD_KINDS))
        if kind == "phrase" or kind == "word" and self.language.unspaced:
            return self._plain("crosshead")
        split = [part for clause in CLAUSE.split(QUOTES.sub("", text)) for part in sentences(clause)]
        clauses = [clause.strip(" .。!?！？…") for clause in split]
        longest = CROSSHEAD_CHARACTERS[self.language.unspaced]
        short = [clause for clause in clauses if 3 < len(clause) <= longest and len(clause.split()) <= CROSSHEAD_WORDS]
        if kind == "word":
            words = [word for word in tokens(text) if len(word) > 5 and word.isalpha()]
            return self.rng.choice(words).capitalize() if words else ""
        if not short:
            words = text.split()[: self.rng.randint(3, 6)]
            short = [" ".join(words)] if not self.language.unspaced and len(words) > 2 else []
        if not short:
            return ""
        said = self.rng.choice(short)
        said = said[:1].upper() + said[1:]
        marks = random.Random(f"{self.wording.site_key}/quotation").choice(QUOTATION_MARKS)
        return marks[0] + said + marks[1] if kind == "quotation" else said

    def _styled(self, parts):
        """Returns the parts with their subheadings in the site's style."""
        if self.article.form in ("live", "tips", "decree"):
            return parts
        site = random.Random(f"{self.wording.site_key}/headings")
        # Usually the site decides, otherwise the page.
        rng = site if site.random() < SITE_DECIDES else self.rng
        style = rng.choices(list(HEADING_STYLES), list(HEADING_STYLES.values()))[0]
        is_edited = "encyclopedia" in self.grammar.kind and site.random() < EDITED
        edit = self.wording.fixed("wiki_edit").split("\n")[0] if is_edited else ""
        if is_edited:
            style = "{text}"
        part_mark, styled, n = self.wording.fixed("part_mark"), [], 0
        for part in parts:
            if part.kind == "h" and not part.text[:1].isdigit():
                n += 1
                number = self.wording.digits(str(n))
                slots = {"n": number, "roman": ROMAN[min(n, len(ROMAN)) - 1], "part": part_mark.format(n=number)}
                text = part.text.rstrip(":：") if style != "{text}" else part.text
                slots |= {"text": text, "upper": text.upper(), "lower": text.lower()}
                part = replace(part, text=style.format(**slots) + edit)
            styled.append(part)
        return styled

    def _body_parts(self):
        low, high = self.grammar.paragraphs
        parts = list(self.article.parts)
        if self.article.form in ("news", "short", "interview", "live") and len(parts) > high:
            parts = parts[: self.rng.randint(max(low, high // 2), high)]
            while parts and parts[-1].kind == "h":
                parts.pop()
        kept = [part for part in parts if part.kind != "caption" or self.rng.random() < self.grammar.captions]
        if not any(part.kind == "caption" for part in parts) and self.article.form in ("news", "tips", "interview"):
            for _ in range(self.rng.choice(MADE_CAPTIONS)):
                if kept and self.rng.random() < self.grammar.captions:
                    kept.insert(self.rng.randint(0, len(kept) - 1), Part("caption", self._made_caption()))
        return kept

    def _insert(self, item, lines):
        """Adds a block between two pieces of the article."""
        mine = []
        self._write_item(item, mine)
        if not mine or len(lines) < 2:
            return
        span = {"start": (1, min(2, len(lines) - 1)), "end": (max(1, len(lines) - 2), len(lines) - 1)}
        low, high = span.get(item.at, (1, len(lines) - 1))
        place = self.rng.randint(low, high)
        # A heading stays with the text under it, and a list is not divided.
        while place > 1 and (lines[place - 1].role == "h" or lines[place - 1].role == lines[place].role == "item"):
            place -= 1
        lines[place:place] = mine

    def _caption(self, text):
        """Returns a caption in the site's style, with its credit."""
        form = self.wording.fixed(self.grammar.caption_form)
        if form == "{caption}":
            return text
        words = "|".join(map(re.escape, self.wording.lists["credit_words"]))
        bare = re.sub(CREDIT.format(words=words), "", text, flags=re.IGNORECASE).strip()
        return self._fill(form, {**self.scope, "caption": bare or text})

    def _made_caption(self):
        """Returns a caption for an article without captions: the beginning of one of its sentences,
        up to a comma."""
        own = [part.text for part in self.article.parts if part.kind == "caption"]
        if own:
            return self.rng.choice(own)
        texts = [part.text for part in self.article.parts if part.kind == "p"] or [self.article.title]
        sentence = self.rng.choice(sentences(self.rng.choice(texts)) or [self.article.title])
        clauses = [clause.strip(" .。") for clause in CLAUSE.split(QUOTES.sub("", sentence))]
        shortest = 8 if self.language.unspaced else 25
        return next((clause for clause in clauses if len(clause) > shortest), self.article.title)

    def _stories_block(self, item):
        """Returns titles, teasers and dates of other articles."""
        count = self.rng.randint(item.low, item.high)
        form = self.wording.fixed(item.form or "story_form")
        near = self.rng.random() < RELATED
        lines = []
        for n in range(1, count + 1):
            other = self._other(near)
            moment = self.wording.moment(self.rng)
            scope = {
                **self.scope,
                **self.wording.date_slots(moment),
                "title": other.title,
                "summary": self._teaser(other),
                "date": self._date(moment),
                "name": self._fill("{name}") if "name" in self.wording.lists else "",
                "section": self._plain("section"),
                "n": self.wording.digits(str(n)),
            }
            text = item.mark + self._fill(form, scope)
            lines += [Line(part, False, "story", first=i == 0) for i, part in enumerate(text.split("\n"))]
        if item.join is not None:
            lines = [Line(item.join.join(line.text for line in lines), False, "story")]
        return lines

    def _contents_block(self, item):
        """Returns the article's own subheadings, like a table of contents."""
        texts = [part.text for part in self.article.parts if part.kind == "h"]
        numbered = random.Random(f"{self.wording.site_key}/contents").random() < 0.5
        number = lambda n: f"{self.wording.digits(str(n))} " if numbered else ""
        return [Line(item.mark + number(n) + text, False, "contents") for n, text in enumerate(texts, 1)]

    def _second_block(self, item):
        """Returns another article that follows the first one, whole or shortened."""
        other = self._other(self.rng.random() < RELATED)
        scope = {**self.scope, "title": other.title, "byline": other.byline or self._fill("{name}")}
        scope |= {"source": lambda: self._fill("{agency}"), "date": lambda: self._date(self.wording.moment(self.rng))}
        lines = [Line(self._fixed("headline_form", scope), False, "second_title", True)]
        for form, chance in (("date_form", 0.5), ("byline_form", 0.4)):
            if self.rng.random() < chance:
                scope |= self.wording.date_slots(self.wording.moment(self.rng)) | {"source": self._fill("{agency}")}
                lines.append(Line(self._fixed(form, scope), False, "second", True))
        if other.lead:
            lines.append(Line(other.lead, False, "second", True))
        for part in other.parts[: self.rng.randint(2, 20)]:
            text = self._caption(part.text) if part.kind == "caption" else part.text
            lines.append(Line(text, False, "second", True))
        return [Line(part, False, line.role, line.first) for line in lines for part in line.text.split("\n")]

    def _phrases(self, item):
        """Returns phrases of a list: the site's own choice, or several phrases, on separate lines
        or joined."""
        if not item.several:
            phrases = [self.wording.fixed(item.block)]
        elif item.all:
            phrases = self.wording.lists[item.block]
        else:
            phrases = self.wording.several(item.block, self.rng.randint(item.low, item.high), self.rng)
        texts = [item.mark + self._fill(phrase, self._dated()) for phrase in phrases]
        if item.join is not None:
            texts = [item.join.join(texts)]
        is_said = lambda part: item.said and END_MARK.search(part) is not None and len(tokens(part)) >= SAID_WORDS
        return [Line(part, is_said(part), item.block) for text in texts for part in text.split("\n")]

    def _dated(self):
        """Returns the page's slots with a date that is not the article's."""
        return {**self.scope, **self.wording.date_slots(self.wording.moment(self.rng))}

    def _fixed(self, name, scope):
        return self._fill(self.wording.fixed(name), scope)

    def _fill(self, template, scope=None):
        return self.wording.fill(template, self.scope if scope is None else scope, self.rng)

    def _plain(self, name):
        return self._fill(self.rng.choice(self.wording.lists[name]), {})

    def _other(self, near=False):
        """Returns another article. With `near`, it is the one of several that shares most words
        with this article."""
        if not self.others:
            self.others = self.pool.others(self.article, OTHERS, self.rng)
        found = self.others[-1]
        if near and self.words:
            found = max(self.others[-NEAR:], key=lambda other: len(self.words & set(tokens(other.title))))
        if len(self.others) > 1:
            self.others.remove(found)
        return found

    def _teaser(self, other):
        text = other.lead or next((part.text for part in other.parts if part.kind == "p"), other.title)
        if not other.lead:
            text = self.language.space.join(sentences(text)[: self.rng.randint(1, 2)])
        if random.Random(f"{self.wording.site_key}/teaser").random() < 0.4:
            if self.language.unspaced:
                limit = self.rng.randint(*CUT_CHARACTERS)
                text = text if len(text) <= limit else text[:limit] + self.rng.choice(["…", "...", "……"])
            else:
                words, limit = text.split(), self.rng.randint(*CUT_WORDS)
                if len(words) > limit:
                    text = " ".join(words[:limit]) + self.rng.choice(["...", "…", " ...", " […]"])
        return text

    def _date(self, moment):
        return self._fixed("date_form", self.wording.date_slots(moment))
