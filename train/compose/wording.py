"""The words of one site: the phrases that it uses, and the values of their slots."""
import datetime
import hashlib
import math
import random
import re

SLOT = re.compile(r"\{([^{}]*)\}")
RANGE = re.compile(r"(\d+)-(\d+)")
# Maximum number of rounds of filling slots. Phrases in slots may have slots again, and the limit
# stops a list that contains itself.
MAX_ROUNDS = 12
HIDDEN_BRACES, SHOWN_BRACES = str.maketrans("{}", "\ue000\ue001"), str.maketrans("\ue000\ue001", "{}")
# A longer list belongs to the language, and a site uses only a share of it.
SHORT_LIST, SITE_SHARE = 6, 0.6
# Share of the sites that write the phrases of a list in its order.
IN_ORDER = 0.7
FIRST_DAY, DAYS = datetime.datetime(2015, 1, 1), 4200


class Wording:
    """The phrases that one site uses. All its pages have the same labels and the same forms of
    dates and bylines."""

    def __init__(self, language, grammar, variant):
        self.language = language
        self.lists = {**language.phrases, **grammar.phrases}
        self.own = set(grammar.phrases)
        self.site_key = f"{language.code}/{grammar.name}/{variant}"
        self.fixed_phrases = {}

    def fixed(self, name):
        """Returns the phrase of a list that the site uses."""
        if name not in self.fixed_phrases:
            self.fixed_phrases[name] = self._rng(name).choice(self.lists[name])
        return self.fixed_phrases[name]

    def several(self, name, count, rng):
        """Returns different phrases of a list, from those that the site uses. Most sites keep the
        list's order."""
        phrases, site = self.lists[name], self._rng(name)
        places = range(len(phrases))
        if name not in self.own and len(phrases) > SHORT_LIST:
            places = site.sample(places, max(SHORT_LIST, round(SITE_SHARE * len(phrases))))
        chosen = rng.sample(places, min(count, len(places)))
        return [phrases[place] for place in (sorted(chosen) if site.random() < IN_ORDER else chosen)]

    def fill(self, template, scope, rng):
        """Returns a phrase with all its slots filled, from the innermost outwards."""
        for _ in range(MAX_ROUNDS):
            filled = SLOT.sub(lambda match: self._slot(match[1], scope, rng), template)
            if filled == template:
                return filled.translate(SHOWN_BRACES)
            template = filled
        raise ValueError(f"{self.language.code}: {template!r} never ends")

    def _slot(self, name, scope, rng):
        if name in scope:
            found = scope[name]
            # The text of an article is not a template, even if it has braces.
            return (found() if callable(found) else found).translate(HIDDEN_BRACES)
        if match := RANGE.fullmatch(name):
            return self.number(rng.randint(int(match[1]), int(match[2])))
        if "|" in name:
            return rng.choice(name.split("|"))
        if name == "count":
            return self.number(int(math.exp(rng.uniform(math.log(3), math.log(90000)))))
        if name.startswith("=") and name[1:] in self.lists:
            return self.fixed(name[1:])
        if name in self.lists:
            return rng.choice(self.lists[name])
        base = name.rstrip("0123456789")
        if base != name and base in self.lists:
            # `{person1}` is the same person everywhere in the scope.
            scope[name] = self.fill(rng.choice(self.lists[base]), scope, rng)
            return scope[name]
        raise KeyError(f"{self.language.code}: nothing fills {{{name}}}")

    def number(self, value):
        """Returns a number as the language groups and writes it."""
        return self.digits(f"{value:,}".replace(",", self.language.thousands) if value > 9999 else str(value))

    def digits(self, text):
        """Returns a text with the digits of the language."""
        if not self.language.digits:
            return text
        return text.translate(str.maketrans("0123456789", self.language.digits))

    def date_slots(self, moment):
        """Returns the slots for a date."""
        year = moment.year + self.language.year_offset
        raw = {
            "d": moment.day, "dd": f"{moment.day:02}", "m": moment.month, "mm": f"{moment.month:02}",
            "y": year, "yy": f"{year % 100:02}", "H": f"{moment.hour:02}", "h": (moment.hour - 1) % 12 + 1,
            "M": f"{moment.minute:02}", "S": f"{moment.second:02}",
        }  # fmt: skip
        slots = {name: self.digits(str(value)) for name, value in raw.items()}
        slots["ampm"] = "PM" if moment.hour >= 12 else "AM"
        slots["weekday"] = self.lists["weekday"][moment.weekday()]
        slots["month"] = self.lists["month"][moment.month - 1]
        return slots

    def moment(self, rng):
        """Returns a random date and time within some years."""
        return FIRST_DAY + datetime.timedelta(days=rng.randrange(DAYS), minutes=rng.randrange(1440))

    def of_site(self, name):
        """Returns the site's own choice from a list, with its slots filled: its name, its
        domain."""
        return self.fill(self.fixed(name), {}, random.Random(self.site_key))

    def scope(self, rng):
        """Returns the slots that every text has: those of the site, and those of a date with a time
        that is always different."""
        slots = self.date_slots(self.moment(rng))
        slots["H"] = lambda: self.digits(f"{rng.randint(5, 23):02}")
        slots["M"] = lambda: self.digits(f"{rng.randint(0, 11) * 5:02}")
        return {"site": self.of_site("site"), "domain": self.of_site("domain"), **slots}

    def _rng(self, name):
        digest = hashlib.sha256(f"{self.site_key}/{name}".encode()).digest()
        return random.Random(int.from_bytes(digest[:8], "big"))
